"""People written as vCards: what the file looks like, and that reading it gives the same people."""

import re
import unicodedata

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.formats.plain import Person
from netlog.formats.vcard import VERSIONS, read, write
from netlog.formats.vcard_labels import NETWORKS, SERVICES, TYPES

unhurried = settings(deadline=None, max_examples=60)
both = pytest.mark.parametrize("version", VERSIONS)

UID = "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
ADA = Person(
    1,
    "Ada King Lovelace",
    nickname="Al",
    organization="Engines; Ltd, The",
    title="Head of “Analysis”",
    emails=(("work", "ada@example.org"), ("", "a@example.org"), ("Old school", "o@example.org")),
    phones=(("home fax", "+1 555 0100"), ("mobile", "+1 555 0101,,9")),
    links=(("linkedin", "https://www.linkedin.com/in/ada"), ("homepage", "https://example.org/a,b;c\\d")),
    handles=(("skype", "live:ada"), ("Guild: “A”", "ada lovelace/%20?x"), ("", "x:y")),
    region="Île-de-France",
    birthday="--02-29",
    met_on="2024-03-02",
    met_via="LinkedIn",
    notes='one\n\n two, "three"; C:\\new\tend',
    tags=("mentor", "a,b"),
    career=(("Before; Ltd", "Cook"), ("", "Waiter")),
    knows=("Bo Able", "Cy, Zed"),
    private=True,
    uid=UID,
    updated_at="2024-03-02T12:00:00.123456Z",
    extra=(
        "N:King Lovelace;Ada;;Dr.;",
        "ORG:Engines\\; Ltd\\, The;Sales",
        "item1.X-A:1",
        "item1.X-ABLabel:one",
    ),
)


def same(people: list[Person], version: str) -> None:
    """Assert that reading what is written gives the people, their lines and remarks aside."""
    found = read(write(people, version))
    assert (found.skipped, found.remarks) == ((), ())
    assert [one._replace(line=1, remarks=()) for one in found.people] == people


def lines(person: Person, version: str) -> list[str]:
    return write([person], version).decode().replace("\r\n ", "").split("\r\n")


# --- the file


@both
def test_everything_comes_back(version):
    same([ADA, Person(1, "Bo"), ADA._replace(extra=())], version)


def test_version_3_0_looks_like_this():
    one = Person(1, "Ada Lovelace", emails=(("work", "a@example.org"), ("School", "b@example.org")))
    one = one._replace(phones=(("mobile", "1"),), birthday="--04-12", uid=UID, private=True, knows=("Bo",))
    one = one._replace(updated_at="2024-03-02T12:00:00.000000Z", handles=(("skype", "ada"),))
    assert lines(one, "3.0") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//netlog//netlog//EN",
        f"UID:{UID}",
        "FN:Ada Lovelace",
        "N:Lovelace;Ada;;;",
        "EMAIL;TYPE=INTERNET,WORK,PREF:a@example.org",
        "item1.EMAIL;TYPE=INTERNET:b@example.org",
        "item1.X-ABLabel:School",
        "TEL;TYPE=CELL:1",
        "IMPP;X-SERVICE-TYPE=skype:skype:ada",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12",
        "CLASS:PRIVATE",
        "REV:2024-03-02T12:00:00Z",
        "X-ABRELATEDNAMES:Bo",
        "END:VCARD",
        "",
    ]


def test_version_4_0_looks_like_this():
    one = Person(1, "Ada", emails=(("work", "a@example.org"), ("", "b@example.org")), birthday="1990-04-12")
    one = one._replace(phones=(("home fax", "1"),), uid=UID, private=True, knows=("Bo",), region="Ohio")
    one = one._replace(updated_at="2024-03-02T12:00:00.500000Z", links=(("github", "https://github.com/a"),))
    assert lines(one, "4.0") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//netlog//netlog//EN",
        f"UID:urn:uuid:{UID}",
        "FN:Ada",
        "N:;Ada;;;",
        "EMAIL;PREF=1;TYPE=work:a@example.org",
        "EMAIL:b@example.org",
        "TEL;TYPE=home,fax:1",
        "X-SOCIALPROFILE;TYPE=github:https://github.com/a",
        "BDAY:19900412",
        "ADR;X-NETLOG=REGION:;;;;Ohio;;",
        "X-NETLOG-PRIVATE:TRUE",
        "REV:20240302T120000Z",
        "X-NETLOG-REV:2024-03-02T12:00:00.500000Z",
        "RELATED;VALUE=text:Bo",
        "END:VCARD",
        "",
    ]


@both
def test_one_address_alone_is_not_preferred(version):
    text = write([Person(1, "Ada", emails=(("", "a@example.org"),), phones=(("", "1"),))], version).decode()
    assert "PREF" not in text


@both
def test_all_nicknames_come_back(version):
    same([Person(1, "Ada", nickname="Al", extra=("NICKNAME:Al,Addie", "NICKNAME:Lo"))], version)


