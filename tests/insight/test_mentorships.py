"""Whether a mentorship goes on, and when its next session is to be."""

from datetime import date

import pytest

from netlog.insight.mentorships import goes_on, next_session

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("until", "expected"), [(None, True), (TODAY, True), (date(2026, 3, 1), False), (date(2026, 3, 3), True)]
)
def test_the_last_day_is_part_of_it(until, expected):
    assert goes_on(until, TODAY) is expected


@pytest.mark.parametrize(
    ("last", "since", "cadence", "expected"),
    [
        (date(2026, 2, 1), date(2025, 1, 1), 28, date(2026, 3, 1)),
        (None, date(2026, 2, 20), 28, date(2026, 3, 20)),
        (None, None, 28, None),
        (date(2026, 2, 1), None, 0, None),
        (date(2026, 2, 1), None, None, None),
    ],
)
def test_next_session_is_a_cadence_after_the_last_or_the_beginning(last, since, cadence, expected):
    assert next_session(last, since, cadence) == expected
