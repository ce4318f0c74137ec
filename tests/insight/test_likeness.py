"""Words of a plan that sound like a name."""

import pytest

from netlog.insight.likeness import alike


@pytest.mark.parametrize(
    ("words", "name", "is_alike"),
    [
        ("Attend ACTE VISION", "ACTE VISION 2026", True),
        ("attend Acte vision", "ACTE VISION 2026", True),
        ("Join the ISTE", "ISTE", True),
        ("Go to Féria", "Feria of teachers", True),
        ("Learn public speaking", "Public Speaking for Teachers", True),
        ("Write about robots", "Robots in the classroom", True),
        ("Attend a conference", "ACTE VISION 2026", False),
        ("Attend the annual conference", "Annual Conference 2026", False),  # nothing tells
        ("Learn soldering", "ISTE", False),
        ("", "ISTE", False),
    ],
)
def test_alike(words, name, is_alike):
    assert alike(words, name) is is_alike
