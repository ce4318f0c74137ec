"""The sample's conversations: some 150 over fourteen months, more of them lately."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled, this_week, weekday_of
from netlog.records.sample.events import event_name, starts_on
from netlog.records.sample.names import full_names

# days ago (never before Monday), kind, with, summary; a word after # is a tag
_THIS_WEEK = (
    (0, "call", "Amara", "Planned the tablet rollout; she shares her survey, I test in two classes #devices"),
    (0, "meeting", "Luis", "Split the sensor unit: he takes heat, I take light #sensors"),
    (3, "message", "Thu", "She wants pixel art in the yearbook. Sent my palette lesson"),
)

# weeks ago, weekday (0 is Monday), kind, with, summary
_EARLIER = (
    (1, 4, "mentoring", "Mateo", "First observation went well; the worry is pacing, not behavior #mentoring"),
    (1, 3, "email", "Zoë", "Sent my thinking rubric. Her student teachers will try it if I add samples"),
    (1, 2, "meeting", "Keiko Thu", "Thu joins the rota; soldering needs a second adult #makerspace"),
    (1, 1, "call", "Ingrid", "My slot is the second morning. She needs outline and photo #lakeshore"),
    (2, 3, "video", "Aroha Leilani", "Six time zones, one lesson: both will pilot the map project #plc"),
    (2, 1, "email", "Siobhán", "Split the packing for the workshop; she brings tools, I probes #sensors"),
    (2, 0, "meeting", "Luis Keiko", "Counted the boards: 22 good, 3 dead, 1 in the fish tank"),
    (3, 4, "video", "Kwame", "Password game drafted. He knows someone at the Fernbank Fund #security #grant"),
    (3, 3, "observation", "Esperanza", "Watched her third graders debug with paper arrows; stealing that"),
    (3, 2, "video", "Aroha", "How her school writes its AI rules together with pupils #ai"),
    (3, 0, "mentoring", "Mateo", "Looked at one quiz together and cut it in half #mentoring"),
    (4, 3, "email", "Fatoumata", "She will run a screen reader over our club page #accessibility"),
    (4, 2, "call", "Nils", "Compared repair costs; he self-insures and keeps a parts shelf #devices"),
    (4, 1, "meeting", "Amara Tomasz", "Wi-Fi drops at 10:15 because everyone syncs at 10:15. Stagger it"),
    (5, 4, "message", "Luis", "Photo of his thermal camera demo; borrowing it for the light lab"),
    (5, 3, "email", "Clémence", "Wants a teacher's eye on her draft on arguing with bots #ai #research"),
    (5, 1, "call", "Tomasz", "He'll pull the numbers from the device survey by room #devices"),
    (5, 0, "mentoring", "Mateo", "Wrote his first parent e-mail together; shorter is kinder #mentoring"),
    (6, 3, "email", "Theodora", "The episode on tinkering is up; two listeners wrote to me already"),
    (6, 2, "meeting", "Desmond", "Debrief of the open house: he'll back a second robotics section"),
    (6, 1, "message", "Ingrid", "Proposal accepted! She'd like pupil work on the first slide #lakeshore"),
    (7, 4, "meeting", "Maribel", "Picture glossary for code words: she has forty, I add the loops"),
    (7, 3, "video", "Zoë", "Her data on block-to-text: the switch matters less than the feedback #research"),
    (7, 2, "call", "Theodora", "Recorded twenty minutes on tinkering. She edits kindly"),
    (7, 0, "mentoring", "Mateo", "Seating plan, then sensors, in that order #mentoring"),
    (8, 4, "call", "Emeka", "Loaner carts: he wants one ticket per cart, not per charger #devices"),
    (8, 3, "video", "Priya", "Her single sign-on pilot starts with two buildings; ask again in a month"),
    (8, 1, "email", "Amara", "Traded lists of AI tools we'd actually let pupils use #ai"),
    (9, 4, "meeting", "Luis Maribel", "Lab sheets in three languages, half as many words"),
    (9, 2, "message", "Fatoumata", "Alt text: pupils write it for each other's posters #accessibility"),
    (9, 0, "mentoring", "Mateo", "He cried a little, then planned a good week #mentoring"),
    (10, 4, "email", "Anjali", "Quillstack can send two engineers to career day if we keep it before lunch"),
    (10, 3, "meeting", "Keiko", "Makerspace budget: vinyl cutter waits, safety glasses don't #makerspace"),
    (10, 1, "video", "Zoë", "Would I co-write a practitioner note? Yes, if she does the numbers #research"),
    (10, 0, "message", "Tomasz", "Unblocked the simulation site in four minutes. I owe him coffee"),
    (11, 3, "video", "Leilani", "Her tide-pool videos and our creek data could share one map #plc"),
    (11, 1, "mentoring", "Mateo", "Practiced saying less after a question #mentoring"),
    (11, 0, "call", "Priya", "How she tells a board no: price, risk, and a smaller yes"),
    (12, 4, "email", "Pavel", "Declined the courseware bundle; asked for the reading level data instead"),
    (12, 2, "meeting", "Desmond Amara", "Room 114 gets the open-house slot. Three pupils, three minutes"),
    (12, 1, "message", "Anjali", "Thanked her for code night; she'd look over our girls' club site #clubs"),
    (13, 4, "email", "Beatriz", "Hospital tour for twelve pupils is possible; needs forms four weeks ahead"),
    (13, 1, "meeting", "Keiko Luis", "Code night checklist: cables, name tags, more cables"),
    (14, 4, "email", "Noor", "Draft standards are out. She wants examples, not opinions #standards"),
    (14, 2, "call", "Kwame", "His seniors run our phishing lesson if we bring seventh grade #security"),
    (14, 0, "mentoring", "Mateo", "Grading took his weekend; gave him my comment codes #mentoring"),
    (15, 3, "video", "Yusuf", "Turtle geometry unit: his angles first, my loops second #plc"),
    (15, 1, "mentoring", "Amara", "Walked four classrooms with her; wrote down only questions"),
    (15, 0, "email", "Esperanza", "Feeder plan: her fifth graders visit us with their own games #clubs"),
    (16, 4, "video", "Wen-Li Leilani", "Looked at one piece of pupil work for 30 minutes. Best PLC yet #plc"),
    (16, 2, "call", "Ingrid", "She nudged me to propose a session; told me what reviewers skip #lakeshore"),
    (17, 3, "observation", "Siobhán", "Visited her lab: pupils keep the repair log themselves #robotics"),
    (17, 2, "email", "Zoë", "Reading list on pair programming with thirteen-year-olds #research"),
    (17, 0, "message", "Luis", "Does a potato count as a battery lesson in computing? It does now"),
    (18, 3, "mentoring", "Mateo", "Set one goal only: every pupil talks once per lesson #mentoring"),
    (18, 1, "video", "Kwame", "Capture-the-flag for beginners; he lends the virtual machines #security"),
    (18, 0, "meeting", "Maribel", "Newcomers demo first when the code is in blocks. Keep it that way"),
    (19, 4, "call", "Rosalind", "Her board wants a middle-school voice; she'll look up that unplugged book"),
    (19, 2, "meeting", "Tomasz Emeka", "Spare-device process on one page. It fits on the cart"),
    (20, 3, "email", "Ravi", "His one-page vendor checklist, marked up for schools #privacy"),
    (20, 1, "video", "Priya Amara", "Two districts, one training day? Shared agenda started"),
    (20, 0, "message", "Theodora", "Pitched her an episode about tinkering without kits"),
    (21, 4, "mentoring", "Mateo", "Sub plans that run without him. Tested on his sister #mentoring"),
    (21, 2, "video", "Yusuf Wen-Li", "Agreed on a common exit question across three schools #plc"),
    (21, 1, "meeting", "Luis", "Creek trip permission slips, and who carries the probes #sensors"),
    (22, 3, "email", "Noor", "Which of my lessons fit the data strand; she knows it by heart #standards"),
    (22, 1, "call", "Siobhán", "Scrimmage with her team: 12 pupils, one bus, no trophies #robotics"),
    (23, 4, "meeting", "Desmond", "Asked for two release days a year; got one and a maybe"),
    (23, 2, "email", "Kwame", "Password lesson swap: his analogies, my timing #security"),
    (23, 1, "video", "Zoë", "Wrote up the share fair talk as an article outline; cut the first half"),
    (24, 3, "message", "Rosalind", "Offered to help with the newsletter; one column, not the whole thing"),
    (24, 2, "mentoring", "Mateo", "How to end a lesson when the bell wins #mentoring"),
    (24, 0, "email", "Noor", "Thank-you note, and the unplugged lesson she asked for #standards"),
    (25, 3, "call", "Zoë", "Talked me out of live coding in front of eighty teachers"),
    (25, 1, "meeting", "Amara", "Rehearsal in the library; she timed me and hid the clock"),
    (26, 4, "video", "Leilani", "Consent forms for pupil video, hers is far clearer than ours #privacy"),
    (26, 1, "meeting", "Keiko", "Weeded the computing shelf: goodbye floppy drives #makerspace"),
    (27, 3, "email", "Siobhán", "Parts list for a robot under sixty dollars #robotics"),
    (27, 2, "mentoring", "Mateo", "First unit plan: good questions, too many of them #mentoring"),
    (28, 4, "call", "Priya", "Her help desk is run by pupils; took notes on how they are paid in credits"),
    (28, 1, "message", "Esperanza", "Game jam for grades 5 and 6, one theme, paper prototypes first #clubs"),
    (29, 3, "email", "Hana", "Both classes measured shadows; the difference is the lesson #penpals"),
    (29, 2, "meeting", "Luis Amara", "Coaching cycle on lab questions; Luis goes first"),
    (30, 4, "email", "Oluwaseun", "Answered my question on who gets to present in class; long and generous"),
    (30, 1, "mentoring", "Mateo", "Read his room: moved two desks, that was all #mentoring"),
    (31, 4, "email", "Yusuf Leilani Wen-Li", "Kickoff notes and a date for next time #plc"),
    (32, 3, "call", "Ravi", "What a deletion clause looks like; he reads contracts for fun #privacy"),
    (32, 1, "meeting", "Tomasz", "Locker-side charging: fire marshal says no, carts it is #devices"),
    (33, 4, "mentoring", "Mateo", "First coffee as his mentor. He asked what I'd do over #mentoring"),
    (33, 2, "email", "Siobhán", "Her lab opens to visitors; asked for a Thursday #robotics"),
    (34, 3, "mentoring", "Zoë", "She offered to mentor me through a conference proposal #research"),
    (34, 1, "meeting", "Luis", "Argued about rubrics until we had one"),
    (35, 4, "email", "Hana", "First letters from Brno arrived, one with a circuit diagram #penpals"),
    (35, 0, "call", "Amara", "What makes teachers come back to a PLC: food and short agendas"),
    (36, 2, "email", "Ravi", "Thanked him for the webinar; he asked which vendors worry me #privacy"),
    (36, 1, "meeting", "Desmond", "Club stipend approved for one term #clubs"),
    (37, 4, "message", "Priya", "Passed on my webinar notes; she takes them to her cabinet #privacy"),
    (38, 3, "letter", "Marguerite", "A card from the coast: she is tutoring again, of course"),
    (38, 1, "meeting", "Maribel", "Subtitles on for everyone. Nobody has complained, many have thanked"),
    (39, 4, "email", "Theodora", "She quoted my lesson on her show, with my name right"),
    (39, 2, "call", "Emeka", "How to word a ticket so that it gets read #devices"),
    (40, 3, "video", "Zoë Oluwaseun", "Equity audit of our club sign-ups; start with the flyer #clubs"),
    (40, 1, "mentoring", "Amara", "Read my yearly reflection back to me. Ouch, and thanks #mentor"),
    (41, 4, "email", "Hyun-woo", "His studio closes its school program; he left us the level editor"),
    (41, 2, "meeting", "Keiko", "Game design books moved next to the comics; circulation tripled"),
    (42, 3, "call", "Siobhán", "League or no league? She prefers friendly matches #robotics"),
    (42, 1, "message", "Luis", "Borrowed his oscilloscope again"),
    (43, 4, "email", "Ingrid", "Asked how sessions get picked; she sent the scoring sheet #lakeshore"),
    (43, 0, "meeting", "Tomasz", "Mapped every dead spot in B wing with two pupils and a floor plan"),
    (44, 3, "call", "Caspian", "Last call about the panels: warranty ends with the contract"),
    (44, 1, "video", "Priya", "She showed her replacement cycle; ours is wishful thinking #devices"),
    (45, 4, "meeting", "Esperanza", "Her typing club, my coding club: joined waiting lists #clubs"),
    (45, 2, "email", "Fatoumata", "Contrast checker for pupil slides #accessibility"),
    (46, 3, "email", "Hana", "Agreed to trade one experiment a month #penpals"),
    (46, 1, "observation", "Amara", "She shadowed fourth hour and counted who spoke. Nine of 27"),
    (47, 4, "message", "Theodora", "Sent three story ideas after Lakeshore; she liked the one about failing"),
    (47, 2, "call", "Siobhán", "Picked up where the hallway talk stopped: repair logs #robotics"),
    (48, 3, "email", "Oluwaseun", "Asked for the study behind his third slide; he sent two #research"),
    (48, 1, "meeting", "Desmond", "Reported back from Lakeshore in ten minutes and one page #lakeshore"),
    (49, 4, "email", "Ingrid", "Thanked her for the conference and offered to review proposals #lakeshore"),
    (49, 2, "meeting", "Luis Keiko", "What I'd steal from Lakeshore: repair log, silent demo, pupil hosts"),
    (51, 3, "call", "Amara", "Made a list of five people to meet at Lakeshore. She knows three #lakeshore"),
    (51, 1, "email", "Hyun-woo", "Level editor licenses for two classes"),
    (52, 4, "meeting", "Maribel", "Paired talk before typing; try for two weeks"),
    (52, 2, "video", "Zoë", "Office hours, long after the course ended: how to keep a teaching journal"),
    (53, 3, "meeting", "Luis", "Shared one spreadsheet of supplies. Peace in the hallway"),
    (54, 4, "call", "Priya", "Would she hire a teacher for IT? She did, twice"),
    (54, 1, "email", "Pavel", "Trial accounts for one class, no pupil names #privacy"),
    (55, 3, "meeting", "Keiko", "Signed up for the 3D printer, again, behind the chess pieces #makerspace"),
    (56, 4, "email", "Hana", "Found each other on the exchange site; her English beats my Czech #penpals"),
    (56, 2, "letter", "Marguerite", "Wrote to her about the class that finally clicked"),
    (57, 3, "meeting", "Fatoumata Amara", "Amara introduced us; a keyboard-only hour humbles #accessibility"),
    (58, 4, "call", "Tomasz", "Filter exceptions: who asks, who decides, how long it takes"),
    (59, 2, "meeting", "Desmond", "Told him I want to be known for computing in the middle grades"),
    (59, 1, "call", "Caspian", "Panel firmware breaks the timer; he will escalate"),
    (60, 3, "mentoring", "Amara", "Where do I want to be in five years? She made me say it twice #mentor"),
    (60, 1, "email", "Esperanza", "Her waiting list for coding is longer than the class list #clubs"),
)

# event: (day of it, kind, with, summary)
_AT_EVENTS = {
    "lakeshore before": (
        (0, "meeting", "Ingrid Siobhán", "Shared a lunch table; Siobhán's pupils fix it all #robotics"),
        (0, "meeting", "Oluwaseun", "One question after the keynote got me a walk around the block"),
        (1, "meeting", "Theodora", "She collects stories of lessons that went wrong. I have some"),
        (1, "meeting", "Priya", "Ride home: infrastructure gossip and a better backup plan"),
    ),
    "privacy": (
        (0, "message", "Ravi", "Asked in the chat about deletion dates; he stayed on to answer #privacy"),
    ),
    "plc": (
        (0, "plc", "Leilani Yusuf Wen-Li", "Set our norms: one artifact, 45 minutes, cameras optional #plc"),
    ),
    "share fair": (
        (0, "meeting", "Noor", "She came to my table twice and took the unplugged handout #standards"),
        (0, "meeting", "Rosalind Kwame", "Panel on clubs that last: Kwame's rule is snacks, hers is minutes"),
    ),
    "code night": (
        (0, "meeting", "Anjali Beatriz", "Two parents who build systems for a living; both would visit"),
    ),
    "sensible ai": (
        (0, "message", "Clémence Björn", "Breakout on arguing with the machine. Björn makes it a game #ai"),
        (0, "social", "Aroha", "Found her thread under the webinar tag and swapped addresses #ai"),
    ),
    "board": (
        (0, "meeting", "Nils Desmond", "Nils asked what the pupils would cut first. They had an answer"),
    ),
    "sensors": (
        (0, "meeting", "Jamal", "Soil sensors in his greenhouse: my pupils' code, his tomatoes #sensors"),
        (0, "meeting", "Daniela Siobhán", "Daniela's first circuit ran; Siobhán filmed the shout #sensors"),
    ),
}

_NOTES = {
    ("Amara", 60): "Known for computing that any middle-grades teacher can teach.",
    ("Zoë", 34): "Lakeshore first, a national conference after that, then an article.",
    ("Siobhán", 17): "Four columns: what broke, who saw it, what we tried, what worked.",
    ("Noor", 14): "Two examples, one page each, with pupil work. Comment period closes soon.",
    ("Priya", 8): "Offered a visit to her server room for the eighth graders.",
    ("Ingrid", 1): "Second morning, 45 minutes, room for sixty. Projector has no sound; bring a speaker.",
}

# with, weeks ago: who watched
_OBSERVERS = {("Esperanza", 3): "me", ("Siobhán", 17): "me", ("Amara", 46): "them"}


def conversations(today: date) -> list[Record]:
    """All of them, the oldest first."""
    found = [_conversation(this_week(today, ago), kind, who, text) for ago, kind, who, text in _THIS_WEEK]
    for weeks_ago, weekday, kind, who, text in _EARLIER:
        noted = _NOTES.get((who, weeks_ago))
        observer = _OBSERVERS.get((who, weeks_ago)) if kind == "observation" else None
        held_on = weekday_of(today, weeks_ago, weekday)
        found.append(
            {**_conversation(held_on, kind, who, text, notes=noted), **filled({"observer": observer})}
        )
    for key, rows in _AT_EVENTS.items():
        name, starts = event_name(key, today), starts_on(key, today)
        for days, kind, who, text in rows:
            found.append(_conversation(starts + timedelta(days=days), kind, who, text, event=name))
    return sorted(found, key=_held_on)


def _conversation(
    held_on: date, kind: str, who: str, text: str, *, event: str | None = None, notes: str | None = None
) -> Record:
    summary, *tags = text.split(" #")
    return filled(
        {
            "held_on": held_on.isoformat(),
            "kind": kind,
            "summary": summary,
            "contacts": full_names(who),
            "event": event,
            "notes": notes,
            "tags": tags,
        }
    )


def _held_on(conversation: Record) -> str:
    return str(conversation["held_on"])
