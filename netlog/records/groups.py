"""Groups: associations, communities, PLCs and forums, and who of your contacts is in them."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.folding import fold
from netlog.records import hanging, record
from netlog.records.fields import Choice, Level, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts
from netlog.vocabulary import GROUP_KINDS, LEVELS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

SAME_NAME = "SELECT id, name FROM network_group WHERE folded_name = ? ORDER BY id LIMIT 1"


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["name"]:
        raise UsageError("a group needs a name")
    values["kind"] = values["kind"] or "association"


KIND = Kind(
    "group",
    (
        Text("name", help="What it is called.", given=False),
        Choice("kind", GROUP_KINDS, help="association, community, plc, forum, ...", default="association"),
        Level("level", LEVELS, help="How far it reaches: building ... international."),
        Text("platform", help="Where it meets: in person, Slack, LinkedIn, ..."),
        Text("url", help="Its web page."),
        Contacts("members", "network_group_contact", "member", "A contact in it; give it again for more."),
    ),
    title="name",
    order="folded_name, id",
    check=_check,
    before_delete=hanging.of_any("group"),
)


def add(
    log: "Log",
    values: dict[str, Any],
    ctx: "Context",
    *,
    if_absent: bool = False,
    allow_duplicate: bool = False,
) -> tuple[int, bool]:
    """Add a group: its id, and whether it is new.

    One of the same folded name is a ConflictError; with `if_absent` it is the answer, with
    `allow_duplicate` it is no matter.
    """
    same = None if allow_duplicate else log.row(SAME_NAME, fold(values["name"]))
    if same is None:
        return record.add(KIND, log, values, ctx), True
    if if_absent:
        return int(same["id"]), False
    raise ConflictError(
        f"{values['name']} is in the log already: u{same['id']} {same['name']}",
        "nothing was changed; --if-absent accepts that, --allow-duplicate adds another",
    )
