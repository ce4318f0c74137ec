"""`balance`: help given and received, with whom and over time. It counts, and lets the reader judge."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight.periods import periods_between
from netlog.records.record import names_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]

MOST = 50
BETWEEN = "between terms"

DAYS = "SELECT direction, exchanged_on AS day, count(*) AS many, total(hours) AS hours FROM exchange GROUP BY 1, 2"
DAYS_OF = """
SELECT x.direction, x.exchanged_on AS day, count(*) AS many, total(x.hours) AS hours
  FROM exchange_contact AS part JOIN exchange AS x ON x.id = part.exchange_id WHERE part.contact_id = ? GROUP BY 1, 2"""
_EACH = """
SELECT contact_id AS id, sum(direction = 'given') AS given, sum(direction <> 'given') AS received,
       max(exchanged_on) AS last_on
  FROM exchange_contact"""
# Counted once, then sorted twice: those with the most help either way, and those who had none back.
PEOPLE = f"""
WITH each AS MATERIALIZED ({_EACH} GROUP BY contact_id)
SELECT 'contacts' AS list, *, (SELECT count(*) FROM each) AS many FROM (
  SELECT * FROM each ORDER BY given + received DESC, last_on DESC, id LIMIT ?1)
UNION ALL SELECT 'unreturned', *, (SELECT count(*) FROM each WHERE given = 0) FROM (
  SELECT * FROM each WHERE given = 0 ORDER BY received DESC, last_on DESC, id LIMIT ?1)"""
ONE = f"{_EACH} WHERE contact_id = ? GROUP BY contact_id"


def of(log: "Log", contact: int | None, per: str, most: int, ctx: "Context") -> tuple[Json, list[str]]:
    """given, received, hours_given, hours_received, over_time, contacts, unreturned; and what was left out.

    An exchange with several people counts once in all, and once with each of them. Of hours, those noted.
    """
    days = log.rows(DAYS) if contact is None else log.rows(DAYS_OF, contact)
    lists, told = _people(log, contact, most)
    hours = {
        way: sum(row["hours"] for row in days if row["direction"] == way) for way in ("given", "received")
    }
    return {
        "given": sum(row["many"] for row in days if row["direction"] == "given"),
        "received": sum(row["many"] for row in days if row["direction"] == "received"),
        "hours_given": hours["given"],
        "hours_received": hours["received"],
        "over_time": _over_time(days, per, ctx),
        **lists,
    }, told


def _people(log: "Log", contact: int | None, most: int) -> tuple[dict[str, list[Json]], list[str]]:
    """Those with whom there was help, the most first; and those of them who gave and had none back."""
    lists: dict[str, list[Json]] = {"contacts": [], "unreturned": []}
    told: list[str] = []
    if contact is not None:
        rows = log.rows(ONE, contact)
        names = names_of(log, [("contact", contact)])
        lists["contacts"] = [_shown(row, names) for row in rows]
        lists["unreturned"] = [one for one in lists["contacts"] if not one["given"]]
        return lists, told
    rows = log.rows(PEOPLE, most)
    names = names_of(log, {("contact", row["id"]) for row in rows})
    for row in rows:
        lists[row["list"]].append(_shown(row, names))
    for name, found in lists.items():
        many = next((row["many"] for row in rows if row["list"] == name), 0)
        if many > len(found):
            told.append(f"{name}: {len(found)} of {many:,}; --limit N shows more")
    return lists, told


def _shown(row: "Row", names: Any) -> Json:
    return {
        "ref": f"c{row['id']}",
        "name": names.get(("contact", row["id"]), ""),
        **{key: row[key] for key in ("given", "received", "last_on")},
    }


def _over_time(days: Sequence["Row"], per: str, ctx: "Context") -> list[Json]:
    """Given and received in each period from the first exchange to today; what lies between terms at the end."""
    if not days:
        return []
    first = date.fromisoformat(min(row["day"] for row in days))
    periods = periods_between(per, first, ctx.today, ctx.terms)
    found = [{"label": one.label, "given": 0, "received": 0} for one in periods]
    between = {"label": BETWEEN, "given": 0, "received": 0}
    starts = [one.starts_on.isoformat() for one in periods]
    for row in days:
        place = bisect_right(starts, row["day"]) - 1
        held = place >= 0 and row["day"] <= periods[place].ends_on.isoformat()
        (found[place] if held else between)[row["direction"]] += row["many"]
    return [*found, between] if between["given"] or between["received"] else found
