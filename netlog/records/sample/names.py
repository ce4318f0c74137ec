"""Who is in the sample: name, title, organization and e-mail address, all of them invented.

First names are told apart, so the other tables call people by them.
"""

PEOPLE = (
    ("Amara Okonkwo", "Instructional technology coach", "Birchwater City Schools", "amara@example.org"),
    ("Luis Ferreira-Prado", "Science teacher", "Maple Fork Middle School", "luis.fp@example.org"),
    ("Keiko Maruyama", "Librarian and makerspace lead", "Maple Fork Middle School", "keiko@example.org"),
    ("Desmond Achterberg", "Principal", "Maple Fork Middle School", "d.achterberg@example.org"),
    ("Priya Raghunathan", "Director of technology", "Harrow Lake Schools", "priya.r@example.net"),
    ("Zoë Lindqvist", "Professor of computing education", "Harrow Lake University", "zoe@example.net"),
    ("Tomasz Wierzba", "Network engineer", "Birchwater City Schools", "tomasz@example.org"),
    ("Maribel Tzul", "English learner teacher", "Maple Fork Middle School", "maribel@example.org"),
    ("Emeka Nwachukwu", "Help desk lead", "Birchwater City Schools", "emeka@example.org"),
    ("Esperanza Villalobos-Finch", "Coding teacher", "Alder Street Elementary", "esperanza@example.org"),
    ("Marguerite Dufresne", "Mathematics teacher, retired", "", "marguerite@example.com"),
    ("Caspian Underhill", "Account manager", "Brasswick Displays", "caspian@example.com"),
    ("Hyun-woo Seo", "Game designer", "Paper Lantern Games", "hyunwoo@example.com"),
    ("Pavel Dragomir", "Education partner", "Lantern & Loom Learning", "pavel@example.com"),
    ("Fatoumata Diallo-Reyes", "Accessibility specialist", "Tri-Creek Service Center", "fatou@example.org"),
    ("Hana Novotná", "Physics teacher", "Gymnázium Pod Lipami", "hana@example.net"),
    ("Ingrid Solheim-Baptiste", "Conference chair", "Lakeshore Learning Circle", "ingrid@example.org"),
    ("Oluwaseun Adeyemi-Clark", "Professor and keynote speaker", "Tamarack College", "seun@example.net"),
    ("Siobhán Mac Giolla", "Robotics coach", "Fennel Hill Academy", "siobhan@example.org"),
    ("Theodora Papakosta", "Podcaster", "Chalk Dust Radio", "theodora@example.com"),
    ("Ravi Chandrasekar", "Privacy consultant", "Copperline Consulting", "ravi@example.com"),
    ("Mateo Quispe", "First-year computing teacher", "Sycamore Bend Middle School", "mateo@example.org"),
    ("Leilani Kahananui", "Digital media teacher", "Mauka Ridge Intermediate", "leilani@example.net"),
    ("Yusuf Demirbağ", "Mathematics teacher", "Fennel Hill Academy", "yusuf@example.org"),
    ("Wen-Li Zhao", "STEM coordinator", "Cedar Loop Public Schools", "wenli@example.net"),
    ("Noor Haddadine", "Computing supervisor", "Ohio Bureau of Digital Learning", "noor@example.net"),
    ("Rosalind Okafor-Byrne", "President", "Buckeye Computing Teachers", "rosalind@example.org"),
    ("Kwame Boateng-Ellis", "Cybersecurity instructor", "Ironwood Career Center", "kwame@example.org"),
    ("Anjali Deshmukh", "Software engineer", "Quillstack", "anjali@example.com"),
    ("Beatriz Montenegro-Shah", "Hospital IT manager", "Saint Odile Hospital", "beatriz@example.com"),
    ("Clémence Aubertin", "AI literacy researcher", "Open Slate Institute", "clemence@example.net"),
    ("Björn Hallgrímsson", "Teacher and game author", "Norðurbær School", "bjorn@example.net"),
    ("Aroha Tamatea", "Digital technologies lead", "Kōwhai Bay School", "aroha@example.net"),
    ("Nils Overgaard", "IT director", "Quarry Point Schools", "nils@example.org"),
    ("Jamal Thistlewood", "Agriculture teacher", "Plow & Harrow High School", "jamal@example.org"),
    ("Daniela Ciobanu", "Sixth-grade teacher", "Sycamore Bend Middle School", "daniela@example.org"),
    ("Thu Nguyễn-Marsh", "Art teacher", "Maple Fork Middle School", "thu@example.org"),
    ("Gideon Plumtree", "Superintendent", "Quarry Point Schools", ""),
    ("Tallulah Brightmoor", "Education policy aide", "Ohio statehouse", ""),
    ("Ikram Benyahia", "Director", "Network of Teaching Coders", "ikram@example.org"),
    ("Santiago Ibarra-Lund", "Program officer", "Fernbank Fund", ""),
)

_FULL = {name.split()[0]: name for name, *_ in PEOPLE}


def full_name(first: str) -> str:
    return _FULL[first]


def full_names(firsts: str) -> list[str]:
    return [_FULL[first] for first in firsts.split()]


def is_known(first: str) -> bool:
    return first in _FULL
