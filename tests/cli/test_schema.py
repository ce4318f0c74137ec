"""`schema`: what it prints holds for what the commands print."""

import jsonschema
import pytest

ADDS = {
    "contact": (
        "add-contact",
        "Ada",
        "--email",
        "ada@example.org",
        "--role",
        "mentor=2024-01-01..",
        "--tag",
        "x",
    ),
    "conversation": ("add-conversation", "Tea", "--with", "c1"),
    "event": ("add-event", "Fair", "--on", "2026-04-01", "--to-meet", "c1"),
    "follow_up": ("add-follow-up", "Call", "--with", "c1", "--from", "t1"),
    "goal": ("add-goal", "Meet", "--count", "contacts", "--per", "month"),
}


def test_schema_of_each_kind_holds_for_what_add_show_and_list_print(ok):
    for kind, words in ADDS.items():
        schema = ok("schema", kind.replace("_", "-")).json
        jsonschema.Draft202012Validator.check_schema(schema)
        added = ok(*words, "--json").json
        listed = ok(f"list-{kind.replace('_', '-')}s", "--json").json[0]
        shown = ok("show", added["ref"], "--json").json
        for record in (added, listed, shown):
            jsonschema.validate(record, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**added, "other": 1}, schema)


def test_schema_of_the_log_holds_for_an_export(ok):
    for words in ADDS.values():
        ok(*words)
    jsonschema.validate(ok("export", "json").json, ok("schema", "log").json)


@pytest.mark.parametrize("name", ["contact", "contacts", "follow-up", "follow_ups", "log"])
def test_schema_takes_a_kind_as_one_says_it(ok, name):
    assert ok("schema", name).json["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ["person", "", "s", "class", "journal"])
def test_schema_of_an_unknown_kind_is_a_usage_error(run, name):
    result = run("schema", name)
    assert (result.code, result.out) == (2, "")
    assert "one of: contact, conversation, event, follow-up, goal, group, " in result.err
