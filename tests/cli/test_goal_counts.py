"""Goals over random logs agree with a count that is slow and plain: done, pace, state, streaks, history.

The log is written by the records themselves, and told again here as plain facts; what is expected is
found by a walk over the days.
"""

import calendar
import tempfile
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.records import record
from netlog.records.context import Context
from netlog.records.kind import kind_of
from netlog.store.log import transaction
from netlog.vocabulary import COUNTABLES, PERIODS

FIRST, LAST = date(2025, 11, 1), date(2026, 3, 2)
NOW = "2026-03-02T12:00:00.000000Z"
TERMS = (((1, 1), (5, 31)), ((8, 15), (12, 31)))
DAYS = st.dates(FIRST, LAST).map(str)
LEVELS = ("state", "national")
REGIONS = ("Ohio", "ohio", "Iowa", None)


class Fact(NamedTuple):
    """An entry that is counted: its day, what it is (counted once), and what can be asked of it."""

    on: str
    what: object
    facts: dict[str, str | None]


world = st.fixed_dictionaries(
    {
        "contacts": st.lists(
            st.tuples(
                st.none() | DAYS,
                st.sampled_from(("active", "active", "archived", "target")),
                st.sampled_from((None, *LEVELS)),
                st.sampled_from(REGIONS),
            ),
            min_size=1,
            max_size=4,
        ),
        "conversations": st.lists(
            st.tuples(
                DAYS, st.sampled_from(("call", "meeting")), st.sets(st.integers(0, 3), min_size=1, max_size=3)
            ),
            max_size=8,
        ),
        "events": st.lists(
            st.tuples(
                DAYS,
                st.sampled_from(("attended", "attended", "planned", "skipped")),
                st.sampled_from(("presenter", "attendee")),
                st.sampled_from((None, *LEVELS)),
                st.booleans(),
            ),
            max_size=5,
        ),
        "follow_ups": st.lists(DAYS, max_size=4),
        "contributions": st.lists(st.tuples(DAYS, st.sampled_from(LEVELS)), max_size=4),
        "exchanges": st.lists(st.tuples(DAYS, st.sampled_from(("given", "received"))), max_size=5),
        "introductions": st.lists(st.tuples(DAYS, st.sampled_from(("by-me", "of-me", "others"))), max_size=4),
        "steps": st.lists(DAYS, max_size=3),
        "memberships": st.lists(DAYS, max_size=3),
        "opportunities": st.lists(DAYS, max_size=3),
        "takeaways": st.lists(st.tuples(DAYS, st.sampled_from(("to-try", "tried", "kept"))), max_size=4),
        "reviews": st.sets(
            st.dates(FIRST, LAST).map(lambda day: str(day - timedelta(day.weekday()))), max_size=4
        ),
    }
)
FILTERS = {
    "contacts": ("level:state",),
    "people": ("level:state",),
    "conversations": ("kind:call",),
    "events": ("level:state",),
    "presentations": ("level:national",),
    "contributions": ("level:state",),
}
DISTINCT = {"contacts": "region", "people": "region", "conversations": "kind", "events": "level"}


@st.composite
def goals(draw):
    count = draw(st.sampled_from(COUNTABLES))
    starts_on = draw(st.dates(FIRST, LAST))
    edges = sorted(draw(st.sets(st.integers(0, 130), max_size=4)))
    pauses = [
        (str(starts_on + timedelta(a)), str(starts_on + timedelta(b)), None)
        for a, b in zip(edges[::2], edges[1::2], strict=False)
    ]
    filters = [None, *FILTERS.get(count, ())]
    bound = draw(st.sampled_from(("min", "min", "max")))
    least = 0 if bound == "max" else 1
    amended = sorted(draw(st.sets(st.integers(0, 120), max_size=2)))
    return {
        "title": "G",
        "count": count,
        "per": draw(st.sampled_from(PERIODS)),
        "bound": bound,
        "target": draw(st.integers(least, 4)),
        "where": draw(st.sampled_from(filters)),
        "distinct": draw(st.sampled_from((None, DISTINCT.get(count)))),
        "starts_on": str(starts_on),
        "ends_on": draw(st.none() | st.integers(0, 150).map(lambda n: str(starts_on + timedelta(n)))),
        "pauses": pauses,
        "amendments": [
            (
                *(str(starts_on + timedelta(n)), draw(st.integers(least, 4))),
                *(draw(st.sampled_from(filters)), None),
            )
            for n in amended
        ],
    }


