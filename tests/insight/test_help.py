"""Which help a kept promise is, by its words."""

import pytest

from netlog.insight.help import kind_of_help
from netlog.vocabulary import EXCHANGE_KINDS


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("send the rubric", "resource"),
        ("Send Ada the slides from Friday", "resource"),
        ("share the unplugged lesson", "lesson-plan"),
        ("lend him the oscilloscope", "resource"),
        ("send me the budget", "resource"),
        ("the rubric", "resource"),
        ("slides", "resource"),
        ("the room number", "other"),
        ("feedback on the draft", "feedback"),
        ("give her feedback on the draft", "feedback"),
        ("review Bo's syllabus", "feedback"),
        ("read Ada's draft", "feedback"),
        ("introduce her to Raj", "introduction"),
        ("Introduction to the program officer", "introduction"),
        ("write a letter of recommendation", "referral"),
        ("recommend her for the panel", "referral"),
        ("advise him on grants", "advice"),
        ("Mentoring check-in: one win, one worry", "mentoring"),
        ("help set up the lab", "other"),
        ("Lakeshore: session outline and photo", "resource"),
    ],
)
def test_what_hands_something_over_is_help(what, kind):
    assert kind_of_help(what) == kind


@pytest.mark.parametrize(
    "what",
    [
        *("call Ada", "Thank the helpers", "write Ada", "Ask Priya about the slides", "confirm the room"),
        *("follow up on grants", "the coffee", "lunch with Bo", "Career day: ask for two engineers"),
        *("Return the oscilloscope", "book the lab", "", "...", "read the news"),
    ],
)
def test_what_hands_nothing_over_is_none(what):
    assert kind_of_help(what) is None


def test_the_first_thing_that_is_named_says_the_kind():
    assert kind_of_help("the book on lessons") == "resource"
    assert kind_of_help("the lesson from the book") == "lesson-plan"


def test_every_kind_that_is_found_is_one_of_the_vocabulary():
    from netlog.insight.help_words import HELPING, THING_KINDS

    assert {*HELPING.values(), *THING_KINDS.values()} <= set(EXCHANGE_KINDS)
