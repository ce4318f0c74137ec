"""LinkedIn's connections -> contacts, merged with those in the log; the same file twice changes nothing.

What a connection said is remembered with the contact. When it says something else later, only that
is changed, and only where the user has not changed it too.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError
from netlog.folding import fold
from netlog.formats.linkedin import Connection, url_key
from netlog.records import record
from netlog.records.contacts import KIND, SAME_EMAIL
from netlog.records.fates import MERGED, NEW, SKIPPED, UNCHANGED, Fate
from netlog.records.fields import Field

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

FORMAT = "linkedin"
SOURCE = "SELECT contact_id, seen FROM source WHERE format = 'linkedin' AND source_id = ?"
NAMESAKES = """
SELECT id, organization FROM contact WHERE folded_name = ?
   AND NOT EXISTS (SELECT 1 FROM source WHERE contact_id = contact.id AND format = 'linkedin') LIMIT 2"""
# Older files have no URL, and an e-mail address may come or go: a person of the same name, connected on
# the same day, is the same one, unless two URLs tell them apart.
SAME_DAY = """
SELECT DISTINCT contact.id FROM contact JOIN source ON source.contact_id = contact.id
 WHERE contact.folded_name = ?1 AND source.format = 'linkedin' AND json_extract(source.seen, '$.met_on') = ?2
   AND NOT EXISTS (SELECT 1 FROM source AS other WHERE ?3 AND other.contact_id = contact.id
     AND other.format = 'linkedin' AND other.source_id NOT LIKE 'email:%' AND other.source_id NOT LIKE 'name:%')"""
_PLAIN = ("name", "organization", "title", "met_on")


def merge(
    log: "Log", connections: Sequence[Connection], common: dict[str, Any], ctx: "Context"
) -> list[Fate]:
    """Add or merge each connection, with `common` values for the new ones; what became of each."""
    fates: list[Fate] = []
    seen: set[str] = set()
    taken: set[int] = set()
    for connection in connections:
        source_id = _source_id(connection)
        if source_id in seen:
            fates.append(
                Fate(connection.line, None, SKIPPED, "the same connection stands earlier in the file")
            )
            continue
        seen.add(source_id)
        try:
            values, remark = _values(connection, ctx)
        except NetlogError as error:
            fates.append(Fate(connection.line, None, SKIPPED, error.message))
            continue
        id, fate = _merged(log, connection, source_id, values, common, taken, ctx)
        taken.add(id)
        fates.append(Fate(connection.line, f"c{id}", fate, remark))
    return fates


def _merged(
    log: "Log",
    connection: Connection,
    source_id: str,
    values: dict[str, Any],
    common: dict[str, Any],
    taken: set[int],
    ctx: "Context",
) -> tuple[int, str]:
    """The contact that the connection became, and what was done; `taken` are those of rows before."""
    says = json.dumps(_said(values), ensure_ascii=False, sort_keys=True)
    known = log.row(SOURCE, source_id)
    if known is not None:
        id = int(known["contact_id"])
        before = json.loads(known["seen"])
        log.update("source", (FORMAT, source_id), {"seen": says})
        changed = _update(log, id, values, before, ctx)
        return id, MERGED if changed else UNCHANGED
    id = _match(log, connection, values["met_on"], taken) or 0
    fate = MERGED if id else NEW
    if id:
        changed = _update(log, id, values, {}, ctx)
        fate = MERGED if changed else UNCHANGED
    else:
        id = record.add(KIND, log, {**values, **common, "met_via": "LinkedIn"}, ctx)
    log.insert("source", {"format": FORMAT, "source_id": source_id, "contact_id": id, "seen": says})
    return id, fate


def _values(connection: Connection, ctx: "Context") -> tuple[dict[str, Any], str]:
    """What the connection says as values of a contact, and a remark on what could not be used."""
    remark, met_on = connection.remark, connection.met_on
    if met_on and met_on > ctx.today.isoformat():
        remark, met_on = f"connected on {met_on}, in the future: left out", None
    email = connection.email
    if email and (email.count("@") != 1 or " " in email):
        remark, email = f"{email!r} is no e-mail address: left out", None
    plain: dict[str, str | None] = {
        "name": connection.name,
        "organization": connection.organization,
        "title": connection.title,
    }
    values: dict[str, Any] = {key: _field(key).read(text, ctx) for key, text in plain.items() if text}
    values["met_on"] = met_on
    values["emails"] = [_field("emails").read(email, ctx)] if email else []
    url = connection.url
    values["links"] = [("linkedin", _field("links").read("=" + url, ctx)[1].removeprefix("="))] if url else []
    return values, remark


def _update(log: "Log", id: int, values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> bool:
    """Fill what the log lacks, and follow what the connection changed since `before`."""
    present = record.fetch(KIND, log, [id])[0]
    changes: dict[str, Any] = {}
    for key in _PLAIN:
        new = values.get(key)
        ours_is_theirs = present[key] is None or present[key] == before.get(key)
        if new and new != before.get(key) and ours_is_theirs:
            changes[key] = new
    for key in ("emails", "links"):
        folded = {fold(value) for _, value in present[key]}
        told = {fold(value) for value in before.get(key, [])}
        more = [one for one in values[key] if fold(one[1]) not in folded | told]
        if more:
            changes[key] = [*present[key], *more]
    return record.change(KIND, log, id, changes, ctx) if changes else False


def _match(log: "Log", connection: Connection, met_on: str | None, taken: set[int]) -> int | None:
    """The contact that this connection is.

    By e-mail; else the only one of its name that another file connected on the same day; else the
    only one of its name that no file knows, if the employer fits.
    """
    if connection.email:
        found = log.value(SAME_EMAIL, fold(connection.email))
        if found:
            return int(found)
    if met_on:
        same = log.rows(SAME_DAY, fold(connection.name), met_on, bool(connection.url))
        free = [int(row["id"]) for row in same if row["id"] not in taken]
        if len(free) == 1:
            return free[0]
    namesakes = log.rows(NAMESAKES, fold(connection.name))
    if len(namesakes) != 1:
        return None
    known, theirs = namesakes[0]["organization"], connection.organization
    fits = not known or not theirs or fold(known) == fold(theirs)
    return int(namesakes[0]["id"]) if fits else None


def _source_id(connection: Connection) -> str:
    if connection.url:
        return url_key(connection.url)
    if connection.email:
        return f"email:{fold(connection.email)}"
    return f"name:{fold(connection.name)}:{connection.met_on or ''}"


def _said(values: dict[str, Any]) -> dict[str, Any]:
    plain = {key: values.get(key) for key in _PLAIN}
    return {**plain, **{key: [value for _, value in values[key]] for key in ("emails", "links")}}


def _field(key: str) -> Field:
    field = KIND.json_field(key)
    if field is None:
        raise KeyError(key)
    return field
