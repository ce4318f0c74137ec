import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.output.text import json_text, shown

HOSTILE = [
    ("a\x1b[31mred", r"a\x1b[31mred"),
    ("a\x00b", r"a\x00b"),
    ("\x07bell\x7f", r"\x07bell\x7f"),
    ("c1 \x9b31m \x85", r"c1 \x9b31m \x85"),
    ("one\ntwo\tthree\r", r"one\ntwo\tthree\r"),
    ("user\u202egnp.exe", r"user\u202egnp.exe"),
    ("\u2066a\u2069\u200e\u200f\u061c", r"\u2066a\u2069\u200e\u200f\u061c"),
    ("A\u200bda\ufeff\u2060\u180e", r"A\u200bda\ufeff\u2060\u180e"),
    ("A\u200dda", r"A\u200dda"),
    ("A\u200cda", r"A\u200cda"),
    ("\u200d👩", r"\u200d👩"),
    ("\u0645\u200c", "\u0645\\u200c"),
    ("\u0645\u200c x", "\u0645\\u200c x"),
    ("👩\u200d", r"👩\u200d"),
    ("Ada\ud83d", r"Ada\ud83d"),
    ("a\u2028b\u2029", r"a\u2028b\u2029"),
    ("a\U000e0041\U000e007f", r"a\U000e0041\U000e007f"),
    ("\ufff9a\ufffab\ufffb", r"\ufff9a\ufffab\ufffb"),
    ("co\u00adop", r"co\xadop"),
]
HARMLESS = [
    "",
    "x [/items] y",
    "[bold]x[/red]",
    "=1+1",
    r"C:\new\table",
    "Zoë 李",
    "Zoe\u0308",
    "👩‍👩‍👧‍👦 👍🏽 ❤️ 🏳️‍🌈 👩🏽‍⚕️ 🐦‍⬛ 🇩🇪",
    "محمد بن موسى",
    "می‌خواهم",
    "יהודה עמיחי",
    "क्‍ष ക്‍ ශ්‍රී",
    "no\u00a0break\u3000wide",
]


@pytest.mark.parametrize(("text", "escaped"), HOSTILE)
def test_shown_escapes_what_a_terminal_would_act_on(text: str, escaped: str) -> None:
    assert shown(text) == escaped


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0x00, 0x1F),
        (0x7F, 0x9F),
        (0x061C, 0x061C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x206F),
        (0xD800, 0xDFFF),
        (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFB),
        (0xE0000, 0xE007F),
    ],
)
def test_shown_and_json_text_escape_every_character_of_a_range(first: int, last: int) -> None:
    for code in range(first, last + 1):
        assert shown(chr(code)).isascii() and shown(chr(code)).isprintable(), hex(code)
        assert json_text(chr(code)).isprintable(), hex(code)


@pytest.mark.parametrize("text", HARMLESS)
def test_shown_leaves_legitimate_text_alone(text: str) -> None:
    assert shown(text) == text
    assert json.dumps(text, ensure_ascii=False) == json_text(text)


def test_shown_multiline_keeps_line_ends_and_tabs_only() -> None:
    assert shown("a\n\tb\r\x1b\x0b", multiline=True) == "a\n\tb\\r\\x1b\\x0b"


@given(st.text())
def test_shown_is_idempotent_and_is_one_line(text: str) -> None:
    once = shown(text)
    assert shown(once) == once
    assert len(once.splitlines()) <= 1


@given(st.text(alphabet=st.characters(categories=["Cc", "Cs", "Zl", "Zp"])))
def test_shown_leaves_no_control_character(text: str) -> None:
    assert shown(text).isascii() and (not text or shown(text).isprintable())


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
DATA = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(DATA, st.sampled_from([None, 2]), st.booleans())
def test_json_text_loads_back_equal(data: object, indent: int | None, ascii_only: bool) -> None:
    assert json.loads(json_text(data, indent, ascii_only)) == data


@pytest.mark.parametrize("text", [text for text, _ in HOSTILE])
def test_json_text_escapes_what_shown_escapes_and_keeps_it(text: str) -> None:
    printed = json_text({"name": text})
    assert shown(printed) == printed
    assert json.loads(printed) == {"name": text}


def test_json_text_is_compact_without_indent() -> None:
    assert json_text([{"a": 1, "b": "é"}]) == '[{"a":1,"b":"é"}]'
    assert json_text({"a": [1]}, 2) == '{\n  "a": [\n    1\n  ]\n}'


def test_json_text_refuses_what_json_cannot_say() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text(float("nan"))
