"""What the properties of a vCard say of a person, as the programs that people come from write them."""

import pytest

from netlog.formats.plain import Person
from netlog.formats.vcard import read


def person(*lines: str, version: str = "3.0") -> Person:
    found = read("\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode())
    assert found.skipped == ()
    return found.people[0]


def said(one: Person) -> dict[str, object]:
    """What a person says, without the line."""
    return {key: value for key, value in one._asdict().items() if value and key != "line"}


# --- whole cards, each in the manner of a program

IPHONE = """\
PRODID:-//Apple Inc.//iPhone OS 17.4//EN
N:Lovelace;Ada;;Dr.;
FN:Dr. Ada Lovelace
NICKNAME:Ada
ORG:Engines Ltd;Research
TITLE:Analyst
item1.EMAIL;type=INTERNET;type=pref:ada@example.org
item1.X-ABLabel:_$!<School>!$_
EMAIL;type=INTERNET;type=HOME:ada@home.example.org
TEL;type=CELL;type=VOICE;type=pref:+1 555 0100
TEL;type=HOME;type=FAX:+1 555 0101
item2.TEL:+1 555 0102
item2.X-ABLabel:Front desk
item3.ADR;type=WORK;type=pref:;;1 Main St;Springfield;Illinois;62701;USA
item3.X-ABADR:us
item4.URL;type=pref:http\\://example.org/ada
item4.X-ABLabel:_$!<HomePage>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12
item5.X-ABDATE;type=pref:2015-06-01
item5.X-ABLabel:_$!<Anniversary>!$_
item6.X-ABRELATEDNAMES;type=pref:Bo Able
item6.X-ABLabel:_$!<Manager>!$_
X-SOCIALPROFILE;type=twitter;x-user=ada:http://twitter.com/ada
IMPP;X-SERVICE-TYPE=Skype;type=pref:skype:ada.l
IMPP;X-SERVICE-TYPE=Jabber;type=HOME:xmpp:ada@jabber.example.org
NOTE:met at the fair\\, wants slides
UID:6B29A774-D124-4822-B8D0-2780EC117F60
REV:2024-03-02T12:00:00Z
"""


def test_card_of_an_iphone():
    assert said(person(*IPHONE.splitlines())) == {
        "name": "Dr. Ada Lovelace",
        "nickname": "Ada",
        "organization": "Engines Ltd",
        "title": "Analyst",
        "emails": (("school", "ada@example.org"), ("home", "ada@home.example.org")),
        "phones": (("mobile", "+1 555 0100"), ("home fax", "+1 555 0101"), ("Front desk", "+1 555 0102")),
        "links": (("homepage", "http://example.org/ada"), ("twitter", "http://twitter.com/ada")),
        "handles": (("skype", "ada.l"), ("jabber", "ada@jabber.example.org")),
        "region": "Illinois",
        "birthday": "--04-12",
        "notes": "met at the fair, wants slides",
        "knows": ("Bo Able",),
        "uid": "6B29A774-D124-4822-B8D0-2780EC117F60",
        "updated_at": "2024-03-02T12:00:00.000000Z",
        "extra": (
            "N:Lovelace;Ada;;Dr.;",
            "ORG:Engines Ltd;Research",
            "item3.ADR;TYPE=WORK;TYPE=pref:;;1 Main St;Springfield;Illinois;62701;USA",
            "item3.X-ABADR:us",
            "item5.X-ABDate;TYPE=pref:2015-06-01",
            "item5.X-ABLabel:_$!<Anniversary>!$_",
            "item6.X-ABRELATEDNAMES;TYPE=pref:Bo Able",
            "item6.X-ABLabel:_$!<Manager>!$_",
        ),
    }


ANDROID = """\
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85kesson;Zo=C3=AB;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=20=C3=85ke=
sson
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Zozo;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo Able;14;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2015-06-01;1;;;;;;;;;;;;;
TEL;CELL;PREF:5550100
TEL;X-School:5550101
EMAIL;WORK:zoe@example.org
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Storgatan 1, 2 tr;Malm=C3=B6;;;Sverige
ORG:Skolan
TITLE:Teacher
BDAY:1990-04-12
X-GOOGLE-TALK:zoe@example.org
CATEGORIES:My Contacts,Friends
NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIB
 AQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsK

"""


def test_card_of_an_android_phone():
    assert said(person(*ANDROID.splitlines(), version="2.1")) == {
        "name": "Zoë Åkesson",
        "nickname": "Zozo",
        "organization": "Skolan",
        "title": "Teacher",
        "emails": (("work", "zoe@example.org"),),
        "phones": (("mobile", "5550100"), ("school", "5550101")),
        "handles": (("gtalk", "zoe@example.org"),),
        "region": "Sverige",
        "birthday": "1990-04-12",
        "notes": "one\ntwo",
        "tags": ("Friends",),
        "knows": ("Bo Able",),
        "extra": (
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo Able;14;;;;;;;;;;;;;",
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2015-06-01;1;;;;;;;;;;;;;",
            "ADR;TYPE=HOME:;;Storgatan 1\\, 2 tr;Malmö;;;Sverige",
        ),
        "remarks": ("1 photo or the like left out",),
    }


OUTLOOK = """\
N;LANGUAGE=en-us:Able;Bo;;Mr.;Jr.
FN:Bo Able
ORG:Company, The;Sales
TITLE:Head of sales
ROLE:Profession
NOTE;ENCODING=QUOTED-PRINTABLE:This is the note	=0D=0A=
Second line=0D=0A=0D=0AFourth=0D=
=0A
TEL;WORK;VOICE:(555) 555-1111
TEL;WORK;FAX:(555) 555-3333
ADR;WORK;PREF:;Office;2 Broadway;New York;NY;99999;USA
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Office=0D=0A=
2 Broadway=0D=0A=
New York, NY 99999
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
URL;WORK:http://example.org
BDAY:19220310
EMAIL;PREF;INTERNET:bo@example.org
X-MS-IMADDRESS:bo@im.example.org
X-MS-MANAGER:Ada Lovelace
X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://example.org/card" ver="1.0"></card>
CLASS:PRIVATE
REV:20120801T184631Z
"""


def test_card_of_outlook():
    assert said(person(*OUTLOOK.splitlines(), version="2.1")) == {
        "name": "Bo Able",
        "organization": "Company, The",
        "title": "Head of sales",
        "emails": (("", "bo@example.org"),),
        "phones": (("work", "(555) 555-1111"), ("work fax", "(555) 555-3333")),
        "links": (("work", "http://example.org"),),
        "handles": (("", "bo@im.example.org"),),
        "region": "NY",
        "birthday": "1922-03-10",
        "notes": "This is the note\t\nSecond line\n\nFourth",
        "knows": ("Ada Lovelace",),
        "private": True,
        "updated_at": "2012-08-01T18:46:31.000000Z",
        "extra": (
            "N;LANGUAGE=en-us:Able;Bo;;Mr.;Jr.",
            "ORG:Company\\, The;Sales",
            "ROLE:Profession",
            "ADR;TYPE=WORK;TYPE=PREF:;Office;2 Broadway;New York;NY;99999;USA",
            "LABEL;TYPE=WORK;TYPE=PREF:Office\\n2 Broadway\\nNew York\\, NY 99999",
            "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
            "X-MS-MANAGER:Ada Lovelace",
            'X-MS-OL-DESIGN:<card xmlns="http://example.org/card" ver="1.0"></card>',
        ),
    }


VERSION_4 = """\
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;PID=1.1:Simone Able
N:Able;Simone;;;ing. jr,M.Sc.
BDAY:--0203
ANNIVERSARY:20090808T1430-0500
GENDER:F
LANG;PREF=1:fr
ORG;TYPE=work:Viaduct
ADR;TYPE=work:;Suite 2;28 Laurier;Quebec;QC;G1V 2M2;Canada
TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-555-9254;ext=102
TEL;VALUE=uri;TYPE="work,cell,voice,video,text";PREF=1:tel:+1-418-555-6501
EMAIL;TYPE=work;PREF=2:simone@example.org
EMAIL;PREF=1:mailto:first@example.org
EMAIL:"Simone Able" <third@example.org>
KEY;TYPE=work;VALUE=uri:http://example.org/simone.asc
URL;TYPE=home:https://example.org/a,b;c
SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/simone-example
SOCIALPROFILE;SERVICE-TYPE=Mastodon;VALUE=text:@simone@example.org
RELATED;TYPE=friend;VALUE=text:Ada Lovelace
RELATED;TYPE=contact:http://example.org/bo
RELATED;VALUE=text:Cy Zed
REV:20240302T120000Z
"""


def test_card_of_version_4():
    assert said(person(*VERSION_4.splitlines(), version="4.0")) == {
        "name": "Simone Able",
        "organization": "Viaduct",
        "emails": (("", "first@example.org"), ("work", "simone@example.org"), ("", "third@example.org")),
        "phones": (("work mobile", "+1-418-555-6501"), ("work", "+1-418-555-9254 ext. 102")),
        "links": (
            ("home", "https://example.org/a,b;c"),
            ("linkedin", "https://www.linkedin.com/in/simone-example"),
        ),
        "handles": (("mastodon", "@simone@example.org"),),
        "region": "QC",
        "birthday": "--02-03",
        "knows": ("Ada Lovelace", "Cy Zed"),
        "uid": "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
        "updated_at": "2024-03-02T12:00:00.000000Z",
        "extra": (
            "N:Able;Simone;;;ing. jr,M.Sc.",
            "ANNIVERSARY:20090808T1430-0500",
            "GENDER:F",
            "LANG;PREF=1:fr",
            "ADR;TYPE=work:;Suite 2;28 Laurier;Quebec;QC;G1V 2M2;Canada",
            "KEY;TYPE=work;VALUE=uri:http://example.org/simone.asc",
            "RELATED;TYPE=friend;VALUE=text:Ada Lovelace",
            "RELATED;TYPE=contact:http://example.org/bo",
        ),
    }


# --- names


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ada Lovelace", "N:King;Ada;;;"], "Ada Lovelace"),
        (["FN:", "N:Lovelace;Ada;King,Byron;Dr.;Jr."], "Ada King Byron Lovelace"),
        (["N:Lovelace"], "Lovelace"),
        (["N:;Ada"], "Ada"),
        (["N:山田;太郎;;;"], "山田 太郎"),
        (["N:;;;Dr.;", "FN:Ada"], "Ada"),
        (["FN:Ada Lovelace", "FN;LANGUAGE=fr:Ada de Lovelace"], "Ada Lovelace"),
        (["FN:Able\\, Bo"], "Able, Bo"),
    ],
)
def test_name_is_fn_else_n(lines, name):
    one = person(*lines)
    assert (one.name, one.remarks) == (name, ())


