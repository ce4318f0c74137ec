"""What a network should be like: so many classes of a dimension with a share each, and what is lacking to that."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError
from netlog.vocabulary import DIMENSIONS

if TYPE_CHECKING:
    from netlog.insight.diversity import Class

MOST_CLASSES = 50
_PARTS = 10_000  # shares are reckoned in these, as whole numbers: 0.07 of 100 is 7 and no more


class Target(NamedTuple):
    """At least so many classes, each with this share (0 to 1) of those whose class is known; 0 is one person."""

    classes: int
    share: float = 0.0

    def __str__(self) -> str:
        return f"{self.classes} at {self.share * 100:g}%" if self.share else str(self.classes)


class Lack(NamedTuple):
    """A class with too few people: how many are in it, and how many more it needs; None is any other class."""

    name: str | None
    has: int
    needs: int


def read_targets(values: Any) -> dict[str, Target]:
    """The targets of config.toml's [diversity.DIMENSION] tables; UsageError says what is wrong."""
    if not isinstance(values, Mapping):
        raise UsageError("diversity must be [diversity.DIMENSION] tables", "each with classes and share")
    return {dimension: _target(dimension, one) for dimension, one in values.items()}


def read_text(text: str) -> dict[str, Any]:
    """A target as it is typed: `3 at 15%`, `3 at 0.15` or `3`; what can't be read stays as it is, to be refused."""
    classes, _, share = (part.strip() for part in text.partition(" at "))
    found: dict[str, Any] = {"classes": int(classes) if _digits(classes) else classes}
    return {**found, "share": read_share(share)} if share else found


def read_share(text: str) -> float | str:
    """A share as it is typed, `15%` or `0.15`; else the text."""
    bare = text.removesuffix("%")
    whole, _, rest = bare.partition(".")
    if not (_digits(whole or "0") and _digits(rest or "0") and bare.strip(".")):
        return text
    return round(float(bare) / 100, 6) if text.endswith("%") else float(bare)


def reached(classes: "Sequence[Class]", target: Target) -> int:
    """How many classes have their share."""
    total = sum(one.size for one in classes)
    return sum(one.size >= _needed(total, target) for one in classes)


def lacking(classes: "Sequence[Class]", target: Target) -> list[Lack]:
    """Whom it takes to reach the target, the fewest there can be; nobody where it is reached.

    `classes` come largest first. Whoever comes in makes the whole larger, and so what a share is: it is
    reckoned until all of the largest classes have theirs.
    """
    total = sum(one.size for one in classes)
    wanted = [(one.name, one.size) for one in classes[: target.classes]]
    padded: list[tuple[str | None, int]] = [*wanted, *[(None, 0)] * (target.classes - len(wanted))]
    before, after = -1, total
    while after != before:
        before, needed = after, _needed(after, target)
        after = total + sum(max(needed - has, 0) for _, has in padded)
    return [Lack(name, has, needed - has) for name, has in padded if needed > has]


def _needed(total: int, target: Target) -> int:
    """How many of so many a share is, at least one."""
    return max(1, -(-round(target.share * _PARTS) * total // _PARTS))


def _target(dimension: str, values: Any) -> Target:
    name = f"diversity.{dimension}"
    if dimension not in DIMENSIONS:
        raise UsageError(f"there is no dimension {dimension!r}", f"there are: {', '.join(DIMENSIONS)}")
    if not isinstance(values, Mapping) or not set(values) <= {"classes", "share"} or "classes" not in values:
        raise UsageError(f"{name} takes classes and share", f'as in: config set {name} "3 at 15%"')
    classes, share = values["classes"], values.get("share", 0)
    if isinstance(classes, bool) or not isinstance(classes, int) or not 1 <= classes <= MOST_CLASSES:
        raise UsageError(
            f"{name}.classes must be a whole number, 1 to {MOST_CLASSES}, not {classes!r}",
            f'as in: config set {name} "3 at 15%"',
        )
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share < 1:
        raise UsageError(f"{name}.share must be at least 0 and less than 1, not {share!r}", "15% is 0.15")
    target = Target(classes, float(share))
    if classes * round(share * _PARTS) >= _PARTS:
        raise UsageError(f"{name}: {target} each leaves nobody else room", "all together must be below 100%")
    return target


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
