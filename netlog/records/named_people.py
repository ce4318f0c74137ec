"""The contacts that a sentence names; where a name could be several, which one by what the sentence says.

Of the contacts only those are fetched that some word of the sentence could mean, by index: whole
names and nicknames of every run of words, and first names. No more is loaded however long the log is.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import AmbiguousError
from netlog.insight import names
from netlog.insight.names import Known, Mention
from netlog.insight.people import Finder
from netlog.insight.prose import Sentence
from netlog.insight.strangers import nameless, strangers
from netlog.records import candidates, references
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

_MOST = 10_000  # contacts with a first name of the sentence that are looked at
_MANY = 20  # candidates shown at the most

BY_NAME = """
SELECT id, folded_name, folded_nickname FROM contact WHERE folded_name IN (SELECT value FROM json_each(?))"""
BY_NICKNAME = """
SELECT id, folded_name, folded_nickname FROM contact WHERE folded_nickname IN (SELECT value FROM json_each(?))"""
BY_FIRST_NAME = f"""
SELECT c.id, c.folded_name, NULL FROM json_each(?) AS first
  CROSS JOIN contact AS c ON c.folded_name >= first.value || ' ' AND c.folded_name < first.value || '!' LIMIT {_MOST}"""
BY_ANY_NAME = """
SELECT id, folded_name, folded_nickname FROM contact
 WHERE id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH ? LIMIT 200)"""
THERE = """
SELECT contact_id FROM event_contact WHERE event_id = ?1 AND contact_id IN (SELECT value FROM json_each(?2))
UNION SELECT id FROM contact WHERE met_event_id = ?1 AND id IN (SELECT value FROM json_each(?2))
UNION SELECT w.contact_id FROM conversation AS t CROSS JOIN conversation_contact AS w ON w.conversation_id = t.id
       WHERE t.event_id = ?1 AND w.contact_id IN (SELECT value FROM json_each(?2))"""
TALKED = """
SELECT contact_id, count(*) AS times FROM conversation_contact
 WHERE contact_id IN (SELECT value FROM json_each(?)) GROUP BY contact_id"""


class NamedPeople(NamedTuple):
    """Who is named: each mention, whom it means by its first word, how ties were settled, and strangers."""

    mentions: list[Mention]
    who: dict[int, int]
    chosen: tuple[str, ...]
    strangers: tuple[str, ...]


def find(
    log: "Log", sentence: Sentence, taken: Iterable[int], event: int | None, ctx: "Context"
) -> NamedPeople:
    """The contacts that the sentence names; AmbiguousError where it does not say which of several.

    `taken` are the places of words that name an event, `event` is the one where they were met.
    """
    finder = Finder(sentence, _known(log, sentence), taken)
    mentions = finder.mentions()
    for place in nameless(finder, mentions):
        rows = log.rows(BY_ANY_NAME, f'name : "{sentence.tokens[place].word.replace(chr(34), "")}"')
        if mention := names.by_last_name(sentence, place, _contacts(rows)):
            mentions.append(mention)
    mentions += _by_address(log, sentence)
    mentions.sort()
    unknown = tuple(_bare(sentence, first, last) for first, last in strangers(finder, mentions))
    tie = _Ties(log, sentence, mentions, event, ctx)
    return NamedPeople(mentions, tie.settled(), tuple(tie.chosen), unknown)


def _known(log: "Log", sentence: Sentence) -> list[Known]:
    """The contacts that the words of a sentence could mean."""
    import json

    asked = names.asked(sentence)
    phrases = json.dumps(list(asked))
    rows = [*log.rows(BY_NAME, phrases), *log.rows(BY_NICKNAME, phrases)]
    # Whoever is named in full needs no others of the first name: there may be thousands.
    firsts = names.firsts(sentence, asked, {row[1] for row in rows})
    return _contacts([*rows, *log.rows(BY_FIRST_NAME, json.dumps(firsts))])


def _contacts(rows: "Sequence[Row]") -> list[Known]:
    return [Known(row[0], row[1] or "", row[2] or "") for row in rows]


def _by_address(log: "Log", sentence: Sentence) -> list[Mention]:
    """Contacts named by their e-mail address."""
    found = []
    for place, token in enumerate(sentence.tokens):
        if "@" in token.raw and not token.plain:
            ids = tuple(row["id"] for row in log.rows(references.BY_EMAIL, token.word))
            found += [Mention(place, place + 1, ids, "full")] if ids else []
    return found


def _bare(sentence: Sentence, first: int, last: int) -> str:
    """The words of a name, without 's at their end."""
    text = sentence.slice(first, last)
    ending = sentence.tokens[last - 1].ending
    return text[: len(text) - len(ending)] if ending else text


class _Ties:
    """Settles which contact each mention means, and keeps why in `chosen`."""

    def __init__(
        self, log: "Log", sentence: Sentence, mentions: list[Mention], event: int | None, ctx: "Context"
    ) -> None:
        self._log = log
        self._sentence = sentence
        self._mentions = mentions
        self._event = event
        self._ctx = ctx
        self._named = {one.ids[0] for one in mentions if len(one.ids) == 1}
        self.chosen: list[str] = []

    def settled(self) -> dict[int, int]:
        """The one contact of each mention, by its first word; AmbiguousError where the sentence does not say."""
        who = {}
        for mention in self._mentions:
            words = _bare(self._sentence, mention.first, mention.last)
            who[mention.first] = mention.ids[0] if len(mention.ids) == 1 else self._one_of(mention, words)
            if len(mention.ids) == 1 and mention.how == "initial" and mention.rivals > 1:
                self._choose(words, mention.ids[0], "by the initial")
        return who

    def _one_of(self, mention: Mention, words: str) -> int:
        if (choice := self._ctx.choices.get(words)) is not None:
            return references.find(self._log, choice, ("contact",), self._ctx)[1]
        named = self._named.intersection(mention.ids)
        if len(named) == 1:
            return self._choose(words, named.pop(), "who is named in full")
        if self._event is not None:
            there = [row[0] for row in self._log.rows(THERE, self._event, json_ids(mention.ids))]
            if len(there) == 1:
                return self._choose(words, there[0], f"who was at e{self._event}")
        raise self._ambiguous(mention, words)

    def _choose(self, words: str, id: int, why: str) -> int:
        name = self._log.value("SELECT name FROM contact WHERE id = ?", id)
        said = f"{words} is c{id} {name}, {why}"
        if said not in self.chosen:
            self.chosen.append(said)
        return id

    def _ambiguous(self, mention: Mention, words: str) -> AmbiguousError:
        """The candidates, those most talked with first."""
        times = {row[0]: row[1] for row in self._log.rows(TALKED, json_ids(mention.ids))}
        ids = sorted(mention.ids, key=lambda id: (-times.get(id, 0), id))
        return AmbiguousError(
            words,
            f"{words!r} could be {len(ids):,} contacts",
            candidates.described(self._log, [("contact", id) for id in ids[:_MANY]]),
            "nothing was changed; give a last name or an initial, or --with REF",
        )
