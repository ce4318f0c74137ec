"""A vision and the plan toward it as TOML: read into what is to be made, and written from answers.

The same data serves the guided session, which fills it from what was typed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import AmbiguousError, BadDataError, NotFoundError, UsageError
from netlog.folding import fold
from netlog.insight import toml_lines
from netlog.records import text as texts
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context

Data = dict[str, Any]
Spec = tuple[
    str, str
]  # the kind whose field a key fills, and that field's option; "" for what a plan alone has

_STEP: dict[str, Spec] = {"reason": ("step", "reason"), "by": ("step", "by")}
_PERSON: dict[str, Spec] = {"name": ("contact", "name"), **_STEP}
_DOING: dict[str, Spec] = {"what": ("step", "what"), **_STEP}
# table -> key -> what it fills; the first key names the thing
TABLES: dict[str, dict[str, Spec]] = {
    "vision": {
        "statement": ("vision", "statement"),
        "known_for": ("vision", "known-for"),
        "by": ("vision", "by"),
        **{key: ("vision", key) for key in ("why", "story", "meaning")},
        "showing_up": ("vision", "notes"),
    },
    "people": _PERSON,
    "groups": {"name": ("group", "name"), "kind": ("group", "kind"), "level": ("group", "level"), **_STEP},
    "events": {
        **{key: ("event", key) for key in ("name", "on", "kind", "level", "place")},
        "reason": ("step", "reason"),
    },
    "assignments": _DOING,
    "leaders": _PERSON,
    "introductions": {"through": ("", "name"), "to": ("", "name"), **_STEP},
    "skills": _DOING,
    "steps": {
        **_DOING,
        "kind": ("step", "kind"),
        "status": ("step", "status"),
        "under": ("", "name"),
        "needs": ("", "names"),
        "about": ("step", "about"),
        "barriers": ("", "barriers"),
    },
    "goals": {
        **{key: ("goal", key) for key in ("title", "count", "where", "distinct", "target")},
        "at_most": ("goal", "at-most"),
        "per": ("goal", "per"),
        "reason": ("step", "reason"),
    },
}
ALONE = "vision"  # the one table of which there is one


class Item(NamedTuple):
    """One thing of a plan: `values` by the kind of record they are of, "" for those of the plan alone."""

    table: str
    place: int
    values: dict[str, Data]

    @property
    def name(self) -> str:
        """What it is called in the plan."""
        record, option = TABLES[self.table][next(iter(TABLES[self.table]))]
        key = option if record else "through"
        return str(self.values.get(record, {}).get(key) or "")


class Start:
    """What a plan says, in its order; `source` and `text` are the file it stands in, if any."""

    def __init__(self, items: list[Item], source: str = "", text: str = "") -> None:
        self.items = items
        self.source = source
        self.text = text

    def of(self, *tables: str) -> list[Item]:
        """The things of some tables."""
        return [item for table in tables for item in self.items if item.table == table]

    def where(self, table: str, place: int, key: str = "") -> str:
        """`plan.toml, line 12: people 2, name`."""
        line = toml_lines.line_of(self.text, table, place, key)
        what = table if table == ALONE else f"{table} {place + 1}"
        at = f"{self.source}, line {line}" if line else self.source
        return ": ".join(one for one in (at, f"{what}, {key}" if key else what) if one)

    @contextmanager
    def placed(self, table: str, place: int, key: str = "") -> Iterator[None]:
        """What is wrong with a value of a file is bad data, and said with its place."""
        try:
            yield
        except AmbiguousError as error:
            if not self.source:
                raise
            told = f"{self.where(table, place, key)}: {error.message}"
            raise AmbiguousError(error.text, told, error.candidates, error.hint) from None
        except (UsageError, NotFoundError) as error:
            if not self.source:
                raise
            raise BadDataError(
                f"{self.where(table, place, key)}: {error.message}", error.hint or "nothing was changed"
            ) from None


def read(text: str, source: str, ctx: "Context") -> Start:
    """The plan that a TOML text says; BadDataError with key and line for what can't be."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDataError(f"{source} is not TOML: {error}", "nothing was changed") from None
    except RecursionError:
        raise BadDataError(f"{source} is nested too deeply", "nothing was changed") from None
    return checked(data, ctx, source, text)


def checked(data: Data, ctx: "Context", source: str = "", text: str = "") -> Start:
    """The plan that data with the keys of a plan file says; what is empty is left out."""
    plan = Start([], source, text)
    for table, value in data.items():
        if table not in TABLES:
            line = toml_lines.line_of(text, "", 0, table) or toml_lines.line_of(text, table)
            at = f"{source}, line {line}" if line else source or "the plan"
            raise BadDataError(
                f"{at}: there is no {table!r} in a plan", f"it has: {', '.join(TABLES)}; nothing was changed"
            )
        for place, one in enumerate(_listed(plan, table, value)):
            values = _values(plan, table, place, one, ctx)
            if any(values.values()):
                plan.items.append(Item(table, place, values))
    _must_be_named(plan)
    return plan


