"""A record as TOML for an editor, and back: the keys of JSON, with lists as lines of the command line's form."""

from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, UsageError
from netlog.records import record
from netlog.records.fields import Field
from netlog.records.kind import Kind

if TYPE_CHECKING:
    from netlog.records.context import Context

_HEAD = "Save and leave to change the record; an empty file changes nothing."


def write(kind: Kind, shown: dict[str, Any]) -> str:
    """The editable fields of a record (as JSON gives it) as TOML, empty ones as comments."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(f"{shown['ref']} {shown[kind.title] or ''}".rstrip().replace("\n", " ")))
    document.add(tomlkit.comment(_HEAD))
    document.add(tomlkit.nl())
    for field in _edited(kind):
        value = _written(shown[field.key])
        if value in (None, []):
            document.add(tomlkit.comment(f"{field.key} = {'[]' if field.many else chr(34) * 2}"))
        elif isinstance(value, str) and "\n" in value:
            document.add(field.key, tomlkit.string(value, multiline=True))
        elif isinstance(value, list) and isinstance(value[0], dict):
            document.add(field.key, _tables(value))
        else:
            document.add(field.key, tomlkit.item(value))
    return tomlkit.dumps(document)


def read(kind: Kind, text: str, ctx: "Context") -> dict[str, Any] | None:
    """The values that the TOML gives, None for an empty file; what was taken out is cleared.

    BadDataError where it is not TOML, UsageError where a key or value can't be.
    """
    import tomllib

    if not text.strip():
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDataError(f"that is not TOML: {error}") from None
    values: dict[str, Any] = {field.key: [] if field.many else field.default for field in _edited(kind)}
    try:
        values.update(record.read_json(kind, {key: _plain(value) for key, value in data.items()}, ctx))
    except UsageError as error:
        raise BadDataError(error.message, error.hint) from None
    return values


def _edited(kind: Kind) -> list[Field]:
    """The fields that one edits as text: none that is computed, no list that commands of its own keep."""
    return [field for field in kind.keyed if not field.fixed and not (field.many and field.closed_by)]


def _tables(values: list[dict[str, Any]]) -> Any:
    """Things with parts, one a line: in a word, a comma or `=` of their own would part them elsewhere."""
    import tomlkit

    lines = tomlkit.array()
    for value in values:
        table = tomlkit.inline_table()
        table.update(value)
        lines.append(table)
    return lines.multiline(True)


def _written(value: Any) -> Any:
    """A JSON value as one writes it on the command line."""
    if isinstance(value, list):
        return [_written(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "ref" in value:
        return value["ref"]
    if "label" not in value and "role" not in value:
        return {key: _written(one) for key, one in value.items() if one is not None}
    if "role" in value:
        dates = f"{value['since'] or ''}..{value['until'] or ''}"
        return value["role"] if dates == ".." else f"{value['role']}={dates}"
    return f"{value['label']}={value['value']}" if value["label"] else value["value"]


def _plain(value: Any) -> Any:
    """TOML has dates of its own; here they are text like any other."""
    return value if isinstance(value, str | int | bool | list | dict) else str(value)