def build(db, content, wanted):
    """Write the log: every record by its kind, in one transaction."""
    ctx = Context(LAST, NOW)
    with transaction(Path(db), now=NOW, command="test") as log:

        def add(name, /, **values):
            return record.add(kind_of(name), log, values, ctx)

        people = [
            add("contact", name=f"Person {n}", met_on=met, status=status, level=level, region=region)
            for n, (met, status, level, region) in enumerate(content["contacts"])
        ]
        group = add("group", name="Lake PLC")
        for on, kind, who in content["conversations"]:
            ids = sorted({people[n % len(people)] for n in who})
            add("conversation", summary="Tea", held_on=on, kind=kind, contacts=ids)
        for on, status, role, level, meets in content["events"]:
            of = ("group", group) if meets else None
            values = {"starts_on": on, "status": status, "role": role, "level": level, "group": of}
            add("event", name="Fair", **values)
        for on in content["follow_ups"]:
            add("follow_up", what="Promise", due_on=on, status="done", done_on=on)
        for on, level in content["contributions"]:
            add("contribution", title="Talk", given_on=on, level=level)
        for on, direction in content["exchanges"]:
            add("exchange", what="Help", exchanged_on=on, direction=direction, contacts=people[:1])
        for n, (on, whose) in enumerate(content["introductions"]):
            others = [add("contact", name=f"Other {n} {place}", status="target") for place in range(3)]
            one, other, third = (("contact", id) for id in others)
            by, who = {"by-me": (None, one), "of-me": (third, None), "others": (third, one)}[whose]
            add("introduction", by=by, who=who, to=other, made_on=on)
        vision = add("vision", statement="There", by_on="2030-01-01")
        for on in content["steps"]:
            add("step", what="Step", vision=("vision", vision), status="done", done_on=on)
        for n, on in enumerate(content["memberships"]):
            one = add("group", name=f"Group {n}")
            add("membership", group=("group", one), joined_on=on)
        for on in content["opportunities"]:
            add("opportunity", what="Chance", opened_on=on)
        for on, status in content["takeaways"]:
            tried = None if status == "to-try" else on
            add("takeaway", what="Try", noted_on=on, tried_on=tried, status=status)
        log.insert_many("review", [{"week_on": on, "reviewed_at": NOW} for on in sorted(content["reviews"])])
        for one in wanted:
            add("goal", **one)


def entries(content, count):  # noqa: PLR0911
    """All that a countable counts, as plain facts."""
    people = content["contacts"]
    persons = [{"level": level, "region": region} for _, _, level, region in people]
    talks = [(on, kind, {n % len(people) for n in who}) for on, kind, who in content["conversations"]]
    if count == "contacts":
        talked = {n for _, _, who in talks for n in who}  # who is talked with is no target any more
        known = [
            met or min((on for on, _, who in talks if n in who), default=None)
            for n, (met, *_) in enumerate(people)
        ]
        return [
            Fact(on, n, persons[n])
            for n, on in enumerate(known)
            if on and (people[n][1] != "target" or n in talked)
        ]
    if count == "people":
        return [Fact(on, n, persons[n]) for on, _, who in talks for n in who]
    if count == "conversations":
        return [Fact(on, n, {"kind": kind}) for n, (on, kind, _) in enumerate(talks)]
    if count in ("events", "presentations", "group-meetings"):
        return [
            Fact(on, n, {"level": level})
            for n, (on, status, role, level, meets) in enumerate(content["events"])
            if status == "attended"
            and (count != "presentations" or role == "presenter")
            and (count != "group-meetings" or meets)
        ]
    if count == "contributions":
        return [Fact(on, n, {"level": level}) for n, (on, level) in enumerate(content["contributions"])]
    if count.startswith("help"):
        way = count.removeprefix("help-")
        return [Fact(on, n, {}) for n, (on, direction) in enumerate(content["exchanges"]) if direction == way]
    if count.startswith("introductions"):
        mine = {"introductions-made": "by-me", "introductions-received": "of-me"}[count]
        return [Fact(on, n, {}) for n, (on, whose) in enumerate(content["introductions"]) if whose == mine]
    if count == "takeaways":
        return [Fact(on, n, {}) for n, (on, status) in enumerate(content[count]) if status != "to-try"]
    if count in ("memberships", "opportunities"):
        return [Fact(on, n, {}) for n, on in enumerate(content[count])]
    plain = {"follow-ups": "follow_ups", "steps": "steps", "reviews": "reviews"}[count]
    return [Fact(on, n, {}) for n, on in enumerate(sorted(content[plain]))]


def period_of(per, day):
    """The first and last day of the period a day is in; None between terms."""
    if per == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if per == "term":
        spans = [(date(day.year, *start), date(day.year, *end)) for start, end in TERMS]
        return next((span for span in spans if span[0] <= day <= span[1]), None)
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])


def paused(goal, day):
    return any(first <= str(day) <= last for first, last, _ in goal["pauses"])


