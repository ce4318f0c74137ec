"""Who watched whom, where a sentence says so."""

import pytest

from netlog.insight import observers, prose


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("observed Ana's class", "me"),
        ("I observed her", "me"),
        ("just observed Tom", "me"),
        ("Ana and I observed Raj", "me"),
        ("call with Ana. observed her class", "me"),
        ("observed my mentee's class", "me"),
        ("observed my student teacher Ana", "me"),
        ("she observed my lesson", "them"),
        ("Ana observed my third period algebra class", "them"),
        ("observed my lesson with Ana", "them"),
        ("Ana shadowed me", "them"),
        ("I was observed by Ana", "them"),
        ("observed by Ana", "them"),
        ("Ana observed the lab", None),
        ("Ana observed my student teacher", None),
        ("I observed my class with Ana", None),
        ("observed that Ana talks fast", None),
        ("lesson observation with Ana", None),
        ("sat in on Raj's lesson", None),
        ("Ana observed, and it went well", None),
        ("\\observed Ana", None),
    ],
)
def test_observer_is_said_only_where_it_is_plain(text, who):
    assert observers.observer(prose.read(text)) == who
