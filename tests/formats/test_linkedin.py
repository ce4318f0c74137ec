"""LinkedIn's Connections.csv: what it looks like, what spreadsheets make of it, and what damage does."""

import csv
import io
import struct
import subprocess
import sys
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import BadDataError
from netlog.formats import linkedin
from netlog.formats.linkedin import BLANK, Connection, Skipped, read, recognises, url_key

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
NOTES = (
    "Notes:\n"
    '"When exporting your connection data, some of the email addresses are ""missing"".\n'
    'You will only see those of connections who allow it, and so on."\n'
    "\n"
)
ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada-example,ada@example.org,Engines Ltd,Analyst,12 Mar 2024"
ADA_READ = Connection(
    2,
    "Ada Lovelace",
    "https://www.linkedin.com/in/ada-example",
    "ada@example.org",
    "Engines Ltd",
    "Analyst",
    "2024-03-12",
    "",
)

unhurried = settings(deadline=None)  # a busy machine is no failure


def table(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def only(content: bytes) -> Connection:
    connections, skipped = read(content)
    assert skipped == []
    assert len(connections) == 1
    return connections[0]


def reasons(content: bytes) -> list[tuple[int, str]]:
    connections, skipped = read(content)
    assert [c.name for c in connections] == ["Ada Lovelace"], "the good row beside the bad one must stay"
    return [tuple(s) for s in skipped]


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return buffer.getvalue()


def met(text: str) -> tuple[str | None, str]:
    connection = only(table(f"Ada,Lovelace,,,,,{text}"))
    return connection.met_on, connection.remark


# --- the shape of the file


def test_read_gives_every_column_of_a_plain_file():
    assert read(table(ADA)) == ([ADA_READ], [])


def test_read_keeps_the_order_of_the_rows():
    connections, _ = read(table("Bo,Able,,,,,", ADA, "Al,Zed,,,,,"))
    assert [(c.line, c.name) for c in connections] == [(2, "Bo Able"), (3, "Ada Lovelace"), (4, "Al Zed")]


def test_read_skips_the_notes_and_counts_their_lines():
    assert only(NOTES.encode() + table(ADA)) == ADA_READ._replace(line=6)


def test_read_skips_notes_that_a_spreadsheet_has_padded():
    content = f'sep=;\nNotes:;;;;;;\n"When; exporting";;;;;;\n;;;;;;\n{HEADER};\n{ADA};\n'.replace(",", ";")
    assert only(content.encode()) == ADA_READ._replace(line=6)


def test_read_skips_notes_with_a_quotation_mark_left_open():
    assert only(b'Notes:\n"open\n\n' + table(ADA)) == ADA_READ._replace(line=5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_read_counts_lines_with_every_line_end(end):
    rows = ['Bo,Able,,,"Two\nlines",,', ADA, "", "Al,Zed,,,,,"]
    connections, skipped = read((NOTES + "\n".join([HEADER, *rows])).replace("\n", end).encode())
    assert [(c.line, c.name) for c in connections] == [(6, "Bo Able"), (8, "Ada Lovelace"), (10, "Al Zed")]
    assert connections[0].organization == "Two lines"
    assert skipped == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_read_decodes_utf_8_and_marked_utf_16(encoding):
    row = "Zoë,Łukasiewicz,,,日本,,12 Mar 2024"
    connection = only(f"{HEADER}\r\n{row}\r\n".encode(encoding))
    assert (connection.name, connection.organization) == ("Zoë Łukasiewicz", "日本")


def test_read_decodes_big_endian_utf_16_with_tabs():
    text = f"{HEADER}\r\n{ADA}\r\n".replace(",", "\t")
    assert only(b"\xfe\xff" + text.encode("utf-16-be")) == ADA_READ


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_read_takes_a_spreadsheets_delimiter(delimiter):
    rows = f"{HEADER}\n{ADA}\n".replace(",", delimiter).replace("Engines Ltd", "Engines, Ltd")
    assert only(rows.encode()) == ADA_READ._replace(organization="Engines, Ltd")


def test_read_takes_older_files_without_the_url():
    header = "First Name,Last Name,Email Address,Company,Position,Connected On"
    row = "Ada,Lovelace,ada@example.org,Engines Ltd,Analyst,12 Mar 2024"
    assert only(table(row, header=header)) == ADA_READ._replace(url=None)


def test_read_takes_columns_in_any_order_and_ignores_others():
    header = "Connected On,Shoe Size,Position,Last Name,First Name,Company"
    connection = only(table("12 Mar 2024,38,Analyst,Lovelace,Ada,Engines Ltd", header=header))
    assert connection == ADA_READ._replace(url=None, email=None)


def test_read_takes_a_header_of_other_case_spacing_and_quoting():
    header = '"FIRST NAME", last  name ,url,E-Mail,"Company",position , Connected on'
    assert only(table(ADA, header=header)) == ADA_READ._replace(email=None)


def test_read_takes_a_header_without_rows():
    assert read(HEADER.encode()) == ([], [])


def test_read_takes_a_last_row_without_a_line_end():
    assert only(f"{HEADER}\n{ADA}".encode()) == ADA_READ


# --- cells


def test_cell_when_empty_is_none():
    assert only(table("Ada,Lovelace,, ,,,")) == Connection(2, "Ada Lovelace", *[None] * 5, "")


def test_cell_keeps_quoted_delimiters_and_quotation_marks():
    connection = only(table('Ada,"Lovelace, PhD",,,"""Engines"", Ltd",,'))
    assert (connection.name, connection.organization) == ("Ada Lovelace, PhD", '"Engines", Ltd')


@pytest.mark.parametrize(
    "broken", ["Engines\nLtd", "Engines \r\n\r\n Ltd\n", "Engines\tLtd", "Engines\u2028Ltd"]
)
def test_cell_with_line_breaks_becomes_one_line(broken):
    assert only(table(f'Ada,Lovelace,,,"{broken}",,')).organization == "Engines Ltd"


def test_cell_is_composed():
    assert only(table("Zoe\u0308,Able,,,,,")).name == "Zo\u00eb Able"


def test_cell_is_trimmed_and_composed():
    connection = only(table("\u00a0Zoe\u0308 , Able\u3000,, a@example.org ,,,"))
    assert (connection.name, connection.email) == ("Zo\u00eb Able", "a@example.org")


@pytest.mark.parametrize(("row", "name"), [("Ada,,,,,,", "Ada"), (",Lovelace,,,,,", "Lovelace")])
def test_name_of_one_word_has_no_stray_space(row, name):
    assert only(table(row)).name == name


@pytest.mark.parametrize("mark", ["\0", "\x07", "\x0b", "\x1b", "\x1f", "\x7f", "\x85", "\x9f"])
@pytest.mark.parametrize("place", ["A{}da", "Ada{}", "{}Ada"])
def test_row_with_a_control_character_is_skipped(mark, place):
    row = f"{place.format(mark)},Able,,,,,"
    assert reasons(table(row, ADA)) == [(2, f"a control character (U+{ord(mark):04X})")]


def test_row_with_a_control_character_alone_is_not_blank():
    assert reasons(table("\x1c,,,,,,", ADA)) == [(2, "a control character (U+001C)")]


@pytest.mark.parametrize("row", [",,,,,,", " ,,\u00a0,,,,", ",", ",,,,,,,,,"])
def test_row_of_delimiters_is_skipped_as_blank(row):
    assert reasons(table(row, ADA)) == [(2, BLANK)]


def test_row_without_a_name_is_skipped():
    assert reasons(table(ADA, ' ,"",,,Engines Ltd,Analyst,12 Mar 2024')) == [(3, "no name")]


def test_row_with_more_cells_is_skipped():
    assert reasons(table("Bo,Able,,,Engines, Ltd,Analyst,12 Mar 2024", ADA)) == [
        (2, "more cells than the header (8, not 7)")
    ]


def test_row_with_more_cells_stays_if_they_are_empty():
    assert only(table(ADA + ",, ,")) == ADA_READ


def test_row_with_fewer_cells_stays_with_a_remark():
    assert only(table("Ada,Lovelace")) == Connection(2, "Ada Lovelace", *[None] * 5, "only 2 of 7 cells")


def test_row_with_fewer_cells_and_a_bad_date_has_both_remarks():
    header = "First Name,Last Name,Connected On,Company"
    connection = only(table("Ada,Lovelace,soon", header=header))
    assert connection.remark == 'only 3 of 4 cells; Connected On "soon" is no date'


def test_row_with_an_overlong_cell_is_skipped():
    assert only(table(f"{'x' * 1024},,,,,,")).name == "x" * 1024
    assert reasons(table(f"{'x' * 1025},,,,,,", ADA)) == [(2, "a cell of 1,025 characters")]


def test_row_with_an_overlong_cell_in_another_column_stays():
    assert only(table(f"{ADA},{'x' * 2000}", header=f"{HEADER},Notes")) == ADA_READ


# --- dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12 Mar 2024", "2024-03-12"),
        ("02 Jan 2006", "2006-01-02"),
        ("7-Feb-22", "2022-02-07"),
        ("07-FEB-2022", "2022-02-07"),
        ("2024-03-12", "2024-03-12"),
        ("29 Feb 2024", "2024-02-29"),
        ("3 Sept 2019", "2019-09-03"),
        ("1-Jan-68", "2068-01-01"),
        ("1-Jan-69", "1969-01-01"),
        ("1-Jan-99", "1999-01-01"),
        ("1-Jan-00", "2000-01-01"),
        ("1 Jan 0069", "0069-01-01"),
        ("", None),
    ],
)
def test_date_is_read(text, iso):
    assert met(text) == (iso, "")


