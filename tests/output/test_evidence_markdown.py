"""Whatever is written in the log, a reader of Markdown shows it as it was written."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt  # Rich brings it

from netlog.output.evidence_markdown import escaped, table
from netlog.output.text import shown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="ab1 \\`*_{}[]()<>|~&$#+-.!:/\"'=^\n", max_size=24)
WORDS = st.one_of(SIGNS, st.text(max_size=12))


def cells(text: str) -> list[str]:
    """The cells of the rows of the one table in a text, as a reader shows them; markup in one would be a tag."""
    return [unescape(one) for one in re.findall(r"<td>(.*?)</td>", READER.render(text), re.DOTALL)]


@given(WORDS, WORDS)
@settings(max_examples=300)
def test_a_cell_is_shown_as_it_was_written(one: str, other: str) -> None:
    made = table((("what", "What"), ("role", "Role")), [{"what": one, "role": other}])
    assert cells(made) == [flattened(one), flattened(other)]


@given(WORDS)
@settings(max_examples=200)
def test_a_line_has_no_markup(text: str) -> None:
    html = READER.render(f"x {escaped(text)} x")
    assert unescape(html) == f"<p>x {flattened(text)} x</p>\n".replace("x  x", "x x") or not text.strip()


def flattened(text: str) -> str:
    return " ".join(shown(" ".join(text.split())).split())
