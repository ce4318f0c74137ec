import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.output.charts import bar, encodable, sparkline


@pytest.mark.parametrize(
    ("done", "target", "drawn"),
    [
        (0, 4, "╌╌╌╌"),
        (1, 4, "━╌╌╌"),
        (4, 4, "━━━━"),
        (9, 4, "━━━━"),
        (1, 100, "━╌╌╌"),
        (99, 100, "━━━╌"),
        (-1, 4, "╌╌╌╌"),
        (0, 0, "━━━━"),
    ],
)
def test_bar_shows_the_part_that_is_done(done: float, target: float, drawn: str) -> None:
    assert bar(done, target, 4) == drawn


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.integers(1, 40))
def test_bar_is_as_wide_as_asked(done: float, target: float, width: int) -> None:
    assert len(bar(done, target, width)) == width


def test_sparkline_runs_from_nothing_to_the_largest() -> None:
    assert sparkline([0, 7, 1, 3.5]) == "▁█▂▅"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""


def test_encodable_draws_in_ascii_what_the_stream_cannot_say() -> None:
    assert encodable("━╌ ▁█ 2 → 3… 李", "ascii") == "=. _# 2 > 3~ ?"
    assert encodable("━╌ ▁█ → … 李", "utf-8") == "━╌ ▁█ → … 李"
