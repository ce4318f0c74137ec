from hypothesis import given
from hypothesis import strategies as st

from netlog.output.fitting import GAP, LEAST_FIRST, Need, fitted

CONTACT = [
    Need("ref", 4),
    Need("name", 30, subject=True),
    Need("organization", 40),
    Need("title", 30),
    Need("last_conversation_on", 10),
    Need("tags", 20),
]


def total(widths: dict[str, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def test_fitted_gives_every_column_its_most_where_there_is_room() -> None:
    assert fitted(CONTACT, 200) == {one.key: one.most for one in CONTACT}


def test_fitted_leaves_out_the_least_important_first() -> None:
    assert list(fitted(CONTACT, 80)) == ["ref", "name", "organization", "title", "last_conversation_on"]
    assert list(fitted(CONTACT, 60)) == ["ref", "name", "organization", "last_conversation_on"]
    assert list(fitted(CONTACT, 45)) == ["ref", "name", "last_conversation_on"]


def test_fitted_keeps_the_subject_however_unimportant_its_key() -> None:
    assert list(fitted([Need("ref", 4), Need("title", 90, subject=True)], 10)) == ["ref", "title"]


@given(st.integers(50, 200), st.lists(st.sampled_from(LEAST_FIRST), unique=True), st.integers(1, 300))
def test_fitted_is_no_wider_than_the_width_and_never_narrows_a_date(
    width: int, keys: list[str], most: int
) -> None:
    needs = [
        Need("ref", 5),
        Need("name", most, subject=True),
        Need("due_on", 10),
        *(Need(key, most) for key in keys),
    ]
    widths = fitted(needs, width)
    assert total(widths) <= width
    assert widths["ref"] == 5 and widths["due_on"] == 10
    assert all(widths[one.key] <= one.most for one in needs if one.key in widths)