@pytest.mark.parametrize(
    ("lines", "name", "what"),
    [
        (["NICKNAME:Bo", "ORG:Engines"], "Bo", "nickname"),
        (["N:;;;;", "FN: ", "ORG:Engines Ltd;Sales", "EMAIL:a@example.org"], "Engines Ltd", "organization"),
        (["EMAIL:b@example.org", "EMAIL;PREF=1:a@example.org"], "a@example.org", "e-mail address"),
        (["TEL:+1 555"], "+1 555", "phone number"),
    ],
)
def test_card_without_a_name_is_called_by_what_there_is(lines, name, what):
    one = person(*lines)
    assert (one.name, one.remarks) == (name, (f"no name: called by the {what}",))


def test_n_that_says_more_than_the_name_is_kept():
    assert person("FN:Ada Lovelace", "N:Lovelace;Ada;;;").extra == ()
    assert person("FN:Ada", "N:;Ada").extra == ()
    assert person("FN:Vincent van Gogh", "N:van Gogh;Vincent;;;").extra == ("N:van Gogh;Vincent;;;",)
    assert person("FN:Travel Ltd", "N:Able;Bo;;;").extra == ("N;X-NETLOG-FN=Travel Ltd:Able;Bo;;;",)


def test_first_n_is_kept_of_two():
    assert person("FN:Ada Lovelace", "N:A;B;;;", "N:C;D;;;").extra == ("N;X-NETLOG-FN=Ada Lovelace:A;B;;;",)


