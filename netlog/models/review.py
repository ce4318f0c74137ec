"""Weekly reviews that were held, and what was answered in one that is running."""

from sqlmodel import Field

from netlog.models.base import SQLModel, link, one_of, valid_day


class Review(SQLModel, table=True):
    """A weekly review that was held; `week_on` is the Monday of the week it looked at."""

    __tablename__ = "review"
    __table_args__ = link(*valid_day("week_on"))

    week_on: str = Field(primary_key=True)
    reviewed_at: str


class ReviewAnswer(SQLModel, table=True):
    """What was answered to one entry of a week's running review, so that it can be taken up again."""

    __tablename__ = "review_answer"
    __table_args__ = link(*valid_day("week_on"), one_of("answer", ("done", "logged", "snoozed", "skipped")))

    week_on: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    answer: str
    answered_at: str
