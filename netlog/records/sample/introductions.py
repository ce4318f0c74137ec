"""The sample's introductions, in each status; what contacts look for and offer, and who knows whom."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled
from netlog.records.sample.names import full_name, full_names

# by, who (empty is me), to, why, status, and how many days ago each move was made
_INTRODUCTIONS: tuple[tuple[str, str, str, str, str, dict[str, int]], ...] = (
    (
        "Amara",
        "",
        "Mateo",
        "a first-year teacher who wants company",
        "thanked",
        {"made": 240, "thanked": 230},
    ),
    ("Ravi", "", "Gideon", "tablets and what they collect", "declined", {"asked": 88, "declined": 80}),
    ("", "Fatoumata", "Hana", "lessons for pupils who can't see the board", "met", {"made": 60, "met": 41}),
    ("Kwame", "", "Santiago", "a small grant for the club", "asked", {"asked": 18}),
    ("Noor", "", "Tallulah", "the computing bill, seen from a classroom", "made", {"asked": 20, "made": 9}),
    ("Keiko", "", "Thu", "pixel art", "met", {"made": 12, "met": 7}),
    ("", "Jamal", "Beatriz", "pupils who want to see a server room", "made", {"asked": 11, "made": 5}),
    ("", "Emeka", "Nils", "how he keeps his own repair shelf", "asked", {"asked": 3}),
)

_KNOWS = {"Noor": "Tallulah", "Kwame": "Santiago", "Rosalind": "Ikram Noor", "Nils": "Gideon"}
# what they look for; what they offer
_WORDS = {
    "Leilani": ("accessibility", "video"),
    "Fatoumata": ("video", "accessibility"),
    "Yusuf": ("sensors", "statistics"),
    "Luis": ("", "sensors"),
    "Theodora": ("guests", "podcasting"),
    "Hana": ("penpals", "guests"),
    "Beatriz": ("interns", "site-visits"),
    "Kwame": ("site-visits", "interns"),
    "Mateo": ("classroom-routines", ""),
    "Maribel": ("", "classroom-routines"),
    "Emeka": ("repairs", ""),
    "Nils": ("", "repairs"),
}


def introductions(today: date) -> list[Record]:
    return [
        filled(
            {
                "by": full_name(by) if by else None,
                "who": full_name(who) if who else None,
                "to": full_name(to),
                "why": why,
                "status": status,
                **{f"{move}_on": (today - timedelta(days=ago)).isoformat() for move, ago in moves.items()},
            }
        )
        for by, who, to, why, status, moves in _INTRODUCTIONS
    ]


def circles(first: str) -> Record:
    """What somebody looks for and offers, and whom they know."""
    needs, offers = _WORDS.get(first, ("", ""))
    return {"needs": needs.split(), "offers": offers.split(), "knows": full_names(_KNOWS.get(first, ""))}
