"""The words that say what help a kept promise gave."""

from netlog.insight.words import words

# Verbs that are help of a kind, whatever follows.
HELPING = {
    **dict.fromkeys(words("introduce intro connect"), "introduction"),
    **dict.fromkeys(words("recommend refer nominate endorse vouch"), "referral"),
    **dict.fromkeys(words("review proofread critique comment assess evaluate"), "feedback"),
    **dict.fromkeys(words("advise suggest explain answer"), "advice"),
    **dict.fromkeys(words("mentor coach tutor"), "mentoring"),
    **dict.fromkeys(
        words("help assist support teach train cover substitute fix repair install configure"), "other"
    ),
}
# Verbs that hand over what follows; where that says nothing of its kind, it is a resource.
HANDING = words(
    """send resend share forward fwd give lend loan bring ship upload deliver pass provide print copy scan donate
    hand supply transfer"""
)
# Verbs that are help only where what follows is: `write a recommendation`, not `write Ada`.
MAKING = words(
    """write draft prepare prep make find get dig compile collect email e-mail mail post point link show create
    build record read drop order"""
)
# Verbs that hand nothing over; what begins with a word that is no verb is itself the thing that is owed.
OTHER_VERBS = words(
    """call phone text message msg ping dm ask thank meet visit talk chat speak see check look follow touch reach
    schedule set book confirm arrange plan organize organise invite rsvp register sign submit join attend
    congratulate apologize apologise remind wait hear learn try decide think return reply respond tell let
    update report say discuss present work start finish buy pay apply catch circle swing stop come go be do have keep
    know remember research choose pick select nudge chase"""
)
MEETINGS = words(
    "coffee lunch dinner breakfast tea drinks call meeting chat zoom visit conversation catch-up"
)
ARTICLES = words("the a an my our his her their its some two three four five these those more another")

# Things owed, by the kind of help that they are.
_THINGS = {
    "feedback": words("feedback critique comments remarks corrections markup"),
    "referral": words("recommendation recommendations referral referrals reference nomination endorsement"),
    "introduction": words("introduction introductions intro intros"),
    "mentoring": words("mentoring coaching tutoring mentorship"),
    "lesson-plan": words("lesson lessons lesson-plan lesson-plans curriculum"),
    "advice": words("advice tips pointers guidance opinion answer answers suggestions"),
    "resource": words(
        """rubric rubrics slide slides deck notes link links book books article articles paper papers template templates
        survey budget data numbers figures file files list lists handout handouts recording recordings video videos
        poster samples sample examples example plan plans outline photo photos sheet sheets worksheet worksheets guide
        guides code script kit kits materials document documents report draft chapter quote minutes agenda syllabus
        brief contract form forms spreadsheet resource resources copy copies title dates dataset module modules unit
        units test tests quiz quizzes policy proposal"""
    ),
}
THING_KINDS = {word: kind for kind, things in _THINGS.items() for word in things}
# What is read for somebody, to tell them what one thinks of it.
DRAFTS = words("draft drafts proposal chapter manuscript application essay paper")
