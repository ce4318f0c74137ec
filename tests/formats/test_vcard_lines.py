"""The lines of a vCard: folding, quoted-printable, parameters, charsets, pictures, escapes."""

import base64

import pytest

from netlog.formats.plain import Person
from netlog.formats.vcard import read


def person(*lines: str | bytes, version: str = "3.0", end: bytes = b"\r\n") -> Person:
    raw = [line if isinstance(line, bytes) else line.encode() for line in lines]
    data = end.join([b"BEGIN:VCARD", b"VERSION:" + version.encode(), *raw, b"END:VCARD", b""])
    found = read(data)
    assert found.skipped == ()
    return found.people[0]


# --- folding


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("space", [" ", "\t"])
def test_fold_is_taken_out_with_one_space(end, version, space):
    one = person(
        "FN:Ada Love", f"{space}lace", "NOTE:one", f"{space} two", f"{space}{space}", version=version, end=end
    )
    assert (one.name, one.notes) == ("Ada Lovelace", "one two")


def test_fold_within_a_letter_is_mended():
    name = "Zoë Able".encode()
    assert person(b"FN:" + name[:3], b" " + name[3:]).name == "Zoë Able"


def test_fold_in_the_head_is_taken_out():
    assert person("FN:Ada", "EMAIL;TYPE=", " WORK:ada@example.org").emails == (("work", "ada@example.org"),)


def test_blank_lines_between_properties_mean_nothing():
    one = person("", "FN:Ada", "", "   ", "TEL:1", "")
    assert (one.phones, one.remarks) == ((("", "1"),), ())


def test_fold_of_a_2_1_card_stands_for_a_space():
    one = person(
        "FN:Ada", "NOTE:This is a very long description", "   that exists", "\ton a line", version="2.1"
    )
    assert one.notes == "This is a very long description that exists on a line"


@pytest.mark.parametrize("width", [75, 76])
def test_fold_of_a_2_1_card_at_the_full_width_does_not(width):
    text = "NOTE:" + "abcdefghij" * 12
    one = person("FN:Ada", text[:width], " " + text[width:], version="2.1")
    assert one.notes == "abcdefghij" * 12


# --- quoted-printable


@pytest.mark.parametrize(
    "head", ["ENCODING=QUOTED-PRINTABLE", "QUOTED-PRINTABLE", "encoding=quoted-printable"]
)
def test_quoted_printable_is_decoded(head):
    one = person(f"N;CHARSET=UTF-8;{head}:M=C3=BCller;J=\r\n=C3=B6rg=\r\n;;;", version="2.1")
    assert one.name == "Jörg Müller"


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_quoted_printable_notes_keep_their_lines(version):
    one = person(
        "FN:Ada",
        "NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0A=",
        "TEL: 555 is not hers=0D=0A=",
        "last \\n C:\\new\\, =",
        " spaced =3D end=0A",
        "TEL:1",
        version=version,
    )
    assert one.notes == "first\nTEL: 555 is not hers\nlast \\n C:\\new,  spaced = end"
    assert one.phones == (("", "1"),)


def test_soft_break_before_a_blank_line_goes_on_unless_a_property_follows():
    head = "ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8"
    one = person(
        f"NOTE;{head}:=C3=A4=C3=", "", "=A4=C3=", "", "=A4", f"FN;{head}:A=", "", "TEL;CELL:1", version="2.1"
    )
    assert (one.notes, one.name, one.phones) == ("äää", "A", (("mobile", "1"),))


def test_soft_break_by_mistake_does_not_swallow_the_next_property():
    one = person("FN;QUOTED-PRINTABLE:Ada=", "TEL;HOME:1", "ORG;QUOTED-PRINTABLE:x=", version="2.1")
    assert (one.name, one.phones, one.organization) == ("Ada", (("home", "1"),), "x")


@pytest.mark.parametrize(("value", "name"), [("A=ZZb", "A=ZZb"), ("=", None), ("A=4", "A=4"), ("=41=", "A")])
def test_quoted_printable_that_is_wrong_is_taken_as_it_is(value, name):
    one = person("NICKNAME:Bo", f"FN;QUOTED-PRINTABLE:{value}", version="2.1")
    assert one.name == (name or "Bo")


def test_quoted_printable_semicolons_that_are_escaped_are_text():
    one = person("N;QUOTED-PRINTABLE:Able\\;Zed;B=6F;;;", version="2.1")
    assert one.name == "Bo Able;Zed"


