"""What could come next on the command line, for bash, zsh, fish and PowerShell.

Speaks the protocol of the scripts that Typer installs (`netlog --install-completion`), but reads the
table of commands instead of building them, and the log read-only.
"""

import sys
from collections.abc import Mapping

from netlog.cli import shells
from netlog.cli.registry import COMMANDS
from netlog.cli.table import ARGUMENTS, OPTIONS
from netlog.vocabulary import (
    AMONG,
    BOUNDS,
    CONTACT_STATUSES,
    DIMENSIONS,
    DIRECTIONS,
    EVENT_STATUSES,
    EXCHANGE_KINDS,
    FOLLOW_UP_STATUSES,
    GOAL_STATUSES,
    INTRODUCTION_STATUSES,
    LETTERS,
    OPPORTUNITY_STATUSES,
    OWED_BY,
    PERIODS,
    STEP_STATUSES,
    TAKEAWAY_STATUSES,
    TYPES,
    VISION_STATUSES,
    plural_of,
)

Candidate = tuple[str, str]  # what to insert, and what to say of it

_DATES = ("today", "yesterday", "tomorrow", "mon", "fri", "last fri", "next week", "+3d", "eow", "eom", "eot")
_EVERY = ("weekly", "2w", "6w", "monthly", "quarterly", "none", "inner", "close", "loose")
_MARKED: dict[str, tuple[str, ...]] = {  # what `mark` can move, by its statuses
    "introduction": INTRODUCTION_STATUSES,
    "opportunity": OPPORTUNITY_STATUSES,
    "takeaway": TAKEAWAY_STATUSES,
    "step": STEP_STATUSES,
    "event": EVENT_STATUSES,
    "contact": CONTACT_STATUSES,
}
_FIXED = {
    "DATE": _DATES,
    "START[..END]": _DATES,
    "EVERY": _EVERY,
    "KIND": (*(one.replace("_", "-") for one in LETTERS), "log"),
    "KINDS": tuple(plural_of(one).replace("_", "-") for one in LETTERS),
    "STATUS": tuple(dict.fromkeys(one for words in _MARKED.values() for one in words)),
    "path|get|set": ("path", "get", "set"),
    "ask|keep|theirs|newest": ("ask", "keep", "theirs", "newest"),
    "DIMENSION": DIMENSIONS,
    "EXCHANGE": EXCHANGE_KINDS,
    "PERIOD": PERIODS,
    "all|active|new": AMONG,
    "dot|graphml|json": ("dot", "graphml", "json"),
    "start|edit": ("start", "edit"),
    "next|gaps|timeline": ("next", "gaps", "timeline"),
}
_STATUSES = {"follow-up": FOLLOW_UP_STATUSES, "goal": GOAL_STATUSES, "vision": VISION_STATUSES}
_UNGIVEN = {  # what filters and edits know beside the options of add-...
    "contact": ("name", "last", "next", "snoozed"),
    "conversation": ("summary",),
    "event": ("name", "starts", "ends"),
    "follow-up": ("what", "owed-by", "status", "done", "dropped", "snoozed"),
    "goal": ("title", "starts", "ends", "status", "bound", "closed", "pauses", "amendments"),
    "group": ("name",),
    "membership": ("group", "snoozed"),
    "contribution": ("title",),
    "introduction": ("who", "snoozed"),
    "exchange": ("what", "direction"),
    "opportunity": ("what",),
    "takeaway": ("what",),
    "vision": ("statement", "status"),
    "step": ("what", "done"),
}
_WORDY = (
    "name",
    "summary",
    "what",
    "title",
    "statement",
    "pauses",
    "amendments",
)  # of which there is nothing to offer
_ANY = (*(one for one in LETTERS if one != "conversation"), "conversation")  # the most of them come last
_REFS: dict[str, tuple[str, ...]] = {
    "done": ("follow_up", "step", "introduction"),
    "drop": ("follow_up", "contact", "step"),
    "pin": ("contact", "follow_up"),
    "unpin": ("contact", "follow_up"),
    "cadence": ("contact",),
    "snooze": ("follow_up", "contact", "membership", "introduction"),
    "path": ("contact",),
    "matches": ("contact",),
    "balance": ("contact",),
    "mentoring": ("contact",),
    "renew": ("membership", "group"),
    "leave": ("membership", "group"),
    "goals": ("goal",),
    "prep": ("contact", "event"),
    "ask": ("contact", "event"),
    "debrief": ("event",),
}
_NAMED: dict[str, tuple[str, ...]] = {"EVENT": ("event",), "GROUP": ("group",), "[WHO]": ("contact",)}
_REF_OPTIONS: dict[str, tuple[str, ...]] = {  # what an option refers to, where it is no contact
    "event": ("event",),
    "met-at": ("event",),
    "group": ("group",),
    "vision": ("vision",),
    "under": ("step",),
    "needs": ("step",),
    "about": ("contact", "event", "group", "goal", "contribution", "introduction"),
}
_FROM: dict[str, tuple[str, ...]] = {  # what a record can have come of
    "add-follow-up": ("conversation", "event"),
    "add-exchange": ("follow_up", "conversation", "event", "introduction"),
    "add-opportunity": ("event", "group", "introduction"),
    "add-takeaway": ("event", "conversation", "contribution"),
}
_LISTED = {  # whose filters a command takes that is no list
    "yield": "list-opportunities",
    "spread": "list-contacts",
    "triage": "list-contacts",
}
_FORMATS = {"import": ("linkedin", "vcard", "json"), "export": ("json",)}
_OUTPUT = ("table", "json", "jsonl", "csv", "tsv", "ids")


