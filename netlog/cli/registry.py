"""Every command: where its function is, its one line of help, its panel, and what it takes besides."""


class Entry:
    """`function` is "module:function" in netlog.cli, called with `kind` where one function serves several.

    `fields` names the kind whose fields are options.
    """

    __slots__ = ("fields", "function", "help", "kind", "panel", "writes")

    def __init__(
        self,
        function: str,
        help: str,
        panel: str,
        writes: bool = False,
        fields: str = "",
        *,
        kind: str = "",
    ) -> None:
        self.function = function
        self.kind = kind
        self.help = help
        self.panel = panel
        self.writes = writes
        self.fields = fields


_DAILY, _TOUCH, _AHEAD, _ABOVE, _ADD, _LIST, _ANY, _LOG, _ASIDE = (
    "Every day",
    "Keeping in touch",
    "Goals and the plan",
    "The network from above",
    "Add",
    "List",
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
    "done": Entry("done:done", "Mark what was to be done as done.", _DAILY, True),
    "snooze": Entry(
        "turns:snooze", "Put a follow-up, a contact or a renewal off until a date.", _DAILY, True
    ),
    "drop": Entry(
        "turns:drop", "Give follow-ups or steps up, or let contacts go for this round.", _DAILY, True
    ),
    "pin": Entry("pins:pin", "Keep contacts or follow-ups at the top of the queue.", _TOUCH, True),
    "unpin": Entry("pins:unpin", "Take pins off again.", _TOUCH, True),
    "mark": Entry("mark:mark", "Move records to a status: mark tried k1, mark made i2.", _DAILY, True),
    "renew": Entry("memberships:renew", "Renew memberships: a year on, or until a date.", _TOUCH, True),
    "leave": Entry("memberships:leave", "End memberships.", _TOUCH, True),
    "cadence": Entry("cadence:cadence", "How often to be in touch: set it, or list the rules.", _TOUCH, True),
    "spread": Entry("spread:spread", "Stagger first contacts over some weeks.", _TOUCH, True),
    "triage": Entry("triage:triage", "Go through contacts without a tier, one key each.", _TOUCH, True),
    "goals": Entry("goals:goals", "How the goals stand, counted from the log.", _AHEAD),
    "suggest-goals": Entry(
        "new_goals:suggest_goals", "Suggest three goals a little above what the last year shows.", _AHEAD
    ),
    "pause-goal": Entry("goal_course:pause_goal", "Let a goal ask for nothing for a while.", _AHEAD, True),
    "resume-goal": Entry("goal_course:resume_goal", "Let a paused goal ask again.", _AHEAD, True),
    "amend-goal": Entry(
        "goal_course:amend_goal", "Change a goal from a day on, and leave the past as it was.", _AHEAD, True
    ),
    "close-goal": Entry("goal_course:close_goal", "End a goal for good.", _AHEAD, True),
    "vision": Entry("vision:vision", "Where you want to be: shown, edited or thought up.", _AHEAD, True),
    "plan": Entry("plan:plan", "The steps from the vision backwards to what can be done now.", _AHEAD),
    "ladder": Entry("ladder:ladder", "What you gave the field by level and year, and the next rung.", _ABOVE),
    "mentoring": Entry("mentoring:mentoring", "Who mentors you and whom you mentor, in sum.", _ABOVE),
    "yield": Entry("yields:yield_", "What came through the network, by kind and by source.", _ABOVE),
    "wins": Entry("wins:wins", "The successes you noted, the newest first.", _ABOVE),
    "path": Entry("path:path", "The ways to somebody through those you know: whom to ask.", _ABOVE),
    "matches": Entry("matches:matches", "Two people you know who should meet.", _ABOVE),
    "balance": Entry("balance:balance", "Help given and received, with whom and over time.", _ABOVE),
    "diversity": Entry(
        "diversity:diversity", "How diverse your network is, and what it lacks to your targets.", _ABOVE
    ),
    "map": Entry("map:map", "Your network's clusters and bridges, or its graph for other programs.", _ABOVE),
    "stats": Entry("stats:stats_", "What you did over time: by period, as a heat map, or compared.", _ABOVE),
    "evidence": Entry(
        "evidence:evidence", "Evidence of professional growth: events, hours, what you gave.", _ABOVE
    ),
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
    "add-goal": Entry("new_goals:add_goal", "Add a goal: a count per period.", _ADD, True, "goal"),
    "add-group": Entry("groups:add_group", "Add an association, community, PLC, ...", _ADD, True, "group"),
    "add-membership": Entry(
        "memberships:add_membership", "Add your membership in a group.", _ADD, True, "membership"
    ),
    "add-contribution": Entry(
        "contributions:add_contribution",
        "Add a talk, article, resource, ... that you gave.",
        _ADD,
        True,
        "contribution",
    ),
    "add-introduction": Entry(
        "adding:add_introduction",
        "Add an introduction: by whom, of whom, to whom.",
        _ADD,
        True,
        "introduction",
    ),
    "add-exchange": Entry(
        "exchanges:add_exchange", "Add help that you gave or received.", _ADD, True, "exchange"
    ),
    "add-opportunity": Entry(
        "adding:add_thing",
        "Add a job, collaboration, ... that came up.",
        _ADD,
        True,
        "opportunity",
        kind="opportunity",
    ),
    "add-takeaway": Entry(
        "adding:add_thing", "Add something to try.", _ADD, True, "takeaway", kind="takeaway"
    ),
    "add-vision": Entry("adding:add_vision", "Add a vision: where you want to be.", _ADD, True, "vision"),
    "add-step": Entry("adding:add_thing", "Add a step of the plan.", _ADD, True, "step", kind="step"),
    "list-contacts": Entry("lists:list_records", "List contacts.", _LIST, kind="contact"),
    "list-conversations": Entry(
        "lists:list_records", "List conversations, newest first.", _LIST, kind="conversation"
    ),
    "list-events": Entry("lists:list_records", "List events, newest first.", _LIST, kind="event"),
    "list-follow-ups": Entry(
        "lists:list_records", "List follow-ups, the next one due first.", _LIST, kind="follow_up"
    ),
    "list-goals": Entry("lists:list_records", "List goals as they were set.", _LIST, kind="goal"),
    "list-groups": Entry("lists:list_records", "List groups.", _LIST, kind="group"),
    "list-memberships": Entry(
        "lists:list_records", "List your memberships, the newest first.", _LIST, kind="membership"
    ),
    "list-contributions": Entry(
        "lists:list_records", "List what you gave the field, newest first.", _LIST, kind="contribution"
    ),
    "list-introductions": Entry(
        "lists:list_records", "List introductions, newest first.", _LIST, kind="introduction"
    ),
    "list-exchanges": Entry(
        "lists:list_records", "List help given and received, newest first.", _LIST, kind="exchange"
    ),
    "list-opportunities": Entry(
        "lists:list_records", "List opportunities, newest first.", _LIST, kind="opportunity"
    ),
    "list-takeaways": Entry(
        "lists:list_records", "List things to try, newest first.", _LIST, kind="takeaway"
    ),
    "list-visions": Entry("lists:list_records", "List visions, past ones too.", _LIST, kind="vision"),
    "list-steps": Entry("lists:list_records", "List open steps of the plan.", _LIST, kind="step"),
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
    "import": Entry(
        "transfer:import_", "Bring in other programs' files, or a log from JSON; nobody twice.", _LOG, True
    ),
    "export": Entry("transfer:export", "Write the log out.", _LOG),
    "config": Entry("settings:config", "Show or change settings.", _ASIDE),
    "date": Entry("dates:date", "Show how a date is read.", _ASIDE),
    "terms": Entry("terms:terms", "Show your terms, with today marked.", _AHEAD),
    "schema": Entry("schema:schema", "Print the JSON Schema of a kind of record.", _ASIDE),
    "demo": Entry("demo:demo", "Run the weekly review on a sample log.", _ASIDE),
}
