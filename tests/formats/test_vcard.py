"""A vCard file as a whole: which cards are in it, what becomes of each, and what damage does."""

import subprocess
import sys

import pytest

from netlog.errors import BadDataError
from netlog.formats import vcard
from netlog.formats.plain import Person
from netlog.formats.vcard import read, recognises


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def only(text: str | bytes) -> Person:
    found = read(text if isinstance(text, bytes) else text.encode())
    assert found.skipped == ()
    assert len(found.people) == 1
    return found.people[0]


def names(data: bytes) -> list[tuple[int, str]]:
    return [(person.line, person.name) for person in read(data).people]


def skipped(data: bytes) -> list[tuple[int, str]]:
    return [tuple(one) for one in read(data).skipped]


ADA, BO = card("FN:Ada Lovelace"), card("FN:Bo Able")
NO_END = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\n"


# --- telling it from other files


@pytest.mark.parametrize(
    "data",
    [
        ADA.encode(),
        b"\xef\xbb\xbf" + ADA.encode(),
        ADA.encode("utf-16"),
        ADA.encode("utf-16-le"),
        ADA.encode("utf-16-be"),
        ADA.encode("utf-32"),
        ADA.replace("\r\n", "\r").encode(),
        ADA.replace("\r\n", "\r\r\n").encode(),
        b"begin : vcard \nend:vcard",
        b"\n\n  BEGIN:VCARD\n  FN:Ada\n  END:VCARD\n",
        b"Content-Type: text/vcard\n\n" + ADA.encode(),
    ],
)
def test_recognises_a_card_however_it_is_written(data):
    assert recognises(data)
    assert len(read(data).people) + len(read(data).skipped) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"FN:Ada Lovelace\n",
        b"The line BEGIN:VCARD starts a card.\n",
        b"BEGIN:VCARDS\n",
        b'{"note": "\nBEGIN:VCARD\n"}',
        b"BEGIN:VCALENDAR\nBEGIN:VCARD\nEND:VCARD\nEND:VCALENDAR\n",
        b"PK\x03\x04\nBEGIN:VCARD\n",
        b"x" * 70_000 + b"\nBEGIN:VCARD\n",
    ],
)
def test_recognises_no_other_file(data):
    assert not recognises(data)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"FN:Ada\n", b"\0" * 100, b"PK\x03\x04"])
def test_file_without_a_card_is_refused(data):
    with pytest.raises(BadDataError, match="no vCard in it"):
        read(data)


# --- cards and their lines


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_cards_are_found_at_their_lines_whatever_ends_them(end):
    data = (ADA + BO).replace("\r\n", end).encode()
    assert names(data) == [(1, "Ada Lovelace"), (5, "Bo Able")]


@pytest.mark.parametrize(
    "data",
    [
        ADA + "\r\n\r\n" + BO,
        ADA.strip() + BO,
        ADA.strip() + "\0" + BO + "\x1a",
        ADA.replace("VCARD", "VCARD\0") + BO,
        ADA.lower().replace("ada lovelace", "Ada Lovelace") + BO,
        ADA.replace("BEGIN:VCARD", "BEGIN : vCard ") + BO.replace("END:VCARD", "End:\tVcard"),
        ADA + "\ufeff" + BO,
        "\ufeff" + ADA + BO,
        ADA.replace("BEGIN", "item1.BEGIN") + BO,
    ],
)
def test_cards_are_told_apart(data):
    found = read(data.encode())
    assert [person.name for person in found.people] == ["Ada Lovelace", "Bo Able"]
    assert (found.skipped, found.remarks) == ((), ())


def test_cards_that_are_indented_as_a_whole_are_read():
    data = "".join(f"    {line}\n" for line in (ADA + BO).split("\r\n"))
    assert names(data.encode()) == [(1, "Ada Lovelace"), (5, "Bo Able")]


def test_indented_card_does_not_take_the_plain_one_after_it():
    data = "  BEGIN:VCARD\n  FN:Ada Lovelace\n" + BO
    assert names(data.encode()) == [(1, "Ada Lovelace"), (3, "Bo Able")]


def test_folded_text_neither_starts_nor_ends_a_card():
    person = only(card("FN:Ada", "NOTE:see", " BEGIN:VCARD", " END:VCARD"))
    assert person.notes == "seeBEGIN:VCARDEND:VCARD"


