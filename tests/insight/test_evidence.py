"""What the evidence comes to."""

from netlog.insight.evidence import Entry, Total, by_kind, by_level, by_section, total


def entry(section, kind, hours=None, level=None):
    return Entry("2026-01-01", "event", "e1", "x", hours, level, None, kind, section)


ENTRIES = [
    entry("takeaways", "kept"),
    entry("contributions", "talk", 2.5, "planet"),
    entry("events", "webinar", 1.0, "state"),
    entry("events", "course", None, "building"),
    entry("events", "webinar", 1.5),
    entry("memberships", "plc", None, "state"),
    entry("wins", None),
]


def test_only_what_can_have_hours_is_told_to_have_none():
    assert total(ENTRIES) == Total(7, 5.0, 1)
    assert total([]) == Total(0, 0, 0)


def test_sections_are_in_the_order_of_a_portfolio():
    assert by_section(ENTRIES) == {
        "events": Total(3, 2.5, 1),
        "contributions": Total(1, 2.5, 0),
        "memberships": Total(1, 0, 0),
        "takeaways": Total(1, 0, 0),
        "wins": Total(1, 0, 0),
    }
    assert list(by_section(ENTRIES)) == ["events", "contributions", "memberships", "takeaways", "wins"]


def test_of_kinds_the_one_with_most_comes_first_and_wins_have_none():
    assert by_kind(ENTRIES) == {
        ("events", "webinar"): Total(2, 2.5, 0),
        ("events", "course"): Total(1, 0, 1),
        ("contributions", "talk"): Total(1, 2.5, 0),
        ("memberships", "plc"): Total(1, 0, 0),
        ("takeaways", "kept"): Total(1, 0, 0),
    }
    assert list(by_kind(ENTRIES))[:2] == [("events", "webinar"), ("events", "course")]


def test_levels_are_the_users_own_then_others_then_what_is_unknown():
    found = by_level(ENTRIES, ("building", "state"))
    assert list(found) == ["building", "state", "planet", None]
    assert found["state"] == Total(2, 1.0, 0) and found[None] == Total(1, 1.5, 0)