def test_date_knows_all_the_months():
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [met(f"5 {month} 2020")[0] for month in months] == [f"2020-{n:02}-05" for n in range(1, 13)]


@pytest.mark.parametrize("text", ["03/12/2024", "25/12/2024", "3.12.24", "03-12-2024"])
def test_date_in_numbers_is_unknown_with_a_remark(text):
    assert met(text) == (None, f'Connected On "{text}" does not say which number is the month')


@pytest.mark.parametrize("text", ["31 Feb 2024", "29 Feb 2023", "0 Jan 2024", "2024-13-01", "1 Jan 0000"])
def test_date_that_is_impossible_is_unknown_with_a_remark(text):
    assert met(text) == (None, f'Connected On "{text}" is no day of the calendar')


@pytest.mark.parametrize("text", ["soon", "12 Foo 2024", "12-févr.-22", "45363", "12 Mar 024", "١٢ Mar 2024"])
def test_date_that_is_none_is_unknown_with_a_remark(text):
    assert met(text) == (None, f'Connected On "{text}" is no date')


def test_date_remark_stays_short():
    met_on, remark = met("z" * 900)
    assert met_on is None
    assert len(remark) < 80


def test_date_is_read_in_any_locale(monkeypatch):
    def german(*_):
        raise AssertionError("strptime reads the months of the locale")

    monkeypatch.setattr("_strptime._strptime_datetime", german)
    monkeypatch.setattr("_strptime._strptime", german)
    assert met("12 Mar 2024") == ("2024-03-12", "")


