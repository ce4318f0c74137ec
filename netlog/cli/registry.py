"""Every command: where its function is, its one line of help, its panel, and what it takes besides."""


class Entry:
    """`function` is "module:function" in netlog.cli; `fields` names the kind whose fields are options."""

    __slots__ = ("fields", "function", "help", "panel", "writes")

    def __init__(self, function: str, help: str, panel: str, writes: bool = False, fields: str = "") -> None:
        self.function = function
        self.help = help
        self.panel = panel
        self.writes = writes
        self.fields = fields


_ADD, _LIST, _DAILY, _ANY, _LOG, _ASIDE = (
    "Add",
    "List",
    "Every day",
    "Any record",
    "The log",
    "Settings and help",
)

COMMANDS = {
    "log": Entry("log:log", "Log a conversation in a sentence: prose in, records out.", _DAILY, True),
    "review": Entry(
        "review:review", "The weekly look: what happened, what is due, what to do next.", _DAILY, True
    ),
    "due": Entry(
        "due:due", "What presses now: who and what, the most urgent first, each with its reason.", _DAILY
    ),
    "done": Entry("due:done", "Mark follow-ups as done.", _DAILY, True),
    "snooze": Entry("due:snooze", "Put a follow-up or a contact off until a date.", _DAILY, True),
    "drop": Entry("due:drop", "Give follow-ups up, or let contacts go for this round.", _DAILY, True),
    "pin": Entry("pins:pin", "Keep contacts or follow-ups at the top of the queue.", _DAILY, True),
    "unpin": Entry("pins:unpin", "Take pins off again.", _DAILY, True),
    "cadence": Entry("cadence:cadence", "How often to be in touch: set it, or list the rules.", _DAILY, True),
    "spread": Entry("spread:spread", "Stagger first contacts over some weeks.", _DAILY, True),
    "triage": Entry("triage:triage", "Go through contacts without a tier, one key each.", _DAILY, True),
    "goals": Entry("goals:goals", "How the goals stand, counted from the log.", _DAILY),
    "prep": Entry("prep:prep", "What to know before a talk or an event.", _DAILY),
    "ask": Entry("questions:ask", "Note a question to ask somebody, or at an event.", _DAILY, True),
    "debrief": Entry(
        "debriefs:debrief",
        "Look back on an event: whom you met, what you took home, what is next.",
        _DAILY,
        True,
    ),
    "add-contact": Entry(
        "contacts:add_contact", "Add a person you know, or mean to know.", _ADD, True, "contact"
    ),
    "add-conversation": Entry(
        "conversations:add_conversation",
        "Add a conversation with one or more contacts.",
        _ADD,
        True,
        "conversation",
    ),
    "add-event": Entry("events:add_event", "Add a conference, workshop, PLC, ...", _ADD, True, "event"),
    "add-follow-up": Entry(
        "follow_ups:add_follow_up", "Add something to be done by a date.", _ADD, True, "follow_up"
    ),
    "add-goal": Entry("goals:add_goal", "Add a goal: a count per period.", _ADD, True, "goal"),
    "list-contacts": Entry("lists:list_contacts", "List contacts.", _LIST),
    "list-conversations": Entry("lists:list_conversations", "List conversations, newest first.", _LIST),
    "list-events": Entry("lists:list_events", "List events, newest first.", _LIST),
    "list-follow-ups": Entry("lists:list_follow_ups", "List follow-ups, the next one due first.", _LIST),
    "list-goals": Entry("lists:list_goals", "List goals as they were set.", _LIST),
    "list-tags": Entry("tags:list_tags", "List the tags in use.", _LIST),
    "search": Entry("search:search", "Search all that is written in the log, newest first.", _LIST),
    "show": Entry("show:show", "Show all there is about a record.", _ANY),
    "edit": Entry("edit:edit", "Change a record: key=value, or alone in $EDITOR.", _ANY, True),
    "delete": Entry("delete:delete", "Delete records and what hangs on them.", _ANY, True),
    "tag": Entry("tags:tag", "Put tags on a record.", _ANY, True),
    "untag": Entry("tags:untag", "Take tags off a record.", _ANY, True),
    "history": Entry("journal:history", "Show what was done to the log, or to one record.", _LOG),
    "undo": Entry("journal:undo", "Take back the last command, or the last N.", _LOG, True),
    "redo": Entry("journal:redo", "Bring back what undo took.", _LOG, True),
    "check": Entry("journal:check", "Check the file against its journal.", _LOG),
    "import": Entry("transfer:import_", "Bring in contacts from LinkedIn, or a log from JSON.", _LOG, True),
    "export": Entry("transfer:export", "Write the log out.", _LOG),
    "config": Entry("settings:config", "Show or change settings.", _ASIDE),
    "date": Entry("dates:date", "Show how a date is read.", _ASIDE),
    "schema": Entry("schema:schema", "Print the JSON Schema of a kind of record.", _ASIDE),
    "demo": Entry("demo:demo", "Run the weekly review on a sample log.", _ASIDE),
}
