"""The sample's contacts: where they work in the field, how we know each other, how often we talk."""

from datetime import date, timedelta
from typing import Any

from netlog.records.sample.careers import careers
from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.events import event_name, is_event, starts_on
from netlog.records.sample.introductions import circles
from netlog.records.sample.names import PEOPLE, full_name, is_known

# region, setting, sector, level, specialty
_FIELDS = {
    "Amara": ("Ohio", "suburban", "K-12", "district", "coaching"),
    "Luis": ("Ohio", "suburban", "K-12", "building", "science"),
    "Keiko": ("Ohio", "suburban", "K-12", "building", "makerspaces"),
    "Desmond": ("Ohio", "suburban", "K-12", "building", "leadership"),
    "Priya": ("Ohio", "rural", "K-12", "district", "infrastructure"),
    "Zoë": ("Ohio", "urban", "higher education", "state", "computational thinking"),
    "Tomasz": ("Ohio", "suburban", "K-12", "district", "networks"),
    "Maribel": ("Ohio", "suburban", "K-12", "building", "language learning"),
    "Emeka": ("Ohio", "suburban", "K-12", "district", "support"),
    "Esperanza": ("Ohio", "suburban", "K-12", "building", "early coding"),
    "Marguerite": ("Ohio", "suburban", "K-12", "building", "mathematics"),
    "Caspian": ("Indiana", "urban", "industry", "region", "displays"),
    "Hyun-woo": ("Washington", "urban", "industry", "national", "game design"),
    "Pavel": ("Illinois", "urban", "industry", "national", "courseware"),
    "Fatoumata": ("Ohio", "rural", "K-12", "region", "accessibility"),
    "Hana": ("Czechia", "urban", "K-12", "international", "physics"),
    "Ingrid": ("Michigan", "urban", "nonprofit", "region", "conferences"),
    "Oluwaseun": ("Wisconsin", "suburban", "higher education", "national", "equity in computing"),
    "Siobhán": ("Ohio", "rural", "K-12", "region", "robotics"),
    "Theodora": ("Pennsylvania", "urban", "self-employed", "national", "media"),
    "Ravi": ("Illinois", "urban", "industry", "national", "privacy"),
    "Mateo": ("Ohio", "rural", "K-12", "building", "computing"),
    "Leilani": ("Hawaii", "rural", "K-12", "national", "digital media"),
    "Yusuf": ("Ohio", "rural", "K-12", "building", "mathematics"),
    "Wen-Li": ("Oregon", "suburban", "K-12", "district", "STEM programs"),
    "Noor": ("Ohio", "urban", "government", "state", "standards"),
    "Rosalind": ("Ohio", "urban", "nonprofit", "state", "teacher associations"),
    "Kwame": ("Ohio", "urban", "K-12", "state", "cybersecurity"),
    "Anjali": ("Ohio", "urban", "industry", "region", "web development"),
    "Beatriz": ("Ohio", "suburban", "industry", "region", "health IT"),
    "Clémence": ("Québec", "urban", "nonprofit", "international", "AI literacy"),
    "Björn": ("Iceland", "urban", "K-12", "international", "learning games"),
    "Aroha": ("New Zealand", "suburban", "K-12", "international", "computing"),
    "Nils": ("Ohio", "rural", "K-12", "district", "infrastructure"),
    "Jamal": ("Ohio", "rural", "K-12", "building", "agriculture"),
    "Daniela": ("Ohio", "rural", "K-12", "building", "science"),
    "Thu": ("Ohio", "suburban", "K-12", "building", "digital art"),
    "Gideon": ("Ohio", "rural", "K-12", "district", "leadership"),
    "Tallulah": ("Ohio", "urban", "government", "state", "education policy"),
    "Ikram": ("Colorado", "urban", "nonprofit", "national", "teacher networks"),
    "Santiago": ("Ohio", "urban", "nonprofit", "region", "grants"),
}

