"""`path`: the ways to a contact through those you know, and whom to ask first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.insight import paths, warmth
from netlog.records import ties
from netlog.records.lists import json_ids
from netlog.records.network_links import Links
from netlog.records.record import names_of

if TYPE_CHECKING:
    from netlog.insight.paths import Way
    from netlog.insight.warmth import Link, Warmth
    from netlog.records.context import Context
    from netlog.records.ties import Known
    from netlog.store.log import Log, Row

Json = dict[str, Any]
Linked = dict[int, dict[int, "list[Link]"]]  # from each of some contacts, to whom and by what

MIDDLE = 50  # of those you don't know, the ones linked closest to the target
ASKABLE = 200  # of those you know, the ones of whom a way can be best

THERE = f"""
SELECT id, last_conversation_on AS last_on, {ties.KNOWN} AS known FROM contact
 WHERE id IN (SELECT value FROM json_each(?)) AND status <> 'archived'"""
IS_KNOWN = f"SELECT 1 FROM contact WHERE id = ? AND {ties.KNOWN}"
# Asked for, or made, and not come to an end; and those that were declined.
ASKED = """
SELECT id, by_id, to_id, status, asked_on, made_on, declined_on FROM introduction
 WHERE to_id IN (SELECT value FROM json_each(?)) AND who_id IS NULL AND +status IN ('asked', 'made', 'declined')
 ORDER BY id"""
OF_GROUPS = """
SELECT g.id, g.name FROM network_group_contact AS part JOIN network_group AS g ON g.id = part.network_group_id
 WHERE part.contact_id = ? AND NOT EXISTS (SELECT 1 FROM membership WHERE group_id = g.id AND left_on IS NULL)
 ORDER BY g.id LIMIT 3"""
OF_EVENTS = """
SELECT e.id, e.name, e.starts_on FROM event_contact AS part JOIN event AS e ON e.id = part.event_id
 WHERE part.contact_id = ?1 AND e.starts_on >= ?2 AND e.status <> 'skipped' ORDER BY e.starts_on, e.id LIMIT 3"""


def to(log: "Log", target: int, ctx: "Context") -> tuple[list[Json], list[str]]:
    """The ways to a contact, the best first, and what is to be told besides.

    Each has score, hops (ref, name, why, warmth, parts), ask, asked (how often in 90 days), lately (that in
    words, or the introduction that is under way), reason and command. Whom you talked with you reach by
    yourself: one way, of one hop. Whom you know and never talked with others may still know better.
    """
    known = ties.of(log, [target], ctx.today)[target]
    if known.tie.last_on is not None:
        return [_direct(target, known, ctx)], [f"you know {known.name}: {ties.told(known.tie, ctx.today)}"]
    search = _Search(log, target, ctx)
    found = [search.shown(way) for way in search.ways()]
    told = [*search.links.capped, *search.refused()]
    if log.value(IS_KNOWN, target):
        told.append(f"you know {known.name}, and never talked as far as noted: netlog prep c{target}")
    elif not found:
        told += _hints(log, target, known.name, ctx)
    return found, told


class _Search:
    """One search: from the target to those linked to them, and on from those of them you never talked with."""

    def __init__(self, log: "Log", target: int, ctx: "Context") -> None:
        self._log, self._target, self._ctx = log, target, ctx
        self.links = Links(log)
        near = self.links.of(target)
        there = self._there(near)
        self._linked: Linked = {target: {id: near[id] for id in there}}
        middle = sorted(
            (id for id, row in there.items() if row["last_on"] is None), key=lambda id: (-_warm(near[id]), id)
        )
        for id in middle[:MIDDLE]:
            self._linked[id] = self.links.of(id)
        there |= self._there({id for one in self._linked.values() for id in one} - there.keys() - {target})
        self._last = {id: row["last_on"] for id, row in there.items() if row["known"]}
        self._states = {(row["by_id"], row["to_id"]): row for row in log.rows(ASKED, json_ids(self._linked))}

    def ways(self) -> list["Way"]:
        """The best of them, by all that is known of those to ask."""
        edges = [
            paths.Edge(one, other, _warm(links))
            for one, linked in self._linked.items()
            for other, links in linked.items()
            if (other in self._last or other in self._linked) and not self._declined(other, one)
        ]
        self._known = ties.of(self._log, self._likeliest(edges), self._ctx.today)
        self._warmth = {id: warmth.of_tie(one.tie, self._ctx.today) for id, one in self._known.items()}
        mine = {id: one.value for id, one in self._warmth.items()}
        askable = [
            one
            for one in edges
            if one.one in self._linked and (one.other in mine or one.other in self._linked)
        ]
        asked = {id: one.asked for id, one in self._known.items()}
        return paths.find(self._target, askable, mine, asked, strangers=self._linked)

    def refused(self) -> list[str]:
        """Introductions that were declined, so that their ways are left out."""
        names = names_of(self._log, [("contact", id) for pair in self._states for id in pair])
        return [
            f"left out: {names['contact', by]} declined to introduce you to {names['contact', to]} on {row['declined_on']}"
            for (by, to), row in self._states.items()
            if row["status"] == "declined" and to == self._target
        ]

    def shown(self, way: "Way") -> Json:
        names = names_of(self._log, [("contact", id) for id in way.people])
        first, following = way.people[0], way.people[1]
        known = self._known[first]
        hops = [_hop(first, known.name, ties.told(known.tie, self._ctx.today), self._warmth[first])]
        for one, other in zip(way.people, way.people[1:], strict=False):
            links = sorted(self._linked[other][one], key=warmth.strength, reverse=True)
            why = "; ".join(dict.fromkeys(link.why for link in links))
            hops.append(_hop(other, names["contact", other], why, warmth.of_links(links)))
        state = self._states.get((first, following))
        reasons = [f"{hop['name']}: {hop['why']}" for hop in (*reversed(hops[1:]), hops[0])]
        return {
            "score": way.score,
            "hops": hops,
            "ask": {"ref": f"c{first}", "name": known.name},
            "asked": known.asked,
            "lately": _lately(known, state, self._ctx),
            "reason": "; ".join(reasons),
            "command": _command(first, following, state),
        }

    def _there(self, ids: Iterable[int]) -> "dict[int, Row]":
        """When each was last talked with, and whether you know them; archived ones are left out."""
        return {row["id"]: row for row in self._log.rows(THERE, json_ids(ids))}

    def _declined(self, by: int, to: int) -> bool:
        row = self._states.get((by, to))
        return row is not None and row["status"] == "declined"

    def _likeliest(self, edges: list[paths.Edge]) -> list[int]:
        """Those of whom a way can be best, were all else of their tie with you as warm as can be."""
        reach = {one.other: one.warmth for one in edges if one.one == self._target}
        best: dict[int, float] = {}
        for edge in edges:
            if edge.other in self._last:
                through = 1.0 if edge.one == self._target else reach.get(edge.one, 0.0) / warmth.FULL
                best[edge.other] = max(
                    best.get(edge.other, 0.0), edge.warmth * through * self._at_most(edge.other)
                )
        return sorted(best, key=lambda id: (-best[id], id))[:ASKABLE]

    def _at_most(self, id: int) -> float:
        from datetime import date

        last = self._last[id]
        talked_on, talks = (date.fromisoformat(last), warmth.FREQUENT) if last else (None, 0)
        tie = warmth.Tie(talked_on, talks, warmth.MUTUAL, warmth.MUTUAL)
        return warmth.of_tie(tie, self._ctx.today).value


def _warm(links: "list[Link]") -> float:
    return warmth.of_links(links).value


def _hop(id: int, name: str, why: str, warm: "Warmth") -> Json:
    return {"ref": f"c{id}", "name": name, "why": why, "warmth": warm.value, "parts": dict(warm.parts)}


def _direct(target: int, known: "Known", ctx: "Context") -> Json:
    warm = warmth.of_tie(known.tie, ctx.today)
    told = ties.told(known.tie, ctx.today)
    return {
        "score": warm.value,
        "hops": [_hop(target, known.name, told, warm)],
        "ask": {"ref": f"c{target}", "name": known.name},
        "asked": known.asked,
        "lately": "",
        "reason": f"you know them: {told}",
        "command": f"netlog prep c{target}",
    }


def _lately(known: "Known", state: Any, ctx: "Context") -> str:
    from datetime import date

    if state is not None:
        day = date.fromisoformat(state["made_on"] or state["asked_on"])
        return f"i{state['id']}, {state['status']} {ctx.away(day)}, is under way"
    if not known.asked:
        return "not asked for an introduction lately"
    return f"asked {'once' if known.asked == 1 else f'{known.asked} times'} in {paths.ASKED_DAYS} days"


def _command(first: int, following: int, state: Any) -> str:
    if state is not None:
        return f"netlog done i{state['id']}"
    return f"netlog add-introduction --by c{first} --to c{following}"


def _hints(log: "Log", target: int, name: str, ctx: "Context") -> list[str]:
    """What would help where there is no way: groups to join, events to go to, and who may know them."""
    return [
        f"nobody you know leads to {name} yet",
        *(
            f"{name} is in {row['name']}: netlog add-membership u{row['id']} when you join"
            for row in log.rows(OF_GROUPS, target)
        ),
        *(
            f"{name} is to be at {row['name']} on {row['starts_on']}: netlog prep e{row['id']}"
            for row in log.rows(OF_EVENTS, target, ctx.today.isoformat())
        ),
        f"if somebody knows them: netlog edit NAME knows+=c{target}; a group or an event of theirs: "
        f"netlog add-group NAME --member c{target}, netlog add-event NAME --on DATE --to-meet c{target}",
    ]