def test_group_is_the_same_in_any_case():
    one = person("FN:Ada", "item1.TEL:1", "ITEM1.X-ABLABEL:Own", "Item2.X-ABDATE:1", "item2.X-ABLabel:Day")
    assert one.phones == (("Own", "1"),)
    assert one.extra == ("Item2.X-ABDate:1", "item2.X-ABLabel:Day")


@pytest.mark.parametrize(
    ("line", "knows", "kept"),
    [
        ("RELATED;VALUE=uri:Bo Able", ("Bo Able",), False),
        ("RELATED;VALUE=uri:bo@example.org", (), True),
        ("RELATED:mailto:bo@example.org", (), True),
        ("RELATED;TYPE=contact;VALUE=text:Bo Able", ("Bo Able",), False),
        ("RELATED;TYPE=spouse;VALUE=text:Bo Able", ("Bo Able",), True),
        ("X-ABRELATEDNAMES:Bo Able", ("Bo Able",), False),
        ("X-SPOUSE:Bo Able", ("Bo Able",), True),
        ("X-EVOLUTION-MANAGER:Bo Able", ("Bo Able",), True),
    ],
)
def test_those_known(line, knows, kept):
    one = person("FN:Ada", line)
    assert (one.knows, one.extra) == (knows, (line,) if kept else ())


