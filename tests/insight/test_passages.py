"""Where the words of a search stand in a text, and the passage around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.passages import WIDTH, Term, around, found


@pytest.mark.parametrize(
    ("text", "term", "stretches"),
    [
        ("Grading by project", Term("grad"), ["Grading"]),
        ("upgrading", Term("grad"), []),
        ("grade, graded; GRADES", Term("grade"), ["grade", "graded", "GRADES"]),
        ("grade graded", Term("grade", whole=True), ["grade"]),
        ("first, second\nthird", Term("second th"), ["second\nthird"]),
        ("Søren and Straße", Term("soren"), ["Søren"]),
        ("Søren and Straße", Term("stras"), ["Straße"]),
        ("o’neil", Term("o'neil"), ["o’neil"]),
        ("anything", Term("***"), []),
        ("", Term("a"), []),
    ],
)
def test_a_term_is_found_where_its_words_stand(text, term, stretches):
    assert [text[start:end] for start, end in found(text, [term])] == stretches


@given(st.text(max_size=400), st.data())
def test_a_passage_is_one_line_with_what_was_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    passage = around(text, start, end)
    assert " ".join(text[start:end].split()) in passage
    assert len(passage.splitlines()) <= 1
    assert len(passage) <= WIDTH + 20 + 2


def test_a_passage_says_that_the_text_goes_on():
    text = "before " * 20 + "grading " + "after " * 40
    passage = around(text, text.index("grading"), text.index("grading") + 7)
    assert passage.startswith("…before") and passage.endswith("after…") and "grading" in passage