# --- files that cannot be read


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_bytes_that_are_not_utf_8_name_the_line(end):
    content = NOTES.encode() + table(ADA) + "Zoë,Able\n".encode("latin-1") + b"\xff"
    content = content.replace(b"\n", end)
    with pytest.raises(BadDataError, match="line 7 is not UTF-8 text"):
        read(content)


def test_bytes_that_are_not_utf_16_name_the_line():
    with pytest.raises(BadDataError, match="line 2 is not UTF-16 text"):
        read(f"{HEADER}\n".encode("utf-16") + b"\x00\xd8A\x00")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"Name,Email\nAda,ada@example.org\n",
        b"First Name,Last Name,Company,E-mail Address\nAda,Lovelace,,\n",
        b"\n" * 20 + table(ADA),
        b"\xff\xfe\x00\x00",
    ],
)
def test_file_without_the_header_is_refused(content):
    assert not recognises(content)
    with pytest.raises(BadDataError, match="First Name, Last Name and Connected On"):
        read(content)


def test_file_with_the_header_in_the_last_line_looked_at_is_read():
    assert only(b"\n" * 19 + table(ADA)).line == 21


def test_quote_left_open_names_the_line_of_its_row():
    with pytest.raises(BadDataError, match="starts in line 3 cannot be read"):
        read(table(ADA, 'Bo,"Able,,,,,', ADA, ADA))


def test_quote_in_the_wrong_place_names_the_line():
    with pytest.raises(BadDataError, match="starts in line 4 cannot be read"):
        read(table('Bo,"Ab\nle",,,,,', 'Al,"Zed" x,,,,,', ADA))


@pytest.mark.parametrize("field", ["x" * 200_000, '"' + "x\n" * 100_000])
def test_field_beyond_the_limit_of_csv_is_refused(field):
    with pytest.raises(BadDataError, match="starts in line 2 cannot be read: field larger"):
        read(table(f"Bo,{field},,,,,"))


def test_overlong_line_before_the_header_does_no_harm():
    assert only(b"x" * 200_000 + b"\n" + table(ADA)) == ADA_READ._replace(line=3)


# --- the ZIP


@pytest.mark.parametrize("name", ["Connections.csv", "export/2024/Connections.csv", "a\\connections.CSV"])
def test_zip_is_read_at_any_depth(name):
    content = archive({"Invitations.csv": b"\xff", "__MACOSX/._Connections.csv": b"\0", name: table(ADA)})
    assert recognises(content)
    assert only(content) == ADA_READ


def test_zip_reads_stored_members():
    assert only(archive({"Connections.csv": table(ADA)}, zipfile.ZIP_STORED)) == ADA_READ


@pytest.mark.parametrize("members", [{}, {"Invitations.csv": table(ADA)}, {"Connections.csv/": b""}])
def test_zip_without_connections_is_refused(members):
    content = archive(members)
    assert not recognises(content)
    with pytest.raises(BadDataError, match=r"holds no Connections\.csv"):
        read(content)


def test_zip_with_several_connections_is_refused():
    with pytest.raises(BadDataError, match="2 files named Connections"):
        read(archive({"a/Connections.csv": table(ADA), "b/Connections.csv": table()}))


def test_zip_that_is_encrypted_is_refused():
    content = bytearray(archive({"Connections.csv": table(ADA)}))
    content[6] |= 1  # the flags of the member itself
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    with pytest.raises(BadDataError, match=r"^Connections\.csv in the ZIP is encrypted"):
        read(bytes(content))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_packed_without_a_bound_is_refused(method):
    with pytest.raises(BadDataError, match="unusual way"):
        read(archive({"Connections.csv": table(ADA)}, method))


def test_zip_that_is_cut_short_is_refused():
    content = archive({"Connections.csv": table(ADA)})[:-10]
    assert not recognises(content)
    with pytest.raises(BadDataError, match="damaged"):
        read(content)


def test_zip_with_a_wrong_checksum_is_refused():
    content = archive({"Connections.csv": table(ADA)}, zipfile.ZIP_STORED).replace(b"Lovelace", b"Lovelock")
    with pytest.raises(BadDataError, match="damaged"):
        read(content)


def test_zip_is_unpacked_no_further_than_the_limit(monkeypatch):
    content = table(ADA)
    monkeypatch.setattr(linkedin, "_MAX_CSV", len(content))
    assert only(archive({"Connections.csv": content})) == ADA_READ
    with pytest.raises(BadDataError, match="larger than"):
        read(archive({"Connections.csv": content + b"\n"}))