# --- charsets


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO-8859-1", "Jörg Müller"),
        ("Windows-1252", "Zoë O’Neil"),
        ("ISO-8859-2", "Łukasz Żak"),
        ("windows-1251", "Тарас Шевченко"),
        ("KOI8-R", "Пётр Петров"),
        ("SHIFT_JIS", "山田 太郎"),
        ("ISO-2022-JP", "鈴木 花子"),
        ("EUC-KR", "최 유림"),
        ("GB2312", "王 伟"),
        ("GBK", "李 娜"),
        ("Big5", "陳 大文"),
        ("UTF-7", "Zoë Able"),
        ("utf-8", "Zoë Able"),
    ],
)
@pytest.mark.parametrize("encoded", [True, False])
def test_charset_that_is_named_is_believed(charset, name, encoded):
    raw = name.encode(charset)
    if encoded:
        value = "".join(f"={one:02X}" for one in raw).encode()
        head = f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:"
    else:
        value, head = raw, f"FN;CHARSET={charset}:"
    assert person(head.encode() + value, version="2.1").name == name


@pytest.mark.parametrize(
    "charset",
    ["blabla", "", "base64", "zlib", "rot13", "idna", "unicode_escape", "undefined", "x" * 99, "a\0b", "ü"],
)
def test_charset_that_is_none_does_no_harm(charset):
    assert person(f"FN;CHARSET={charset};QUOTED-PRINTABLE:Zo=C3=AB", version="2.1").name == "Zoë"
    assert person(f"FN;CHARSET={charset}:Zoë").name == "Zoë"


def test_charset_of_a_file_that_was_saved_as_utf_8_since_is_not_believed():
    assert person("FN;CHARSET=GBK:王伟", "ORG;CHARSET=ISO-8859-1:Zürich").organization == "Zürich"


def test_value_that_is_not_in_its_charset_is_read_as_utf_8():
    assert person("FN;CHARSET=US-ASCII;QUOTED-PRINTABLE:Zo=C3=AB").name == "Zoë"


@pytest.mark.parametrize(
    ("charset", "name", "said"),
    [
        ("cp1252", "Zoë O’Neil – Müller", "cp1252"),
        ("latin-1", "Jörg Müller", "cp1252"),
        ("cp1251", "Тарас Григорович Шевченко", "cp1251"),
        ("cp1253", "Ευάγγελος Παπαθανασίου", "cp1253"),
        ("shift_jis", "山田 太郎 鈴木花子", "cp932"),
        ("big5", "台灣大學 陳大文", "big5"),
    ],
)
def test_charset_that_is_not_named_is_told_by_the_letters(charset, name, said):
    found = read(f"BEGIN:VCARD\nFN:{name}\nEND:VCARD".encode(charset))
    assert found.people[0].name == name
    assert found.remarks == (f"1 value not in UTF-8, read as {said}",)


def test_charset_that_is_named_elsewhere_in_the_file_is_tried():
    data = "BEGIN:VCARD\nFN;CHARSET=ISO-8859-2:Łukasz\nORG:Żak\nEND:VCARD".encode("iso-8859-2")
    assert read(data).people[0].organization == "Żak"


def test_letter_cut_in_two_leaves_the_rest_in_utf_8():
    raw = b"BEGIN:VCARD\nFN:" + "Зоя Шевченко".encode()[:-1] + b"\nORG:Z\xc3\xbcrich\nEND:VCARD"
    one = read(raw).people[0]
    assert (one.name, one.organization) == ("Зоя Шевченк\ufffd", "Zürich")


def test_lines_of_two_encodings_are_each_read_in_theirs():
    one = person("FN:Zoë".encode(), "ORG:Zürich".encode("cp1252"), 'X-A;B="ü":é'.encode("cp1252"))
    assert (one.name, one.organization, one.extra) == ("Zoë", "Zürich", ("X-A;B=ü:é",))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings_are_told_by_their_look(encoding):
    text = "\r\n".join(["BEGIN:VCARD", "FN;CHARSET=UTF-16:Zoë 山田", "NOTE:\U0001f600", "END:VCARD", ""])
    found = read(text.encode(encoding))
    assert (found.people[0].name, found.people[0].notes, found.remarks) == ("Zoë 山田", "\U0001f600", ())


def test_wide_encoding_that_is_cut_in_a_letter_is_read():
    data = "BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n".encode("utf-16") + b"\x00\xd8\x00"
    assert read(data).people[0].name == "Ada"


