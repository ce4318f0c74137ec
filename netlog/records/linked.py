"""The records that point at one, each with what it is to it."""

from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.records.kind import kind_of
from netlog.vocabulary import LETTERS, table_of

if TYPE_CHECKING:
    from netlog.store.log import Log


class _Pointing(NamedTuple):
    """Records of `type` that point at the one shown: `where` holds of them, with its id as ?1; `as_` is in SQL."""

    type: str
    where: str
    as_: str


def _by(type: str, column: str, words: str) -> _Pointing:
    return _Pointing(type, f"{column} = ?1", f"'{words}'")


def _among(type: str, table: str, owner: str, column: str, words: str) -> _Pointing:
    return _Pointing(type, f"id IN (SELECT {owner} FROM {table} WHERE {column} = ?1)", f"'{words}'")


_MEMBERSHIP = "CASE WHEN left_on IS NULL THEN 'you are in it' ELSE 'you were in it' END"
POINTING = {
    "contact": (
        _by("contact", "met_through_id", "met through them"),
        _among("contact", "contact_knows", "contact_id", "known_id", "knows them"),
        _among("group", "network_group_contact", "network_group_id", "contact_id", "they are in it"),
        _by("step", "contact_id", "is about them"),
        _among("step", "plan_step_barrier", "plan_step_id", "helper_id", "they could help with it"),
    ),
    "conversation": (
        _by("exchange", "conversation_id", "came of it"),
        _by("follow_up", "conversation_id", "came of it"),
        _by("takeaway", "conversation_id", "came of it"),
    ),
    "event": (
        _by("contact", "met_event_id", "met there"),
        _by("contribution", "event_id", "given there"),
        _by("conversation", "event_id", "held there"),
        _by("exchange", "event_id", "came of it"),
        _by("follow_up", "event_id", "came of it"),
        _by("opportunity", "event_id", "came of it"),
        _by("step", "event_id", "is about it"),
        _by("takeaway", "event_id", "came of it"),
    ),
    "follow_up": (_by("exchange", "follow_up_id", "came of it"),),
    "goal": (_by("step", "goal_id", "is about it"),),
    "group": (
        _Pointing("membership", "group_id = ?1", _MEMBERSHIP),
        _by("step", "group_id", "is about it"),
    ),
    "contribution": (
        _by("step", "contribution_id", "is about it"),
        _by("takeaway", "contribution_id", "came of it"),
    ),
    "introduction": (
        _by("exchange", "introduction_id", "came of it"),
        _by("opportunity", "introduction_id", "came of it"),
        _by("step", "introduction_id", "is about it"),
    ),
    "vision": (_Pointing("step", "vision_id = ?1 AND parent_id IS NULL", "'leads to it'"),),
    "step": (
        _by("step", "parent_id", "is a part of it"),
        _among("step", "plan_step_need", "plan_step_id", "needed_id", "needs it"),
    ),
}


def to(log: "Log", type: str, id: int) -> list[dict[str, Any]]:
    """The records that point at this one: type, ref, name, as (what they are to it)."""
    return [
        {"type": one.type, "ref": f"{LETTERS[one.type]}{row['id']}", "name": row["name"], "as": row["as"]}
        for one in POINTING.get(type, ())
        for row in log.rows(query(one), id)
    ]


def query(one: _Pointing) -> str:
    """The query for those of one sort, in the order in which they were added."""
    named = kind_of(one.type).named
    table = table_of(one.type)
    return f'SELECT id, {named} AS name, {one.as_} AS "as" FROM {table} WHERE {one.where} ORDER BY id'
