"""The sample's vision, and the plan toward it: a step due this week, one blocked, some done."""

from datetime import date, timedelta

from netlog.insight.lengths import add_months
from netlog.records.sample.days import Record, filled, this_week
from netlog.records.sample.events import event_name, starts_on
from netlog.records.sample.groups import BUCKEYE
from netlog.records.sample.names import full_name

_KNOWN, _FELLOW, _STATE = (
    "Be known beyond the district for sensor lessons",
    "Win the summer fellowship",
    "Have a voice in the state standards",
)
_TALK = "Show the creek sensors at Lakeshore"


def visions(today: date) -> list[Record]:
    return [
        {
            "statement": "I lead computing in the middle grades of our state, and schools borrow my lessons",
            "known_for": "sensor projects that any school can afford",
            "by_on": add_months(today, 52).isoformat(),
            "why": "No pupil should have to wait for high school to make something that measures the world.",
            "meaning": "Two days a week for other teachers, and still my own sixth hour.",
            "story": "It began with a hallway talk at Lakeshore, and with being told to propose a session.",
        }
    ]


def steps(today: date) -> list[Record]:
    """The steps, each after those that it is under and those that it needs."""
    lakeshore, table = starts_on("lakeshore", today), starts_on("roundtable", today)
    return [
        _step(_KNOWN, "assignment", add_months(today, 30)),
        _step(_FELLOW, "assignment", add_months(today, 14)),
        _step(_STATE, "assignment", add_months(today, 20)),
        _step(
            *("Give a talk at state level", "contribution", starts_on("share fair", today), "done"),
            under=_KNOWN,
            about="Unplugged: three lessons without a screen",
        ),
        _step(
            *(_TALK, "contribution", lakeshore + timedelta(days=1), "doing"),
            under=_KNOWN,
            about=event_name("lakeshore", today),
        ),
        _step(
            *("Co-write the practitioner note on sensors", "contribution", add_months(today, 7), "idea"),
            under=_KNOWN,
            needs=[_TALK],
            barriers=[{"what": "no time to write in term", "helper": full_name("Zoë")}],
        ),
        _step(
            *("Join the Network of Teaching Coders", "group", today + timedelta(days=4), "next"),
            under=_FELLOW,
            about="Network of Teaching Coders",
        ),
        _step(
            *("Know Ikram Benyahia", "person", lakeshore, "next"),
            under=_FELLOW,
            about=full_name("Ikram"),
            reason="her network runs the fellowship",
        ),
        _step(
            *("Know Tallulah Brightmoor", "person", table, "idea"),
            under=_STATE,
            about=full_name("Tallulah"),
            barriers=[{"what": "I never talked with anyone at the statehouse", "helper": full_name("Noor")}],
        ),
        _step("Join the state association", "group", None, "done", under=_STATE, about=BUCKEYE)
        | {"done_on": (today - timedelta(weeks=59)).isoformat()},
        _step("Ask Kwame about the Fernbank Fund", "introduction", None, "done", about=full_name("Kwame"))
        | {"done_on": this_week(today, 2).isoformat()},
        _step("Be at two events a term", "habit", None, "doing", about="Two events a term"),
    ]


def _step(
    what: str,
    kind: str,
    by_on: date | None,
    status: str = "idea",
    *,
    under: str = "",
    about: str = "",
    needs: list[str] | None = None,
    reason: str = "",
    barriers: list[Record] | None = None,
) -> Record:
    day = by_on.isoformat() if by_on else None
    return filled(
        {"what": what, "kind": kind, "status": status, "parent": under, "about": about, "reason": reason}
        | {"by_on": day, "needs": needs or [], "barriers": barriers or []}
        | ({"done_on": day} if status == "done" else {})
    )
