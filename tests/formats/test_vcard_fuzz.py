"""Anything at all given to the vCard reader: no card is lost, nothing but BadDataError is raised."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from netlog.errors import BadDataError
from netlog.formats.plain import Found, Person, Skipped
from netlog.formats.vcard import read, recognises, write

unhurried = settings(deadline=None, max_examples=150)

ALONE = re.compile(rb"^[ \t]*BEGIN:VCARD[ \t]*\r?$", re.MULTILINE)


def check(data: bytes) -> Found | None:
    assert recognises(data) in (True, False)
    try:
        found = read(data)
    except BadDataError:
        return None
    assert found.people or found.skipped
    assert all(type(one) is Person and one.name and one.name == one.name.strip() for one in found.people)
    assert all(type(one) is Skipped and one.why and one.line > 0 for one in found.skipped)
    for one in found.people:
        text = "".join([one.name, one.notes or "", *one.tags, *one.extra, *one.remarks])
        assert text.encode(), "no lone surrogates"
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    again = read(write(found.people)) if found.people else Found()
    assert [one.name for one in again.people] == [one.name for one in found.people]
    return found


@unhurried
@given(st.binary(max_size=400))
def test_any_bytes(data):
    check(data)


@unhurried
@given(st.binary(max_size=300))
@example(b"FN:A\r\r\nAGENT:")
@example(b"N;QUOTED-PRINTABLE:=\r\n")
def test_any_bytes_within_a_card_leave_the_next_alone(data):
    found = check(b"BEGIN:VCARD\nFN:Ada\n" + data + b"\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Able\nEND:VCARD\n")
    assert found is not None
    assert found.people[-1].name == "Bo Able"


PIECES = st.sampled_from(
    [
        *(
            "BEGIN:VCARD",
            "END:VCARD",
            "VERSION:2.1",
            "VERSION:3.0",
            "AGENT:",
            "AGENT:BEGIN:VCARD",
            "KIND:group",
        ),
        *(
            "FN:Ada",
            "N:Love;Ada;;;",
            "FN;QUOTED-PRINTABLE:A=C3=AB=",
            "=41=",
            "NOTE:x",
            "NOTE;ENCODING=B:AAAA",
        ),
        *(
            "PHOTO;ENCODING=b:AAAA",
            "AAAA",
            " folded",
            "\ttab",
            "",
            "   ",
            "item1.TEL;CELL:1",
            "item1.X-ABLabel:x",
        ),
        *(
            "BDAY:--0412",
            "BDAY:x",
            "ORG:A;B\\;C",
            "RELATED:urn:uuid:1",
            "UID:urn:uuid:1",
            'X-A;B="c:d";E:f\\',
        ),
        *(
            "AGENT:BEGIN:VCARD\\nFN:In\\nEND:VCARD",
            "END:VCARDBEGIN:VCARD",
            "  BEGIN:VCARD",
            "FN;CHARSET=utf-7:+2AA-",
        ),
        *(
            "ADR;WORK:;;;;Ohio;;",
            "IMPP:x:y",
            "X-SOCIALPROFILE;TYPE=a:b",
            "CATEGORIES:a,b",
            "REV:2024",
            "zzz",
            ":",
        ),
    ]
)


@unhurried
@given(
    st.lists(PIECES, max_size=30),
    st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_any_lines(pieces, end, encoding):
    text = end.join(pieces)
    data = text.encode(encoding)
    found = check(data)
    begun = sum(piece.strip() == "BEGIN:VCARD" for piece in pieces)
    if found is not None and "  BEGIN:VCARD" not in pieces:
        assert len(found.people) + len(found.skipped) >= begun, "a card is lost"


@unhurried
@given(st.lists(st.sampled_from(["Ada", "Bo", "Cy"]), min_size=1, max_size=8), st.data())
def test_any_damage_to_one_card_leaves_the_others(names, data):
    cards = [f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n".encode() for name in names]
    hit = data.draw(st.integers(0, len(cards) - 1))
    at = data.draw(st.integers(0, len(cards[hit]) - 1))
    byte = data.draw(st.integers(0, 255))
    damaged = cards[hit][:at] + bytes([byte]) + cards[hit][at + 1 :]
    found = check(b"".join([*cards[:hit], damaged, *cards[hit + 1 :]]))
    if found is None:
        assert len(cards) == 1
        return
    left = [one.name for one in found.people]
    untouched = [name for index, name in enumerate(names) if index != hit]
    assert all(left.count(name) >= untouched.count(name) for name in untouched)
    assert len(found.people) + len(found.skipped) >= len(cards)
