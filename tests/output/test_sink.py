import csv
import io
import json
import subprocess
import sys
from typing import Any

import pytest

from netlog.output.answer import Answer
from netlog.output.sink import FORMATS, emit

ADA: dict[str, Any] = {
    "ref": "c1",
    "type": "contact",
    "name": "Ada\tLovelace",
    "organization": None,
    "title": "x [/items] y",
    "tier": "inner",
    "last_conversation_on": "2026-02-20",
    "next_contact_on": None,
    "tags": ["mentor", "maths"],
    "emails": [{"label": "work", "value": "a@b.c"}, {"label": "", "value": "d@e.f"}],
    "roles": [{"role": "mentor", "since": "2024-01-01", "until": None}],
    "private": False,
}
BO: dict[str, Any] = {
    "ref": "c2",
    "name": "Bo, the 2nd",
    "met_at": {"ref": "e1", "name": "ISTE"},
    "parts": [{"x": 1}],
}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Latin(io.StringIO):
    encoding = "latin-1"  # type: ignore[assignment]


def out(
    answer: Answer, format: str | None, stream: io.StringIO | None = None, **environ: str
) -> tuple[str, str]:
    stdout, stderr = stream or io.StringIO(), io.StringIO()
    emit(answer, format, stdout, stderr, environ)
    return stdout.getvalue(), stderr.getvalue()


def contacts(*rows: dict[str, Any]) -> Answer:
    return Answer(list(rows), "contacts")


def test_tsv_has_the_columns_of_the_view_without_a_header() -> None:
    ada = "c1\tAda\\tLovelace\t\tx [/items] y\tinner\t2026-02-20\t\tmentor, maths\n"
    bo = "c2\tBo, the 2nd\t\t\t\t\t\t\n"
    assert out(contacts(ADA, BO), "tsv")[0] == ada + bo


def test_tsv_of_one_record_is_one_line() -> None:
    assert out(Answer(ADA, "contacts"), "tsv")[0] == out(contacts(ADA), "tsv")[0]


def test_tsv_of_a_report_is_a_line_for_each_row_inside() -> None:
    steps = [{"step": 2, "command": "netlog log", "at": "2026-03-02T12:00:00Z", "changes": [{}, {}]}]
    assert (
        out(Answer({"step": 3, "undid": steps}, "undo"), "tsv")[0]
        == "2\t2026-03-02T12:00:00Z\tnetlog log\t2\n"
    )


def test_ids_are_refs_one_a_line() -> None:
    assert out(contacts(ADA, BO), "ids")[0] == "c1\nc2\n"
    assert out(Answer(ADA, "contacts"), "ids")[0] == "c1\n"


def test_ids_without_refs_are_what_names_the_row() -> None:
    assert out(Answer([{"tag": "mentor", "count": 2}], "tags"), "ids")[0] == "mentor\n"
    assert out(Answer({"step": 3, "undid": [{"step": 2}]}, "undo"), "ids")[0] == "2\n"
    assert (
        out(Answer({"step": 3, "conversation": {"ref": "t7", "summary": "Tea"}}, "log"), "ids")[0] == "t7\n"
    )


def test_json_is_the_data_indented() -> None:
    text, _ = out(contacts(BO), "json")
    assert text.startswith('[\n  {\n    "ref": "c2",\n') and text.endswith("]\n")
    assert json.loads(text) == [BO]
    assert json.loads(out(Answer(BO, "contacts"), "json")[0]) == BO
    assert out(contacts(), "json")[0] == "[]\n"


def test_jsonl_is_one_compact_object_a_line() -> None:
    assert out(contacts({"a": 1, "b": "é\n"}, {"a": 2}), "jsonl")[0] == '{"a":1,"b":"é\\n"}\n{"a":2}\n'
    assert out(Answer({"a": [1, 2]}, "contacts"), "jsonl")[0] == '{"a":[1,2]}\n'
    assert out(contacts(), "jsonl")[0] == ""


