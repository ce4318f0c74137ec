"""Opportunities counted by kind and by where they came from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.yields import STATUSES, TYPES, Opportunity, Source, by_kind, by_source, by_status

ANA, FAIR, VIA = Source("contact", 1), Source("met_at", 1), Source("met_via", 0, "LinkedIn")


def one(id, status, *sources, kind="job"):
    return Opportunity(id, kind, status, frozenset(sources))


def test_a_source_has_its_opportunities_in_order_and_what_came_of_them():
    found = [one(3, "gained", ANA), one(2, "ongoing", ANA, FAIR), one(1, "lost", ANA)]
    assert by_source(found) == [(ANA, (3, 2, 1), 1, 1), (FAIR, (2,), 0, 1)]


def test_the_most_fruitful_source_is_first_whatever_its_number():
    found = [one(1, "open", ANA), one(2, "open", ANA), one(3, "ongoing", FAIR), one(4, "gained", VIA)]
    assert [each.source for each in by_source(found)] == [VIA, FAIR, ANA]


def test_kinds_that_brought_something_are_first_with_what_came_first():
    found = [one(1, "open"), one(2, "lost"), one(3, "ongoing", kind="grant")]
    counts = by_kind(found)
    assert list(counts) == ["grant", "job"]
    assert list(counts["job"]) == list(STATUSES) and counts["job"]["open"] == counts["job"]["lost"] == 1


SOURCES = st.frozensets(st.builds(Source, st.sampled_from(TYPES), st.integers(1, 3)), max_size=3)


@given(
    st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(["job", "grant"]), SOURCES), max_size=12)
)
@settings(max_examples=100)
def test_every_count_is_that_of_a_slow_and_obvious_one(rows):
    found = [one(id, status, *sources, kind=kind) for id, (status, kind, sources) in enumerate(rows, 1)]
    assert sum(by_status(found).values()) == len(found)
    assert sum(sum(counts.values()) for counts in by_kind(found).values()) == len(found)
    yields = by_source(found)
    assert {each.source for each in yields} == {source for _, _, sources in rows for source in sources}
    for each in yields:
        mine = [other for other in found if each.source in other.sources]
        assert each.opportunities == tuple(other.id for other in mine)
        assert each.gained == len([other for other in mine if other.status == "gained"])
        assert each.ongoing == len([other for other in mine if other.status == "ongoing"])
    came = [each.gained + each.ongoing for each in yields]
    assert came == sorted(came, reverse=True)
