"""The heat map: a sign for each day, a column for each week from Monday, as on a calendar turned on its side."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.lists import Row
from netlog.plurals import counted
from netlog.vocabulary import MONTHS

NONE, TODAY = "·", "<"
SHADES = "░▒▓█"  # told apart by their density, whatever the colours
STYLE = "green"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LABEL = 4  # cells before the first week
_MARK = 1  # after the last
_DAY = timedelta(days=1)


def heat(data: Row, width: int) -> RenderableType:
    """What it is of, the months, seven lines of days, and what the signs mean; the latest weeks that fit."""
    first, last, today = (date.fromisoformat(data[key]) for key in ("starts_on", "ends_on", "today"))
    counts = {date.fromisoformat(one["on"]): int(one["count"]) for one in data["days"]}
    every = mondays(first, last)
    cells = cells_for(len(every), width)
    weeks = every[-((width - _LABEL - _MARK) // cells) :]
    lines: list[RenderableType] = [_heading(first, last, counts)]
    if len(weeks) < len(every):
        lines.append(Text(f"the last {len(weeks)} of {len(every)} weeks: no more fit", style="dim"))
    steps = quartiles(list(counts.values()))
    lines.append(Text(f"{'':{_LABEL}}{month_line(weeks, cells, first, last)}", style="dim"))
    for weekday, name in enumerate(_WEEKDAYS):
        signs = _signs([week + weekday * _DAY for week in weeks], counts, steps, cells, (first, last, today))
        lines.append(Text.assemble((f"{name:{_LABEL}}", "dim"), *signs))
    return Group(*lines, _legend(counts.values(), steps, shows_today=weeks[0] <= today <= last))


def mondays(first: date, last: date) -> list[date]:
    """The Monday of every week with a day in `first`..`last`."""
    start = first - first.weekday() * _DAY
    return [start + timedelta(weeks=week) for week in range((last - start).days // 7 + 1)]


def cells_for(weeks: int, width: int) -> int:
    """How wide a week is: two cells where all of them fit so, else one."""
    return 2 if weeks * 2 + _LABEL + _MARK <= width else 1


def quartiles(counts: Sequence[int]) -> list[int]:
    """The most that each of the first three shades stands for: a quarter of the days with any each, as near as it goes.

    One long day does not make all others pale, as shares of the largest would.
    """
    ranked = sorted(counts)
    return [ranked[(len(ranked) - 1) * quarter // 4] for quarter in (1, 2, 3)] if ranked else []


def shade(count: int, steps: Sequence[int]) -> str:
    """The sign of a day."""
    return SHADES[bisect_left(steps, count)] if count else NONE


def month_line(weeks: Sequence[date], cells: int, first: date, last: date) -> str:
    """The months, each over the week that its first day is in; that of the first week too, if there is room."""
    begun = {week: _begins(week, max(first, weeks[0]), last) for week in weeks}
    if not any(begun[week] for week in weeks[: -(-4 // cells)]):
        begun[weeks[0]] = max(first, weeks[0])
    line = ""
    for place, (_, day) in enumerate(begun.items()):
        if day and place * cells + 3 <= len(weeks) * cells + _MARK:
            line = f"{line:{place * cells}}{MONTHS[day.month - 1][:3]} "
    return line.rstrip()


def _begins(week: date, first: date, last: date) -> date | None:
    """The day of a week that is the first of a month, if that is in the range."""
    days = (week + day * _DAY for day in range(7))
    return next((day for day in days if day.day == 1 and first <= day <= last), None)


def _signs(
    days: Sequence[date],
    counts: Mapping[date, int],
    steps: Sequence[int],
    cells: int,
    span: tuple[date, date, date],
) -> list[tuple[str, str]]:
    """A weekday's signs; beside today's, where it is empty as the next week is still to come, a mark."""
    first, last, today = span
    signs: list[tuple[str, str]] = []
    for day in days:
        held = counts.get(day, 0)
        sign = shade(held, steps) if first <= day <= min(last, today) else " "
        marked = TODAY if day == today <= last else " "
        if cells == 1 and signs and day - timedelta(weeks=1) == today <= last:
            sign = TODAY
        signs.append((sign.ljust(cells) if cells == 1 else sign + marked, _style(sign)))
    if cells == 1 and days[-1] == today <= last:
        signs.append((TODAY, _style(TODAY)))
    return signs


def _style(sign: str) -> str:
    return "bold" if sign == TODAY else STYLE if sign in SHADES else "dim"


def _heading(first: date, last: date, counts: Mapping[date, int]) -> Text:
    many = counted(sum(counts.values()), "conversation")
    days = counted(len(counts), "day")
    return Text.assemble((f"{many} on {days}", "bold"), (f", {first} to {last}", "dim"), overflow="fold")


def _legend(counts: Collection[int], steps: Sequence[int], *, shows_today: bool) -> Text:
    """What each sign that is used stands for."""
    parts: list[str | tuple[str, str]] = [(NONE, "dim"), " none"]
    for sign in SHADES:
        held = sorted(count for count in set(counts) if shade(count, steps) == sign)
        if held:
            parts += ["  ", (sign, STYLE), f" {held[0]}" if len(held) == 1 else f" {held[0]}-{held[-1]}"]
    if shows_today:
        parts += ["  ", (TODAY, "bold"), " today"]
    return Text.assemble(*parts, overflow="fold")
