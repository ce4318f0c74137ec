import pytest

from netlog.output.columns import COLUMNS, cell, columns_of, rows_of

CELLS = [
    (None, ""),
    (False, ""),
    (True, "yes"),
    (0, "0"),
    (3.0, "3"),
    (4.256, "4.26"),
    ("2026-03-02", "2026-03-02"),
    ([], ""),
    (["a", "b"], "a, b"),
    ({"ref": "e1", "name": "ISTE"}, "ISTE"),
    ({"ref": "e1", "name": None}, "e1"),
    ([{"ref": "c1", "name": "Ada"}, {"ref": "c2", "name": "Bo"}], "Ada, Bo"),
    ([{"label": "work", "value": "a@b.c"}, {"label": "", "value": "d@e.f"}], "work=a@b.c, d@e.f"),
    ([{"role": "mentor", "since": "2024-01-01", "until": None}], "mentor=2024-01-01.."),
    ([{"role": "mentor", "since": None, "until": None}], "mentor"),
    ({"label": "March", "starts_on": "2026-03-01", "ends_on": "2026-03-31"}, "March"),
    ({"inner": 30, "close": 90}, "inner=30 close=90"),
]


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_cell_reads_as_flat_text(value: object, text: str) -> None:
    assert cell({"key": value}, "key") == text


def test_cell_of_a_missing_key_is_empty() -> None:
    assert cell({}, "name") == ""


def test_cell_counts_changes_that_are_objects() -> None:
    assert cell({"changes": [{"column": "name"}, {"column": "tier"}]}, "changes") == "2"
    assert cell({"changes": 3}, "changes") == "3"


def test_columns_of_a_shown_record_are_those_of_its_type() -> None:
    assert columns_of("card", {"type": "follow_up"}) == COLUMNS["follow_ups"]


def test_columns_of_an_unknown_view_are_its_plain_values() -> None:
    row = {"ref": "u1", "joined_on": None, "members": [{"a": 1}]}
    assert columns_of("figures", row) == (("ref", "Ref"), ("joined_on", "Joined"))


def test_rows_of_a_report_are_those_inside() -> None:
    assert rows_of({"step": 3, "undid": [{"step": 2}]}, "undo") == [{"step": 2}]
    assert rows_of({"ref": "c1"}, "contacts") == [{"ref": "c1"}]