def test_text_between_the_cards_is_remarked_on():
    found = read(f"{ADA}hello\r\n\r\nworld\r\n{BO}bye".encode())
    assert len(found.people) == 2
    assert found.remarks == ("4 lines outside of any card, from line 5 on",)
    assert read(f"hello\n{ADA}".encode()).remarks == ("1 line outside of any card, from line 1 on",)


# --- broken cards


def test_card_without_an_end_is_read_up_to_the_next():
    found = read((NO_END + BO).encode())
    assert [person.name for person in found.people] == ["Ada Lovelace", "Bo Able"]
    assert found.people[0].remarks == ("no END:VCARD: read up to the next card",)
    assert found.people[1].remarks == ()


def test_card_that_the_end_of_the_file_cuts_short_is_skipped():
    data = (ADA + NO_END).encode()
    assert names(data) == [(1, "Ada Lovelace")]
    assert skipped(data) == [(5, "the file ends within this card: it has no END:VCARD")]


def test_card_without_a_begin_is_skipped():
    data = (ADA + "VERSION:3.0\r\nFN:Al Zed\r\nEND:VCARD\r\n" + BO).encode()
    assert names(data) == [(1, "Ada Lovelace"), (8, "Bo Able")]
    assert skipped(data) == [(5, "a card without BEGIN:VCARD")]


def test_end_without_anything_before_it_is_skipped_in_its_own_line():
    assert skipped((ADA + "END:VCARD\r\n").encode()) == [(5, "a card without BEGIN:VCARD")]


def test_line_that_is_no_property_is_told_and_the_rest_read():
    person = only(card("FN:Ada", "this is not a property", "EMAIL:ada@example.org"))
    assert person.emails == (("", "ada@example.org"),)
    assert person.remarks == ('line 4 cannot be read: "this is not a property"',)


def test_many_lines_that_are_no_properties_are_counted():
    person = only(card("FN:Ada", *(f"line {number}" for number in range(9))))
    assert len(person.remarks) == 4
    assert person.remarks[-1] == "6 more lines cannot be read"


def test_card_that_says_nothing_is_skipped():
    data = (card() + card("N:;;;;", "FN:", "NOTE:somebody") + BO).encode()
    assert names(data) == [(10, "Bo Able")]
    assert skipped(data) == [(line, "no name, and nothing else to call it by") for line in (1, 4)]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            ["KIND:group", "FN:Friends", "MEMBER:urn:uuid:1", "MEMBER:urn:uuid:2"],
            "a group of 2, not a person",
        ),
        (
            ["X-ADDRESSBOOKSERVER-KIND:group", "FN:Work", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1"],
            "a group of 1, not a person",
        ),
        (["KIND:org", "FN:Engines Ltd"], "an organization, not a person (KIND:org)"),
        (["KIND:LOCATION", "FN:Room 5"], "a place, not a person (KIND:location)"),
    ],
)
def test_card_of_no_person_is_reported(lines, why):
    data = (card(*lines) + BO).encode()
    assert skipped(data) == [(1, why)]
    assert len(names(data)) == 1


@pytest.mark.parametrize("kind", ["individual", "Individual", "x-unheard-of"])
def test_card_of_any_other_kind_is_a_person(kind):
    assert only(card(f"KIND:{kind}", "FN:Ada")).name == "Ada"


# --- cards within cards


AGENT = "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Susan Ames\r\nTEL:1\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    "agent",
    [AGENT, AGENT.replace("AGENT:\r\n", "AGENT:"), AGENT.replace("AGENT:\r\n", "agent ; x=1: \r\n\r\n")],
)
def test_card_within_a_card_is_a_person_whom_the_other_knows(agent):
    data = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ada\r\n{agent}TEL:2\r\nEND:VCARD\r\n{BO}"
    found = read(data.encode())
    ada, susan, bo = found.people
    assert (ada.name, ada.phones, ada.knows) == ("Ada", (("", "2"),), ("Susan Ames",))
    assert ada.remarks == ('the card within it, "Susan Ames", is a contact of its own',)
    assert (susan.name, susan.phones, susan.knows) == ("Susan Ames", (("", "1"),), ())
    assert (found.skipped, bo.name) == ((), "Bo Able")


