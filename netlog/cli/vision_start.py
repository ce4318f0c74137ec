"""vision start: a whole plan made in one step, asked for in a guided session or read from a TOML file."""

from pathlib import Path
from typing import Any

from netlog.cli import command_line, drafts, editor, files, interview
from netlog.cli.asking import CancelledError, ask
from netlog.cli.session import Log, Session
from netlog.errors import AmbiguousError, BadDataError, StorageError, UsageError
from netlog.output.answer import Answer
from netlog.output.sink import FORMATS
from netlog.plurals import counted
from netlog.records import plan as plans
from netlog.records import start_answers, start_file, vision_start
from netlog.records.start_answers import Entry
from netlog.records.start_file import Start

_NOTHING = "nothing was answered, so nothing was made"
_MADE = (
    ("contacts_added", "new contact"),
    ("groups_added", "new group"),
    ("events_added", "new event"),
    ("steps", "step"),
    ("goals", "goal"),
)


def start(session: Session, words: list[str], *, template: bool) -> Answer:
    """The plan that was made: of the file among the words of --file/-f, else of what the user answers."""
    if template:
        text = start_file.template()
        return Answer({"template": text}, "template", text=text)
    file = file_among(session, words)
    return _from_file(session, file) if file else _asked(session)


def file_among(session: Session, words: list[str]) -> str | None:
    """The file that -f names. A word for a format is one, as it is with every other command, unless a file is called so."""
    names = []
    for word in words:
        if word in FORMATS and not Path(word).exists():
            session.format = word
        else:
            names.append(word)
    if len(names) > 1:
        raise UsageError(f"{names[0]} and {names[1]} can't both be the plan", "name one file")
    return names[0] if names else None


def _from_file(session: Session, name: str) -> Answer:
    source = "standard input" if name == "-" else name
    plan = start_file.read(_text(session, name), source, session.ctx)
    if not plan.items:
        return _nothing(f"{source} says nothing, so nothing was made")
    with session.write(command=command_line.told(["vision", "start", "--file", name])) as log:
        return _made(session, log, plan)


def _text(session: Session, name: str) -> str:
    if name == "-":
        return session.stdin()
    data = files.content(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadDataError(f"{name} is not UTF-8, in line {line}", "nothing was changed") from None


def _asked(session: Session) -> Answer:
    """The guided session. Whatever ends it before the plan is saved, what was typed is kept."""
    if not session.asks:
        raise UsageError(
            "vision start asks, and this is no terminal",
            "in a script: netlog vision start --template > plan.toml, then -f plan.toml",
        )
    if session.key is not None:
        raise UsageError("--key is for scripts, and vision start asks", "leave it out, or give -f FILE")
    draft = _Draft()
    try:
        with drafts.hangups():
            answer = _session(session, draft)
    except BaseException as error:  # whatever it is, ten minutes of typing are not to be lost
        _keep(session, draft, leaving=isinstance(error, KeyboardInterrupt))
        raise
    if session.dry_run:
        _keep(session, draft)
    return answer


class _Draft:
    """What the user has said: answers, or the whole as it was left in the editor."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.edited = ""

    def text(self) -> str:
        """All of it as a plan file; "" where nothing was said."""
        data = start_answers.gathered(self.entries)
        return self.edited or (start_file.write(data) if data else "")

    def plan(self, session: Session) -> Start:
        """All of it, read."""
        if self.edited:
            return start_file.read(self.edited, "your plan", session.ctx)
        return start_file.checked(start_answers.gathered(self.entries), session.ctx)


def _keep(session: Session, draft: _Draft, *, leaving: bool = False) -> None:
    """Write down what was typed, and say where; the terminal wrote ^C perhaps, after a question."""
    text = draft.text()
    if not text:
        return
    try:
        file = drafts.kept(session.path, text)
    except StorageError as error:
        interview.say(f"{error.message}; this is what you typed:\n{text}")
        return
    space = "\n" if leaving else ""
    interview.say_whole(f"{space}your answers are kept: `netlog vision start -f {file}` takes them up")


def _session(session: Session, draft: _Draft) -> Answer:
    if left := drafts.of(session.path):
        interview.say_whole(f"there are answers of before: `netlog vision start -f {left}` takes them up")
    interview.greet(session)
    while True:
        interview.run(session, draft.entries)
        if not draft.text():
            return _nothing(_NOTHING)
        if _agreed(session, draft):
            break
        draft.entries.pop()
    with session.write(command="vision start") as log:
        return _made(session, log, draft.plan(session))


def _agreed(session: Session, draft: _Draft) -> bool:
    """Show what is to be made and ask; False to go back to the last question. CancelledError for no."""
    while True:
        try:
            _show(session, draft)
        except (BadDataError, AmbiguousError) as error:  # what was written in the editor
            if not editor.again(error):
                raise CancelledError("cancelled", "nothing was changed") from None
            _edit(session, draft)
            continue
        if session.yes or session.dry_run:
            return True
        interview.say("")
        word = ask("Save this? [Y/n/e, < goes back] ").casefold()
        if word in ("", "y", "yes"):
            return True
        if word in ("n", "no"):
            raise CancelledError("cancelled", "nothing was changed")
        if word in ("e", "edit"):
            _edit(session, draft)
        elif word == interview.BACK and not draft.edited:
            return False
        else:
            interview.say(f"{word!r} is none of them: y saves, n leaves, e opens it in your editor")


def _show(session: Session, draft: _Draft) -> None:
    said = len(session.notes)
    with session.rehearse() as log:
        data = vision_start.make(log, draft.plan(session), session.ctx)
    del session.notes[said:]
    session.preview(Answer(data, "vision-start"))


def _edit(session: Session, draft: _Draft) -> None:
    """The plan as TOML in the user's editor."""
    before = draft.text()
    words = editor.command(session)
    file = editor.new_file(before)
    left = editor.left_by(words, file, before)
    file.unlink()
    text = left.decode("utf-8", "replace").strip()
    if not text:
        raise CancelledError("cancelled", "nothing was changed")
    draft.edited = text + "\n"


def _made(session: Session, log: Log, plan: Start) -> Answer:
    """The plan on a terminal, as `netlog plan` shows it; elsewhere what was made for it."""
    data = vision_start.make(log, plan, session.ctx)
    if not session.shows_table:
        return Answer(data, "vision-start")
    session.notes += [_counts(data), "next: `netlog plan next`"]
    return Answer(plans.tree(log, int(data["vision"]["ref"][1:]), session.ctx), "plan")


def _counts(data: dict[str, Any]) -> str:
    counts = ", ".join(counted(len(data[key]), noun) for key, noun in _MADE if data[key])
    return f"{data['vision']['ref']} with {counts}" if counts else f"{data['vision']['ref']} alone"


def _nothing(told: str) -> Answer:
    empty: dict[str, Any] = {"vision": None, **{key: [] for key in vision_start.KEYS}}
    return Answer(empty, "vision-start", notes=(told,), text="")
