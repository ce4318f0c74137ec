"""A whole plan made at once: the vision, the people, groups and events that are new, the steps and the goals."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import habits
from netlog.insight.lengths import add_months
from netlog.records import contacts, countables, record, start_steps, start_targets, visions
from netlog.records.events import KIND as EVENT
from netlog.records.goals import KIND as GOAL
from netlog.records.groups import KIND as GROUP
from netlog.records.start_file import ALONE, Item, Start
from netlog.records.start_steps import Draft
from netlog.records.steps import KIND as STEP

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Target = tuple[str, int]
NOT_ASKED = "not asked yet"  # what stands in the way of an introduction; who makes it could help
KEYS = ("contacts_added", "events_added", "groups_added", "goals", "steps")
NAMELESS = "Where I want to be in {year}"  # a plan whose vision is still to be put into words


def make(log: "Log", plan: Start, ctx: "Context") -> dict[str, Any]:
    """Make all that a plan says: {"vision", "contacts_added", "events_added", "groups_added", "goals", "steps"}.

    Who and what is in the log is linked by its name. A plan without a vision of its own adds to the
    current one; one that says nothing makes nothing, and its vision is None.
    """
    if not plan.items:
        return {"vision": None, **{key: [] for key in KEYS}}
    return _Maker(log, plan, ctx).made()


class _Maker:
    """Makes the records of one plan, and keeps which were new."""

    def __init__(self, log: "Log", plan: Start, ctx: "Context") -> None:
        self._log, self._plan, self._ctx = log, plan, ctx
        self._new: dict[str, list[int]] = {"contact": [], "event": [], "group": []}
        self._goals: list[int] = []

    def made(self) -> dict[str, Any]:
        """Everything, as JSON gives it."""
        vision = self._vision()
        drafts = [*self._people(), *self._groups(), *self._events()]
        for kind in ("assignment", "skill"):
            drafts += [self._draft(item, item.name, None, kind) for item in self._plan.of(f"{kind}s")]
        drafts += [self._step(item) for item in self._plan.of("steps")]
        drafts += [self._habit(item) for item in self._plan.of("goals")]
        steps = start_steps.add(self._log, self._plan, vision, drafts, self._ctx)
        return {
            "vision": record.load(visions.KIND, self._log, [vision])[0],
            "contacts_added": record.load(contacts.KIND, self._log, self._new["contact"]),
            "events_added": record.load(EVENT, self._log, self._new["event"]),
            "groups_added": record.load(GROUP, self._log, self._new["group"]),
            "goals": record.load(GOAL, self._log, self._goals),
            "steps": record.load(STEP, self._log, steps),
        }

    def _vision(self) -> int:
        """The vision of the plan: its own, which is the current one from now on, else the current one."""
        own = self._plan.of(ALONE)
        present = visions.current(self._log)
        if not own and present is not None:
            return present
        values = dict(own[0].values["vision"]) if own else {}
        if not values.get("statement"):
            by_on = values.get("by_on") or add_months(self._ctx.today, 12 * visions.YEARS).isoformat()
            known_for = values.get("known_for")
            values["statement"] = f"Known for {known_for}" if known_for else NAMELESS.format(year=by_on[:4])
        if values.get("notes"):
            values["notes"] = f"How I show up: {values['notes']}"
        with self._plan.placed(ALONE, 0):
            return record.add(visions.KIND, self._log, values, self._ctx)

    def _people(self) -> list[Draft]:
        """Whom to know and to follow, and under each who is to introduce you."""
        found = []
        for item in self._plan.of("people"):
            id = self._person(item, item.values["contact"]["name"], "name")
            if start_targets.talked_with(self._log, id):
                found.append(self._kept_up(item, f"Keep close to {self._name(id)}", ("contact", id)))
            else:
                found.append(self._draft(item, f"Get to know {self._name(id)}", ("contact", id), "person"))
        for item in self._plan.of("leaders"):
            id = self._person(item, item.values["contact"]["name"], "name")
            found.append(self._draft(item, f"Follow {self._name(id)}", ("contact", id), "leader"))
        for item in self._plan.of("introductions"):
            found += self._introduction(item, found)
        return found

    def _introduction(self, item: Item, people: list[Draft]) -> list[Draft]:
        """The step that asks for an introduction, and one for whom it is to where the plan has none."""
        own = item.values[""]
        through = self._person(item, own["through"], "through")
        draft = self._draft(item, f"Ask {self._name(through)} for an introduction", None, "introduction")
        draft.values["barriers"] = [(NOT_ASKED, through)]
        if "to" not in own:
            return [draft]
        to = self._person(item, own["to"], "to")
        with self._plan.placed(item.table, item.place, "to"):
            if to == through:
                raise UsageError(f"{own['to']!r} can't introduce themselves", "nothing was changed")
        draft.values |= {"what": f"{draft.values['what']} to {self._name(to)}", "about": ("contact", to)}
        draft.above = next((one for one in people if one.values["about"] == ("contact", to)), None)
        if draft.above is not None:
            return [draft]
        values = {"what": f"Get to know {self._name(to)}", "about": ("contact", to), "kind": "person"}
        draft.above = Draft(item, own["to"], values)
        return [draft.above, draft]

    def _groups(self) -> list[Draft]:
        found = []
        for item in self._plan.of("groups"):
            values = item.values["group"]
            with self._plan.placed(item.table, item.place, "name"):
                id = start_targets.group(self._log, values["name"], self._ctx)
            if id is None:
                id = self._added("group", item, values)
            name = self._log.value("SELECT name FROM network_group WHERE id = ?", id)
            if start_targets.is_member(self._log, id):
                found.append(self._kept_up(item, f"Be active in {name}", ("group", id)))
            else:
                found.append(self._draft(item, f"Join {name}", ("group", id), "group"))
        return found

    def _events(self) -> list[Draft]:
        """Where to be: events of the log, those that have a date, and steps alone for the others."""
        found = []
        for item in self._plan.of("events"):
            values = item.values["event"]
            on = values.get("starts_on") or ""
            with self._plan.placed(item.table, item.place, "on"):
                if on and values["ends_on"] < self._ctx.today.isoformat():
                    raise UsageError(f"{values['name']} was on {on}", "a plan is of what is to come")
            with self._plan.placed(item.table, item.place, "name"):
                id = start_targets.event(self._log, values["name"], on, self._ctx)
            if id is None and on:
                id = self._added("event", item, values)
            found.append(self._attendance(item, id))
        return found

    def _attendance(self, item: Item, id: int | None) -> Draft:
        if id is None:
            return self._draft(item, f"Attend {item.name}", None, "event")
        row = self._log.row("SELECT name, ends_on FROM event WHERE id = ?", id)
        assert row is not None
        draft = self._draft(item, f"Attend {row['name']}", ("event", id), "event")
        draft.values["by_on"] = row["ends_on"]
        return draft

    def _step(self, item: Item) -> Draft:
        own = item.values.get("", {})
        values = {"kind": "other", "status": "next", "about": None, **item.values["step"]}
        values["barriers"] = [(what, self._helper(item, name)) for what, name in own.get("barriers", [])]
        return Draft(item, item.name, values, own.get("under", ""), own.get("needs", []))

    def _helper(self, item: Item, name: str | None) -> int | None:
        return self._person(item, name, "barriers") if name else None

    def _habit(self, item: Item) -> Draft:
        """The goal, and the step that ties it to the vision."""
        with self._plan.placed(item.table, item.place):
            values = goal_values(item.values["goal"], self._ctx)
            id = start_targets.goal(self._log, values["title"])
            if id is None:
                countables.check_filter(values["count"], values.get("where"), self._ctx, self._log)
                id = record.add(GOAL, self._log, values, self._ctx)
        self._goals.append(id)
        return self._kept_up(item, values["title"], ("goal", id))

    def _kept_up(self, item: Item, what: str, about: Target) -> Draft:
        """A habit: what you do already and go on with, so that nothing that happens once is the end of it."""
        draft = self._draft(item, what, about, "habit")
        draft.values["status"] = "doing"
        return draft

    def _draft(self, item: Item, what: str, about: Target | None, kind: str) -> Draft:
        return Draft(
            item, item.name, {**item.values.get("step", {}), "what": what, "about": about, "kind": kind}
        )

    def _person(self, item: Item, name: str, key: str) -> int:
        """The contact that a name means; somebody new is one that you mean to know."""
        with self._plan.placed(item.table, item.place, key):
            id = start_targets.person(self._log, name, self._ctx)
            if id is None:
                values = {"name": name, "status": "target"}
                id = contacts.add(self._log, values, self._ctx)[0]
                self._new["contact"].append(id)
        return id

    def _added(self, type: str, item: Item, values: dict[str, Any]) -> int:
        with self._plan.placed(item.table, item.place):
            id = record.add(GROUP if type == "group" else EVENT, self._log, values, self._ctx)
        self._new[type].append(id)
        return id

    def _name(self, contact: int) -> str:
        return str(self._log.value("SELECT name FROM contact WHERE id = ?", contact))


def goal_values(given: dict[str, Any], ctx: "Context") -> dict[str, Any]:
    """A goal as it is to be added: what it counts as given, else as its title says in words.

    UsageError where neither says it.
    """
    if given.get("count") or given.get("per"):
        return given
    habit = habits.read(given["title"], ctx.levels)
    if habit is None:
        raise UsageError(
            f"{given['title']!r} does not say what to count",
            "as in: 2 conversations a week, one state-level event a semester",
        )
    said = {"count": habit.counts, "target": habit.target, "per": habit.per, "where": habit.where or None}
    return {**said, **given}
