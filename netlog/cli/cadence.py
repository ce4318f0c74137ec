"""cadence."""

from typing import Annotated, Any

from netlog import config as settings
from netlog.cli.options import Param
from netlog.cli.session import Log, Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import cadences, record, references
from netlog.records.contacts import KIND
from netlog.records.kind import kind_of

Target = Annotated[
    str | None,
    Param(metavar="[REF]", help="A contact, or tier:WORD, role:WORD, tag:WORD; else all are listed."),
]
Every = Annotated[list[str] | None, Param(metavar="[EVERY]", help="6w, 90d, monthly, a tier's name, none.")]


def cadence(session: Session, target: Target = None, every: Every = None) -> Answer:
    """How often to be in touch: of a contact, or of everyone with a role, a tag or a tier; alone, list them."""
    rule = cadences.read_rule(target, session.ctx) if target else None
    if target is None or not every:
        return _told(session, target, rule)
    if rule:
        return _ruled(session, *rule, " ".join(every))
    changes = cadences.values(" ".join(every), session.ctx)
    found = []
    named = session.refs([target])
    with session.write() as log:
        for ref in named:
            _, id = references.find(log, ref, ("contact",), session.ctx)
            record.change(KIND, log, id, changes, session.ctx)
            found += record.load(KIND, log, [id])
    return Answer(one_or_all(found, [target]), "card")


def _told(session: Session, target: str | None, rule: tuple[str, str] | None) -> Answer:
    """Every rule, one of them, or what a contact goes by."""
    with session.read() as log:
        if target is None:
            return Answer(cadences.listed(log, session.ctx), "cadences")
        if rule:
            return Answer(_one(log, session, *rule), "cadences")
        found = []
        for ref in session.refs([target]):
            _, id = references.find(log, ref, ("contact",), session.ctx)
            found.append(cadences.of_contact(log, id, session.ctx))
        return Answer(one_or_all(found, [target]), "cadence")


def _ruled(session: Session, kind: str, word: str, every: str) -> Answer:
    """Set a rule. A tier is a setting: config.toml has it too, written last, so that both are or neither."""
    days = kind_of("contact").field("cadence").read(every, session.ctx)
    with session.write() as log:
        if not cadences.set_rule(log, kind, word, days):
            session.notes.append("nothing to change: it was so already")
        if kind == "tier" and not session.dry_run:
            settings.put(f"tiers.{word}", str(days))
        session.ctx.tiers = {**session.ctx.tiers, word: days} if kind == "tier" else session.ctx.tiers
        found = _one(log, session, kind, word)
    if not found["contacts"] and days:
        session.notes.append(f"it governs nobody yet: no contact goes by {found['rule']}")
    return Answer(found, "cadences")


def _one(log: Log, session: Session, kind: str, word: str) -> dict[str, Any]:
    rule = f"{kind}:{word}"
    listed = cadences.listed(log, session.ctx)
    return next((one for one in listed if one["rule"] == rule), cadences.shown(rule, None, 0))
