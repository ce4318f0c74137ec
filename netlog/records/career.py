"""The career of a contact: where they worked before, as what, since when and until when."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.insight import careers
from netlog.insight.careers import Position
from netlog.records import text
from netlog.records.fields import Names, Where
from netlog.records.lists import ListField

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log


class Career(ListField):
    """`Example School`, `Example School, teacher` or `Example School, teacher=2015..2019`."""

    table = "contact_career"
    metavar = "ORGANIZATION[, TITLE][=SINCE..UNTIL]"

    def __init__(self) -> None:
        super().__init__(
            "career", "career", "A former position, or with =SINCE.. another one; give it again for more."
        )

    def read(self, word: str, ctx: "Context") -> Position:
        where, equals, span = word.partition("=")
        organization, _, title = where.partition(",")
        since, _, until = span.partition("..") if equals else ("", "", "")
        return self.checked(organization, title, since, until, ctx)

    def checked(self, organization: str, title: str, since: str, until: str, ctx: "Context") -> Position:
        """A position that can be kept; a day may be a month or a year."""
        organization, title = (
            text.line(one, name) if one.strip() else ""
            for one, name in ((organization, "the organization"), (title, "the title"))
        )
        if not organization and not title:
            raise UsageError("a former position needs an organization")
        first = ctx.first_day(since, "past").isoformat() if since else ""
        last = ctx.last_day(until, "past").isoformat() if until else None
        if last and last < first:
            raise UsageError(f"the position at {organization} ends {last}, before it starts {first}")
        return Position(organization, title, first, last)

    def read_item(self, value: Any, ctx: "Context") -> Position:
        if not isinstance(value, dict):
            return self.read(str(value), ctx)
        organization, title, since, until = (
            str(value.get(key) or "") for key in ("organization", "title", "since", "until")
        )
        return self.checked(organization, title, since, until, ctx)

    def select(self, kind: "Kind") -> str:
        return (
            "SELECT contact_id, organization, title, since, until FROM contact_career "
            "WHERE contact_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY contact_id, until IS NULL AND since <> '' DESC, coalesce(until, since) DESC, since DESC, "
            "organization, title"
        )

    def value(self, row: Any) -> Position:
        return Position(*row[1:])

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {(id, *one[:3]): {"contact_id": id, **Position(*one)._asdict()} for one in values}

    def means(self, given: Any, value: Any) -> bool:
        """Whether it is at the same organization, as the same where a title was given, whatever its dates."""
        return bool(given[0] == value[0] and given[1] in ("", value[1]))

    def show(self, value: Any, names: Names) -> Any:
        return [
            {
                "organization": one[0] or None,
                "title": one[1] or None,
                "since": one[2] or None,
                "until": one[3],
            }
            for one in value
        ]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        """A word of the organization or the title starts so; after `=`, one of them is exactly that."""
        wanted = fold(word.removeprefix("="))
        holds = "folded_{} = ?" if word.startswith("=") else "instr(' ' || folded_{}, ' ' || ?)"
        either = f"{holds.format('organization')} OR {holds.format('title')}"
        return f"contact.id IN (SELECT contact_id FROM contact_career WHERE {either})", [wanted, wanted]


def keep_former(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """A contact whose organization or title is replaced keeps the old position, ended today.

    Not where it is a correction (`ctx.corrects`), nor where the change itself brings the old one along.
    """
    if not before or ctx.corrects:
        return
    was, now = _position(before), _position(values)
    brought = [one for one in values["career"] if one not in before["career"]]
    if careers.replaced(was, now) and not any(careers.same(Position(*one), was) for one in brought):
        former = [Position(*one) for one in values["career"]]
        values["career"] = careers.kept(former, was, before["created_at"][:10], ctx.today.isoformat())


def told(before: dict[str, Any], after: dict[str, Any], ctx: "Context") -> tuple[str, ...]:
    """What is to be said of the positions that a change of a record (as JSON gives it) ended today."""
    today = ctx.today.isoformat()
    ended = [
        one
        for one in after.get("career") or []
        if one["until"] == today and one not in before["career"] and not ctx.corrects
    ]
    return tuple(
        f"kept in the career: {', '.join(word for word in (one['title'], one['organization']) if word)}"
        f", until {today} (it never was so? netlog undo, then edit it with --fix)"
        for one in ended
    )


def _position(values: dict[str, Any]) -> Position:
    return Position(values["organization"] or "", values["title"] or "")
