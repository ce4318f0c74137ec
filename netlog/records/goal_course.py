"""What becomes of a goal: it is paused, resumed, amended from a day on, closed."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.records import countables, edits, record
from netlog.records.goals import KIND

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]

AMENDED = ("target", "where")  # what can be amended; with anything else it is another goal


def pause(log: "Log", id: int, first: date, last: date | None, why: str | None, ctx: "Context") -> bool:
    """Let a goal ask for nothing from a day on, for good or until another.

    UsageError where these days are paused already, end before they start, or are not all days of the goal.
    """
    values = _open(log, id)
    starts_on, ends_on = first.isoformat(), last.isoformat() if last else None
    if ends_on and ends_on < starts_on:
        raise UsageError(f"the pause ends {ends_on}, before it starts {starts_on}")
    if starts_on < values["starts_on"]:
        raise UsageError(f"g{id} starts {values['starts_on']}", "pause it from that day or later")
    if values["ends_on"] and starts_on > values["ends_on"]:
        raise UsageError(f"g{id} ends {values['ends_on']}", "pause it from that day or earlier")
    for one in values["pauses"]:
        if (one[1] or "9999") >= starts_on and (ends_on or "9999") >= one[0]:
            hint = f"`netlog resume-goal g{id}` ends the pause that goes on" if one[1] is None else ""
            raise UsageError(f"g{id} is paused {one[0]}..{one[1] or ''} already", hint or "choose other days")
    return _change(log, id, {"pauses": [*values["pauses"], (starts_on, ends_on, why)]}, ctx)


def resume(log: "Log", id: int, day: date, ctx: "Context") -> bool:
    """Let a goal ask again from a day on; ConflictError where it is not paused on it."""
    values = _open(log, id)
    on = day.isoformat()
    found = next((one for one in values["pauses"] if one[0] <= on <= (one[1] or on)), None)
    if found is None:
        raise ConflictError(f"g{id} is not paused on {on}", "nothing was changed")
    pauses = [one for one in values["pauses"] if one is not found]
    if found[0] < on:  # on its first day: there was no pause
        pauses.append((found[0], (day - timedelta(days=1)).isoformat(), found[2]))
    return _change(log, id, {"pauses": pauses}, ctx)


def amend(log: "Log", id: int, day: date, words: list[str], why: str | None, ctx: "Context") -> bool:
    """Change the target or the filter of a goal from a day on; False where it has them so already.

    UsageError for other keys, for a day before the goal starts and for values that can't be.
    """
    changes = read(words, ctx)
    values = _open(log, id)
    from_on = day.isoformat()
    if from_on < values["starts_on"]:
        raise UsageError(
            f"g{id} starts {values['starts_on']}", "amend it from that day on, or `netlog edit` it"
        )
    if values["ends_on"] and from_on > values["ends_on"]:
        raise UsageError(f"g{id} ends {values['ends_on']}", "amend it from that day or earlier")
    before = in_force(values, from_on)
    after = {**before, **changes}
    if after == before:
        return False
    if after["target"] == 0 and values["bound"] == "min":
        raise UsageError("a target of 0 asks for nothing", f"`netlog pause-goal g{id}` or close-goal")
    countables.check(values["count"], values["distinct"], after["where"])
    countables.check_filter(values["count"], after["where"], ctx, log)
    others = [one for one in values["amendments"] if one[0] != from_on]
    new = (from_on, after["target"], after["where"], why)
    return _change(log, id, {"amendments": sorted([*others, new], key=lambda one: str(one[0]))}, ctx)


def read(words: list[str], ctx: "Context") -> Values:
    """`target=3 where=...` -> values; UsageError for what can't be amended."""
    changes: Values = {}
    for field, _, values in edits.read(KIND, words, ctx):
        if field.key not in AMENDED:
            raise UsageError(
                f"{field.option} can't be amended, only target and where", "close the goal and add another"
            )
        changes.update(values)
    if not changes:
        raise UsageError("nothing to amend", "write target=N or where='FILTER...'")
    return changes


def close(log: "Log", id: int, day: str, ctx: "Context") -> bool:
    """End a goal for good; False where it was closed on that day (ISO) already."""
    values = record.fetch(KIND, log, [id])[0]
    if day < values["starts_on"]:
        raise UsageError(f"g{id} starts {values['starts_on']}", "close it on that day or later")
    changes = {"status": "closed", "closed_on": day}
    return record.change(KIND, log, id, changes, ctx)


def in_force(values: Values, day: str) -> Values:
    """Target and filter of a goal, as it is stored, on a day."""
    found = [one for one in values["amendments"] if one[0] <= day]
    target, where = found[-1][1:3] if found else (values["target"], values["where"])
    return {"target": target, "where": where}


def _open(log: "Log", id: int) -> Values:
    values = record.fetch(KIND, log, [id])[0]
    if values["status"] == "closed":
        raise ConflictError(
            f"g{id} was closed on {values['closed_on']}", f"`netlog edit g{id} status=active` opens it again"
        )
    return values


def _change(log: "Log", id: int, changes: Values, ctx: "Context") -> bool:
    return record.change(KIND, log, id, changes, ctx)