def write(data: Data) -> str:
    """The data as a plan file."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("`netlog vision start -f` with the name of this file makes this plan."))
    for table in TABLES:
        value = data.get(table)
        if not value:
            continue
        if table == ALONE:
            document.add(table, tomlkit.item(value))
            continue
        ones = tomlkit.aot()
        for one in value:
            ones.append(_written(one))
        document.add(table, ones)
    return tomlkit.dumps(document)


def _written(one: Data) -> Any:
    """One table, its barriers on a line of their own."""
    import tomlkit

    table = tomlkit.table()
    for key, value in one.items():
        if key != "barriers":
            table.add(key, value)
            continue
        barriers = tomlkit.array()
        for barrier in value:
            inline = tomlkit.inline_table()
            inline.update(barrier)
            barriers.append(inline)
        table.add(key, barriers)
    return table


def template() -> str:
    """A plan file with every key, all of them empty, and what each is for."""
    return Path(__file__).with_name("start_template.toml").read_text(encoding="utf-8")


def _listed(plan: Start, table: str, value: Any) -> list[Data]:
    """The things that a table holds: one, or a list of tables or names."""
    first = next(iter(TABLES[table]))
    with plan.placed(table, 0):
        if table == ALONE:
            if not isinstance(value, dict):
                raise UsageError("it is a table", "write [vision], and its keys below")
            return [value]
        if not isinstance(value, list):
            raise UsageError(f"{table} is a list", f"write [[{table}]], once for each")
    ones: list[Data] = []
    for place, one in enumerate(value):
        with plan.placed(table, place):
            if not isinstance(one, dict | str):
                raise UsageError(f"{_told(one)} is neither a table nor a name", f"write [[{table}]]")
        ones.append({first: one} if isinstance(one, str) else one)
    return ones


def _values(plan: Start, table: str, place: int, one: Data, ctx: "Context") -> dict[str, Data]:
    values: dict[str, Data] = {}
    for key, value in one.items():
        with plan.placed(table, place, key):
            if key not in TABLES[table]:
                raise UsageError(
                    f"there is no {key!r}", f"it has: {', '.join(TABLES[table])}; nothing was changed"
                )
            if value is False or value in ("", []):
                continue
            record, option = TABLES[table][key]
            found = _field(record, option, key, value, ctx) if record else {key: _own(option, key, value)}
            values.setdefault(record, {}).update(found)
    return values


def _field(record: str, option: str, key: str, value: Any, ctx: "Context") -> Data:
    """What a value gives a field of a record."""
    if option == "target":
        if not isinstance(value, int) or isinstance(value, bool):
            raise UsageError(f"target must be a whole number, not {_told(value)}", "as in: target = 2")
        return kind_of(record).field(option).assign([str(value)], ctx)
    if option == "at-most":
        if not isinstance(value, bool):
            raise UsageError(f"at_most must be true or false, not {_told(value)}")
        return kind_of(record).field(option).assign(["yes"], ctx)
    if option in ("by", "on") and isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    return kind_of(record).field(option).assign([_text(value, key)], ctx)


def _own(option: str, key: str, value: Any) -> Any:
    """What a key holds that is of the plan alone: a name, names, or barriers with who could help."""
    if option == "name":
        return texts.line(_text(value, key), key)
    if not isinstance(value, list):
        raise UsageError(f"{key} must be a list, not {_told(value)}")
    if option == "names":
        return [texts.line(_text(one, key), key) for one in value]
    return [_barrier(one) for one in value]


def _barrier(value: Any) -> tuple[str, str | None]:
    if isinstance(value, str):
        return texts.line(value, "a barrier"), None
    if not isinstance(value, dict) or set(value) - {"what", "helper"}:
        raise UsageError(
            f"{_told(value)} is no barrier", '"no time", or { what = "no time", helper = "Ana Kim" }'
        )
    helper = _text(value.get("helper", ""), "helper")
    what = texts.line(_text(value.get("what", ""), "what"), "a barrier")
    return what, texts.line(helper, "the helper") if helper else None


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{key} must be text, not {_told(value)}", 'write it in quotes: "..."')
    return value


def _told(value: Any) -> str:
    """A value of TOML, as one would write it, in a few words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    told = str(value) if not isinstance(value, str) else repr(value)
    return told if len(told) <= 60 else f"{told[:57]}..."


def _must_be_named(plan: Start) -> None:
    """Everything has the name that it is called by, and no two of a table the same."""
    seen: dict[tuple[str, str], int] = {}
    for item in plan.items:
        if item.table == ALONE:
            continue
        key = next(iter(TABLES[item.table]))
        name = fold(f"{item.name}\n{item.values.get('', {}).get('to', '')}")
        with plan.placed(item.table, item.place):
            if not item.name:
                raise UsageError(f"it has no {key}", "nothing was changed")
            if (item.table, name) in seen:
                first = seen[item.table, name] + 1
                raise UsageError(f"{item.name!r} is there already, as {item.table} {first}")
        seen[item.table, name] = item.place
