"""ladder: rungs by level and year, and the next one."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.ladder import Given, next_rung, rungs
from netlog.vocabulary import LEVELS

TODAY = date(2026, 3, 2)


def of(level, day="2026-01-01"):
    return Given(level, date.fromisoformat(day))


def test_rungs_have_every_level_in_order_and_what_is_unknown_last():
    found = rungs([of("state", "2024-05-01"), of(None), of("district"), of("district", "2026-02-01")], LEVELS)
    assert [one.level for one in found] == [*LEVELS, None]
    assert all(list(one.years) == [2024, 2025, 2026] for one in found)
    counts = {one.level: (one.years, one.total) for one in found}
    assert counts["district"] == ({2024: 0, 2025: 0, 2026: 2}, 2)
    assert counts["state"] == ({2024: 1, 2025: 0, 2026: 0}, 1)
    assert counts[None] == ({2024: 0, 2025: 0, 2026: 1}, 1)
    assert counts["international"][1] == 0


def test_a_level_that_is_not_in_the_list_any_more_stands_after_it():
    found = rungs([of("county"), of("state")], ("building", "state"))
    assert [(one.level, one.total) for one in found] == [
        ("building", 0),
        ("state", 1),
        ("county", 1),
        (None, 0),
    ]


def test_nothing_given_has_rungs_without_years():
    assert [(one.years, one.total) for one in rungs([], ("building",))] == [({}, 0), ({}, 0)]


def test_the_next_rung_is_one_above_the_highest_of_two_years():
    given_ = [of("building"), of("district", "2025-06-01"), of("national", "2020-01-01"), of(None)]
    assert next_rung(given_, LEVELS, TODAY) == ("state", "district", False)


def test_two_years_end_on_the_day():
    assert next_rung([of("state", "2024-03-03")], LEVELS, TODAY).stands == "state"
    assert next_rung([of("state", "2024-03-02")], LEVELS, TODAY) == ("building", None, False)


def test_the_first_rung_is_for_who_gave_nothing_lately_and_the_top_is_kept():
    assert next_rung([], LEVELS, TODAY) == ("building", None, False)
    assert next_rung([of(None)], LEVELS, TODAY) == ("building", None, False)
    assert next_rung([of("international")], LEVELS, TODAY) == ("international", "international", True)
    assert next_rung([of("only")], ("only",), TODAY) == ("only", "only", True)


GIVEN = st.builds(
    Given,
    st.sampled_from([*LEVELS, "county", None]),
    st.integers(0, 4000).map(lambda days: TODAY - timedelta(days=days)),
)


@settings(max_examples=60)
@given(st.lists(GIVEN, max_size=30))
def test_every_contribution_is_counted_once(given_):
    found = rungs(given_, LEVELS)
    assert sum(one.total for one in found) == len(given_)
    assert all(sum(one.years.values()) == one.total for one in found)
    assert len({one.level for one in found}) == len(found)


@settings(max_examples=60)
@given(st.lists(GIVEN, max_size=10), GIVEN)
def test_giving_more_never_lowers_the_next_rung(given_, more):
    before, after = (LEVELS.index(next_rung(some, LEVELS, TODAY).level) for some in (given_, [*given_, more]))
    assert after >= before
