"""ZIP files: what is in them, and what is refused."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import BadDataError
from netlog.formats import archives

MANY, LARGE = 100, 1 << 20


def zipped(members, method=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return data.getvalue()


def paths(content):
    return [one.path for one in archives.members(content, MANY, LARGE)]


def test_members_come_by_their_paths_with_what_they_hold():
    found = archives.members(zipped({"b.vcf": "B", "a/c.vcf": "C", "a/": ""}), MANY, LARGE)
    assert found == [("a/c.vcf", b"C"), ("b.vcf", b"B")]


def test_what_a_system_adds_is_no_member():
    added = [
        "__MACOSX/._a.vcf",
        ".DS_Store",
        "x/.hidden/a.vcf",
        "Thumbs.db",
        "a.vcf.tmp",
        "~$a.vcf",
        "a.vcf~",
    ]
    assert paths(zipped({"a.vcf": "A", **dict.fromkeys(added, "x")})) == ["a.vcf"]


@pytest.mark.parametrize("path", ["../a", "a/../b", "/a", "C:/a", "..\\a", "a" * 600])
def test_a_path_that_leads_elsewhere_is_refused(path):
    with pytest.raises(BadDataError, match="leads elsewhere"):
        paths(zipped({path: "x"}))


def test_no_more_is_unpacked_than_is_allowed():
    with pytest.raises(BadDataError, match="too large"):
        archives.members(zipped({"a": b"\0" * 600, "b": b"\0" * 600}), MANY, 1000)
    assert len(archives.members(zipped({"a": b"\0" * 600, "b": b"\0" * 400}), MANY, 1000)) == 2
    with pytest.raises(BadDataError, match="more than 1 files"):
        archives.members(zipped({"a": "", "b": ""}), 1, LARGE)


def test_what_cannot_be_unpacked_within_a_bound_is_refused():
    with pytest.raises(BadDataError, match="unusual"):
        paths(zipped({"a": "x"}, zipfile.ZIP_LZMA))


def test_an_archive_in_an_archive_is_refused_whatever_its_name():
    with pytest.raises(BadDataError, match="a ZIP itself"):
        paths(zipped({"a.vcf": zipped({"b": "x"})}))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_refused_or_told_and_never_more(data):
    content = bytearray(zipped({"a.vcf": "BEGIN:VCARD", "b.vcf": "x" * 300}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = archives.members(bytes(content), MANY, LARGE)
    except BadDataError as error:
        assert str(error)  # noqa: PT017
    else:
        assert all(isinstance(one.content, bytes) for one in found)
