"""Configuration: defaults < config.toml < environment < options.

config.toml lies in the user's configuration folder, or where NETLOG_CONFIG says. It may hold
`db`, `levels`, `[tiers]` (days), `[weights]` (parts of the queue's score), `[minutes]` (of an entry),
`[diversity.DIMENSION]` (classes and share: a target) and `[[terms]]` (name, starts, ends as MM-DD).
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, NetlogError, StorageError, UsageError
from netlog.insight.budget import MINUTES, MOST_MINUTES
from netlog.insight.periods import DEFAULT_TERMS, Term, read_terms
from netlog.insight.queue import WEIGHTS
from netlog.vocabulary import DIMENSIONS, LEVELS, TIERS

if TYPE_CHECKING:
    from netlog.insight.diversity_targets import Target

KEYS = ("db", "levels", "tiers", "terms", "weights", "minutes", "diversity")
MOST_WEIGHT = 100


class Config:
    """What the user set, checked: db (Path or None), levels, tiers (name -> days), terms, weights (part -> most),
    minutes (of an entry), diversity (dimension -> target)."""

    __slots__ = ("db", "diversity", "levels", "minutes", "terms", "tiers", "weights")

    def __init__(self, values: Mapping[str, Any]) -> None:
        for key in values:
            if key not in KEYS:
                raise UsageError(f"there is no setting {key!r}", f"there are: {', '.join(KEYS)}")
        self.db = Path(_text(values, "db")).expanduser() if "db" in values else None
        self.levels = _words(values, "levels", LEVELS)
        self.tiers = _tiers(values.get("tiers", {}))
        self.weights = _weights(values.get("weights", {}))
        self.minutes = _minutes(values.get("minutes", {}))
        self.diversity = _targets(values["diversity"]) if "diversity" in values else {}
        self.terms: tuple[Term, ...] = DEFAULT_TERMS
        if "terms" in values:
            if not isinstance(values["terms"], list) or not all(
                isinstance(one, Mapping) for one in values["terms"]
            ):
                raise UsageError(
                    "terms must be [[terms]] tables", 'each with name, starts = "08-15", ends = "12-31"'
                )
            self.terms = read_terms([dict(one) for one in values["terms"]])


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where config.toml is, whether it exists or not."""
    if named := environ.get("NETLOG_CONFIG"):
        return Path(named)
    return _folder("config", environ) / "config.toml"


