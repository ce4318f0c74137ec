"""The sample log is whole and worth reviewing on any day."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import chain

import pytest

from netlog import vocabulary
from netlog.records.sample import sample

DAYS = ("2026-01-01", "2026-02-28", "2028-02-29", "2026-03-02", "2026-11-21", "2026-12-31")
BANDS = {
    "contacts": (38, 44),
    "events": (12, 12),
    "conversations": (145, 165),
    "follow_ups": (18, 24),
    "goals": (9, 9),
    "groups": (5, 5),
    "memberships": (4, 4),
    "contributions": (9, 9),
    "introductions": (8, 8),
    "exchanges": (13, 13),
    "opportunities": (3, 3),
    "takeaways": (10, 10),
    "visions": (1, 1),
    "steps": (10, 14),
}


@pytest.fixture(params=DAYS)
def today(request):
    return date.fromisoformat(request.param)


@pytest.fixture
def log(today):
    return sample(today)


def names(records):
    return [record["name"] for record in records]


def held_on(conversation):
    return date.fromisoformat(conversation["held_on"])


def last_talks(log):
    """The last day of a conversation with each contact; the conversations are in order."""
    return {name: held_on(one) for one in log["conversations"] for name in one["contacts"]}


def days_between_talks(contact):
    return contact.get("cadence") or vocabulary.TIERS.get(contact.get("tier"))


def test_sample_has_the_promised_number_of_records(log):
    assert list(log) == list(BANDS)
    for key, (least, most) in BANDS.items():
        assert least <= len(log[key]) <= most, key


def test_sample_is_the_same_each_time_it_is_asked(today, log):
    assert sample(today) == log


def test_sample_moves_with_the_day():
    assert sample(date(2026, 3, 9)) != sample(date(2026, 3, 2))


def test_names_are_unique(log):
    for key in ("contacts", "events"):
        found = names(log[key])
        assert len(set(found)) == len(found)
    assert len({one["summary"] for one in log["conversations"]}) == len(log["conversations"])


def test_references_name_records_that_exist(log):
    people, events = set(names(log["contacts"])), set(names(log["events"]))
    for record in chain(log["conversations"], log["follow_ups"]):
        assert record["contacts"] and set(record["contacts"]) <= people, record
    for event in log["events"]:
        assert set(event.get("met", []) + event.get("to_meet", [])) <= people, event
    for record in chain(log["conversations"], log["contacts"]):
        assert {record.get("event"), record.get("met_at")} - {None} <= events, record


def test_met_through_names_a_contact_listed_earlier(log):
    earlier = set()
    through = 0
    for contact in log["contacts"]:
        if "met_through" in contact:
            through += 1
            assert contact["met_through"] in earlier, contact["name"]
        earlier.add(contact["name"])
    assert through >= 3


def test_met_at_is_an_event_that_lists_the_contact(log):
    events = {event["name"]: event for event in log["events"]}
    there = [contact for contact in log["contacts"] if "met_at" in contact]
    assert len(there) >= 5
    for contact in there:
        event = events[contact["met_at"]]
        assert contact["name"] in event["met"] and contact["met_on"] == event["starts_on"]


def test_addresses_and_phones_are_invented(log):
    emails = [one["value"] for contact in log["contacts"] for one in contact.get("emails", [])]
    phones = [one["value"] for contact in log["contacts"] for one in contact.get("phones", [])]
    urls = [event["url"] for event in log["events"] if "url" in event]
    urls += [one["value"] for contact in log["contacts"] for one in contact.get("links", [])]
    assert len(emails) >= 30 and len(set(emails)) == len(emails) and phones and urls
    assert all(re.fullmatch(r"[a-z.]+@example\.(org|com|net)", email) for email in emails)
    assert all(re.fullmatch(r"\d{3}-555-01\d\d", phone) for phone in phones)
    assert all(re.match(r"https://example\.(org|com|net)/", url) for url in urls)


@pytest.mark.parametrize(
    ("key", "field", "known"),
    [
        ("contacts", "status", vocabulary.CONTACT_STATUSES),
        ("contacts", "setting", vocabulary.SETTINGS),
        ("contacts", "sector", vocabulary.SECTORS),
        ("contacts", "level", vocabulary.LEVELS),
        ("contacts", "tier", tuple(vocabulary.TIERS)),
        ("conversations", "kind", vocabulary.CONVERSATION_KINDS),
        ("events", "kind", vocabulary.EVENT_KINDS),
        ("events", "mode", vocabulary.EVENT_MODES),
        ("events", "role", vocabulary.EVENT_ROLES),
        ("events", "status", vocabulary.EVENT_STATUSES),
        ("events", "level", vocabulary.LEVELS),
        ("follow_ups", "status", vocabulary.FOLLOW_UP_STATUSES),
        ("follow_ups", "owed_by", vocabulary.OWED_BY),
        ("follow_ups", "repeat_from", vocabulary.REPEAT_FROM),
        ("opportunities", "kind", vocabulary.OPPORTUNITY_KINDS),
        ("opportunities", "status", vocabulary.OPPORTUNITY_STATUSES),
        ("goals", "count", vocabulary.COUNTABLES),
        ("goals", "per", vocabulary.PERIODS),
    ],
)
def test_words_are_in_the_vocabulary(key, field, known):
    found = {record[field] for record in sample(date(2026, 3, 2))[key] if field in record}
    assert found and found <= set(known)


def test_roles_are_in_the_vocabulary_and_dated_in_order(log):
    roles = [role for contact in log["contacts"] for role in contact["roles"]]
    assert {role["role"] for role in roles} == set(vocabulary.ROLES)
    assert any(role["until"] for role in roles)
    assert all(role["since"] < role["until"] for role in roles if role["until"])


def test_statuses_of_contacts_match_the_conversations(today, log):
    last = last_talks(log)
    status = {contact["name"]: contact["status"] for contact in log["contacts"]}
    assert Counter(status.values())["target"] >= 3
    assert 2 <= Counter(status.values())["archived"] <= 3
    for name, word in status.items():
        assert (name in last) == (word != "target"), name
        if word == "archived":
            assert today - last[name] > timedelta(days=180)


def test_cadences_are_lapsed_for_some_and_kept_for_most(today, log):
    last = last_talks(log)
    kept = Counter(
        today - last[contact["name"]] <= timedelta(days=days)
        for contact in log["contacts"]
        if contact["status"] == "active" and (days := days_between_talks(contact))
    )
    assert kept[False] >= 4 and kept[True] > kept[False]


def test_conversations_are_never_in_the_future_and_reach_today(today, log):
    days = [held_on(one) for one in log["conversations"]]
    assert days == sorted(days)
    assert days[-1] == today
    assert timedelta(days=400) < today - days[0] < timedelta(days=440)


def test_conversations_never_come_before_the_first_meeting(log):
    met = {contact["name"]: contact.get("met_on", "") for contact in log["contacts"]}
    assert all(met[name] <= one["held_on"] for one in log["conversations"] for name in one["contacts"])


def test_conversations_of_the_last_ten_weeks_are_two_to_five_a_week(today, log):
    monday = today - timedelta(days=today.weekday())
    weeks = Counter((held_on(one) - monday).days // 7 for one in log["conversations"])
    assert all(2 <= weeks[-ago] <= 5 for ago in range(11)), weeks


def test_conversations_are_thicker_lately(today, log):
    ages = [(today - held_on(one)).days for one in log["conversations"]]
    assert sum(age < 90 for age in ages) > 1.5 * sum(270 <= age < 360 for age in ages)


def test_conversations_at_an_event_are_on_its_days_with_those_met(log):
    events = {event["name"]: event for event in log["events"]}
    there = [one for one in log["conversations"] if "event" in one]
    assert there
    for one in there:
        event = events[one["event"]]
        assert event["starts_on"] <= one["held_on"] <= event["ends_on"]
        assert set(one["contacts"]) <= set(event["met"]), one


def test_events_end_after_they_start_and_fit_their_status(today, log):
    for event in log["events"]:
        assert event["starts_on"] <= event["ends_on"]
        if event["status"] == "attended":
            assert event["ends_on"] <= today.isoformat() and event["met"] and event["takeaways"]
        else:
            assert "met" not in event and "takeaways" not in event


def test_events_are_coming_with_people_to_meet_and_one_was_skipped(today, log):
    horizon = (today + timedelta(weeks=6)).isoformat()
    coming = [event for event in log["events"] if today.isoformat() < event["starts_on"] <= horizon]
    assert len([event for event in coming if event.get("to_meet")]) >= 2
    assert [event["status"] for event in log["events"]].count("skipped") == 1


def test_follow_ups_are_late_due_theirs_and_closed(today, log):
    still_open = [one for one in log["follow_ups"] if one["status"] == "open"]
    week = (today + timedelta(days=7)).isoformat()
    late = [one for one in still_open if one["due_on"] < today.isoformat()]
    due = [one for one in still_open if today.isoformat() <= one["due_on"] <= week]
    for some in (late, due):
        assert {one["owed_by"] for one in some} == {"me", "them"}
        assert len([one for one in some if one["owed_by"] == "me"]) >= 2
    assert [one["repeat"] for one in still_open if "repeat" in one] == ["2w"]
    assert {one["status"] for one in log["follow_ups"]} == set(vocabulary.FOLLOW_UP_STATUSES)


def test_follow_ups_are_closed_on_a_day_that_has_come(today, log):
    for one in log["follow_ups"]:
        days = {key: one[key] for key in ("done_on", "dropped_on") if key in one}
        assert list(days) == ([] if one["status"] == "open" else [f"{one['status']}_on"])
        assert all(day <= today.isoformat() for day in days.values())


def test_birthdays_are_days_and_one_is_soon(today, log):
    birthdays = [contact["birthday"] for contact in log["contacts"] if "birthday" in contact]
    assert all(re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", one) for one in birthdays), birthdays
    soon = {(today + timedelta(days=days)).strftime("--%m-%d") for days in range(8)}
    assert soon & set(birthdays)


def test_goals_are_of_each_sort_and_began_a_year_ago(today, log):
    assert len({goal["count"] for goal in log["goals"]}) == 7
    assert any(goal.get("distinct") for goal in log["goals"])
    assert any(goal.get("bound") == "max" for goal in log["goals"])
    assert any(goal.get("pauses") for goal in log["goals"])
    assert any(goal.get("amendments") for goal in log["goals"])
    assert {goal["per"] for goal in log["goals"]} == set(vocabulary.PERIODS)
    for goal in log["goals"]:
        age = today - date.fromisoformat(goal["starts_on"])
        assert timedelta(days=330) < age < timedelta(days=420)
        assert goal.get("ends_on", "9999") > today.isoformat()


def test_goals_of_this_week_are_one_met_and_one_short(today, log):
    monday = (today - timedelta(days=today.weekday())).isoformat()
    talks = sum(one["held_on"] >= monday for one in log["conversations"])
    kept = sum(one.get("done_on", "") >= monday for one in log["follow_ups"])
    target = {goal["count"]: goal["target"] for goal in log["goals"] if goal["per"] == "week"}
    assert talks >= target["conversations"]
    assert 1 <= kept < target["follow-ups"]


@pytest.mark.parametrize("start", ["2025-12-01", "2028-02-01"])
def test_sample_holds_on_each_day_of_a_year(start):
    for ahead in range(366):
        today = date.fromisoformat(start) + timedelta(days=ahead)
        log = sample(today)
        assert len(set(names(log["events"]))) == 12
        assert held_on(log["conversations"][-1]) == today
        assert min(e["starts_on"] for e in log["events"] if e["status"] == "planned") > today.isoformat()


def test_groups_have_members_and_memberships_one_to_renew_and_one_over(today, log):
    people, groups = set(names(log["contacts"])), names(log["groups"])
    assert len(set(groups)) == len(groups)
    assert all(group["members"] and set(group["members"]) <= people for group in log["groups"])
    assert {one["group"] for one in log["memberships"]} < set(groups)
    assert {one["group"] for one in log["events"] if "group" in one} < set(groups)
    assert {one["group"] for one in log["contributions"] if "group" in one} < set(groups)
    renewals = [one["renews_on"] for one in log["memberships"] if "renews_on" in one]
    soon = (today + timedelta(days=30)).isoformat()
    assert [today.isoformat() < day <= soon for day in sorted(renewals)] == [True, False]
    assert len([one for one in log["memberships"] if "left_on" in one]) == 1
    for one in log["memberships"]:
        assert one["joined_on"] < one.get("left_on", today.isoformat())


def test_contributions_reach_from_the_building_to_the_state(today, log):
    events = {event["name"]: event for event in log["events"]}
    given = log["contributions"]
    assert {one.get("level") for one in given} == {"building", "district", "state", None}
    assert [one["given_on"] for one in given] == sorted(one["given_on"] for one in given)
    for one in given:
        if "event" in one:
            assert one["given_on"] == events[one["event"]]["starts_on"] <= today.isoformat()
    presented = {event["name"] for event in log["events"] if event["role"] == "presenter"}
    held = {name for name in presented if events[name]["status"] == "attended"}
    assert held <= {one.get("event") for one in given}  # so that `ladder` misses none


def observed(log, takeaway):
    """The observation that a takeaway came of, called by its place in a log of its own."""
    held = log["conversations"][int(takeaway["source"].removeprefix("t")) - 1]
    assert held["kind"] == "observation" and held["held_on"] == takeaway["noted_on"]
    return held


def test_observations_say_who_watched_and_one_in_either_way_was_learned_from(log):
    watched = [one.get("observer") for one in log["conversations"] if one["kind"] == "observation"]
    assert set(watched) == {"me", "them"}
    learned = [one for one in log["takeaways"] if one["source"].startswith("t")]
    assert {observed(log, one)["observer"] for one in learned} == {"me", "them"}


def test_mentorships_have_topics_and_sessions_in_their_time(log):
    for name, role in (("Amara Okonkwo", "mentor"), ("Mateo Quispe", "mentee")):
        contact = next(one for one in log["contacts"] if one["name"] == name)
        since = next(one["since"] for one in contact["roles"] if one["role"] == role)
        held = [one for one in log["conversations"] if one["kind"] == "mentoring" and name in one["contacts"]]
        assert contact["topics"] and len(held) >= 3 and all(one["held_on"] >= since for one in held)


def test_opportunities_are_gained_ongoing_and_open_and_one_came_of_an_event(today, log):
    people = {one["name"]: one for one in log["contacts"]}
    gained, ongoing, still_open = log["opportunities"]
    assert [one["status"] for one in log["opportunities"]] == ["gained", "ongoing", "open"]
    assert people[gained["contacts"][0]]["met_at"] == gained["source"]
    assert gained["opened_on"] < gained["closed_on"] <= today.isoformat()
    assert {*ongoing["contacts"], *still_open["contacts"]} <= set(people)


def test_careers_are_dated_in_order_and_one_goes_on(today, log):
    positions = [one for contact in log["contacts"] for one in contact.get("career", [])]
    assert any("until" not in one for one in positions) and any("since" not in one for one in positions)
    for one in positions:
        assert one.get("since", "") < one.get("until", today.isoformat()) <= today.isoformat()


def test_takeaways_are_in_every_status_in_order_and_one_is_a_win_of_this_week(today, log):
    events = set(names(log["events"]))
    assert {one["status"] for one in log["takeaways"]} == set(vocabulary.TAKEAWAY_STATUSES)
    for one in log["takeaways"]:
        days = [one[key] for key in ("noted_on", "tried_on", "kept_on", "dropped_on") if key in one]
        assert days == sorted(days) and days[-1] <= today.isoformat()
        assert one["source"] in events or observed(log, one)["observer"]
    monday = (today - timedelta(days=today.weekday())).isoformat()
    assert [one["kept_on"] >= monday for one in log["takeaways"] if "tags" in one] == [True]


def test_the_plan_leads_to_the_vision_with_what_is_in_the_log(today, log):
    records = chain(log["contacts"], log["events"], log["groups"], log["goals"], log["contributions"])
    known = {one.get("name") or one["title"] for one in records}
    before = set()
    for step in log["steps"]:
        assert {step.get("parent")} - {None} <= before and set(step.get("needs", ())) <= before, step
        assert {step.get("about")} - {None} <= known, step
        assert step["kind"] in vocabulary.STEP_KINDS and step["status"] in vocabulary.STEP_STATUSES
        assert (step["status"] == "done") == ("done_on" in step)
        assert step.get("done_on", "") <= today.isoformat()
        before.add(step["what"])
    assert len(before) == len(log["steps"])
    monday = (today - timedelta(days=today.weekday())).isoformat()
    assert any(step.get("done_on", "") >= monday for step in log["steps"])
    week = (today + timedelta(days=7)).isoformat()
    assert any(
        step["status"] == "next" and today.isoformat() <= step["by_on"] <= week for step in log["steps"]
    )
    assert log["visions"][0]["by_on"] > max(step.get("by_on", "") for step in log["steps"])


def test_an_hour_of_mentoring_is_that_of_its_session(log):
    """Else the session and the hour are two entries of the evidence."""
    hours = {one["what"]: one.get("source") for one in log["exchanges"] if one["kind"] == "mentoring"}
    place = int(hours["Cutting a quiz in half"][1:])
    assert log["conversations"][place - 1]["summary"].startswith("Looked at one quiz together")