def test_lines_after_a_card_within_keep_their_numbers():
    data = f"BEGIN:VCARD\r\nFN:Ada\r\n{AGENT}not a property\r\nEND:VCARD\r\n"
    assert read(data.encode()).people[0].remarks[0] == 'line 9 cannot be read: "not a property"'


def test_card_in_the_value_of_an_agent_is_read():
    inner = "BEGIN:VCARD\\nFN:Susan Ames\\nEMAIL\\;INTERNET:susan@example.org\\nNOTE:a\\\\nb\\nEND:VCARD\\n"
    ada, susan = read(card("FN:Ada", f"AGENT:{inner}").encode()).people
    assert (ada.knows, ada.extra) == (("Susan Ames",), ())
    assert (susan.emails, susan.notes) == ((("", "susan@example.org"),), "a\nb")


def test_cards_in_values_too_deep_are_skipped():
    inner = "BEGIN:VCARD\nFN:N9\nEND:VCARD\n"
    for depth in range(8, -1, -1):
        value = inner.replace("\\", "\\\\").replace("\n", "\\n")
        inner = f"BEGIN:VCARD\nFN:N{depth}\nAGENT:{value}\nEND:VCARD\n"
    found = read(inner.encode())
    assert sorted(one.name for one in found.people) == [f"N{depth}" for depth in range(8)]
    assert [tuple(one) for one in found.skipped] == [(3, "cards within cards, more than 8 deep")]


def test_agent_that_is_an_address_is_kept():
    assert only(card("FN:Ada", "AGENT;VALUE=uri:cid:part3@example.org")).extra == (
        "AGENT;VALUE=uri:cid:part3@example.org",
    )


def test_cards_nested_too_deeply_are_skipped_and_no_others():
    depth = 12
    opened = "".join(f"BEGIN:VCARD\nFN:N{number}\nAGENT:\n" for number in range(depth))
    ends = "END:VCARD\n" * (depth + 1)
    data = f"{opened}BEGIN:VCARD\nFN:Last\n{ends}{BO}".encode()
    assert [name for _, name in names(data)] == [*(f"N{number}" for number in range(8)), "Bo Able"]
    assert {why for _, why in skipped(data)} == {"cards within cards, more than 8 deep"}
    assert len(skipped(data)) == 5


def test_unclosed_card_within_a_card_does_not_swallow_those_after():
    data = f"BEGIN:VCARD\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Susan\n{BO}".encode()
    assert [name for _, name in names(data)] == ["Ada", "Susan", "Bo Able"]


# --- limits


def test_file_beyond_16_mib_is_refused_unless_told_otherwise():
    data = card("FN:Ada", "PHOTO;ENCODING=b:" + "A" * vcard.MOST_BYTES).encode()
    with pytest.raises(BadDataError, match="MiB, more than 16"):
        read(data)
    assert read(data, limits=False).people[0].remarks == ("1 photo or the like left out",)


def test_file_of_just_as_many_cards_as_may_be_is_read(monkeypatch):
    monkeypatch.setattr(vcard, "MOST_CARDS", 3)
    assert len(read((ADA * 3).encode()).people) == 3
    with pytest.raises(BadDataError, match="more than 3 cards"):
        read((ADA * 4).encode())
    assert len(read((ADA * 4).encode(), limits=False).people) == 4


def test_cards_within_cards_count(monkeypatch):
    monkeypatch.setattr(vcard, "MOST_CARDS", 3)
    with pytest.raises(BadDataError, match="more than 3 cards"):
        read(f"BEGIN:VCARD\nFN:Ada\n{AGENT * 3}END:VCARD\n".encode())


def test_card_of_too_many_properties_is_skipped_alone():
    data = (card("FN:Ada", *["TEL:1"] * 5_000) + BO).encode()
    assert [name for _, name in names(data)] == ["Bo Able"]
    assert skipped(data) == [(1, "more than 5,000 properties in one card")]


def test_names_limit_of_50_000_cards():
    assert (vcard.MOST_CARDS, vcard.MOST_BYTES) == (50_000, 16 * 1024 * 1024)


# --- hostile files: the time and memory they take

