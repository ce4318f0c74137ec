"""Days as people say them in passing: "by end of next week", "tmrw", "Friday morning", "the 15th".

They are put into words that dates.read_date reads, which stays the one reader of dates.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from netlog.errors import UsageError
from netlog.insight import dates, lengths
from netlog.insight.calendar_days import MONTHS, numeric, of_month, ordinal, written
from netlog.insight.periods import Term
from netlog.insight.words import words as listed

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), "days"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "weeks"),
    **dict.fromkeys(("m", "mo", "mos", "month", "months"), "months"),
    **dict.fromkeys(("q", "qtr", "quarter", "quarters"), "quarters"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), "years"),
}
_PERIODS = {"week": "w", "month": "m", "quarter": "q", "year": "y", "term": "t", "semester": "t"}
_SAME = {
    **dict.fromkeys(
        ("tmrw", "tmr", "tmw", "tomo", "tmrrw", "tomorow", "tommorow", "tommorrow", "2moro"), "tomorrow"
    ),
    **dict.fromkeys(("tonight", "tonite", "eod", "cob", "2day"), "today"),
    **dict.fromkeys(("yday", "yest", "yesterd"), "yesterday"),
    **{
        "nxt": "next",
        "tues": "tue",
        "weds": "wed",
        "thurs": "thu",
        "thur": "thu",
        "wk": "week",
        "mo": "month",
    },
    **{"qtr": "quarter", "yr": "year", "coming": "next", "previous": "last", "past": "last", "prev": "last"},
}
_SMALL = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
}
_AROUND = {("day", "before", "yesterday"): "2", ("day", "after", "tomorrow"): "2"}
_VAGUE = listed("early later late sometime earlier about around roughly approx ca maybe")
_TIMES = listed(
    "morning mornings afternoon evening eve night noon midday midnight am pm lunch lunchtime eod cob latest sharp"
)
_FIRST = (
    listed(
        """today now tomorrow yesterday next last this in within mid end eow eom eoq eoy eot the early later late
        sometime earlier about around a an one two three four five six seven ten couple few weekend fortnight
        month-end year-end over on day sept noon midnight week"""
    )
    | _SAME.keys()
    | _PERIODS.keys()
    | {part for name in (*_DAYS, *MONTHS) for part in (name, name[:3])}
)
LONGEST = 7


def may_start(word: str) -> bool:
    """Whether a day phrase can begin with this folded word."""
    return word in _FIRST or word[:1].isdecimal()


def day(words: Sequence[str], today: date, lean: str, terms: Sequence[Term] = ()) -> date | None:
    """The day that folded words mean as a whole, leaning as read_date does; None where they mean none."""
    plain = _without_time([_SAME.get(word, word) for word in words])
    if not plain:
        return None
    if len(plain) > 1 and _weekday(plain[0]) and (said := day(plain[1:], today, lean, terms)):
        return said  # Friday, March 6; fri 3/6
    if (moved := _counted_from(plain, today, lean, terms)) is not None:
        return moved
    text = _plain(plain, today, lean)
    if not text or not any(c.isalnum() for c in text):
        return None
    try:
        due = _ends(text, today, terms) if lean == "future" else None
        return due or dates.read_date(text, today, lean, terms=terms)
    except UsageError:
        return None


def _weekday(word: str) -> bool:
    return len(word) > 2 and any(name.startswith(word) for name in _DAYS)


def _counted_from(words: list[str], today: date, lean: str, terms: Sequence[Term]) -> date | None:
    """A week from Friday, 2 weeks from tomorrow."""
    if "from" not in words[1:-1]:
        return None
    place = words.index("from")
    ahead = _days_of(words[:place])
    start = day(words[place + 1 :], today, lean, terms) if ahead else None
    return start + timedelta(days=ahead) if start else None


def _days_of(words: list[str]) -> int:
    """The days of "a week", "2 weeks", "three days"; 0 for anything else."""
    number, unit = ("a", *words)[-2:] if len(words) in (1, 2) else ("", "")
    many = _SMALL.get(number, int(number) if number.isdecimal() and len(number) < 3 else 0)
    return many * {"days": 1, "weeks": 7}.get(_UNITS.get(unit, ""), 0)


def _without_time(words: list[str]) -> list[str]:
    """Without the time of the day, which netlog does not keep."""
    if len(words) > 2 and words[-2] == "at" and words[-1].isdecimal():
        words = words[:-2]  # Friday at 5
    while len(words) > 1 and (words[-1] in _TIMES or _clock(words[-1])):
        words = words[:-1]
        while len(words) > 1 and words[-1] in ("at", "by", "the", "before", "in", "on"):
            words = words[:-1]
    for phrase, plain in _AROUND.items():
        if tuple(words[-len(phrase) :]) == phrase:
            return [plain, "days", "ago"] if "yesterday" in phrase else ["in", plain, "days"]
    if len(words) > 1 and (_clock(words[0]) or words[0] in ("noon", "midnight")):
        words = words[1:]
        if words[0] in ("pm", "am"):
            words = words[1:]
    if words[:2] == ["last", "night"] or words == ["last"]:
        return ["yesterday"]
    return ["today"] if words == ["this"] else words


def _clock(word: str) -> bool:
    """3pm, 3:30, 10am"""
    bare = word.removesuffix("am").removesuffix("pm").removesuffix("ish")
    if bare == word and ":" not in word:
        return False
    hours, _, minutes = bare.partition(":")
    return (
        hours.isdecimal() and len(hours) < 3 and (not minutes or (minutes.isdecimal() and len(minutes) == 2))
    )


def _plain(words: list[str], today: date, lean: str) -> str:
    """The words as read_date knows them."""
    while len(words) > 1 and (words[0] in _VAGUE or words[0] in ("on", "over")):
        words = words[1:]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
        if words[0] not in ("end", "weekend", "next", *_DAYS) and not ordinal(words[0]):
            return ""  # the week, the 2 weeks
    if len(words) > 2 and words[1] == "of" and ordinal(words[0]):
        words = [words[0], *words[2:]]  # the 6th of March
    if len(words) == 1 and words[0][:1].isdecimal():
        number = ordinal(words[0])
        return of_month(number, today, lean) if number else numeric(words[0], today, lean)
    if named := written(words, today, lean):
        return named
    if words[:2] == ["this", "next"]:
        words = words[1:]
    if words[-1] == "weekend" and len(words) < 3:
        beside = {"next": "next sun", "last": "last sun"}
        return beside.get(words[0], "this sun" if lean == "future" else "sun")
    return " ".join(_counted(words))


def _counted(words: list[str]) -> list[str]:
    """Numbers and units as read_date writes them: "in a couple of weeks" -> "in 2 weeks"."""
    if words[:2] in (["within", "the"], ["in", "the"]):
        words = [words[0], *words[2:]]
    if words[0] == "within":
        words = ["in", *words[1:]]
    lead, rest = ([words[0]], words[1:]) if words[0] in ("in", "last", "next", "past") else ([], words)
    if rest[:1] == ["fortnight"] or rest[:2] == ["a", "fortnight"]:
        rest = ["2", "weeks", *rest[1 + (rest[0] == "a") :]]
    if rest[:2] == ["a", "couple"] or rest[:2] == ["a", "few"]:
        rest = rest[1:]
    if rest[:1] == ["next"] and lead == ["in"]:
        rest = rest[1:]
    if len(rest) > 1 and rest[0] in ("couple", "few"):
        number = "2" if rest[0] == "couple" else "3"
        rest = [number, *(rest[2:] if rest[1] == "of" else rest[1:])]
    if len(rest) > 1 and rest[1] in _UNITS and rest[0] in _SMALL:
        rest = [str(_SMALL[rest[0]]), _UNITS[rest[1]], *rest[2:]]
    return lead + rest


def _ends(text: str, today: date, terms: Sequence[Term]) -> date | None:
    """The day by which something is due that is named by a period: end of next week, this month, mid May."""
    words = text.replace("'s", "").replace("-", " ").split()
    if words[:2] == ["end", "of"] or (len(words) > 1 and words[-1] == "end"):
        words = words[2:] if words[0] == "end" else words[:-1]
        return _end_of([word for word in words if word not in ("the", "this", "our")], today, terms)
    if words[0] == "this" and words[-1] in _PERIODS:
        return _end_of(words[1:], today, terms)
    if words[0] == "mid" and words[-1] in MONTHS:
        return dates.read_date(f"15 {words[-1]}", today, "future")
    if len(words) == 1 and words[0] in MONTHS:
        return dates.read_date(f"1 {words[0]}", today, "future")
    if words[0] == "next" and words[1:] in (["term"], ["semester"]):
        return dates.read_range("next term", today, terms=terms)[0]
    return None


def _end_of(words: list[str], today: date, terms: Sequence[Term]) -> date | None:
    """The last day of "week", "next week", "day", "march"."""
    name = words[-1] if words else ""
    if words == ["day"]:
        return today
    if len(words) == 1 and name in _PERIODS:
        return dates.read_date(f"eo{_PERIODS[name]}", today, terms=terms)
    if len(words) == 2 and words[0] == "next" and name in _PERIODS:
        return dates.read_range(f"next {'term' if name == 'semester' else name}", today, terms=terms)[1]
    if len(words) == 1 and name in {part for month in MONTHS for part in (month, month[:3])}:
        this = MONTHS[today.month - 1].startswith(name[:3])
        first = today if this else dates.read_date(f"1 {name}", today, "future")
        return lengths.add_months(first.replace(day=1), 1) - timedelta(days=1)
    return None