@both
def test_uid_that_is_no_uuid_comes_back(version):
    same([Person(1, "Ada", uid="a,b@example.org")], version)


@pytest.mark.parametrize("version", ["2.1", "5.0", "", "3"])
def test_other_versions_are_refused(version):
    with pytest.raises(UsageError, match=r"versions: 3\.0, 4\.0"):
        write([ADA], version)


@both
def test_nobody_is_an_empty_file(version):
    assert write([], version) == b""


# --- the extra, once the contact has been changed


@pytest.mark.parametrize(
    ("extra", "changes", "given_back"),
    [
        ("N:van Gogh;Vincent;;;", {}, True),
        ("N:van Gogh;Vincent;;;", {"name": "Vincent Able"}, False),
        ("ORG:A;Sales", {"organization": "A"}, True),
        ("ORG:A;Sales", {"organization": "B"}, False),
        ("ORG:A;Sales", {}, False),
        ("NICKNAME:Vin,Vinnie", {"nickname": "Vin"}, True),
        ("NICKNAME:Vin,Vinnie", {"nickname": "Vince"}, False),
        ("BDAY;VALUE=text:circa 1853", {}, True),
        ("BDAY;VALUE=text:circa 1853", {"birthday": "1853-03-30"}, False),
        ("ROLE:Painter", {"title": "Artist"}, True),
        ("ROLE:Painter", {}, False),
        ("X-SPOUSE:Bo", {"knows": ("Bo",)}, True),
        ("X-SPOUSE:Bo", {"knows": ("Cy",)}, False),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;1;", {"knows": ("Bo",)}, True),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;1;", {}, False),
        ("RELATED;TYPE=friend:urn:uuid:1", {}, True),
        ("ADR:;;1 Main St;Arles;;;France", {"region": "France"}, True),
    ],
)
@both
def test_extra_is_given_back_as_far_as_it_still_agrees(extra, changes, given_back, version):
    one = Person(1, "Vincent van Gogh", extra=(extra,))._replace(**changes)
    assert (extra in lines(one, version)) is given_back
    same([one if given_back else one._replace(extra=())], version)


@pytest.mark.parametrize("knows", [("Bo", "Cy", "Di"), ("Di", "Bo", "Cy"), ("Bo", "Di", "Cy"), ("Cy", "Bo")])
@both
def test_those_known_come_back_in_their_order(knows, version):
    same([Person(1, "Ada", knows=knows, extra=("X-SPOUSE:Bo", "X-MANAGER:Cy"))], version)


@both
def test_region_that_was_changed_goes_before_the_address(version):
    one = Person(1, "Ada", region="Iowa", extra=("ADR;TYPE=WORK,PREF:;;1 Main St;;Ohio;;",))
    same([one], version)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "END:VCARD",
            "BEGIN:VCARD",
            "VERSION:2.1",
            "KIND:group",
            "FN",
            "no property",
            "",
            "X-A:1\r\nEND:VCARD",
        ),
        *("X-A:1\nEMAIL:x@example.org", "X-A;ENCODING=b:AAAA", "X-A;CHARSET=utf-7:a", "EMAIL:x@example.org"),
        *(
            "X-NETLOG-PRIVATE:TRUE",
            "X-SKYPE:ada",
            "AGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD",
            " X-A:1",
            "X-A:\x00",
        ),
        "X-ABLabel:alone",
    ],
)
@both
def test_extra_cannot_say_what_is_not_its_own(line, version):
    assert read(write([Person(1, "Ada", extra=(line,))], version)).people == (Person(1, "Ada"),)


@both
def test_labels_take_no_group_of_the_extra(version):
    extra = ("item1.X-ABDate:2015-06-01", "item1.X-ABLabel:_$!<Anniversary>!$_", "Item2.X-B:1")
    one = Person(1, "Ada", emails=(("Own", "a@example.org"),), phones=(("Other own", "1"),), extra=extra)
    assert "item3.EMAIL" in write([one], version).decode()
    same([one], version)


# --- what it takes to be read by others


@both
def test_lines_are_folded_at_75_octets_and_no_letter_is_torn(version):
    one = Person(1, "Ada", notes="é\U0001f600\u00a0x  " * 200 + ".", tags=("y" * 500,))
    raw = write([one], version)
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert [line.decode() for line in raw.split(b"\r\n")]
    assert raw.count(b"\n") == raw.count(b"\r\n")
    same([one], version)


@both
def test_vobject_reads_the_same(version):
    (read_by_other,) = vobject.readComponents(write([ADA], version).decode())
    assert read_by_other.fn.value == ADA.name
    assert read_by_other.n.value.given == "Ada"
    assert read_by_other.org.value == ["Engines; Ltd, The", "Sales"]
    assert read_by_other.title.value == ADA.title
    assert read_by_other.note.value == ADA.notes
    assert [one.value for one in read_by_other.email_list] == [value for _, value in ADA.emails]
    assert [one.value for one in read_by_other.tel_list] == [value for _, value in ADA.phones]
    assert read_by_other.categories.value == list(ADA.tags)
    assert read_by_other.uid.value.endswith(UID)


