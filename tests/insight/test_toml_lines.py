"""Where in a TOML text a key is."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.toml_lines import line_of

TEXT = '''# a plan
people = [
  "Ana Kim",  # [not a table]
  "x = 1",
]
[vision]  # the one
statement = """
[[people]]
why = "no key"
"""
why = \'\'\'
[[steps]]\'\'\'
"story" = "a \\" ["
[[steps]]
what = "one"

  [[steps]]
what = "two"
needs = ["a", "]"]
barriers = [
  { what = "b" },
]
status = "next"
'''


@pytest.mark.parametrize(
    ("table", "place", "key", "line"),
    [
        ("people", 0, "", 2),
        ("people", 1, "", 2),
        ("vision", 0, "", 6),
        ("vision", 0, "statement", 7),
        ("vision", 0, "why", 11),
        ("vision", 0, "story", 13),
        ("steps", 0, "", 14),
        ("steps", 0, "what", 15),
        ("steps", 1, "", 17),
        ("steps", 1, "what", 18),
        ("steps", 1, "barriers", 20),
        ("steps", 1, "status", 23),
        ("steps", 1, "nowhere", 17),
        ("steps", 2, "what", None),
        ("goals", 0, "", None),
        ("", 0, "people", 2),
    ],
)
def test_a_key_is_found(table, place, key, line):
    tomllib.loads(TEXT)
    assert line_of(TEXT, table, place, key) == line


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_the_values_hold_the_line_is_that_of_the_key(values, data):
    import tomlkit

    lines, where = [], []
    for value in values:
        lines.append("[[steps]]")
        written = tomlkit.string(value, multiline="\\" not in value and data.draw(st.booleans())).as_string()
        lines += f"what = {written}".split("\n")
        where.append(len(lines))
    text = "\n".join(lines)
    assert [one["what"] for one in tomllib.loads(text)["steps"]] == values
    assert [line_of(text, "steps", place, "what") for place in range(len(values))] == where