MIB = 1 << 20
NESTED = b"BEGIN:VCARD\nAGENT:\n"
INLINE = "BEGIN:VCARD\\nFN:B\\nEND:VCARD\\n"
TAGS = ",".join(map(str, range(2_500)))
HOSTILE = {
    "20 MB photo": (lambda: card("FN:Ada", "PHOTO;ENCODING=b:" + "A" * 20 * MIB), 0, 0),
    "photo in one line": (lambda: card("FN:Ada", "PHOTO;ENCODING=b:" + "A" * 15 * MIB), 1, 0),
    "photo folded": (lambda: card("FN:Ada", "PHOTO;ENCODING=b:", *[" " + "A" * 74] * 200_000), 1, 0),
    "photo not indented": (lambda: card("FN:Ada", "PHOTO;BASE64:", *["A" * 76] * 200_000), 1, 0),
    "9,000 begins": (lambda: b"BEGIN:VCARD\n" * 9_000, 0, 9_000),
    "9,000 nested": (lambda: NESTED * 9_000 + b"END:VCARD\n" * 9_000, 0, 9_000),
    "9,000 nested, unclosed": (lambda: NESTED * 9_000, 0, 9_000),
    "9,000 ends": (lambda: b"END:VCARD\n" * 9_000, 0, 9_000),
    "9,000 cards in a value": (lambda: card("FN:Ada", "AGENT:" + INLINE * 9_000), 9_001, 0),
    "note that runs on": (lambda: card("FN:Ada", "NOTE:x", *["y"] * 900_000), 1, 0),
    "a tag of 6 MB": (lambda: card("FN:Ada", "CATEGORIES:" + "a" * 6 * MIB), 1, 0),
    "many tags": (lambda: card("FN:Ada", *[f"CATEGORIES:{one}{TAGS}{one}" for one in range(1_000)]), 1, 0),
    "note folded": (lambda: card("FN:Ada", "NOTE:x", *[" y"] * 900_000), 1, 0),
    "more lines than a photo has": (lambda: card("FN:Ada", "NOTE:x", *["y"] * 1_100_000), 0, 1),
    "no properties": (lambda: card("FN:Ada", *["x"] * 900_000), 0, 1),
    "blank lines": (lambda: b"BEGIN:VCARD\nFN:Ada" + b"\n" * 900_000 + b"END:VCARD", 1, 0),
    "blank lines outside": (lambda: b"\n" * 8 * MIB + ADA.encode(), 1, 0),
    "spaces": (lambda: b" " * 8 * MIB + b"\n" + ADA.encode(), 1, 0),
    "one word": (lambda: b"a" * 8 * MIB + b"\n" + ADA.encode(), 1, 0),
    "quotes": (lambda: card("FN:Ada", 'X;A="' + '"' * 4 * MIB, "X" + '"' * 4 * MIB + ":1"), 1, 0),
    "parameters": (lambda: card("FN:Ada", "X" + ";a" * 2 * MIB + ":1"), 1, 0),
    "components": (lambda: card("FN:Ada", "N:" + ";a" * 2 * MIB, "ORG:" + "\\;" * 2 * MIB), 1, 0),
    "soft breaks": (lambda: card("FN:Ada", "NOTE;QUOTED-PRINTABLE:x=", *["y="] * 900_000), 1, 0),
    "no charset": (lambda: b"BEGIN:VCARD\nFN:\xff\nNOTE:" + b"\x81\x8d\xfe" * 2 * MIB + b"\nEND:VCARD", 1, 0),
    "wide letters": (lambda: card("FN:Ada", "NOTE:" + "\U0001f600" * 3 * MIB), 1, 0),
    "wide letters in UTF-16": (
        lambda: card("FN:Ada", "NOTE:" + "\U0001f600" * 3 * MIB).encode("utf-16"),
        1,
        0,
    ),
}
CHILD = """
import re, sys
from netlog.errors import BadDataError
from netlog.formats.vcard import read
try:
    found = read(open(sys.argv[1], "rb").read())
    print(len(found.people), len(found.skipped), end=" ")
except BadDataError:
    print(0, 0, end=" ")
# not ru_maxrss: that of a child starts with the parent's
print(int(re.search("VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells the memory")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_ends_in_time_and_within_memory(name, tmp_path):
    make, people, skipped = HOSTILE[name]
    data = make()
    path = tmp_path / "hostile.vcf"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    # ten seconds is the promise; three times that lets a busy machine off, and no quadratic loop
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    *found, most = map(int, done.stdout.split())
    assert found == [people, skipped]
    assert most < 300


def test_import_leaves_libraries_alone():
    code = "import sys, netlog.formats.vcard; print(*({'vobject', 'charset_normalizer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == []
