"""Who is of a class that the diversity targets lack."""

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.diversity_counts import Spreads
    from netlog.store.log import Log


class Variety:
    """The network against its targets: counted when it is first asked for, and once."""

    def __init__(self, log: "Log", ctx: "Context") -> None:
        self._log = log
        self._ctx = ctx

    @cached_property
    def counted(self) -> "Spreads":
        """The spread of each dimension that has a target."""
        from netlog.records import diversity_counts

        return diversity_counts.of(self._log, self._ctx.diversity, self._ctx)

    def lacking(self, ids: Collection[int]) -> set[int]:
        """Those of the contacts who are of a lacking class; nobody, at no cost, where there is no target or weight."""
        if not (ids and self._ctx.diversity and self._ctx.weights["variety"]):
            return set()
        from netlog.records import diversity_counts, diversity_gaps

        found: set[int] = set()
        for dimension, wanted in diversity_gaps.wanted(self._ctx, self.counted).items():
            classes = diversity_counts.classes_of(self._log, dimension, ids, self._ctx)
            found |= {id for id, names in classes.items() if wanted.first(names)}
        return found
