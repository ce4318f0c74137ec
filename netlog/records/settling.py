"""What an import changes in a record that is there: where the file and the user both changed it, somebody decides."""

from collections.abc import Callable
from typing import Any, NamedTuple

from netlog.insight import three_way
from netlog.records.remembered import Seen
from netlog.records.said import Values, key_of, text_of

KEEP, THEIRS = "keep", "theirs"
_NEW_ALONE = ("met_via", "kind")  # what a file can say of a new record alone
_UNSET = ("open", "planned", "registered")  # statuses that time and the file may end
_SHORT = 60  # characters of a value in a remark


Question = tuple[str, str, str, str]  # the record, the fact, and what the two say


class Clash(NamedTuple):
    """A fact that the log and a file have differently, and the file did not say before."""

    ref: str
    name: str
    key: str
    ours: str
    theirs: str
    ours_at: str
    theirs_at: str | None

    @property
    def question(self) -> Question:
        """What tells it from other clashes."""
        return self.ref, self.key, self.ours, self.theirs


Decide = Callable[[Clash], str]  # KEEP or THEIRS


def keep(_clash: Clash) -> str:
    """What the log has stays."""
    return KEEP


def theirs(_clash: Clash) -> str:
    """What the file says counts."""
    return THEIRS


def newest(clash: Clash) -> str:
    """What was changed last counts, as far as the file says when it was."""
    return THEIRS if clash.theirs_at and clash.theirs_at > clash.ours_at else KEEP


class Settler:
    """Settles what files of one format say against the log's records."""

    def __init__(self, format: str, decide: Decide) -> None:
        self._format = format
        self._decide = decide

    def changes(
        self,
        ref: str,
        title: str,
        before: Seen,
        ours: Values,
        said: Values,
        at: str | None,
        remarks: list[str],
    ) -> Values:
        """The values that change; remarks tell what the file said in vain."""
        found: Values = {}
        for key, value in said.items():
            if isinstance(value, list):
                items = self._listed(key, before, ours.get(key) or [], value)
                if items != (ours.get(key) or []):
                    found[key] = items
                continue
            if key in _NEW_ALONE:
                continue
            present = "" if key == "status" and ours.get(key) in _UNSET else _text(ours.get(key))
            verdict = three_way.settled(before.get(key, ""), present, _text(value))
            if verdict == three_way.CLASH:
                clash = Clash(ref, ours[title], key, present, _text(value), ours.get("updated_at") or "", at)
                verdict = three_way.TAKE if self._decide(clash) == THEIRS else three_way.KEEP
                if verdict == three_way.KEEP:
                    remarks.append(_kept(clash))
            if verdict == three_way.TAKE:
                found[key] = value
        return found

    def _listed(self, key: str, before: Seen, ours: list[Any], theirs: list[Any]) -> list[Any]:
        def text(item: Any) -> str:
            return text_of(key, item, self._format)

        told = {key_of(key, one): one for one in before.get(key, [])}
        return three_way.listed(told, ours, theirs, lambda item: key_of(key, text(item)), text)


def _text(value: Any) -> str:
    return str(value) if value else ""


def _kept(clash: Clash) -> str:
    """What is said of a clash that ours won."""
    if clash.key == "notes":
        return "notes: the file has others, yours are kept"
    ours = f"kept {_short(clash.ours)}" if clash.ours else "left empty"
    return f"{clash.key.replace('_', ' ')}: {ours}, the file says {_short(clash.theirs)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
