"""`matches`: two people you know who should meet, as one needs what the other offers."""

from typing import TYPE_CHECKING, Any

from netlog.insight import matching, warmth
from netlog.records import ties
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.insight.matching import Match
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

PEOPLE = 300  # who need, and who offer, those talked with last: at most
CHECKED = 2000  # of the best, until there are enough who do not know each other
MOST = 20

# Those you talked with last, walked until there are enough; then those you know and never talked with.
HAVING = """
SELECT id FROM contact WHERE last_conversation_on IS NOT NULL AND status <> 'archived'
   AND EXISTS (SELECT 1 FROM contact_{list} WHERE contact_id = contact.id)
 ORDER BY last_conversation_on DESC, id DESC LIMIT ?"""
HAVING_TOO = """
SELECT id FROM contact WHERE last_conversation_on IS NULL AND status = 'active'
   AND EXISTS (SELECT 1 FROM contact_{list} WHERE contact_id = contact.id) ORDER BY id DESC LIMIT ?"""
# Of one contact, those you know who have a word of theirs.
FITTING = f"""
SELECT id FROM contact
 WHERE id IN (SELECT theirs.contact_id FROM contact_{{mine}} AS mine CROSS JOIN contact_{{list}} AS theirs
               ON theirs.word = mine.word WHERE mine.contact_id = ?1) AND {ties.KNOWN} AND id <> ?1
 ORDER BY last_conversation_on DESC, id DESC LIMIT ?2"""
WORDS = """
SELECT list.contact_id AS id, list.word AS word FROM json_each(?) AS one
 CROSS JOIN contact_{list} AS list ON list.contact_id = one.value ORDER BY one.key, list.word"""
# Whether two know each other already: noted so, met through one another, introduced or to be, in one conversation
# or group.
ACQUAINTED = """
SELECT 1 WHERE EXISTS (SELECT 1 FROM contact_knows WHERE contact_id = ?1 AND known_id = ?2)
 OR EXISTS (SELECT 1 FROM contact_knows WHERE contact_id = ?2 AND known_id = ?1)
 OR EXISTS (SELECT 1 FROM contact WHERE (id = ?1 AND met_through_id = ?2) OR (id = ?2 AND met_through_id = ?1))
 OR EXISTS (SELECT 1 FROM introduction WHERE to_id = ?1 AND (by_id = ?2 OR who_id = ?2))
 OR EXISTS (SELECT 1 FROM introduction WHERE to_id = ?2 AND (by_id = ?1 OR who_id = ?1))
 OR EXISTS (SELECT 1 FROM introduction WHERE by_id = ?1 AND who_id = ?2)
 OR EXISTS (SELECT 1 FROM introduction WHERE by_id = ?2 AND who_id = ?1)
 OR EXISTS (SELECT 1 FROM conversation_contact AS mine JOIN conversation_contact AS theirs
              ON theirs.conversation_id = mine.conversation_id AND theirs.contact_id = ?2 WHERE mine.contact_id = ?1)
 OR EXISTS (SELECT 1 FROM network_group_contact AS mine JOIN network_group_contact AS theirs
              ON theirs.network_group_id = mine.network_group_id AND theirs.contact_id = ?2 WHERE mine.contact_id = ?1)"""
PLACES = """
SELECT id, lower(organization) FROM contact
 WHERE id IN (SELECT value FROM json_each(?)) AND organization IS NOT NULL"""


def of(log: "Log", target: int | None, most: int, ctx: "Context") -> tuple[list[Json], list[str]]:
    """Matches, the best first, of one contact where one is named; and what is to be told besides.

    Each has score, parts, who, to, mutual, words (word, needs, offers), reason and command.
    """
    needing, offering = _people(log, target)
    pairs = matching.pairs(_fits(log, needing, offering, target))
    known = ties.of(log, {id for pair in pairs for id in pair}, ctx.today)
    warm = {id: warmth.of_tie(one.tie, ctx.today).value for id, one in known.items()}
    places = dict(tuple(row) for row in log.rows(PLACES, json_ids(known)))
    found = [
        matching.match(
            pair, some, warm, colleagues=pair[0] in places and places[pair[0]] == places.get(pair[1])
        )
        for pair, some in pairs.items()
    ]
    strangers: list[Match] = []
    for one in matching.ranked(found, CHECKED):
        if len(strangers) == most:
            break
        if log.value(ACQUAINTED, one.who, one.to) is None:
            strangers.append(one)
    names = {id: {"ref": f"c{id}", "name": one.name} for id, one in known.items()}
    capped = max(len(needing), len(offering)) >= PEOPLE
    told = (
        ["of those who need or offer something, the ones you talked with last were looked at"]
        if capped
        else []
    )
    if not strangers:
        told.append("what people look for and can help with: netlog edit NAME need+=WORD offer+=WORD")
    return [_shown(one, names) for one in strangers], told


def _people(log: "Log", target: int | None) -> tuple[list[int], list[int]]:
    """Who needs something, and who offers something."""
    if target is None:
        return _having(log, "need"), _having(log, "offer")
    needing = log.rows(FITTING.format(mine="offer", list="need"), target, PEOPLE)
    offering = log.rows(FITTING.format(mine="need", list="offer"), target, PEOPLE)
    return [target, *(row["id"] for row in needing)], [target, *(row["id"] for row in offering)]


def _having(log: "Log", list: str) -> list[int]:
    """Those you know who have words of a list, the ones talked with last first."""
    rows = log.rows(HAVING.format(list=list), PEOPLE)
    rows += log.rows(HAVING_TOO.format(list=list), PEOPLE - len(rows)) if len(rows) < PEOPLE else []
    return [row["id"] for row in rows]


def _fits(log: "Log", needing: list[int], offering: list[int], target: int | None) -> list[matching.Fit]:
    needs, offers = (
        [(row["id"], row["word"]) for row in log.rows(WORDS.format(list=one), json_ids(ids))]
        for one, ids in (("need", needing), ("offer", offering))
    )
    fits = matching.fits(needs, offers)
    return fits if target is None else [one for one in fits if target in (one.needs, one.offers)]


def _shown(one: "Match", names: dict[int, dict[str, str]]) -> Json:
    from shlex import quote

    who, to = names[one.who], names[one.to]
    told = ", ".join(dict.fromkeys(fit.word for fit in one.fits))
    reasons = [
        f"{names[fit.needs]['name']} needs {fit.word}, {names[fit.offers]['name']} offers it"
        for fit in one.fits
    ]
    return {
        "score": one.score,
        "parts": dict(one.parts),
        "who": who,
        "to": to,
        "mutual": one.mutual,
        "words": [
            {"word": fit.word, "needs": names[fit.needs], "offers": names[fit.offers]} for fit in one.fits
        ],
        "reason": "; ".join(reasons),
        "command": f"netlog add-introduction {who['ref']} --to {to['ref']} --why {quote(told)}",
    }