# roles; how often (a tier, or days); met how many weeks ago; and where: an event,
# through whom, or in words. Who has no such week is still to be met.
_TIES: dict[str, tuple[str, str | int | None, int | None, str]] = {
    "Amara": ("mentor colleague", "inner", 140, "district coaching day"),
    "Luis": ("peer colleague", "inner", 210, "shares my wall and my prep hour"),
    "Keiko": ("colleague", "inner", 160, "library duty"),
    "Desmond": ("colleague advocate", "close", 180, "my job interview"),
    "Priya": ("expert", "inner", 95, "Amara"),
    "Zoë": ("expert mentor", "close", 80, "her evening course"),
    "Tomasz": ("colleague expert", "close", 120, "a dead access point"),
    "Maribel": ("colleague", "close", 130, "seventh-grade team"),
    "Emeka": ("colleague", "loose", 100, "Tomasz"),
    "Esperanza": ("peer", "close", 66, "feeder-school visit"),
    "Marguerite": ("mentor", None, 300, "my first year of teaching"),
    "Caspian": ("vendor", None, 110, "trade show booth"),
    "Hyun-woo": ("speaker", None, 75, "Keiko"),
    "Pavel": ("vendor", None, 70, "product trial"),
    "Fatoumata": ("expert", "close", 58, "Amara"),
    "Hana": ("peer", "loose", 56, "classroom exchange site"),
    "Ingrid": ("advocate", "close", 50, "lakeshore before"),
    "Oluwaseun": ("expert speaker", "loose", 50, "lakeshore before"),
    "Siobhán": ("peer", "close", 50, "lakeshore before"),
    "Theodora": ("speaker", "loose", 50, "lakeshore before"),
    "Ravi": ("expert", "loose", 37, "privacy"),
    "Mateo": ("mentee", 14, 33, "Amara"),
    "Leilani": ("peer", "close", 31, "plc"),
    "Yusuf": ("peer", "close", 31, "plc"),
    "Wen-Li": ("peer", "close", 31, "plc"),
    "Noor": ("policymaker", "close", 25, "share fair"),
    "Rosalind": ("advocate", "close", 25, "share fair"),
    "Kwame": ("peer expert", "close", 25, "share fair"),
    "Anjali": ("employer speaker", 60, 13, "code night"),
    "Beatriz": ("employer", "loose", 13, "code night"),
    "Clémence": ("expert", "close", 9, "sensible ai"),
    "Björn": ("peer", "loose", 9, "sensible ai"),
    "Aroha": ("peer", "close", 9, "sensible ai"),
    "Nils": ("expert", "loose", 6, "board"),
    "Jamal": ("peer", "loose", 2, "sensors"),
    "Daniela": ("peer", "loose", 2, "sensors"),
    "Thu": ("colleague", "loose", 1, "Keiko"),
    "Gideon": ("employer", None, None, ""),
    "Tallulah": ("policymaker", None, None, ""),
    "Ikram": ("advocate", None, None, ""),
    "Santiago": ("advocate", None, None, ""),
}

_ARCHIVED = ("Marguerite", "Caspian", "Hyun-woo")

# since and until, in weeks ago
_SINCE: dict[tuple[str, str], tuple[int, int | None]] = {
    ("Amara", "mentor"): (130, None),
    ("Zoë", "mentor"): (34, None),
    ("Mateo", "mentee"): (33, None),
    ("Marguerite", "mentor"): (300, 40),
    ("Caspian", "vendor"): (110, 44),
}

