"""Contacts: their fields, and what makes two of them the same."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.folding import fold
from netlog.records import hanging, record
from netlog.records.career import Career, keep_former
from netlog.records.dated import Birthday, Day, Days
from netlog.records.fields import Choice, Level, Text, Tier
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.records.lists import Channels, Roles, Words
from netlog.vocabulary import CONTACT_STATUSES, LEVELS, ROLES, SECTORS, SETTINGS, TIERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

SAME_NAME = "SELECT id FROM contact WHERE folded_name = ? ORDER BY id LIMIT 1"
SAME_EMAIL = """
SELECT contact_id FROM contact_channel WHERE kind = 'email' AND folded_value = ? ORDER BY contact_id LIMIT 1"""


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values.get("name"):
        raise UsageError("a contact needs a name")
    through = values.get("met_through")
    if through and before and through[1] == before["id"]:
        raise UsageError(f"{values['name']} can't be met through themselves")
    if before and before["id"] in values["knows"]:
        raise UsageError(f"{values['name']} can't be noted as knowing themselves", "name somebody else")


KIND = Kind(
    "contact",
    (
        Text("name", help="The name, as you write it.", given=False),
        Text("nickname", help="What you call them."),
        Text("organization", help="School, district, company."),
        Text("title", help="What they do there."),
        Channels("emails", "email", "An e-mail address; give it again for more."),
        Channels("phones", "phone", "A phone number; give it again for more."),
        Channels("links", "link", "A web page or profile; give it again for more."),
        Channels("handles", "handle", "A name on a network, as in mastodon=@ada@example.org."),
        Text("region", help="State, province or country."),
        Choice("setting", SETTINGS, help="Urban, suburban or rural."),
        Text("sector", words=SECTORS, help="K-12, higher education, industry, government, nonprofit, ..."),
        Text("specialty", help="Subject or field."),
        Level("level", LEVELS, help="How far their work reaches: building ... international."),
        Roles(ROLES),
        Words("topics", "topic", "contact_topic", "What a mentorship is about; give it again for more."),
        Words("needs", "need", "contact_need", "What they look for, in a word; give it again for more."),
        Words("offers", "offer", "contact_offer", "What they can help with; give it again for more."),
        Contacts(
            *("knows", "contact_knows", "knows"), "Whom they know; give it again for more.", column="known_id"
        ),
        Career(),
        Day("met_on", "met", "When you met.", lean="past"),
        One("met_at", {"event": "met_event_id"}, "met-at", "The event where you met."),
        One("met_through", {"contact": "met_through_id"}, "met-through", "Who introduced you."),
        Text("met_via", "met-via", "The platform where you met."),
        Days("cadence", help="How often to be in touch: 6w, 90d, monthly, none."),
        Tier("tier", tuple(TIERS), help="How close: inner, close or loose."),
        Choice(
            "status",
            CONTACT_STATUSES,
            help="target (you mean to know them), active or archived.",
            default="active",
        ),
        Birthday("birthday", help="With or without the year: 1990-04-12, 12 Apr."),
        Day("last_conversation_on", "last", fixed=True),
        Day("next_contact_on", "next", fixed=True),
        Day("snoozed_until", "snoozed", given=False),
    ),
    title="name",
    order="folded_name, id",
    shown="status <> 'archived'",
    check=_check,
    settle=keep_former,
    before_delete=hanging.of_contact,
)


def twin(log: "Log", values: dict[str, Any]) -> int | None:
    """The contact with the same e-mail address or folded name, if there is one."""
    for _, address in values.get("emails") or []:
        if found := log.value(SAME_EMAIL, fold(address)):
            return int(found)
    found = log.value(SAME_NAME, fold(values["name"]))
    return int(found) if found else None


def add(
    log: "Log",
    values: dict[str, Any],
    ctx: "Context",
    *,
    if_absent: bool = False,
    allow_duplicate: bool = False,
) -> tuple[int, bool]:
    """Add a contact: its id, and whether it is new.

    A contact with the same e-mail address or name is a ConflictError; with `if_absent` it is the
    answer, with `allow_duplicate` it is no matter.
    """
    same = None if allow_duplicate else twin(log, values)
    if same is None:
        return record.add(KIND, log, values, ctx), True
    if if_absent:
        return same, False
    name = log.value("SELECT name FROM contact WHERE id = ?", same)
    what = values["name"] if fold(name) == fold(values["name"]) else f"the e-mail address of {values['name']}"
    raise ConflictError(
        f"{what} is in the log already: c{same} {name}",
        "nothing was changed; --if-absent accepts that, --allow-duplicate adds another",
    )
