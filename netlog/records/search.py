"""Search: what is written in any record, the newest first.

Words are looked up in the search tables, key:value words are the filters of the lists; all must
hold. The newest come first by the record's own date. Words that stand in few records are looked up
and sorted by it. For words that stand in many, the newest records are tried first, and should too
few of them do, the records are walked through by their date. What no search table can look up (signs
alone, records without a word that most have) is looked for among those added last.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.insight.passages import Term, around, found
from netlog.records import filters
from netlog.records.fields import Where, phrase
from netlog.records.kind import Kind, every_kind, kind_of
from netlog.records.lists import json_ids
from netlog.records.record import names_of
from netlog.store import sample
from netlog.vocabulary import LETTERS, spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]
_Dated = tuple[str, Kind, int]

DATED = {
    "contact": "updated_at",
    "conversation": "held_on",
    "event": "starts_on",
    "follow_up": "due_on",
    "goal": "starts_on",
    "group": "updated_at",
    "membership": "joined_on",
    "contribution": "given_on",
    "introduction": "updated_at",
    "exchange": "exchanged_on",
    "opportunity": "opened_on",
    "takeaway": "noted_on",
    "vision": "by_on",
    "step": "updated_at",
}
WALKED = ("contact", "conversation", "event")  # their table has an index by that date
MANY = 5000  # records with the words, above which they are common
LOOKED = 20_000  # records of a kind that are looked through where nothing can be looked up
SAMPLE = 6  # times as many of the newest are tried as are to be shown
CHANNELS = {"email": "emails", "phone": "phones", "link": "links", "handle": "handles"}
_PHONE = str.maketrans("", "", " -()+./")
LEAST_OF_ADDRESS = 3  # letters of a word that is looked for in addresses, numbers and handles too
LEAST_DIGITS = 4  # of one that is looked for in phone numbers whatever stands between their digits

HAVE_WORDS = "SELECT rowid FROM {table}_text WHERE {table}_text MATCH ? LIMIT 5001"
BEFORE = "SELECT max(id) - ? FROM {table}"
HAVE_SIGNS = "SELECT id FROM {table} WHERE id > ? AND {signs}"
HAVE_NOT = """
SELECT id FROM {table} WHERE id > ?1 AND id NOT IN (
    SELECT rowid FROM {table}_text WHERE {table}_text MATCH ?2 AND rowid > ?1)"""
AMONG = "{table}.id IN (SELECT value FROM json_each(?))"
NEWEST = """
SELECT id, substr({dated}, 1, 10) AS day FROM {table} WHERE {where} ORDER BY {dated} DESC, id DESC LIMIT ?"""
_STARTS = " OR ".join(f"instr(folded_value, '{mark}' || word)" for mark in "@.-_+/ ")
REACHED = f"""
SELECT contact_id FROM contact_channel, (SELECT ? AS word, ? AS digits)
 WHERE (instr(folded_value, word) AND (instr(folded_value, word) = 1 OR {_STARTS}))
    OR (digits <> '' AND kind = 'phone' AND instr(replace(replace(replace(replace(replace(
        folded_value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), digits))"""
ADDRESSES = """
SELECT contact_id, kind, value FROM contact_channel
 WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, kind, position"""


class Wanted:
    """What is searched for: `said` must be in a record, `unsaid` not, `keyed` are filters of the lists.

    `unknown` are what looked like keys but no record has: text.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.said: list[Term] = []
        self.unsaid: list[Term] = []
        self.keyed: list[str] = []
        self.unknown: list[str] = []
        for word in words:
            negated, key, value = filters.parted(_tag(word))
            if key and any(kind.has(key) for kind in every_kind()):
                self.keyed.append(_tag(word))
                continue
            if key:
                self.unknown.append(key)
                value = f"{key}:{value}"
            terms = _terms(value)
            if not terms and word.strip():  # nothing but quotes, or a bare `not:`
                negated, terms = False, [Term(word)]
            (self.unsaid if negated else self.said).extend(terms)
        if not (self.said or self.unsaid or self.keyed):
            raise UsageError("there is nothing to search for", "give a word, or key:value")


def _tag(word: str) -> str:
    """A word; `#tag` as the filter that means it, for `log` takes it out of the text."""
    sign = "not:" if word.startswith("not:") else ""
    mark, name = word[len(sign) :][:1], word[len(sign) + 1 :]
    marked = mark == "#" and name[:1].isalpha() and name.replace("-", "").replace("_", "").isalnum()
    return f"{sign}tag:{name}" if marked else word


def _terms(text: str) -> list[Term]:
    """What stands between quotes as it is; the rest word for word, or as a phrase where nothing is quoted."""
    parts = text.split('"')
    if len(parts) < 3:
        return [Term(text)] if text.strip() else []
    terms = []
    for place, part in enumerate(parts):
        quoted = place % 2 == 1 and place < len(parts) - 1
        terms += [Term(part, whole=True)] if quoted else [Term(word) for word in part.split()]
    return [term for term in terms if term.text.strip()]


def kinds_of(words: Sequence[str]) -> list[Kind]:
    """The kinds that words such as `contact` or `conversations` name; every kind for none."""
    names = {one: name for name in LETTERS for one in (name, kind_of(name).plural)}
    found = []
    for word in words:
        known = spelled(word, tuple(names))
        if known is None:
            plurals = ", ".join(name.replace("_", "-") for name in names if name not in LETTERS)
            raise UsageError(f"{word!r} is nothing to search in", f"one of: {plurals}")
        found.append(names[known])
    return [kind_of(name) for name in dict.fromkeys(found or LETTERS)]


class _Asked(NamedTuple):
    """What one kind is asked: a condition, and FTS5 queries that it leaves to be asked of few records.

    `common` are words that stand in many, `unwanted` those that must not be there where no other words
    are; `total` is how many records there are, where that was found out on the way; `partly` says that
    only those added last were looked through.
    """

    kind: Kind
    condition: str
    values: list[Any]
    common: str | None = None
    unwanted: str | None = None
    total: int | None = None
    partly: bool = False


class Found(NamedTuple):
    """What a search found: the newest, whether there are `more`, how many in all where that is known.

    `partly` says that of the oldest records not all were looked through.
    """

    rows: list[Json]
    more: bool
    total: int | None
    partly: bool


def search(log: "Log", wanted: Wanted, kinds: Sequence[Kind], limit: int, ctx: "Context") -> Found:
    """The newest records that hold what is wanted.

    Each has ref, type, on, name, where (the key that the text is from), text (the passage, where it
    is not the name) and found (the words as they stand there).
    """
    asked = _asked(log, wanted, kinds, ctx)
    dated: list[_Dated] = []
    partly = False
    for part in asked:
        newest, left_out = _newest(log, part, limit + 1)
        dated += newest
        partly = partly or left_out or part.partly
    dated.sort(key=lambda one: one[0], reverse=True)  # stable: within a day as its kind has them
    totals = [one.total for one in asked if one.total is not None]
    total = sum(totals) if len(totals) == len(asked) else None
    return Found(_shown(log, dated[:limit], wanted.said), len(dated) > limit, total, partly)


def _newest(log: "Log", asked: _Asked, many: int) -> tuple[list[_Dated], bool]:
    """The newest records of a kind that hold what is asked, at most so many; whether others may be left out."""
    kind, condition, values = asked.kind, asked.condition, asked.values
    query = asked.common or asked.unwanted
    if query is not None:
        first = _sorted(log, kind, condition, values, many * SAMPLE)
        ids = sample.matching(log, kind.table, [one[2] for one in first], query)
        found = [one for one in first if (one[2] in ids) == (query == asked.common)][:many]
        if len(found) == many or len(first) < many * SAMPLE:
            return found, False
    if asked.unwanted is not None:
        before = _before(log, kind)
        left = log.rows(HAVE_NOT.format(table=kind.table), before, asked.unwanted)
        condition = f"{condition} AND {AMONG.format(table=kind.table)}"
        return _sorted(log, kind, condition, [*values, json_ids(row[0] for row in left)], many), before > 0
    if asked.common is not None:
        walked = "+" if kind.name in WALKED else ""  # keeps SQLite from starting with the words
        condition, values = f"{condition} AND {walked}{kind.matches()}", [*values, asked.common]
    return _sorted(log, kind, condition, values, many), False


def _before(log: "Log", kind: Kind) -> int:
    """The id before those that are looked through."""
    return max(0, log.value(BEFORE.format(table=kind.table), LOOKED) or 0)


def _sorted(log: "Log", kind: Kind, condition: str, values: list[Any], many: int) -> list[_Dated]:
    sql = NEWEST.format(table=kind.table, dated=DATED[kind.name], where=condition)
    return [(row["day"], kind, row["id"]) for row in log.rows(sql, *values, many)]


def _asked(log: "Log", wanted: Wanted, kinds: Sequence[Kind], ctx: "Context") -> list[_Asked]:
    """What each kind that has all the keys is asked; UsageError for a key that none has, or a value none takes."""
    asked = []
    refused: list[UsageError] = []
    for kind in _with_keys(kinds, wanted.keyed):
        try:
            filtered = filters.read(kind, wanted.keyed, ctx, log)
        except UsageError as error:  # a status of events is none of goals
            refused.append(error)
            continue
        said = _said(log, kind, wanted)
        condition = " AND ".join([*filtered.conditions, said.condition])
        total = None if filtered.conditions else said.total
        asked.append(said._replace(condition=condition, values=[*filtered.values, *said.values], total=total))
    if refused and not asked:
        raise refused[0]
    return asked


def _with_keys(kinds: Sequence[Kind], keyed: Sequence[str]) -> list[Kind]:
    keys = [filters.parted(word)[1] for word in keyed]
    for key in keys:
        if not any(kind.has(key) for kind in kinds):
            raise UsageError(f"nothing searched here has {key!r}", f"""in quotes it is text: '"{key}:..."'""")
    return [kind for kind in kinds if all(kind.has(key) for key in keys)]


def _said(log: "Log", kind: Kind, wanted: Wanted) -> _Asked:
    """The condition that the words put on records of a kind."""
    said: list[str] = []
    unsaid: list[str] = []
    conditions: list[str] = []
    values: list[Any] = []
    for terms, phrases, sign in ((wanted.said, said, ""), (wanted.unsaid, unsaid, "NOT ")):
        for term in _words(terms):
            other = _elsewhere(log, kind, term)
            if other is None:
                phrases.append(phrase(term.text, whole=term.whole))
            else:
                conditions.append(f"{sign}({other[0]})")
                values += other[1]
    common = total = unwanted = None
    if said:
        query = " AND ".join(said)
        query = f"({query}) NOT ({' OR '.join(unsaid)})" if unsaid else query
        ids = [row[0] for row in log.rows(HAVE_WORDS.format(table=kind.table), query)]
        common = query if len(ids) > MANY else None
        total = None if common or conditions else len(ids)
        if not common:
            conditions.append(AMONG.format(table=kind.table))
            values.append(json_ids(ids))
    elif unsaid:
        unwanted = " OR ".join(unsaid)
    asked = _Asked(kind, " AND ".join(conditions) or "TRUE", values, common, unwanted, total)
    return _with_signs(log, asked, wanted, few=bool(said) and common is None)


def _words(terms: Sequence[Term]) -> list[Term]:
    """The terms that a search table knows; signs and emoji are no words to it."""
    return [term for term in terms if any(c.isalnum() for c in term.text)]


def _with_signs(log: "Log", asked: _Asked, wanted: Wanted, *, few: bool) -> _Asked:
    """What is asked, and that the signs are there: where not `few` are left, among the records added last."""
    kind = asked.kind
    holds = " OR ".join(f"""instr(coalesce("{column}", ''), ?)""" for column in kind.searched)
    signs, conditions, values = [], [asked.condition], [*asked.values]
    for terms, sign in ((wanted.said, ""), (wanted.unsaid, "NOT ")):
        for term in terms:
            if term in _words([term]):
                continue
            texts = [term.text.strip()] * len(kind.searched)
            if few or sign:
                conditions.append(f"{sign}({holds})")
                values += texts
            else:
                signs.append(texts)
    if not signs and len(conditions) == 1:
        return asked
    partly = False
    if signs:
        before = _before(log, kind)
        sql = HAVE_SIGNS.format(table=kind.table, signs=" AND ".join(f"({holds})" for _ in signs))
        ids = [row[0] for row in log.rows(sql, before, *(text for texts in signs for text in texts))]
        conditions.append(AMONG.format(table=kind.table))
        values.append(json_ids(ids))
        partly = before > 0
    return asked._replace(condition=" AND ".join(conditions), values=values, total=None, partly=partly)


def _elsewhere(log: "Log", kind: Kind, term: Term) -> Where | None:
    """The condition of a term that the search table alone can't answer; None where it can."""
    if kind.name == "contact" and len(term.text) >= LEAST_OF_ADDRESS:
        reached = _reached(term)
        if log.value(f"{REACHED} LIMIT 1", *reached) is not None:
            query = phrase(term.text, whole=term.whole)
            return f"{kind.matches()} OR contact.id IN ({REACHED})", [query, *reached]
    return None


def _reached(term: Term) -> list[str]:
    """A term as addresses, numbers and handles are searched for it: folded, and as bare digits."""
    bare = term.text.translate(_PHONE)
    return [fold(term.text), bare if bare.isdecimal() and len(bare) >= LEAST_DIGITS else ""]


def _shown(log: "Log", dated: Sequence[_Dated], terms: Sequence[Term]) -> list[Json]:
    texts: dict[tuple[str, int], dict[str, str]] = {}
    for kind in {one[1] for one in dated}:
        ids = [id for _, other, id in dated if other is kind]
        texts |= {(kind.name, id): values for id, values in _texts(log, kind, ids).items()}
    unnamed = [(kind.name, id) for _, kind, id in dated if kind.named != kind.title]
    names = names_of(log, unnamed)  # of an introduction, say: by whom it is of whom
    return [
        _row(kind, id, day, texts[kind.name, id], terms, names.get((kind.name, id)))
        for day, kind, id in dated
    ]


def _texts(log: "Log", kind: Kind, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """What can be found in each record: key -> text, its name first."""
    names = ", ".join(f'"{column}"' for column in kind.searched)
    among = json_ids(ids)
    sql = f"SELECT id, {names} FROM {kind.table} WHERE id IN (SELECT value FROM json_each(?))"
    texts = {row["id"]: {one: row[one] for one in kind.searched if row[one]} for row in log.rows(sql, among)}
    if kind.name == "contact":
        for row in log.rows(ADDRESSES, among):
            key = CHANNELS[row["kind"]]
            texts[row["contact_id"]][key] = "; ".join(
                filter(None, (texts[row["contact_id"]].get(key), row["value"]))
            )
    return texts


def _row(
    kind: Kind, id: int, day: str, texts: dict[str, str], terms: Sequence[Term], named: str | None
) -> Json:
    name = texts.pop(kind.title) if named is None else named
    in_name = found(name, terms)
    where, text, words = None, None, [name[start:end] for start, end in in_name]
    for key, one in texts.items():
        stretches = found(one, terms)
        if stretches:
            where, text = key, around(one, *stretches[0])
            words += [" ".join(one[start:end].split()) for start, end in stretches]
            break
    return {
        "ref": f"{kind.letter}{id}",
        "type": kind.name,
        "on": day,
        "name": name,
        "where": where,
        "text": text,
        "found": [word for word in dict.fromkeys(words) if word in name or word in (text or "")],
    }