_MORE: dict[str, dict[str, Any]] = {
    "Amara": {
        **{"phones": ("work", "614-555-0112"), "tags": ["mentor", "ai"], "birthday": "1979-06-18"},
        "topics": ["coaching", "speaking"],
    },
    "Luis": {"nickname": "Lu", "tags": ["sensors"], "birthday": "--11-03"},
    "Keiko": {"phones": ("mobile", "614-555-0127"), "tags": ["makerspace", "clubs"]},
    "Desmond": {"phones": ("office", "614-555-0103"), "notes": "Mornings before seven are best."},
    "Priya": {"links": ("blog", "https://example.net/priya"), "tags": ["devices"]},
    "Zoë": {
        **{"links": ("papers", "https://example.net/lindqvist"), "tags": ["research"]},
        "topics": ["writing"],
    },
    "Tomasz": {"phones": ("on call", "614-555-0148"), "tags": ["devices"]},
    "Fatoumata": {"nickname": "Fatou", "tags": ["accessibility"]},
    "Marguerite": {"notes": "Moved to the coast; sends a card now and then."},
    "Caspian": {"notes": "The contract ended and he changed trades."},
    "Hana": {"notes": "Six hours ahead; her pupils like long letters.", "tags": ["penpals"]},
    "Ingrid": {"phones": ("mobile", "313-555-0165"), "tags": ["lakeshore"]},
    "Oluwaseun": {"nickname": "Seun", "links": ("talks", "https://example.net/seun")},
    "Theodora": {"nickname": "Dora", "links": ("show", "https://example.com/chalk-dust")},
    "Siobhán": {"tags": ["robotics", "clubs"], "notes": "Say it shi-VAWN."},
    "Mateo": {"tags": ["mentoring"], "birthday": "2001-02-27", "topics": ["pacing", "parents"]},
    "Leilani": {"tags": ["plc"]},
    "Yusuf": {"tags": ["plc"]},
    "Wen-Li": {"tags": ["plc"]},
    "Aroha": {"tags": ["plc", "ai"]},
    "Noor": {"phones": ("office", "614-555-0171"), "tags": ["standards"]},
    "Rosalind": {"nickname": "Roz", "tags": ["standards"]},
    "Kwame": {"tags": ["security"]},
    "Clémence": {"tags": ["ai", "research"], "links": ("lab", "https://example.net/open-slate")},
    "Gideon": {"notes": "Nils reports to him; started a one-tablet-per-pupil program."},
    "Tallulah": {"notes": "Drafts the computing bill. Noor knows her.", "tags": ["standards"]},
    "Ikram": {"notes": "Her network runs the summer fellowship that I want to apply for."},
    "Santiago": {"notes": "Gives small grants for clubs; Kwame offered to introduce us.", "tags": ["grant"]},
}

_BIRTHDAYS_SOON = {"Keiko": 4, "Siobhán": 12}  # in days


def contacts(today: date) -> list[Record]:
    return [_contact(person, today) for person in PEOPLE]


def _contact(person: tuple[str, str, str, str], today: date) -> Record:
    name, title, organization, email = person
    first = name.split()[0]
    region, setting, sector, level, specialty = _FIELDS[first]
    roles, often, _, _ = _TIES[first]
    more = _MORE.get(first, {}).items()
    return filled(
        {
            "name": name,
            "organization": organization,
            "title": title,
            "emails": _labelled(("work", email)) if email else [],
            "region": region,
            "setting": setting,
            "sector": sector,
            "specialty": specialty,
            "level": level,
            "roles": [_role(first, role, today) for role in roles.split()],
            **_met(first, today),
            "cadence": often if isinstance(often, int) else None,
            "tier": often if isinstance(often, str) else None,
            "status": _status(first),
            "birthday": _birthday_soon(first, today),
            "career": careers(first, today),
            **circles(first),
            **{key: _labelled(value) if isinstance(value, tuple) else value for key, value in more},
        }
    )


def _labelled(pair: tuple[str, str]) -> list[Record]:
    label, value = pair
    return [{"label": label, "value": value}]


def _status(first: str) -> str:
    if first in _ARCHIVED:
        return "archived"
    return "target" if _TIES[first][2] is None else "active"


def _met(first: str, today: date) -> Record:
    _, _, weeks_ago, where = _TIES[first]
    if weeks_ago is None:
        return {}
    if is_event(where):
        return {"met_on": starts_on(where, today).isoformat(), "met_at": event_name(where, today)}
    met_on = weekday_of(today, weeks_ago, 0).isoformat()
    if is_known(where):
        return {"met_on": met_on, "met_through": full_name(where)}
    return {"met_on": met_on, "met_via": where}


def _role(first: str, role: str, today: date) -> Record:
    weeks = _SINCE.get((first, role), (None, None))
    since, until = (None if ago is None else weekday_of(today, ago, 0).isoformat() for ago in weeks)
    return {"role": role, "since": since, "until": until}


def _birthday_soon(first: str, today: date) -> str | None:
    days = _BIRTHDAYS_SOON.get(first)
    return None if days is None else (today + timedelta(days=days)).strftime("--%m-%d")
