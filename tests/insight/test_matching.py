"""Whom to bring together, by hand."""

from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.matching import EACH, Fit, fits, match, pairs, ranked

WARM = {1: 6.0, 2: 8.0, 3: 2.0}


def test_a_match_by_hand():
    one = match((1, 2), [Fit("grants", 1, 2)], WARM)
    assert (one.who, one.to, one.mutual) == (1, 2, False)
    assert one.parts == {"need": 4.0, "warmth": 3.0} and one.score == 7.0  # half of the cooler tie


def test_a_match_both_ways_and_with_more_words():
    both = match((1, 2), [Fit("grants", 1, 2), Fit("video", 2, 1), Fit("labs", 1, 2)], WARM)
    assert both.mutual and both.parts == {"need": 4.0, "mutual": 4.0, "more": 1.0, "warmth": 3.0}
    many = match((1, 2), [Fit(word, 1, 2) for word in "abcde"], WARM)
    assert many.parts["more"] == 2.0


def test_who_needs_more_comes_first_and_colleagues_later():
    assert match((1, 2), [Fit("labs", 2, 1)], WARM)[:2] == (2, 1)
    assert match((1, 2), [Fit("labs", 2, 1)], WARM, colleagues=True).score == 4.0


def test_fits_are_of_others_and_bounded():
    assert fits([(1, "a"), (2, "b")], [(1, "a"), (2, "a")]) == [Fit("a", 1, 2)]
    everyone = [(id, "help") for id in range(200)]
    assert len(fits(everyone, everyone)) == EACH * (EACH - 1)


_WORDS = st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abc")), unique=True, max_size=9)


@given(_WORDS, _WORDS)
def test_swapping_needs_and_offers_changes_no_score(needs, offers):
    def scores(needs, offers):
        found = pairs(fits(needs, offers)).items()
        return sorted((pair, match(pair, some, WARM).score) for pair, some in found)

    assert scores(needs, offers) == scores(offers, needs)


@given(_WORDS, _WORDS)
def test_the_best_come_first(needs, offers):
    found = [match(pair, some, WARM) for pair, some in pairs(fits(needs, offers)).items()]
    scores = [one.score for one in ranked(found, 2)]
    assert scores == sorted((one.score for one in found), reverse=True)[:2]
