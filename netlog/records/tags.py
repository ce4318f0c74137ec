"""Tags over all kinds of record."""

from typing import TYPE_CHECKING, Any

from netlog.vocabulary import LETTERS, table_of

if TYPE_CHECKING:
    from netlog.store.log import Log

COUNTED = (
    "SELECT word, sum(many) AS many FROM ("
    + " UNION ALL ".join(
        f"SELECT word, count(*) AS many FROM {table_of(type)}_tag GROUP BY word" for type in LETTERS
    )
    + ") GROUP BY word ORDER BY many DESC, word"
)


def counted(log: "Log") -> list[dict[str, Any]]:
    """Each tag and how many records have it, the most used first."""
    return [{"tag": row["word"], "count": row["many"]} for row in log.rows(COUNTED)]
