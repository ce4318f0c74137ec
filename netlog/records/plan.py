"""The plan of a vision: its steps as a tree, what is next, and by when each must be done."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import plan
from netlog.records import plan_rows, record, visions
from netlog.records.links import shown_ref
from netlog.records.steps import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

NEXT_STEPS = 5  # of a week's review
TOLD = ("ref", "what", "kind", "about", "state", "ready", "by_on", "latest_on", "slack")

MOVED = "SELECT id, what, done_on FROM plan_step WHERE done_on BETWEEN ? AND ? ORDER BY done_on, id"


class Plan:
    """How every step of a vision stands, and when it falls due."""

    def __init__(self, log: "Log", vision: int, today: date) -> None:
        self._log = log
        self.vision = record.load(visions.KIND, log, [vision])[0]
        self.rows = plan_rows.of_visions(log, [vision])
        self.stands = plan.standings(self.rows)
        self.slots = plan.schedule(self.rows, date.fromisoformat(self.vision["by_on"]), today)

    def steps(self, ids: "Iterable[int]") -> list[Json]:
        """Steps as JSON: the record, and state, ready, blocked_by, latest_on, slack and needed_by."""
        ids = list(ids)
        slots = [self.slots.get(id) for id in ids]
        mentioned = {other for id in ids for other in self.stands[id].blocked_by}
        mentioned |= {slot.because for slot in slots if slot and slot.because is not None}
        names = record.names_of(self._log, [("step", id) for id in mentioned])
        found = []
        for id, slot, shown in zip(ids, slots, record.load(KIND, self._log, ids), strict=True):
            stands, because = self.stands[id], slot.because if slot else None
            more: Json = {
                "state": stands.state,
                "ready": stands.ready,
                "blocked_by": [shown_ref(("step", one), names) for one in stands.blocked_by],
                "latest_on": str(slot.latest_on) if slot else None,
                "slack": slot.slack if slot else None,
                "needed_by": None if because is None else shown_ref(("step", because), names),
            }
            found.append({**shown, **more})
        return found


def tree(log: "Log", vision: int, ctx: "Context") -> Json:
    """A vision as JSON with its `steps`, each with those under it as `children`, the next one due first."""
    whole = Plan(log, vision, ctx.today)
    under: dict[int | None, list[int]] = {}
    for one in whole.rows:
        under.setdefault(one.parent, []).append(one.id)
    ids = [one.id for one in whole.rows]
    made = dict(zip(ids, whole.steps(ids), strict=True))
    for id, step in made.items():
        step["children"] = [made[other] for other in sorted(under.get(id, ()), key=lambda o: _place(made[o]))]
    roots = sorted(under.get(None, ()), key=lambda one: _place(made[one]))
    return {**whole.vision, "steps": [made[id] for id in roots]}


def upcoming(log: "Log", vision: int, ctx: "Context") -> list[Json]:
    """The open steps that nothing blocks: first those that can be done now, each by its latest day."""
    whole = Plan(log, vision, ctx.today)
    ahead = plan.upcoming(whole.rows, whole.stands, whole.slots)
    return [{**step, "command": f"netlog done {step['ref']}"} for step in whole.steps(ahead)]


def timeline(log: "Log", vision: int, ctx: "Context") -> list[Json]:
    """The open steps by the latest day on which each can be done; `late` ones are past it."""
    whole = Plan(log, vision, ctx.today)
    return [{**step, "late": step["slack"] < 0} for step in whole.steps(whole.slots)]


def of_week(log: "Log", first: date, last: date, today: date) -> Json:
    """What a week's review tells of the plan: the current `vision`, its `next` steps, and what `moved` in the week."""
    moved = [
        {"ref": f"s{row['id']}", "what": row["what"], "on": row["done_on"]}
        for row in log.rows(MOVED, str(first), str(last))
    ]
    vision = visions.current(log)
    if vision is None:
        return {"vision": None, "next": [], "moved": moved}
    whole = Plan(log, vision, today)
    ahead = plan.upcoming(whole.rows, whole.stands, whole.slots)[:NEXT_STEPS]
    steps = [{key: value for key, value in one.items() if key in TOLD} for one in whole.steps(ahead)]
    return {
        "vision": {"ref": f"v{vision}", "name": whole.vision["statement"]},
        "next": [{**one, "command": f"netlog done {one['ref']}"} for one in steps],
        "moved": moved,
    }


def _place(step: Json) -> tuple[bool, str, str, int]:
    """Open steps by their latest day, then closed ones by the day they were done."""
    return (
        step["latest_on"] is None,
        step["latest_on"] or "",
        step["done_on"] or "",
        int(step["ref"][1:]),
    )