# --- parameters and escapes


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tel;type=cell:1", (("mobile", "1"),)),
        ("TEL ; TYPE = CELL : 1", (("mobile", "1"),)),
        ('TEL;TYPE="cell,voice":1', (("mobile", "1"),)),
        ('TEL;TYPE="cell","voice":1', (("mobile", "1"),)),
        ("TEL;TYPE=cell;TYPE=voice:1", (("mobile", "1"),)),
        ("TEL;CELL;VOICE:1", (("mobile", "1"),)),
        ("TEL;;CELL;:1", (("mobile", "1"),)),
        ('TEL;X="a:b;c";CELL:1', (("mobile", "1"),)),
        ('TEL;CELL;X="a:1', (("mobile", "1"),)),
        ("item1.TEL;CELL:1", (("mobile", "1"),)),
        ("TEL;CELL;utf-8;QUOTED-PRINTABLE;INLINE:=31", (("mobile", "1"),)),
        ("TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=84gypten):1", (("Ägypten", "1"),)),
        ("TEL;X-CUSTOM(Climbing):1", (("Climbing", "1"),)),
    ],
)
def test_parameters_are_read_however_they_are_written(line, expected):
    assert person("FN:Ada", line).phones == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\\nb\\Nc", "a\nb\nc"),
        ("a\\, b\\; c\\\\ d\\: e", "a, b; c\\ d: e"),
        ('\\"as is\\"', '"as is"'),
        ("C:\\temp", "C:\\temp"),
        ("a\\\\nb", "a\\nb"),
        ("trailing\\", "trailing\\"),
        ("tab\there", "tab\there"),
        ("bell\x07 \x00nul \x1besc\x7f\x85", "bell nul esc"),
        ("a\x0bb", "a\nb"),
    ],
)
@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_note_is_unescaped_and_without_control_characters(value, text, version):
    assert person("FN:Ada", f"NOTE:{value}", version=version).notes == text


def test_note_whose_lines_are_not_folded_runs_on():
    one = person("FN:Ada", "NOTE:first", "second line", "http://example.org/x", "- third", "TEL:1")
    assert one.notes == "first\nsecond line\nhttp://example.org/x\n- third"
    assert (one.phones, one.remarks) == ((("", "1"),), ())


def test_name_is_one_line():
    assert person("FN:  Ada\\n  Lovelace ", "ORG:Engines\\nLtd").name == "Ada Lovelace"


# --- pictures


PICTURE = base64.b64encode(bytes(range(256)) * 2).decode()
FOLDED = [PICTURE[at : at + 74] for at in range(0, len(PICTURE), 74)]


@pytest.mark.parametrize(
    "lines",
    [
        ["PHOTO;ENCODING=b;TYPE=JPEG:" + PICTURE],
        ["PHOTO;ENCODING=b;TYPE=JPEG:", *(f" {line}" for line in FOLDED)],
        ["PHOTO;TYPE=JPEG;ENCODING=BASE64:", *(f"   {line}" for line in FOLDED), ""],
        ["PHOTO;JPEG;BASE64:", *FOLDED, ""],
        ["PHOTO;BASE64:" + FOLDED[0], *FOLDED[1:]],
        ["PHOTO;TYPE=JPEG:", *FOLDED],
        ["PHOTO:data:image/jpeg;base64," + PICTURE],
        ["PHOTO;MEDIATYPE=image/png:data:image/png;base64,", *(f" {line}" for line in FOLDED)],
        ["X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:", *(f" {line}" for line in FOLDED), ""],
        ["LOGO;ENCODING=B:" + PICTURE],
        ["KEY;X509;ENCODING=BASE64:", *(f"    {line}" for line in FOLDED), "", ""],
        ["X-ANYTHING;ENCODING=b:" + PICTURE],
        ["PHOTO;ENCODING=b:not*base64*at*all"],
    ],
)
def test_picture_is_passed_over_and_counted(lines):
    one = person("FN:Ada", *lines, "TEL:1")
    assert one.remarks == ("1 photo or the like left out",)
    assert (one.phones, one.extra) == ((("", "1"),), ())


def test_pictures_are_counted():
    one = person("FN:Ada", *["PHOTO;ENCODING=b:AAAA"] * 3)
    assert one.remarks == ("3 photos or the like left out",)


def test_address_of_a_picture_is_kept():
    line = "PHOTO;VALUE=uri:https://example.org/ada.jpg"
    one = person("FN:Ada", line, "PHOTO:")
    assert (one.extra, one.remarks) == ((line,), ())


def test_name_in_base64_is_read():
    value = base64.b64encode("Zoë Able".encode()).decode()
    assert person(f"FN;ENCODING=B;CHARSET=UTF-8:{value}").name == "Zoë Able"


def test_value_that_is_too_long_is_told():
    one = person("FN:Ada", "TITLE:" + "x" * 70_000)
    assert one.title is None
    assert one.remarks == ("line 4 cannot be read: TITLE, 70,000 characters long",)