def span_days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def asked_of(goal, span, today):
    """What is asked of a period: target, filter, the days that ask, whether nothing is asked."""
    starts = date.fromisoformat(goal["starts_on"])
    ends = min(span[1], date.fromisoformat(goal["ends_on"] or "2099-01-01"))
    days = [day for day in span_days(span[0], ends) if day >= starts]
    asking = [day for day in days if not paused(goal, day)]
    target, where = goal["target"], goal["where"]
    for from_on, then, only, _ in goal["amendments"]:
        if from_on <= str(min(ends, today)):
            target, where = then, only
    share = floor(Fraction(target * len(asking), len(days)) + Fraction(1, 2))
    return share, where, asking, not asking or (share == 0 and target > 0)


def counted(goal, content, where, first, last):
    """How many entries fall between two days."""
    found = [one for one in entries(content, goal["count"]) if str(first) <= one.on <= str(last)]
    if where:
        key, value = where.split(":")
        found = [one for one in found if one.facts.get(key) == value]
    if goal["bound"] == "max":
        found = [one for one in found if not paused(goal, date.fromisoformat(one.on))]
    if goal["distinct"]:
        values = {one.facts.get(goal["distinct"]) for one in found} - {None}
        return len({value.casefold() for value in values})
    return len({one.what for one in found})


def expected_of(goal, content):
    """The goal as `goals` should tell it, found day by day."""
    starts = date.fromisoformat(goal["starts_on"])
    ends = date.fromisoformat(goal["ends_on"]) if goal["ends_on"] else None
    last = max(min(LAST, ends or LAST), starts)
    spans = []
    for day in span_days(starts, last):
        if (span := period_of(goal["per"], day)) and span not in spans:
            spans.append(span)
    current = period_of(goal["per"], last)
    limit = goal["bound"] == "max"
    history, run, best = [], 0, 0
    for span in spans:
        if span == current:
            continue
        target, where, _, rests = asked_of(goal, span, LAST)
        done = counted(goal, content, where, span[0], span[1])
        met = None if rests else done <= target if limit else done >= target
        run = run if met is None else run + 1 if met else 0
        best = max(best, run)
        history.append((done, target, "paused" if met is None else "met" if met else "missed"))
    if current is None:
        return {
            "done": 0,
            "state": "on-pace",
            "expected": 0.0,
            "streak": run,
            "best": best,
            "history": history,
        }
    target, where, asking, rests = asked_of(goal, current, LAST)
    done = counted(goal, content, where, current[0], min(current[1], last))
    over = min(current[1], ends or current[1]) < LAST
    pace = (
        Fraction(target * sum(day <= LAST for day in asking), len(asking))
        if asking and not rests
        else Fraction(0)
    )
    if rests:
        state, settled = "on-pace", None
    elif limit:
        state = "met" if done <= target else "missed"
        settled = False if done > target else (True if over else None)
    elif done >= target:
        state, settled = "met", True
    elif over:
        state, settled = "missed", False
    else:
        late = LAST in asking and done < round(float(pace), 2) - 0.5
        state, settled = ("behind" if late else "on-pace"), None
    run = run if settled is None else run + 1 if settled else 0
    return {
        **{"done": done, "state": state, "expected": round(float(pace), 2), "target": target},
        **{"streak": run, "best": max(best, run), "history": history},
    }


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=world, wanted=st.lists(goals(), min_size=4, max_size=8))
def test_goals_agree_with_a_slow_count(ok, home, content, wanted):
    with tempfile.TemporaryDirectory(dir=home) as folder:
        db = str(Path(folder, "netlog.db"))
        build(db, content, wanted)
        shown = ok("goals", "--why", "--json", "--db", db).json
        brief = ok("goals", "--db", db).lines
        for goal, one, line in zip(wanted, shown, brief, strict=True):
            slow = expected_of(goal, content)
            history = [(past["done"], past["target"], past["state"]) for past in one["history"]]
            assert history == slow["history"]
            assert (one["done"], one["state"], one["expected"]) == (
                slow["done"],
                slow["state"],
                slow["expected"],
            )
            assert one["target"] == slow.get("target", one["target"])
            assert (one["streak"], one["best_streak"]) == (slow["streak"], slow["best"])
            assert len(one["entries"]) == one["done"]
            cells = line.split("\t")  # what is not shown was counted no further than need be
            assert (cells[2], cells[5], cells[8]) == (str(one["done"]), one["state"], str(one["streak"]))


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=world, wanted=st.lists(goals(), min_size=3, max_size=6))
def test_the_queue_has_the_goals_that_are_behind(ok, home, content, wanted):
    with tempfile.TemporaryDirectory(dir=home) as folder:
        db = str(Path(folder, "netlog.db"))
        build(db, content, wanted)
        shown = [one["ref"] for one in ok("goals", "--json", "--db", db).json if one["state"] == "behind"]
        due = [one["ref"] for one in ok("due", "--json", "--db", db).json if one["type"] == "goal"]
        assert sorted(due) == sorted(shown)
        assert sorted(one["ref"] for one in ok("review", "--json", "--db", db).json["goals"]) == sorted(
            f"g{n}" for n in range(1, len(wanted) + 1)
        )
