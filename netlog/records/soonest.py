"""What would meet a goal soonest: events planned, people to talk with, promises and steps that are open."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.insight import dates
from netlog.records import filters
from netlog.records.countables import COUNTED, split
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]

MOST = 5
WEEK = 7  # days ahead that a turn counts as come
# filters of conversations that the command which adds one can bring about
_BROUGHT = ("kind", "tag", "event")


class Search(NamedTuple):
    """Where to look: the goal as it stands, its present period from today on, what it has told apart already."""

    log: "Log"
    ctx: "Context"
    goal: Json
    starts_on: date
    today: date
    until: date
    facts: Sequence[str]

    def words(self) -> list[str]:
        """The filter of the goal, but for the status: that is what changes."""
        return [word for word in split(self.goal["where"]) if filters.parted(word)[1] != "status"]

    def rows(self, select: str, kind: str, order: str, *values: Any) -> list["Row"]:
        """Records of a kind that the filter lets through, and that bring something new to tell apart.

        `select` ends in its own condition, whose parameters are `values`.
        """
        query = filters.read(kind_of(kind), self.words(), self.ctx, self.log)
        fact = COUNTED[self.goal["count"]].facts.get(self.goal["distinct"] or "", "")
        holes = ", ".join("?" * len(self.facts))
        new = f" AND {fact} IS NOT NULL AND {fact} COLLATE NOCASE NOT IN ({holes})" if fact else ""
        sql = f"{select} AND {query.where()}{new} ORDER BY {order} LIMIT {MOST}"
        return self.log.rows(sql, *values, *query.values, *(self.facts if fact else ()))


def found(search: Search) -> list[Json]:
    """At most five records, the soonest first: ref (null for a review), name, on (null if any day will do), why, command."""
    find = _FINDERS.get(search.goal["count"])
    return find(search) if find else []


def _entry(search: Search, ref: str | None, name: str, on: str | None, why: str, command: str) -> Json:
    return {"ref": ref, "name": name, "on": on, "why": why, "command": f"netlog {command}"}


def _events(search: Search, also: str = "TRUE") -> list[Json]:
    """Events that are planned within the period, and those that are over and were never marked."""
    select = (
        "SELECT event.id AS id, name, starts_on, ends_on, status FROM event INDEXED BY event_by_start "
        f"WHERE starts_on BETWEEN ? AND ? AND status IN ('planned', 'registered') AND {also}"
    )
    rows = search.rows(select, "event", "starts_on, id", str(search.starts_on), str(search.until))
    return [_event(search, row) for row in rows]


def _event(search: Search, row: "Row") -> Json:
    over = row["ends_on"] < str(search.today)
    return _entry(
        *(search, f"e{row['id']}", row["name"], row["starts_on"]),
        f"{'still ' if over else ''}{row['status']}, {_away(search, row['starts_on'])}",
        f"{'mark attended' if over else 'prep'} e{row['id']}",
    )


def _presentations(search: Search) -> list[Json]:
    return _events(search, "role = 'presenter'")


def _group_meetings(search: Search) -> list[Json]:
    return _events(search, "group_id IS NOT NULL")


def _contacts(search: Search) -> list[Json]:
    """People you mean to know, those whom you mean to meet somewhere first."""
    select = (
        "SELECT contact.id AS id, name, status, next_contact_on, (SELECT min(event.starts_on) FROM event_contact "
        "JOIN event ON event.id = event_id WHERE contact_id = contact.id AND part = 'to_meet' "
        "AND event.starts_on >= ? AND event.status IN ('planned', 'registered')) AS meets_on "
        "FROM contact WHERE (status = 'target' OR (known_on IS NULL AND status = 'active'))"
    )
    order = "meets_on IS NULL, meets_on, next_contact_on IS NULL, next_contact_on, id"
    rows = search.rows(select, "contact", order, str(search.today))
    return [_person(search, row, why="you have not talked yet") for row in rows]


def _people(search: Search) -> list[Json]:
    """People whose turn has come or whom you mean to know, not talked with in this period yet."""
    select = (
        "SELECT contact.id AS id, name, status, next_contact_on, NULL AS meets_on FROM contact "
        "WHERE status <> 'archived' AND (next_contact_on <= ? OR status = 'target') "
        "AND coalesce(last_conversation_on, '') < ?"
    )
    order = "next_contact_on IS NULL, next_contact_on, id"
    rows = search.rows(select, "contact", order, _soon(search), str(search.starts_on))
    return [_person(search, row) for row in rows]


def _conversations(search: Search) -> list[Json]:
    """People whose turn has come; where the filter asks for somebody, these. None where it asks for more."""
    words = [filters.parted(word) for word in search.words()]
    if any(negated or key not in (*_BROUGHT, "with") for negated, key, _ in words):
        return []
    given = "".join(f" --{key} {_quoted(value)}" for _, key, value in words if key in _BROUGHT)
    people = [value for _, key, value in words if key == "with"]
    rows = _named(search, people) if people else _turns(search)
    return [_person(search, row, given, why="the goal asks for them") for row in rows]


def _named(search: Search, people: Sequence[str]) -> list["Row"]:
    from netlog.records import references

    ids = [references.find(search.log, name, ("contact",), search.ctx)[1] for name in people]
    sql = "SELECT id, name, status, next_contact_on, NULL AS meets_on FROM contact WHERE id = ?"
    return [row for id in ids for row in search.log.rows(sql, id)]


def _turns(search: Search) -> list["Row"]:
    sql = (
        "SELECT id, name, status, next_contact_on, NULL AS meets_on FROM contact "
        f"WHERE next_contact_on <= ? ORDER BY next_contact_on, id LIMIT {MOST}"
    )
    return search.log.rows(sql, _soon(search))


def _person(
    search: Search, row: "Row", given: str = "", *, why: str = "not talked with in this period"
) -> Json:
    """`why` is what there is to say where they are no target and it is not their turn."""
    ref, meets_on, turn = f"c{row['id']}", row["meets_on"], row["next_contact_on"]
    why = "you mean to know them" if row["status"] == "target" else why
    if meets_on:
        why += f", and to meet them {_away(search, meets_on)}"
    elif turn and turn <= _soon(search):
        why = f"their turn {'came' if turn <= str(search.today) else 'comes'} {_away(search, turn)}"
    on = meets_on or (max(turn, str(search.today)) if turn else None)
    return _entry(search, ref, row["name"], on, why, f'add-conversation "..." --with {ref}{given}')


def _follow_ups(search: Search, also: str = "TRUE") -> list[Json]:
    """Promises that are open, the next one due first."""
    return [
        _entry(search, f"f{row['id']}", row["what"], row["due_on"], _due(search, row), f"done f{row['id']}")
        for row in _open_follow_ups(search, also)
    ]


def _help_given(search: Search) -> list[Json]:
    """What you promised; kept, it is help that you gave."""
    if search.goal["where"]:
        return []
    search = search._replace(goal={**search.goal, "distinct": None})
    return [
        _entry(
            *(search, f"f{row['id']}", row["what"], row["due_on"], f"you promised it; {_due(search, row)}"),
            f"done f{row['id']} --exchange resource",
        )
        for row in _open_follow_ups(search, "owed_by = 'me'")
        if row["many"]
    ]


def _open_follow_ups(search: Search, also: str) -> list["Row"]:
    select = (
        "SELECT follow_up.id AS id, what, due_on, (SELECT count(*) FROM follow_up_contact "
        "WHERE follow_up_id = follow_up.id) AS many FROM follow_up INDEXED BY follow_up_open "
        f"WHERE status = 'open' AND {also}"
    )
    return search.rows(select, "follow_up", "due_on, id")


def _contributions(search: Search) -> list[Json]:
    """Events yet to come in the period at which you present."""
    if any(key not in ("level",) or negated for negated, key, _ in map(filters.parted, search.words())):
        return []
    talks = _presentations(search._replace(goal={**search.goal, "distinct": None}))
    return [
        {
            **one,
            "why": f"you present there, {_away(search, one['on'])}",
            "command": f"netlog add-contribution {_quoted(one['name'])} --event {one['ref']}",
        }
        for one in talks
        if one["on"] >= str(search.today)
    ]


def _introductions(search: Search, also: str) -> list[Json]:
    """Introductions that were asked for and not made yet, the longest waiting first."""
    select = (
        f"SELECT introduction.id AS id, {COUNTED['introductions-made'].text} AS name, asked_on "
        f"FROM introduction WHERE status = 'asked' AND made_on IS NULL AND {also}"
    )
    return [
        _entry(
            *(search, f"i{row['id']}", row["name"], None),
            f"asked for {_away(search, row['asked_on'])}, not made yet"
            if row["asked_on"]
            else "not made yet",
            f"mark made i{row['id']}",
        )
        for row in search.rows(select, "introduction", "asked_on, id")
    ]


def _introductions_made(search: Search) -> list[Json]:
    return _introductions(search, "by_id IS NULL")


def _introductions_received(search: Search) -> list[Json]:
    return _introductions(search, "by_id IS NOT NULL AND who_id IS NULL")


def _steps(search: Search) -> list[Json]:
    """Open steps of the plan: those begun, then those that are next, then by their day."""
    select = (
        "SELECT plan_step.id AS id, what, by_on, status FROM plan_step "
        "WHERE status IN ('doing', 'next', 'idea')"
    )
    order = "CASE status WHEN 'doing' THEN 0 WHEN 'next' THEN 1 ELSE 2 END, by_on IS NULL, by_on, id"
    return [
        _entry(
            *(search, f"s{row['id']}", row["what"], row["by_on"]),
            row["status"] + (f", by {row['by_on']}" if row["by_on"] else ""),
            f"mark done s{row['id']}",
        )
        for row in search.rows(select, "step", order)
    ]


def _reviews(search: Search) -> list[Json]:
    """This week's review, unless it was held."""
    monday = date.fromordinal(search.today.toordinal() - search.today.weekday())
    if monday < search.starts_on or search.log.row("SELECT 1 FROM review WHERE week_on = ?", str(monday)):
        return []
    return [_entry(search, None, "this week's review", str(search.today), "it was not held yet", "review -i")]


def _due(search: Search, row: "Row") -> str:
    return f"it is due {_away(search, row['due_on'])}"


def _away(search: Search, day: str) -> str:
    when = date.fromisoformat(day)
    return "today" if when == search.today else dates.days_between_text(when, search.today)


def _soon(search: Search) -> str:
    return str(date.fromordinal(search.today.toordinal() + WEEK))


def _quoted(word: str) -> str:
    import shlex

    return shlex.quote(word)


_FINDERS: dict[str, Callable[[Search], list[Json]]] = {
    "contacts": _contacts,
    "people": _people,
    "conversations": _conversations,
    "events": _events,
    "presentations": _presentations,
    "group-meetings": _group_meetings,
    "follow-ups": _follow_ups,
    "contributions": _contributions,
    "introductions-made": _introductions_made,
    "introductions-received": _introductions_received,
    "help-given": _help_given,
    "reviews": _reviews,
    "steps": _steps,
}