def test_csv_has_every_key_of_every_row() -> None:
    rows = list(csv.DictReader(io.StringIO(out(contacts(ADA, BO), "csv")[0], newline="")))
    assert list(rows[0]) == [*ADA, "met_at", "parts"]
    assert rows[0]["name"] == r"Ada\tLovelace"
    assert rows[0]["tags"] == "mentor; maths"
    assert rows[0]["emails"] == "work=a@b.c; d@e.f"
    assert rows[0]["roles"] == "mentor=2024-01-01.."
    assert rows[0]["private"] == "false"
    assert rows[1]["met_at"] == "e1 ISTE"
    assert rows[1]["parts"] == '[{"x":1}]'
    assert rows[1]["emails"] == ""


def test_csv_quotes_as_csv_and_ends_lines_with_newline() -> None:
    assert out(contacts({"ref": "c2", "name": "Bo, the 2nd"}), "csv")[0] == 'ref,name\nc2,"Bo, the 2nd"\n'


def test_csv_keeps_a_formula_as_it_was_written() -> None:
    assert out(Answer({"name": "=1+1"}, "contacts"), "csv")[0] == "name\n=1+1\n"


def test_format_defaults_to_tsv_in_a_pipe_and_a_table_on_a_terminal() -> None:
    assert out(contacts(ADA), None)[0] == out(contacts(ADA), "tsv")[0]
    assert "Name" in out(contacts(ADA), None, Terminal())[0]


@pytest.mark.parametrize("format", ["table", "tsv"])
def test_text_stands_in_for_the_data_where_a_person_reads(format: str) -> None:
    answer = Answer({"path": "/x"}, "config", text="/x\x1b[1m\n\tmore")
    assert out(answer, format)[0] == "/x\\x1b[1m\n\tmore\n"
    assert json.loads(out(answer, "json")[0]) == {"path": "/x"}


@pytest.mark.parametrize("format", FORMATS)
def test_notes_go_to_stderr_one_a_line_and_sanitised(format: str) -> None:
    text, errors = out(Answer([], "contacts", ("3 of 40", "x\x1b\ny")), format)
    assert errors == "3 of 40\nx\\x1b\\ny\n"
    assert "3 of 40" not in text


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "ids"])
def test_hostile_text_is_escaped_in_every_format(format: str) -> None:
    rows = [{"ref": "c1\x1b", "name": "A\u202eda", "why\x1b": "b"}]
    text, _ = out(Answer(rows, "contacts"), format)
    assert "\x1b" not in text and "\u202e" not in text and "c1\\x1b" in text


def test_stdout_is_written_once_and_flushed_before_the_notes() -> None:
    calls: list[str] = []

    class Stream(io.StringIO):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

        def write(self, text: str) -> int:
            calls.append(f"{self.name} write")
            return len(text)

        def flush(self) -> None:
            calls.append(f"{self.name} flush")

    emit(Answer([ADA, BO], "contacts", ("a", "b")), "json", Stream("out"), Stream("err"), {})
    assert calls == ["out write", "out flush", "err write", "err flush"]


def test_json_stays_valid_where_the_stream_is_not_unicode() -> None:
    text, _ = out(Answer({"name": "李 é"}, "contacts"), "json", Latin())
    assert json.loads(text) == {"name": "李 é"} and text.isascii()


def test_tsv_escapes_what_the_stream_cannot_say() -> None:
    assert out(Answer({"ref": "c1", "name": "李 é"}, "contacts"), "ids", Latin())[0] == "c1\n"
    assert out(Answer({"ref": "c1", "name": "李 é"}, "contacts"), "tsv", Latin())[0].startswith(
        "c1\t\\u674e é\t"
    )


@pytest.mark.parametrize("format", [one for one in FORMATS if one != "table"])
def test_rich_is_imported_for_tables_only(format: str) -> None:
    code = (
        "import sys; from netlog.output.answer import Answer; from netlog.output.sink import emit\n"
        f"emit(Answer([{{'ref': 'c1'}}], 'contacts'), {format!r}, sys.stdout, sys.stderr, {{}})\n"
        "heavy = {'rich', 'json', 'csv'} & set(sys.modules); print(sorted(heavy), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = {"json": ["json"], "jsonl": ["json"], "csv": ["csv"]}.get(format, [])
    assert result.stderr.strip() == str(expected)
    assert "c1" in result.stdout