def test_zip_that_lies_about_its_size_is_refused():
    content = bytearray(archive({"Connections.csv": b"\n" * (linkedin._MAX_CSV + 1)}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises(BadDataError, match=r"damaged|larger than 16 MiB"):
        read(bytes(content))


def test_zip_beyond_16_mib_is_refused():
    with pytest.raises(BadDataError, match="larger than 16 MiB"):
        read(archive({"Connections.csv": b"\n" * (linkedin._MAX_CSV + 1)}))


# --- recognising


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("notes", ["", NOTES])
def test_recognises_the_header_in_every_encoding(encoding, notes):
    assert recognises((notes + HEADER).encode(encoding))


def test_recognises_a_file_whose_rows_cannot_be_decoded():
    assert recognises(table("Zo\xeb,Able").decode().encode("latin-1"))


def test_recognises_a_large_file_by_its_head():
    assert recognises(NOTES.encode() + table(ADA) + b"\xff" * 1_000_000)


def test_recognises_looks_at_the_head_only():
    assert not recognises(b"x" * 70_000 + b"\n" + table(ADA))


def test_recognises_neither_prose_nor_an_address_book_of_another_kind():
    assert not recognises(b"First Name, Last Name and Connected On are the columns")
    assert not recognises(b"BEGIN:VCARD\nFN:Ada Lovelace\nEND:VCARD\n")
    assert not recognises(b"PK\x03\x04 and nothing more")


# --- addresses


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/ada-lovelace-123",
        "https://www.linkedin.com/in/Ada-Lovelace-123/?trk=x",
        "http://linkedin.com/in/ada-lovelace-123/",
        "HTTPS://UK.LinkedIn.com/IN/ADA-LOVELACE-123#top",
        "www.linkedin.com/in/ada-lovelace-123?a=/b/",
        "//m.linkedin.com/in/ada-lovelace-123/de",
        " linkedin.com//in/ada-lovelace-123/details/experience/ ",
        "https://www.linkedin.com/in/%61da-lovelace-123",
    ],
)
def test_url_key_is_one_for_every_spelling_of_a_profile(url):
    assert url_key(url) == "linkedin.com/in/ada-lovelace-123"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.linkedin.com/in/zo%C3%AB-%C5%81", "linkedin.com/in/zoë-ł"),
        ("https://www.linkedin.com/in/zoe%CC%88-Ł", "linkedin.com/in/zoë-ł"),
        ("https://www.linkedin.com/pub/Ada/1/2/3/", "linkedin.com/pub/ada/1/2/3"),
        ("https://www.linkedin.com/in/", "linkedin.com/in"),
        ("https://example.org/~Ada/?id=1", "example.org/~Ada/?id=1"),
        ("https://www.Example.org/in/Ada/", "example.org/in/Ada"),
        ("https://notlinkedin.com/in/Ada", "notlinkedin.com/in/Ada"),
        ("https://linkedin.com.example.org/in/Ada", "linkedin.com.example.org/in/Ada"),
        ("", ""),
    ],
)
def test_url_key_keeps_what_tells_two_addresses_apart(url, key):
    assert url_key(url) == key


@unhurried
@given(st.text())
def test_url_key_takes_any_text(text):
    assert isinstance(url_key(text), str)
    assert url_key(f"https://www.linkedin.com/in/ada/?trk={text}") == "linkedin.com/in/ada"


# --- laws


def check_only_bad_data(content: bytes) -> None:
    assert recognises(content) in (True, False)
    try:
        connections, skipped = read(content)
    except BadDataError:
        return
    assert all(type(c) is Connection and c.name and c.name == c.name.strip() for c in connections)
    assert all(type(s) is Skipped and s.why for s in skipped)
    lines = [record.line for record in (*connections, *skipped)]
    assert len(set(lines)) == len(lines), "no two rows start in one line"


@unhurried
@given(st.binary(max_size=500))
def test_read_of_any_bytes_raises_bad_data_only(content):
    check_only_bad_data(content)


@unhurried
@given(
    st.sampled_from([b"", b"\xef\xbb\xbf", NOTES.encode()]),
    st.lists(st.sampled_from([b",", b'"', b"\n", b"\r", b"\0", b"Ada", b"7-Feb-22", b"\xeb", b" ", b";"])),
)
def test_read_of_any_rows_raises_bad_data_only(before, pieces):
    check_only_bad_data(before + table() + b"".join(pieces))


@unhurried
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_read_of_any_text_raises_bad_data_only(text, encoding):
    check_only_bad_data(f"{HEADER}\n{text}".encode(encoding, "surrogatepass"))


ZIPPED = archive({"a/Connections.csv": NOTES.encode() + table(ADA), "b.csv": b"b"})


@unhurried
@given(st.lists(st.tuples(st.integers(0, len(ZIPPED) - 1), st.integers(0, 255)), max_size=4))
def test_read_of_any_damaged_zip_raises_bad_data_only(changes):
    content = bytearray(ZIPPED)
    for at, byte in changes:
        content[at] = byte
    check_only_bad_data(bytes(content))


NAMES = (
    st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=40)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(bool)
)


@unhurried
@given(
    st.lists(st.tuples(NAMES, NAMES)),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_read_gives_back_the_names_that_were_written(names, delimiter, end, quoting, encoding):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([HEADER.split(","), *([*name, "", "", "", "", ""] for name in names)])
    connections, skipped = read(buffer.getvalue().encode(encoding))
    assert [(c.line, c.name) for c in connections] == [
        (line, " ".join(name)) for line, name in enumerate(names, start=2)
    ]
    assert skipped == []


# --- what it costs


def test_import_leaves_the_readers_alone():
    code = (
        "import sys, netlog.formats.linkedin; print(*({'csv', 'zipfile', 'urllib.parse'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == []
