"""The guided first session on a terminal: one question after another, each answer looked at, `<` goes back."""

import sys
from contextlib import suppress

from netlog.cli.asking import CancelledError, ask, chosen, fitted
from netlog.cli.session import Session
from netlog.errors import AmbiguousError, NotFoundError, UsageError
from netlog.output.text import shown
from netlog.records import start_answers
from netlog.records.start_answers import Entry

BACK = "<"
_GREETING = (
    "Five questions, about ten minutes. Any answer can be left empty: an empty line goes on, < goes back.\n"
    "^C leaves: nothing is saved then, and what you typed is kept in a file."
)
_ADVISED = "3 to 7 are a good number"


def greet(session: Session) -> None:
    """Say what is to come, once the log was seen to be one."""
    said = len(session.notes)
    with session.read():
        del session.notes[said:]
    say(_GREETING)


def run(session: Session, entries: list[Entry]) -> None:
    """Ask all that is not answered yet; `entries` grows with every answer, whatever ends the session."""
    shown_theme = 0
    asked = ""
    while slot := start_answers.following(entries):
        theme = start_answers.theme(slot)
        if theme.number != shown_theme:
            say(f"\n{theme.number} of {theme.of}  {theme.title}\n{theme.why}")
            shown_theme, asked = theme.number, ""
        if slot != asked:
            say(f"\n{_question(session, slot, entries)}")
        asked = slot
        answer = _read(_prompt(slot, entries))
        if answer == BACK:
            asked = _back(entries)
        elif answer is not None:
            _take(session, slot, answer, entries)
            asked = slot if start_answers.repeats(slot) else ""


def _question(session: Session, slot: str, entries: list[Entry]) -> str:
    """The question, what a good number of answers is, and an example."""
    text, hint = start_answers.question(slot, entries, session.ctx)
    advice = f" ({_ADVISED})" if slot in start_answers.ADVISED else ""
    return f"{text}{advice}" + (f"\n  {hint}" if hint else "")


def _prompt(slot: str, entries: list[Entry]) -> str:
    many = start_answers.repeats(slot) and slot != "goals"
    return f"  {start_answers.count(entries, slot) + 1}. " if many else "  > "


def _read(prompt: str) -> str | None:
    """A line that was typed; None, and a word of it, where it is no text."""
    try:
        return ask(prompt)
    except UnicodeDecodeError:
        say("     that is not UTF-8 text; nothing was taken")
        return None


def _back(entries: list[Entry]) -> str:
    """Take the last answer away; the question that is on the screen still, "" for another one."""
    if not entries:
        say("     this is the first question")
        return start_answers.following(entries)
    last = entries.pop()
    say(f"     took back: {last.text}" if last.text else "     one back")
    return ""


def _take(session: Session, slot: str, answer: str, entries: list[Entry]) -> None:
    """Add an answer that can be kept; say why another can't, and the question is asked again."""
    answer = start_answers.spelled(slot, answer)
    while True:
        try:
            ref, told = _look(session, slot, answer, entries) if answer else ("", "")
        except AmbiguousError as error:
            try:
                session.ctx.choices = {**session.ctx.choices, error.text: chosen(error)}
            except CancelledError:
                say("     none of them was taken")
                return
            continue
        except (UsageError, NotFoundError) as error:
            say(f"     {error.message} ({error.hint})" if error.hint else f"     {error.message}")
            return
        entries.append(Entry(slot, answer, ref))
        if told:
            say(f"     {told}")
        return


def _look(session: Session, slot: str, answer: str, entries: list[Entry]) -> tuple[str, str]:
    said = len(session.notes)
    with session.read() as log:
        known = start_answers.look(log, slot, answer, entries, session.ctx)
    del session.notes[said:]  # that there is no log yet is no news to who begins one
    return known


def say(lines: str) -> None:
    """Lines for the user, on stderr: stdout is data."""
    sys.stderr.write("".join(f"{fitted(shown(one))}\n" for one in lines.split("\n")))


def say_whole(line: str) -> None:
    """A line with a command to be copied, broken by nobody but the terminal; for a closed one it is nothing."""
    with suppress(OSError):
        sys.stderr.write(f"{shown(line, multiline=True)}\n")
        sys.stderr.flush()
