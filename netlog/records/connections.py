"""LinkedIn's connections as people: what the other formats' modules do themselves."""

from netlog.folding import fold
from netlog.formats import linkedin
from netlog.formats.linkedin import Connection, url_key
from netlog.formats.plain import Found, Person, Skipped

recognises = linkedin.recognises


def read(data: bytes, limits: bool = True) -> Found:
    """The connections of a file; rows of delimiters only are not worth a word."""
    connections, skipped = linkedin.read(data)
    return Found(
        people=tuple(_person(one) for one in connections),
        skipped=tuple(Skipped(*one) for one in skipped if one.why != linkedin.BLANK),
    )


def _person(one: Connection) -> Person:
    return Person(
        one.line,
        one.name,
        organization=one.organization,
        title=one.title,
        emails=(("", one.email),) if one.email else (),
        links=(("linkedin", one.url),) if one.url else (),
        met_on=one.met_on,
        met_via="LinkedIn",
        source_id=_source_id(one),
        remarks=(one.remark,) if one.remark else (),
    )


def _source_id(one: Connection) -> str:
    """The profile's address; older files have none, and an e-mail address may come or go."""
    if one.url:
        return url_key(one.url)
    if one.email:
        return f"email:{fold(one.email)}"
    return f"name:{fold(one.name)}:{one.met_on or ''}"