def test_nicknames_after_the_first_are_kept():
    one = person("FN:Ada", "NICKNAME:Al,Addie", "NICKNAME:Lo")
    assert (one.nickname, one.extra) == ("Al", ("NICKNAME:Al,Addie", "NICKNAME:Lo"))
    assert person("FN:Ada", "NICKNAME:Al", "NICKNAME:Al").extra == ()


# --- work


@pytest.mark.parametrize(
    ("lines", "organization", "title", "career", "extra"),
    [
        (["ORG:SAP;"], "SAP", None, (), ()),
        (["ORG:;Sales"], "Sales", None, (), ()),
        (["ORG:A;B;C"], "A", None, (), ("ORG:A;B;C",)),
        (["TITLE:Head"], None, "Head", (), ()),
        (["ROLE:Teacher"], None, "Teacher", (), ()),
        (["TITLE:Head", "ROLE:Teacher"], None, "Head", (), ("ROLE:Teacher",)),
        (["ORG:A", "ORG:B", "TITLE:One", "TITLE:Two"], "A", "One", (("B", "Two"),), ()),
        (["ORG:A", "ORG;PREF=1:B", "ORG:C"], "B", None, (("A", ""), ("C", "")), ()),
        (["x.ORG:A", "y.ORG:B", "y.TITLE:Of B"], "A", None, (("B", "Of B"),), ()),
        (["ORG:A", "TITLE:One", "TITLE:Two"], "A", "One", (), ("TITLE:Two",)),
        (
            ["X-NETLOG-FORMER:A\\;B;Head", "X-NETLOG-FORMER:;Cook"],
            None,
            None,
            (("A;B", "Head"), ("", "Cook")),
            (),
        ),
    ],
)
def test_employers_and_titles(lines, organization, title, career, extra):
    one = person("FN:Ada", *lines)
    assert (one.organization, one.title, one.career, one.extra) == (organization, title, career, extra)


# --- birthdays


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1990-04-12", "1990-04-12"),
        ("BDAY:19900412", "1990-04-12"),
        ("BDAY;VALUE=date:1990-04-12", "1990-04-12"),
        ("BDAY:1990-04-12T00:00:00Z", "1990-04-12"),
        ("BDAY:19900412T231000Z", "1990-04-12"),
        ("BDAY:1990-04-12T20:12:43+04:00", "1990-04-12"),
        ("BDAY:1990-04-12 00:00:00", "1990-04-12"),
        ("BDAY;VALUE=text:1990-04-12", "1990-04-12"),
        ("BDAY;VALUE=text:--0412", "--04-12"),
        ("BDAY: 1990-4-12 ", "1990-04-12"),
        ("BDAY:1990/04/12", "1990-04-12"),
        ("BDAY:12.4.1990", "1990-04-12"),
        ("BDAY:--0412", "--04-12"),
        ("BDAY:--04-12", "--04-12"),
        ("BDAY:--4-12", "--04-12"),
        ("BDAY:--0412T102200", "--04-12"),
        ("BDAY:-0412", "--04-12"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "--04-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=DATE:16040412", "--04-12"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-02-29", "--02-29"),
        ("BDAY:0000-04-12", "--04-12"),
        ("BDAY;CALSCALE=gregorian:19900412", "1990-04-12"),
    ],
)
def test_birthday_in_all_its_spellings(line, birthday):
    one = person("FN:Ada", line)
    assert (one.birthday, one.extra, one.remarks) == (birthday, (), ())


@pytest.mark.parametrize(
    "line",
    [
        "BDAY;VALUE=text:circa 1800",
        "BDAY:1990",
        "BDAY:1990-04",
        "BDAY:---12",
        "BDAY:--04",
        "BDAY:19903104",
        "BDAY:1990-02-30",
        "BDAY:--0230",
        "BDAY:04/12/1990",
        "BDAY:T102200",
        "BDAY;CALSCALE=hebrew:57500101",
        "BDAY:١٩٩٠-٠٤-١٢",
    ],
)
def test_birthday_that_is_no_day_is_told_and_kept(line):
    one = person("FN:Ada", line)
    assert (one.birthday, one.extra) == (None, (line,))
    assert one.remarks == (f'the birthday "{line.partition(":")[2]}" is not a day: kept for an export only',)


def test_birthday_that_is_a_day_is_taken_of_two():
    one = person("FN:Ada", "BDAY;ALTID=1;VALUE=text:spring", "BDAY;ALTID=1:1990-04-12", "BDAY:1991-01-01")
    assert (one.birthday, one.extra) == ("1990-04-12", ())


# --- the rest


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("REV:2024-03-02T12:00:00Z", "2024-03-02T12:00:00.000000Z"),
        ("REV:20240302T120000Z", "2024-03-02T12:00:00.000000Z"),
        ("REV;VALUE=timestamp:2024-03-02T12:00:00.057Z", "2024-03-02T12:00:00.057000Z"),
        ("REV:2024-03-02T12:00:00,5+02:00", "2024-03-02T10:00:00.500000Z"),
        ("REV:20240302T120000-0530", "2024-03-02T17:30:00.000000Z"),
        ("REV:20240302T120000", "2024-03-02T12:00:00.000000Z"),
        ("REV;VALUE=DATE:20240302", "2024-03-02T00:00:00.000000Z"),
        ("REV:0001-01-01T00:00:00+01:00", None),
        ("REV:20241302", None),
        ("REV:20240302T120000+99", None),
        ("REV:yesterday", None),
    ],
)
def test_revision_is_a_moment_in_utc(line, moment):
    assert person("FN:Ada", line).updated_at == moment


def test_revision_of_another_program_is_later_than_ours():
    exact = "X-NETLOG-REV:2024-03-02T12:00:00.123456Z"
    assert person("FN:Ada", "REV:20240302T120000Z", exact).updated_at == "2024-03-02T12:00:00.123456Z"
    assert person("FN:Ada", "REV:20240302T120001Z", exact).updated_at == "2024-03-02T12:00:01.000000Z"


@pytest.mark.parametrize(
    ("line", "uid"),
    [
        ("UID:urn:uuid:4FBE8971", "4FBE8971"),
        ("UID:URN:UUID:4fbe8971", "4fbe8971"),
        ("UID:4fbe8971@example.org", "4fbe8971@example.org"),
        ("UID;VALUE=text:a\\,b", "a,b"),
        ("UID:", None),
    ],
)
def test_uid(line, uid):
    assert person("FN:Ada", line).uid == uid


@pytest.mark.parametrize(
    ("line", "handle"),
    [
        ("IMPP:skype:ada", ("skype", "ada")),
        ("IMPP:skype:ada?chat", ("skype", "ada")),
        ("IMPP;X-SERVICE-TYPE=Skype:skype:live%3Aada", ("skype", "live:ada")),
        ("IMPP;X-SERVICE-TYPE=Skype:live:ada", ("skype", "live:ada")),
        ("IMPP;X-SERVICE-TYPE=GoogleTalk:xmpp:ada@example.org", ("gtalk", "ada@example.org")),
        ("IMPP:aim:goim?screenname=ada", ("aim", "ada")),
        ("IMPP;TYPE=home:ada", ("home", "ada")),
        ("IMPP;X-SERVICE-TYPE=Threema:threema:ABCD", ("threema", "ABCD")),
        ("IMPP;X-SERVICE-TYPE=Club Net:x-apple:ada", ("Club Net", "ada")),
        ("IMPP:myIM:ada@example.org", ("myIM", "ada@example.org")),
        ("X-SKYPE:ada", ("skype", "ada")),
        ("X-SKYPE-USERNAME:ada", ("skype", "ada")),
        ("X-AIM;TYPE=HOME:ada", ("aim", "ada")),
        ("X-GOOGLE-TALK:ada", ("gtalk", "ada")),
        ("X-JABBER:ada@example.org", ("jabber", "ada@example.org")),
        ("X-messaging/gadu-All:4523", ("gadu-gadu", "4523")),
        ("X-messaging/foo-All:4523", ("foo", "4523")),
        ("X-SOCIALPROFILE;type=Custom Chat;x-user=ada:x-apple:ada", ("Custom Chat", "ada")),
        ("X-SOCIALPROFILE;type=twitter:@ada", ("twitter", "@ada")),
    ],
)
def test_handles(line, handle):
    one = person("FN:Ada", line)
    assert (one.handles, one.links, one.extra) == ((handle,), (), ())


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("URL:www.example.org", ("", "www.example.org")),
        ("URL;TYPE=x-blog:http\\://example.org", ("blog", "http://example.org")),
        (
            "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/a",
            ("linkedin", "http://www.linkedin.com/in/a"),
        ),
        ("X-SOCIALPROFILE;TYPE=pref;type=Guild:https://example.org/a", ("Guild", "https://example.org/a")),
        ("X-TWITTER:https://twitter.com/ada", ("twitter", "https://twitter.com/ada")),
    ],
)
def test_links(line, link):
    one = person("FN:Ada", line)
    assert (one.links, one.handles, one.extra) == ((link,), (), ())