def answer(environ: Mapping[str, str]) -> int:
    """Print the candidates for the words in the environment; 0, or what fish asks for."""
    instruction, _, shell = environ["_NETLOG_COMPLETE"].partition("_")
    if instruction != "complete":
        from netlog.cli.app import application

        application([])(prog_name="netlog")  # prints the script of a shell
        return 0
    before, word, typed = shells.read(shell, environ)
    found = [one for one in candidates(before, word) if one[0].casefold().startswith(word.casefold())]
    if shell == "fish" and environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if found else 1
    quote = shells.open_quote(shell, environ)
    sys.stdout.write(shells.written(shell, found, word, typed, quote=quote))
    sys.stdout.flush()
    return 0


def candidates(before: list[str], word: str) -> list[Candidate]:
    """What could stand for `word` after the words `before` it."""
    if not before:
        return [(name, entry.help) for name, entry in COMMANDS.items()] + [("--help", ""), ("--version", "")]
    name = before[0]
    if name not in OPTIONS:
        return []
    options = OPTIONS[name]
    flag, equals, _ = word.partition("=")
    if equals and flag in options:
        return [(f"{flag}={value}", help) for value, help in _of_option(name, flag, word[len(flag) + 1 :])]
    last = options.get(before[-1]) if len(before) > 1 else None
    if last is not None and last[1] != "bool":
        return _of_option(name, before[-1], word)
    if word.startswith("-"):
        return [(flag, "") for flag in (*options, "--help") if flag.startswith("--")]
    return _of_argument(name, before[1:], word)


def _of_option(name: str, flag: str, word: str) -> list[Candidate]:
    option, _, _, _, _, _, metavar, words = OPTIONS[name][flag]
    if words:
        return [(one, "") for one in words]
    if metavar == "FORMAT":
        return [(one, "") for one in _OUTPUT]
    if metavar == "REF":
        option = option.removeprefix("given_")
        return _records(
            _FROM.get(name, _ANY) if option == "from" else _REF_OPTIONS.get(option, ("contact",)), word
        )
    if metavar == "FIELD":
        return [(key, "") for key in _keys(name)]
    return _of_metavar(metavar, word)


