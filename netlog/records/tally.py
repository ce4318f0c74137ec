"""The tally of a goal: how many entries fall into a span of days, by query, and which these are."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.insight.course import Pause
from netlog.insight.spans import Span
from netlog.records import filters
from netlog.records.countables import COUNTED, LISTED, split
from netlog.records.kind import kind_of
from netlog.vocabulary import LETTERS, table_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

_FIRST, _LAST = (f"json_extract(span.value, '$[{place}]')" for place in (0, 1))
_UNPAUSED = """NOT EXISTS (SELECT 1 FROM json_each(?) AS pause
    WHERE {day} BETWEEN json_extract(pause.value, '$[0]') AND json_extract(pause.value, '$[1]'))"""


class Tally:
    """The count of what a goal counts, as one of its filters has it.

    Errors of the filter are raised when it is made. `besides` are days whose entries do not count.
    """

    def __init__(
        self,
        log: "Log",
        ctx: "Context",
        count: str,
        where: str | None,
        distinct: str | None = None,
        besides: Sequence[Pause] = (),
    ) -> None:
        self._log = log
        self._what = COUNTED[count]
        words = split(where)
        self._read(words, ctx, besides)
        fact = self._what.facts.get(distinct or "", "")
        self._fact = f"{fact} COLLATE NOCASE" if fact else ""
        self._listed = LISTED.get((count, distinct or ""))
        self._source = self._what.read_from(words)
        if fact and self._what.join:
            self._source = f"{self._source} {self._what.join}"
        self._most: int | None = None

    def _read(self, words: list[str], ctx: "Context", besides: Sequence[Pause]) -> None:
        what = self._what
        query = filters.Query([], [], set())
        if what.kind and words:
            query = filters.read(kind_of(what.kind), words, ctx, self._log)
        self._own, self._own_values = query.where(), tuple(query.values)
        filter = what.filtered.format(query.where()) if query.conditions else "TRUE"
        self._where = f"{what.condition} AND {filter}"
        self._values = list(query.values)
        if besides:
            self._where += f" AND {_UNPAUSED.format(day=what.day)}"
            days = [[str(one.starts_on), str(one.ends_on or "9999-12-31")] for one in besides]
            self._values.append(json.dumps(days))

    def counts(self, spans: Sequence[Span], most: int = -1) -> list[int]:
        """How many there are in each span, in one query; of those beyond `most` nothing is said."""
        if not spans:
            return []
        if self._fact:  # many entries, few facts: when all of these were seen, the rest need not be
            most = min((one for one in (most, self.most()) if one >= 0), default=-1)
        return self._each(spans, most)

    def reaches(self, span: Span, enough: int) -> bool:
        """Whether there are so many in a span; no further is counted."""
        return self._each([span], enough)[0] >= enough

    def _each(self, spans: Sequence[Span], most: int) -> list[int]:
        bounds = json.dumps([[str(first), str(last)] for first, last in spans])
        sql = f"SELECT ({self._counted(most)}) FROM json_each(?) AS span ORDER BY span.key"
        return [row[0] for row in self._log.rows(sql, *self._count_values(), bounds)]

    def most(self) -> int:
        """How many facts there are to be told apart at all, of people; -1 where that is not limited."""
        if not self._fact or not self._what.join:
            return -1
        if self._most is None:
            sql = f"SELECT count(DISTINCT {self._fact}) FROM contact WHERE {self._own}"
            self._most = int(self._log.value(sql, *self._own_values))
        return self._most

    def _counted(self, most: int) -> str:
        """The query for one span."""
        within = f"{self._where} AND {self._what.day} BETWEEN {_FIRST} AND {_LAST}"
        limit = f"LIMIT {most}" if most >= 0 else ""
        if self._listed:
            held = f"SELECT 1 FROM {self._listed[0]} WHERE {within} AND {self._fact} = word.value"
            return f"SELECT count(*) FROM json_each(?) AS word WHERE EXISTS ({held})"
        if self._fact:
            known = f"{self._fact} IS NOT NULL AND {within}"
            return f"SELECT count(*) FROM (SELECT DISTINCT {self._fact} FROM {self._source} WHERE {known} {limit})"
        if self._what.once and limit:
            return f"SELECT count(*) FROM (SELECT DISTINCT {self._what.once} FROM {self._source} WHERE {within} {limit})"
        if self._what.once:  # grouping within an index takes two thirds of the time of count(DISTINCT)
            return f"SELECT count(*) FROM (SELECT 1 FROM {self._source} WHERE {within} GROUP BY {self._what.once})"
        if limit:
            return f"SELECT count(*) FROM (SELECT 1 FROM {self._source} WHERE {within} {limit})"
        return f"SELECT count(*) FROM {self._source} WHERE {within}"

    def _count_values(self) -> list[Any]:
        return [json.dumps(self._listed[1]), *self._values] if self._listed else self._values

    def entries(self, span: Span) -> list[Json]:
        """What was counted in a span, oldest first: ref (null for a review), on, text.

        Of what counts once the first entry stands for it; where facts are told apart they lead the text.
        """
        what, table = self._what, table_of(self._what.kind) if self._what.kind else "review"
        id = f"{table}.id" if what.kind else "NULL"
        each = self._fact or what.once or (id if what.kind else what.day)
        text = f"{self._fact.split()[0]} || ': ' || {what.text}" if self._fact else what.text
        source = f"{what.source} {what.join}"
        known = f"{self._fact} IS NOT NULL AND " if self._fact else ""
        sql = (
            f'SELECT {id} AS id, min({what.day}) AS "on", {text} AS text FROM {source} '
            f"WHERE {known}{self._where} AND {what.day} BETWEEN ? AND ? GROUP BY {each} ORDER BY 2, 1"
        )
        letter = LETTERS.get(what.kind, "")
        return [
            {"ref": f"{letter}{row['id']}" if letter else None, "on": row["on"], "text": row["text"]}
            for row in self._log.rows(sql, *self._values, *map(str, span))
        ]

    def facts(self, span: Span) -> list[str]:
        """The facts told apart that a span has already."""
        source = f"{self._what.source} {self._what.join}"
        sql = (
            f"SELECT DISTINCT {self._fact} FROM {source} "
            f"WHERE {self._fact} IS NOT NULL AND {self._where} AND {self._what.day} BETWEEN ? AND ?"
        )
        return [row[0] for row in self._log.rows(sql, *self._values, *map(str, span))]
