"""The questions of the guided session: their order, going back, and what the answers come to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight import interview
from netlog.insight.interview import Entry

ORDER = [
    *("statement", "known_for", "by", "why", "people", "groups", "events", "assignments", "leaders"),
    *("introductions", "skills", "story", "places", "showing_up", "steps", "goals"),
]


def answered(*texts):
    """Answers to the questions as they come."""
    entries = []
    for text in texts:
        entries.append(Entry(interview.following(entries), text))
    return entries


def test_empty_answers_go_through_all_themes_once():
    entries = []
    while slot := interview.following(entries):
        entries.append(Entry(slot, ""))
    assert [one.slot for one in entries] == ORDER
    assert interview.gathered(entries) == {}
    assert {interview.SLOTS[slot].theme for slot in ORDER} == {1, 2, 3, 4, 5}


def test_every_question_can_be_reached():
    reached = {interview.FIRST}
    for slot in interview.SLOTS.values():
        reached |= {slot.next, slot.skip}
    assert reached - {""} == set(interview.SLOTS)


def test_of_each_step_its_day_its_barriers_and_their_helpers_are_asked():
    entries = [Entry("showing_up", "")]
    for text in ("write", "fri", "no time", "Ana", "no words", "", "", "call", "", "", ""):
        entries.append(Entry(interview.following(entries), text))
    slots = ["steps", "step_by", "barrier", "helper", "barrier", "helper", "barrier"]
    assert [one.slot for one in entries[1:]] == [*slots, "steps", "step_by", "barrier", "steps"]
    assert interview.following(entries) == "meaning"
    assert interview.gathered(entries)["steps"] == [
        {
            "what": "write",
            "by": "fri",
            "barriers": [{"what": "no time", "helper": "Ana"}, {"what": "no words"}],
        },
        {"what": "call"},
    ]


def test_answers_become_a_plan_file():
    entries = [
        Entry("statement", "I lead"),
        Entry("by", "2031"),
        Entry("showing_up", "I ask first"),
        Entry("people", "Grace Hopper - she leads"),
        Entry("people", "Ana", "c4"),
        Entry("events", "Lakeshore, 2026-12-10 - to meet Grace"),
        Entry("places", "PLC", "u2"),
        Entry("places", "Hearing", "e3"),
        Entry("introductions", "Ana to Grace Hopper", "c4 -"),
        Entry("skills", "speaking - to be heard"),
        Entry("steps", "write to Ana - she asked"),
        Entry("goals", "1 event a term"),
    ]
    assert interview.gathered(entries) == {
        "vision": {"statement": "I lead", "by": "2031", "showing_up": "I ask first"},
        "people": [{"name": "Grace Hopper", "reason": "she leads"}, {"name": "c4"}],
        "events": [
            {"name": "Lakeshore", "on": "2026-12-10", "reason": "to meet Grace"},
            {"name": "e3"},
        ],
        "groups": [{"name": "u2"}],
        "introductions": [{"through": "c4", "to": "Grace Hopper"}],
        "skills": [{"what": "speaking", "reason": "to be heard"}],
        "steps": [{"what": "write to Ana", "reason": "she asked", "under": "c4"}],
        "goals": [{"title": "1 event a term"}],
    }


def test_counts_of_barriers_are_those_of_the_last_step():
    entries = answered("", "", "", "", "", "", "", "", "", "", "", "", "", "")
    entries += [Entry("steps", "a"), Entry("barrier", "x"), Entry("steps", "b"), Entry("barrier", "y")]
    assert [one.text for one in interview.named(entries, "barrier")] == ["y"]
    assert [one.text for one in interview.named(entries, "steps")] == ["a", "b"]


_ANSWERS = st.lists(
    st.sampled_from(["", "", "x", "Ana Kim to Bo", "Fair, 2027-01-02 - why", ", ,", " to "]), max_size=60
)


@given(_ANSWERS)
@settings(max_examples=100, deadline=None)
def test_to_go_back_is_to_take_the_last_answer_away(texts):
    """The question after all answers but the last is the one that the last answered; the data is always whole."""
    entries = []
    for text in texts:
        if not (slot := interview.following(entries)):
            break
        entries.append(Entry(slot, text))
        assert interview.following(entries[:-1]) == slot
    data = interview.gathered(entries)
    many = [one for one in entries if one.text and one.slot not in interview.ALONE | set(interview.OF_STEP)]
    assert sum(len(data[table]) for table in data if table != "vision") == len(many)