# --- laws


def letters(alphabet: st.SearchStrategy[str], most: int = 30) -> st.SearchStrategy[str]:
    """Text as the log keeps it: NFC, trimmed, no control characters."""
    return (
        st.text(alphabet, min_size=1, max_size=most)
        .map(lambda text: unicodedata.normalize("NFC", text).strip())
        .filter(bool)
    )


SEEN = st.one_of(st.sampled_from(' \\;:,"^=nN%?'), st.characters(exclude_categories=["C", "Zl", "Zp"]))
LINE = letters(SEEN)
NOTE = letters(st.one_of(SEEN, st.sampled_from("\n\t")), 200).filter(lambda text: not text.startswith("\n"))
WORD = LINE.filter(lambda text: text.casefold() not in ("mycontacts", "my contacts"))
LABEL = st.one_of(st.just(""), st.sampled_from([*TYPES, *SERVICES, *NETWORKS, "homepage"]), LINE)
# the forms that reading takes apart are no values that the log would hold
VALUE = LINE.filter(lambda text: not re.match(r"(?i)mailto:|tel:|https?:", text) and "<" not in text)
URL = st.one_of(VALUE, VALUE.map("https://example.org/{}".format))


def labelled(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    return st.lists(st.tuples(LABEL, values), max_size=4, unique_by=lambda one: one[1]).map(tuple)


def known(text: str) -> bool:
    return not re.match(r"(?i)(?:urn:uuid|mailto|tel|https?|geo|sip|xmpp|ldap|cid|data):", text)


PERSON = st.builds(
    Person,
    line=st.just(1),
    source_id=st.none(),
    remarks=st.just(()),
    name=LINE,
    nickname=st.none() | LINE,
    organization=st.none() | LINE,
    title=st.none() | LINE,
    emails=labelled(VALUE),
    phones=labelled(VALUE),
    links=labelled(URL),
    handles=labelled(LINE),
    region=st.none() | LINE,
    birthday=st.none()
    | st.dates().filter(lambda day: day.year != 1604).map(str)
    | st.sampled_from(["--02-29"]),
    met_on=st.none() | st.dates().map(str),
    met_via=st.none() | LINE,
    notes=st.none() | NOTE,
    tags=st.lists(WORD, max_size=4, unique=True).map(tuple),
    career=st.lists(st.tuples(LINE, st.just("") | LINE), max_size=3, unique=True).map(tuple),
    knows=st.lists(LINE.filter(known), max_size=3, unique=True).map(tuple),
    private=st.booleans(),
    uid=st.none() | st.uuids().map(str) | LINE.filter(lambda text: not text.lower().startswith("urn:uuid:")),
    updated_at=st.none() | st.datetimes().map(lambda at: f"{at.isoformat(timespec='microseconds')}Z"),
    extra=st.lists(VALUE.map("X-KEPT;A=b:{}".format), max_size=3, unique=True).map(tuple),
)


@unhurried
@given(st.lists(PERSON, min_size=1, max_size=3), st.sampled_from(VERSIONS))
def test_people_come_back_as_they_were(people, version):
    same(people, version)


@unhurried
@given(st.lists(PERSON, min_size=1, max_size=2), st.sampled_from(VERSIONS))
def test_file_written_twice_is_the_same(people, version):
    once = write(people, version)
    assert write(read(once).people, version) == once


def test_lone_surrogate_becomes_a_question_mark_or_nothing():
    bad = "a\ud800b"
    one = Person(1, bad, handles=(("", bad),), links=((bad, bad),), notes=bad, knows=(bad,), region=bad)
    (back,) = read(write([one])).people
    assert (back.name, back.handles, back.links) == ("ab", (("", "a?b"),), (("ab", "ab"),))


ANY = st.text(st.characters(), max_size=60)


@unhurried
@given(
    st.builds(
        Person,
        st.just(1),
        ANY,
        source_id=st.none(),
        remarks=st.just(()),
        nickname=ANY,
        emails=st.tuples(st.tuples(ANY, ANY)),
        uid=ANY,
        notes=ANY,
        handles=st.tuples(st.tuples(ANY, ANY)),
        extra=st.tuples(ANY, ANY.map("X-A:{}".format)),
        tags=st.tuples(ANY),
    ),
    st.sampled_from(VERSIONS),
)
def test_no_text_breaks_the_file(person, version):
    found = read(write([person, Person(1, "Bo")], version))
    assert len(found.people) + len(found.skipped) == 2
    assert found.people[-1]._replace(line=1) == Person(1, "Bo")
    assert found.remarks == ()