def _of_argument(name: str, before: list[str], word: str) -> list[Candidate]:
    """Candidates for the argument that comes after those given."""
    given = _arguments_in(name, before)
    taken = ARGUMENTS[name]
    if not taken:
        return []
    metavar = taken[min(given, len(taken) - 1)][7]
    if "REF" in metavar or metavar in _NAMED:
        marked = _marked(before) if name == "mark" else ()
        return _records(marked or _NAMED.get(metavar) or _REFS.get(name, _ANY), word)
    if "FILTER" in metavar or metavar == "WORDS...":
        return _filters(_LISTED.get(name, name), word)
    if "KEY=VALUE" in metavar:
        return _edits(before, word)
    if "FORMAT" in metavar:
        return [(one, "") for one in _FORMATS[name] if not given]
    return _of_metavar(metavar.strip("[]").removesuffix("..."), word)


def _marked(before: list[str]) -> tuple[str, ...]:
    """The kinds of record that can have the status among the words."""
    return tuple(kind for kind, words in _MARKED.items() if any(one in words for one in before))


def _filters(name: str, word: str) -> list[Candidate]:
    """Keys of a list's filters, or the values of the key that was typed."""
    negated = "not:" if word.startswith("not:") else ""
    key, colon, value = word.removeprefix("not:").partition(":")
    if not colon:
        return [(f"{negated}{one}:", "") for one in _keys(name)]
    return [(f"{negated}{key}:{one}", help) for one, help in _of_key(name, key, value)]


def _edits(before: list[str], word: str) -> list[Candidate]:
    """Keys of the record that is named, or the values of the key that was typed."""
    ref = next((one for one in before if not one.startswith("-")), "")
    type = TYPES.get(ref[:1].lower()) if ref[1:].isdigit() else None
    name = _list_of(type) if type else ""
    key, equals, value = word.partition("=")
    if not equals:
        return [(f"{one}=", "") for one in _keys(name)]
    found = _of_key(name or "list-contacts", key.rstrip("+-"), value)
    return [(f"{key}={one}", help) for one, help in found]


def _arguments_in(name: str, words: list[str]) -> int:
    """How many of the words are arguments: neither options nor their values."""
    count, pending = 0, iter(words)
    for word in pending:
        if not word.startswith("-") or word == "-":
            count += 1
        elif word in OPTIONS[name] and OPTIONS[name][word][1] != "bool":
            next(pending, None)
    return count


def _of_metavar(metavar: str, word: str) -> list[Candidate]:
    if metavar == "TAG":
        from netlog.cli import suggestions

        return suggestions.tags(word)
    return [(one, "") for one in _FIXED.get(metavar, ())]


def _keys(name: str) -> list[str]:
    """The keys of a list's filters, or all keys of edits."""
    kinds = [one.removeprefix("add-") for one in OPTIONS if one.startswith("add-")]
    listed = [kind for kind in kinds if _list_of(kind) == name] or kinds
    names = [one[0] for kind in listed for one in OPTIONS[f"add-{kind}"].values()]
    given = [one.removeprefix("given_") for one in names if one.startswith("given_")]
    return list(dict.fromkeys(given + [one for kind in listed for one in _UNGIVEN[kind]]))


def _of_key(name: str, key: str, word: str) -> list[Candidate]:
    """Candidates for the value of a filter."""
    kind = next((one.replace("_", "-") for one in LETTERS if _list_of(one) == name), "")
    add, flag = f"add-{kind}", f"--{key}"
    if add not in OPTIONS:  # a search: every kind that has the key
        adders = [one for one in OPTIONS if one.startswith("add-") and flag in OPTIONS[one]]
        return list(dict.fromkeys(found for one in adders for found in _of_option(one, flag, word)))
    if flag not in OPTIONS[add]:
        if key not in _UNGIVEN.get(kind, ()) or key in _WORDY:
            return []
        if key in ("group", "who"):
            return _records(("group",) if key == "group" else ("contact",), word)
        words = {
            "owed-by": OWED_BY,
            "direction": DIRECTIONS,
            "bound": BOUNDS,
            "status": _STATUSES.get(kind, ()),
        }
        return [(one, "") for one in words.get(key, _DATES)]
    return _of_option(add, flag, word)


def _list_of(kind: str) -> str:
    """The command that lists a kind."""
    return f"list-{plural_of(kind).replace('_', '-')}"


def _records(types: tuple[str, ...], word: str) -> list[Candidate]:
    from netlog.cli import suggestions

    return suggestions.records(types, word)
