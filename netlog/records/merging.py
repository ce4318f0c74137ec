"""Files of other programs into the log: all that they hold is settled first, then written in bulk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import restoring
from netlog.records.fates import Fate
from netlog.records.incoming import Batch, File
from netlog.records.merging_people import People, Told
from netlog.records.merging_things import Things, sorts, things_in
from netlog.records.settling import Clash, Decide, Question, keep

if TYPE_CHECKING:
    from netlog.formats.plain import Person
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]
Tell = Callable[[str, int, int], None]  # what is being done, how many of how many
_EVERY = 500  # records between two words on how far it is
_FOR_ALL = ("tags", "private")  # of what is common to new contacts, what is to other new records


def bring(
    log: "Log",
    batches: Sequence[Batch],
    common: Values,
    ctx: "Context",
    decide: Decide = keep,
    tell: Tell = lambda _what, _done, _of: None,
) -> Iterator[Told]:
    """Bring files in, in their order; which file, and what became of each of its records.

    `common` are values for what is new; `decide` says what counts where the user and a file both changed a fact.
    """
    run: _Run | None = None
    for batch in batches:
        yield from batch.fates
        if batch.documents:
            if common:
                told = "--tag, --cadence and --private are for contacts from elsewhere"
                raise UsageError(told, "json has its own")
            if run:
                run.write(tell)
            run = None  # what a document brings is to be looked up anew
            for name, (data, lacks) in batch.documents:
                yield from ((name, fate) for fate in restoring.restore(log, data, ctx, lacks))
        if batch.files:
            run = run or _Run(log, common, ctx, decide)
            size = batch.size
            yield from _counted(run.settle(batch.format, batch.drained()), size, tell)
    if run:
        run.write(tell)


def clashes(log: "Log", batches: Sequence[Batch], common: Values, ctx: "Context", tell: Tell) -> list[Clash]:
    """The facts that the user and a file both changed, each once; nothing is written."""
    found: dict[Question, Clash] = {}

    def noted(clash: Clash) -> str:
        found.setdefault(clash.question, clash)
        return keep(clash)

    run = _Run(log, common, ctx, noted)
    for batch in batches:
        for _ in _counted(run.settle(batch.format, batch.files), batch.size, tell):
            pass
    return list(found.values())


def _counted(told: Iterable[Told], size: int, tell: Tell) -> Iterator[Told]:
    for done, one in enumerate(told, 1):
        yield one
        if not done % _EVERY:
            tell("comparing", done, size)


class _Run:
    """Files of one import that are written together."""

    def __init__(self, log: "Log", common: Values, ctx: "Context", decide: Decide) -> None:
        self._people = People(log, common, ctx, decide)
        shared = {key: value for key, value in common.items() if key in _FOR_ALL}
        self._ctx = ctx
        self._things = sorts(self._people.who, log, shared, ctx, decide)

    def settle(self, format: str, files: Iterable[File]) -> Iterator[Told]:
        """What is to become of the records of files that belong together."""
        things = []

        def people() -> "Iterator[tuple[str, tuple[Person, ...]]]":
            for name, found in files:
                things.append((name, things_in(found, self._ctx)))
                yield name, found.people

        yield from self._people.bring(format, people())
        for name, sorted_ in things:
            for sort, some in sorted_.items():
                yield from self._things[sort].bring(format, name, some)

    def write(self, tell: Tell) -> None:
        """Write it all: first the records, then what refers to them."""
        self._people.who.forget()  # for 50,000 it holds as much as is to be written
        writers: list[People | Things] = [self._people, *self._things.values()]
        each = _counter(tell, sum(one.pending.count for one in writers))
        for one in writers:
            one.pending.write_new(each)
        self._people.lines.write()
        for one in writers:
            one.pending.write_rest(each)
            one.links.write()


def _counter(tell: Tell, size: int) -> Callable[[Any], Any]:
    """What counts the records that go through it."""
    done = count(1)

    def counted(one: Any) -> Any:
        if not (number := next(done)) % _EVERY:
            tell("writing", number, size)
        return one

    tell("writing", 0, size)
    return counted


def by_file(told: Iterable[Told]) -> dict[str, list[Fate]]:
    """What became of the records of each file, in the order of their lines."""
    found: dict[str, list[Fate]] = {}
    for name, fate in told:
        found.setdefault(name, []).append(fate)
    for fates in found.values():
        fates.sort(key=lambda one: one.line or 0)
    return found
