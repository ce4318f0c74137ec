"""A log that goals are counted from, and how one of them is read."""


def goal(ok, *words, **more):
    """The one goal as `goals` shows it."""
    return ok("goals", *words, "--json", **more).json[0]


def past(label, done, target):
    """A period of the history that was neither paused nor amended."""
    met = done >= target
    return {
        **{"label": label, "done": done, "target": target, "met": met},
        **{"state": "met" if met else "missed", "note": None},
    }


def done(ok, *words, **more):
    return goal(ok, *words, **more)["done"]


def fill(ok):
    """Two months in the life of a log; today is Monday 2026-03-02."""
    ok("add-event", "Old Fair", "--on", "2026-02-20", "--level", "state", "--role", "presenter")
    ok("add-event", "PLC", "--on", "2026-02-25..2026-03-01", "--kind", "plc")
    ok("add-event", "Skipped Day", "--on", "2026-02-26", "--status", "skipped")
    ok("add-event", "Lake Conference", "--on", "2026-03-20", "--role", "presenter")
    ok("add-contact", "Ada Quill", "--level", "state", "--met", "2026-02-20", "--tag", "mentor")
    ok("add-contact", "Bo Lund", "--level", "district")  # known from the first conversation
    ok("add-contact", "Cy Tamm", "--met", "2026-02-24", "--status", "archived")
    ok("add-contact", "Dee Roe", "--level", "state", "--status", "target")  # not known yet
    ok("add-conversation", "Tea", "--with", "Ada", "--with", "Bo", "--on", "2026-02-10", "--tag", "ai")
    ok("add-conversation", "More tea", "--with", "Ada", "--on", "2026-02-27", "--kind", "call")
    ok("add-conversation", "Last tea", "--with", "Ada", "--on", "2026-02-28", "--kind", "call")
    ok("add-conversation", "New tea", "--with", "Bo", "--on", "2026-03-02")
    ok("add-follow-up", "Kept", "--with", "Ada")
    ok("add-follow-up", "Theirs kept", "--theirs")
    ok("add-follow-up", "Given up")
    ok("add-follow-up", "Open")
    ok("done", "f1", "--on", "2026-02-15")
    ok("done", "f2", "--on", "2026-02-16")
    ok("drop", "f3")
