"""review -i: the queue gone through one entry at a time, each answer a step of its own."""

import sys
from collections import Counter
from datetime import date
from typing import Any

from netlog.cli.asking import CancelledError, ask, chosen, fitted, one_of
from netlog.cli.session import Log, Session
from netlog.errors import AmbiguousError, ConflictError, NotFoundError, UsageError
from netlog.output.answer import Answer
from netlog.output.text import shown
from netlog.plurals import counted
from netlog.records import review as reviews
from netlog.records import review_answers
from netlog.records import walk as walks

Entry = dict[str, Any]

QUIT = "quit"
KEYS = {"d": "done", "l": "logged", "z": "snoozed", "s": "skipped", "": "skipped", "q": QUIT}
SAID = {"d": "d done", "l": "l log a conversation", "z": "z snooze", "s": "s skip", "q": "q quit"}
# of events and goals: skip and quit
OFFERED = {
    "follow_up": "dlzsq",
    "contact": "lzsq",
    "step": "dlsq",
    "introduction": "dzsq",
    "membership": "dzsq",
}
UNTIL = "+7d"


def walk(session: Session, day: date, minutes: int | None) -> Answer:
    """Ask about each entry that was not answered this week; the review is held when none is left."""
    if not session.asks:
        raise UsageError(
            "review -i asks, and this is no terminal", "`netlog review` or `netlog due` lists them"
        )
    if session.key is not None:
        raise UsageError("review -i makes a step of every answer", "leave --key out")
    with session.read() as log:
        week_on, entries, before, streak = reviews.left(log, day, session.today, session.ctx, minutes)
    _say(_greeting(entries, before, streak))
    given: Counter[str] = Counter()
    for place, entry in enumerate(entries, 1):
        answer = _answered(session, week_on, entry, f"{place}/{len(entries)}")
        if answer == QUIT:
            _say(f"{_counts(given)}, {len(entries) - place + 1} left: `netlog review -i` goes on")
            with session.read() as log:
                return Answer(_data(session, log, day), "review", text="")
        given[answer] += 1
    with session.write(command="review -i held") as log:
        new = reviews.hold(log, day, session.now)
        data = _data(session, log, day)
    held = "The review is held" if new else "This week's review was held already"
    return Answer(data, "review", text=f"{held}: {_counts(given)}; {_weeks(data['streak'])}.")


def _data(session: Session, log: Log, day: date) -> Entry:
    return reviews.review(log, day, session.today, session.ctx, session.notes)


def _answered(session: Session, week_on: str, entry: Entry, place: str) -> str:
    """Ask about one entry until an answer is done; which it was."""
    with session.read() as log:
        talk = walks.last_talk(log, entry, session.ctx)
    _say(f"\n{place}  {entry['ref']}  {entry['what']}{_with(entry)}  [{entry['minutes']} min]")
    _say(f"     {entry['reason']}; due {entry['due_on']}")
    if talk:
        _say(f"     last talked {talk}")
    keys = OFFERED.get(entry["type"], "sq")
    if keys == "sq":
        _say(f"     {entry['command']}")
    while True:
        answer = _key(keys, entry)
        if answer == QUIT:
            return QUIT
        told = None
        try:
            told = _settled(session, week_on, entry, answer)
        except CancelledError:
            pass  # none of those that were offered
        except (UsageError, ConflictError, NotFoundError) as error:
            _say(f"     {error}")
        if told is not None:
            _say(f"     {told}")
            return answer


def _key(keys: str, entry: Entry) -> str:
    """What was answered, asked for again until it is one of the keys; the end of input is to quit."""
    choices = ", ".join(_said(key, entry) for key in keys)
    offered = {key: KEYS[key] for key in ("", *keys)}
    return one_of(f"{choices} [s]", offered, indent="     ") or QUIT


def _said(key: str, entry: Entry) -> str:
    """What a key does: an introduction is not done but moved on to a status, a membership renewed."""
    if key == "d" and entry["type"] == "introduction":
        return f"d {entry['command'].split()[2]}"
    return "d renewed" if key == "d" and entry["type"] == "membership" else SAID[key]


def _settled(session: Session, week_on: str, entry: Entry, answer: str) -> str | None:
    """Do what was answered, in a step of its own; None where the user thought better of it."""
    text, until = "", session.today
    if answer == "logged":
        text = _line("     what was it about? ") or ""
    elif answer == "snoozed":
        text = _line(f"     until when? [{UNTIL}] ", UNTIL) or ""
        until = session.ctx.day(text, "future") if text else until
    if answer in ("logged", "snoozed") and not text:
        return None
    while True:
        try:
            return _done(session, week_on, entry, answer, text, until)
        except AmbiguousError as error:  # a name in what was logged
            session.ctx.choices = {**session.ctx.choices, error.text: chosen(error)}


def _done(session: Session, week_on: str, entry: Entry, answer: str, text: str, until: date) -> str:
    """What became of an answer, done in one step, and what followed from that."""
    before = len(session.notes)
    with session.write(command=f"review -i: {entry['ref']} {answer}") as log:
        told = answer
        if answer == "done":
            told = walks.finish(log, entry, session.ctx)
        elif answer == "logged":
            told = walks.converse(log, entry, text, session.ctx)
        elif answer == "snoozed":
            told = walks.snooze(log, entry, until, session.ctx)
        review_answers.note(log, week_on, entry["ref"], answer, session.ctx)
        followed = session.notes[before:]
        del session.notes[before:]
    return "\n     ".join((told, *followed))


def _line(question: str, usual: str = "") -> str | None:
    """A line that was typed, the usual one for an empty one; None at the end of input."""
    try:
        return ask(question) or usual
    except CancelledError:
        sys.stderr.write("\n")
        return None


def _greeting(entries: list[Entry], before: int, streak: int) -> str:
    took = sum(one["minutes"] for one in entries)
    again = f" ({before} answered before)" if before else ""
    return f"{counted(len(entries), 'entry', 'entries')}, about {took} minutes{again}; {_weeks(streak)}"


def _counts(given: Counter[str]) -> str:
    return ", ".join(f"{many} {answer}" for answer, many in given.items()) or "nothing answered"


def _weeks(streak: int) -> str:
    return f"{counted(streak, 'week')} in a row"


def _with(entry: Entry) -> str:
    names = [who["name"] for who in entry["contacts"] if who["name"] not in entry["what"]]
    return f" ({', '.join(names)})" if names else ""


def _say(line: str) -> None:
    sys.stderr.write("".join(f"{fitted(shown(one))}\n" for one in line.split("\n")))
