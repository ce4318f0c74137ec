"""Facts that the user and a file both changed: who decides, and asking."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from netlog.cli.asking import CancelledError, one_of
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output import bar
from netlog.output.text import shown
from netlog.records import merging, settling
from netlog.records.incoming import Batch
from netlog.records.settling import Clash, Decide, Question

ASK = "ask"
_WAYS: Mapping[str, Decide] = {
    "keep": settling.keep,
    "theirs": settling.theirs,
    "newest": settling.newest,
}
WAYS = (ASK, *_WAYS)
_KEYS = {"k": "keep", "t": "theirs", "a": "all-keep", "f": "all-theirs", "q": "quit"}
_CHOICES = "k keep yours, t take theirs, a keep all yours, f take all theirs, q quit"


def way(session: Session, word: str | None) -> str:
    """How to decide: as asked for, else by asking where that can be done."""
    if word is not None and word not in WAYS:
        raise UsageError(f"{word!r} is no way to settle conflicts", f"one of: {', '.join(WAYS)}")
    asks = session.asks and not session.dry_run and not session.yes
    if word == ASK and not asks:
        session.notes.append("nobody could be asked: what was changed on both sides stays as it is here")
    if word in (None, ASK):
        return ASK if asks else "keep"
    return str(word)


def decider(session: Session, word: str, batches: Sequence[Batch], common: dict[str, Any]) -> Decide:
    """What decides; questions are asked now, before the log is locked."""
    if word != ASK:
        return _WAYS[word]
    with bar.shown(sys.stderr) as tell, session.rehearse() as log:
        found = merging.clashes(log, batches, common, session.ctx, tell)
    answers = _answers(found)
    return lambda clash: answers.get(clash.question, settling.KEEP)


def _answers(clashes: list[Clash]) -> dict[Question, str]:
    answers: dict[Question, str] = {}
    for place, clash in enumerate(clashes, 1):
        sys.stderr.write(f"{place}/{len(clashes)}  {shown(_told(clash), multiline=True)}\n")
        answer = one_of(_CHOICES, _KEYS)
        if answer is None or answer == "quit":
            raise CancelledError("cancelled", "nothing was changed")
        if answer.startswith("all-"):
            return {**{one.question: answer.removeprefix("all-") for one in clashes}, **answers}
        answers[clash.question] = answer
    return answers


def _told(clash: Clash) -> str:
    key = clash.key.replace("_", " ")
    ours = clash.ours or "(you took it out)"
    return f"{clash.ref} {clash.name}, {key}\n  yours:  {ours}\n  theirs: {clash.theirs}"