def load(environ: Mapping[str, str] = os.environ) -> Config:
    """The configuration; BadDataError where config.toml can't be understood."""
    file = path(environ)
    try:
        text = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Config({})
    except OSError as error:
        raise StorageError(f"can't read {file}: {error.strerror}") from None
    import tomllib

    try:
        return Config(tomllib.loads(text.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDataError(f"{file} is not TOML: {error}", "mend it with an editor") from None
    except NetlogError as error:
        raise BadDataError(f"{file}: {error.message}", error.hint) from None


def database(config: Config, option: str | None, environ: Mapping[str, str] = os.environ) -> Path:
    """The log's file: --db, else NETLOG_DB, else config.toml's db, else the user's data folder."""
    if option == "":  # "$LOG" in a script, where there is none: the user's own log is not meant
        raise UsageError("--db names no file", "give it a file, or leave it out")
    if named := option or environ.get("NETLOG_DB"):
        return Path(named)
    if config.db:
        return config.db
    return _folder("data", environ) / "netlog.db"


def _folder(purpose: str, environ: Mapping[str, str]) -> Path:
    """The user's folder for `config` or `data`, as platformdirs has it.

    On Linux that is the XDG Base Directory Specification; importing platformdirs takes as long as
    opening and asking the log, so it is left to the other systems. A test holds the two equal.
    """
    if sys.platform == "linux":
        base = environ.get(f"XDG_{purpose.upper()}_HOME", "").strip()
        home = {"config": "~/.config", "data": "~/.local/share"}[purpose]
        return Path(base or os.path.expanduser(home)) / "netlog"
    import platformdirs

    folders = {"config": platformdirs.user_config_dir, "data": platformdirs.user_data_dir}
    return Path(folders[purpose]("netlog"))


def get(key: str, environ: Mapping[str, str] = os.environ) -> Any:
    """A setting by its dotted name, as it holds now; UsageError when there is none."""
    config = load(environ)
    known: dict[str, Any] = {
        "db": str(database(config, None, environ)),
        "levels": list(config.levels),
        "tiers": dict(config.tiers),
        "terms": [term._asdict() for term in config.terms],
        "weights": dict(config.weights),
        "minutes": dict(config.minutes),
        "diversity": {name: one._asdict() for name, one in config.diversity.items()},
    }
    value: Any = known
    for part in key.split("."):
        if value is known["diversity"] and part in DIMENSIONS and key.count(".") == 1:
            return value.get(part)  # a dimension without a target is no mistake
        if not isinstance(value, dict) or part not in value:
            raise UsageError(
                f"there is no setting {key!r}",
                f"there are: {', '.join(KEYS)}, tiers.NAME, weights.PART, minutes.KIND, diversity.DIMENSION",
            )
        value = value[part]
    return value


def put(key: str, text: str, environ: Mapping[str, str] = os.environ) -> None:
    """Set one value in config.toml, keeping the rest of the file and its comments."""
    import tomlkit

    load(environ)  # a file that can't be understood is not written over
    file = path(environ)
    document = tomlkit.parse(file.read_text(encoding="utf-8")) if file.exists() else tomlkit.document()
    table, dot, name = key.partition(".")
    nested = table in ("tiers", "weights", "minutes")
    if table == "diversity":
        _put_target(document, name, text)
        _save(file, document)
        return
    if table == "terms" or nested != bool(dot):
        raise UsageError(f"{key!r} can't be set from here", f"edit {file}")
    value: Any = text
    if table == "levels":
        value = [word.strip() for word in text.split(",") if word.strip()]
    elif table in ("tiers", "minutes"):
        value = _whole(text)
    elif table == "weights":
        value = _number(text)
    if dot:
        document.setdefault(table, tomlkit.table())[name] = value
    else:
        document[table] = value
    _save(file, document)


def _save(file: Path, document: Any) -> None:
    """Write a changed document, if it is one that can be understood."""
    import tomlkit

    Config(document.unwrap())
    _write(file, tomlkit.dumps(document))


def _put_target(document: Any, name: str, text: str) -> None:
    """Set the diversity target of a dimension, or one part of it (`sector.share`); `none` takes it away."""
    import tomlkit

    from netlog.insight.diversity_targets import read_share, read_text

    dimension, _, part = name.partition(".")
    targets = document.setdefault("diversity", tomlkit.table(True))
    target = targets.get(dimension) or tomlkit.table()
    if text == "none" and not part:
        targets.pop(dimension, None)
        return
    if part and part not in ("classes", "share"):
        raise UsageError(f"there is no setting 'diversity.{name}'", "a target has classes and share")
    found = read_text(text) if not part else {part: read_share(text) if part == "share" else _whole(text)}
    if not part:
        target.pop("share", None)
    target.update(found)
    targets[dimension] = target


def take_out(key: str, environ: Mapping[str, str] = os.environ) -> None:
    """Take one `table.name` out of config.toml, keeping the rest: its default holds again."""
    import tomlkit

    load(environ)
    file = path(environ)
    document = tomlkit.parse(file.read_text(encoding="utf-8"))
    table, _, name = key.partition(".")
    if name in document.get(table, {}):
        del document[table][name]
        _write(file, tomlkit.dumps(document))


def _write(file: Path, text: str) -> None:
    """Write config.toml whole or not at all."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        real = file.resolve()  # config.toml may be a link into a folder of dotfiles
        new = real.with_name(f".{real.name}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(real)
    except OSError as error:
        raise StorageError(f"can't write {file}: {error.strerror}", "nothing was changed") from None


def _text(values: Mapping[str, Any], key: str) -> str:
    if not isinstance(values[key], str) or not values[key]:
        raise UsageError(f"{key} must be text")
    return str(values[key])


def _words(values: Mapping[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    words = values.get(key, default)
    if not isinstance(words, list | tuple) or not words or not all(_is_word(word) for word in words):
        raise UsageError(f"{key} must be a list of words")
    return tuple(words)


def _is_word(word: Any) -> bool:
    """Whether it can be typed on a command line and shown on one line."""
    return isinstance(word, str) and word.isprintable() and word.strip() == word != ""


def _tiers(values: Any) -> dict[str, int]:
    if not isinstance(values, Mapping):
        raise UsageError("tiers must be a [tiers] table of days")
    for name, days in values.items():
        if not _is_word(name) or "." in name:
            raise UsageError(f"{name!r} is no name for a tier", "one word, without dots")
        if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 3650:
            raise UsageError(f"tiers.{name} must be days, 1 to 3650, not {days!r}")
    return {**TIERS, **values}


def _weights(values: Any) -> dict[str, float]:
    if not isinstance(values, Mapping):
        raise UsageError("weights must be a [weights] table of numbers")
    for name, weight in values.items():
        if name not in WEIGHTS:
            raise UsageError(f"there is no weight {name!r}", f"there are: {', '.join(WEIGHTS)}")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= MOST_WEIGHT:
            raise UsageError(f"weights.{name} must be a number, 0 to {MOST_WEIGHT}, not {weight!r}")
    return {**WEIGHTS, **{name: float(weight) for name, weight in values.items()}}


def _minutes(values: Any) -> dict[str, int]:
    if not isinstance(values, Mapping):
        raise UsageError("minutes must be a [minutes] table of whole numbers")
    for name, minutes in values.items():
        if name not in MINUTES:
            raise UsageError(f"there are no minutes of {name!r}", f"there are: {', '.join(MINUTES)}")
        if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= MOST_MINUTES:
            raise UsageError(f"minutes.{name} must be minutes, 1 to {MOST_MINUTES}, not {minutes!r}")
    return {**MINUTES, **values}


def _targets(values: Any) -> "dict[str, Target]":
    from netlog.insight.diversity_targets import read_targets

    return read_targets(values)


def _whole(text: str) -> int | str:
    """The whole number that plain digits mean; else the text, to be refused."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def _number(text: str) -> float | str:
    """The number that plain digits mean, with or without a point; else the text, to be refused."""
    whole, _, rest = text.partition(".")
    plain = text.isascii() and whole.isdigit() and (not rest or rest.isdigit()) and len(text) < 10
    return float(text) if plain else text