@pytest.mark.parametrize(
    ("lines", "region"),
    [
        (["ADR:;;1 Main St;Springfield;Illinois;62701;USA"], "Illinois"),
        (["ADR:;;Hauptstr. 1;Halle;;06789;Deutschland"], "Deutschland"),
        (["ADR;WORK:;Szczecin"], None),
        (["ADR;HOME:;;;;Ohio;;", "ADR;WORK:;;;;Iowa;;"], "Iowa"),
        (["ADR;WORK:;;;;Ohio;;", "ADR;HOME;PREF:;;;;Iowa;;"], "Iowa"),
        (["ADR;WORK;PREF:;;;;Ohio;;", "ADR;X-NETLOG=REGION:;;;;Iowa;;"], "Iowa"),
        (["ADR:;;;;;;"], None),
    ],
)
def test_region_is_that_of_the_preferred_address(lines, region):
    assert person("FN:Ada", *lines).region == region


def test_relations_by_uid_are_names_where_the_card_is_in_the_file():
    data = (
        "BEGIN:VCARD\nFN:Ada\nRELATED;TYPE=colleague:urn:uuid:aBC\nRELATED:urn:uuid:xyz\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Bo Able\nUID:urn:uuid:Abc\nEND:VCARD\n"
    )
    ada, bo = read(data.encode()).people
    assert (ada.knows, bo.knows) == (("Bo Able",), ())
    assert ada.extra == ("RELATED;TYPE=colleague:urn:uuid:aBC", "RELATED:urn:uuid:xyz")


def test_notes_and_tags_of_several_properties_are_put_together():
    one = person("FN:Ada", "NOTE:one", "CATEGORIES:a,b\\,c", "NOTE:two", "CATEGORIES:a, d ,,myContacts")
    assert (one.notes, one.tags) == ("one\n\ntwo", ("a", "b,c", "d"))


def test_number_that_is_there_twice_is_taken_once_with_its_first_label():
    one = person("FN:Ada", "TEL;TYPE=HOME:1", "TEL:2", "TEL;TYPE=WhatsApp:1")
    assert one.phones == (("home", "1"), ("", "2"))


@pytest.mark.parametrize("word", ["PRIVATE", "Confidential"])
def test_class_makes_private(word):
    assert person("FN:Ada", f"CLASS:{word}").private
    assert not person("FN:Ada", "CLASS:PUBLIC").private


@pytest.mark.parametrize(
    ("text", "day"),
    [("2024-03-02", "2024-03-02"), ("1604-03-02", "1604-03-02"), ("20240302", None), ("2024-02-30", None)],
)
def test_day_of_meeting_is_one_that_we_wrote(text, day):
    one = person("FN:Ada", f"X-NETLOG-MET-ON:{text}", "X-NETLOG-MET-VIA:a friend\\, once")
    assert (one.met_on, one.met_via, one.extra) == (day, "a friend, once", ())


def test_more_categories_than_anyone_has_are_told():
    one = person("FN:Ada", "CATEGORIES:" + ",".join(map(str, range(1_001))))
    assert len(one.tags) == 1_000
    assert one.remarks == ("more than 1,000 categories: the rest left out",)


def test_unknown_properties_are_kept_as_3_0_writes_them():
    lines = [
        "X-FOO;A=b:plain",
        "X-BAR;CHARSET=UTF-8;QUOTED-PRINTABLE:a,=C3=A4=0D=0Ab\\;c=",
        "",
        'g.X-BAZ;HOME;B="c;d":e\\f',
        "GEO:1.5;2.5",
        "X-EMPTY:",
    ]
    assert person("FN:Ada", *lines, version="2.1").extra == (
        "X-FOO;A=b:plain",
        "X-BAR:a\\,ä\\nb\\;c",
        'g.X-BAZ;TYPE=HOME;B="c;d":e\\\\f',
        "GEO:1.5;2.5",
    )
    assert (
        person("FN:A", "N;QUOTED-PRINTABLE:B;C,D\\\\n=5C", version="2.1")
        .extra[0]
        .endswith(":B;C,D\\\\\\\\n\\\\")
    )
    assert person("FN:Ada", "X-FOO:a,b\\,c\\nd").extra == ("X-FOO:a,b\\,c\\nd",)
