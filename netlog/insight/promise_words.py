"""The words that promises are made of."""

from netlog.insight.words import words

# What is not promised but felt or known: "I'll be there", "I need more time".
STATES = words(
    """be have miss see like love need know not never probably think hope want enjoy remember always feel
    wonder guess admit say also surely definitely wait a an the more my her his their our it this that some"""
)
BASE_VERBS = words(
    """send share email e-mail mail forward fwd introduce intro connect call phone text message msg write draft give
    get bring look check ask review read invite put pass provide help find show teach lend loan return reply
    respond let tell follow schedule set book post upload submit sign drop reach ping dm loop touch make
    buy order print copy scan prep prepare plan organize organise arrange confirm finish complete edit update
    fix add create build test try research report circle swing stop visit meet talk chat speak catch hand
    dig collect donate recommend nominate register rsvp pay cover host organise link point refer register
    work start discuss present come join think be have do go take keep see run pick cc recap summarize
    summarise compile file order translate grade supply reserve handle decide design select choose
    ship deliver proofread revise rewrite outline sketch record film photograph laminate
    install configure unlock borrow fetch transfer assign enroll enrol approve sponsor
    advertise announce publish distribute circulate vet assess evaluate observe
    mentor substitute demo demonstrate rehearse investigate inquire enquire request verify double-check
    adjust replace repair unpack assemble donate propose moderate facilitate submit log list"""
)
# Of them, those that make a promise of "she will ...": something comes to me.
GIVING = words(
    """send share email e-mail mail forward fwd introduce intro connect call phone text message msg write draft give
    get bring look check ask review read invite put pass provide help find show lend loan return reply
    respond let tell follow schedule set book post upload submit sign drop reach ping dm loop make
    order print copy scan prepare arrange confirm hand dig recommend nominate refer link point cc
    ship deliver proofread transfer supply donate distribute circulate fetch sponsor demo verify"""
)
# Of them, those that begin a note to oneself: ". send the rubric by fri".
DOING = GIVING | words("buy finish update add create organize organise touch circle research order edit fix")
SUBJECT_PRONOUNS = {"i": "me", "we": "we", "she": "them", "he": "them", "they": "them", "who": "them"}
OBJECTS = words("me us")
MINE = words("my our")
THEM = words("her him them")
ADVERBS = words(
    """each also still then just kindly definitely now both all again really already probably gladly happily
    quickly finally eventually hopefully maybe soon certainly surely"""
)
PLEDGES = words("promised promise promises pledged promising")
AGREEING = words("agreed agrees agree offered offers offer committed commits commit volunteered volunteers")
# Ana asked me to, would like me to: what somebody wants of me.
ASKING = words(
    "asked asks asking wants wanted need needs needed like likes told tells expects reminded begged"
)
BEING = words("am is are")
PARTICLES = words("up out over down off in on back away")
OUGHT = words(
    "need needs have has plan planning supposed going ought intend intends aim aims plans meant"
)  # ... to send it
# What takes a promise back: "doesn't owe me", "never promised", "no longer owes".
NEGATIONS = words("doesn't don't didn't won't hasn't haven't doesnt dont didnt wont not never longer nobody")
NOTHING = words("nothing anything none zero nada")
NOTES = words("todo to-do action reminder task")
ENDS = words("but then because though although however otherwise while meanwhile")
WISHES = words("wants wanted want likes like asked hopes hoped forgot meant tried decided")
BEFORE_DATES = words("by before on until til till due for from at within no")
DUE = words("by before until til till due")
PAST = words("yesterday ago last earlier")
FOLLOW = words("follow following")
FOLLOW_UP = words("f/u fup followup follow-up f-up")
TOGETHER = words("call meeting email chat coffee visit conversation zoom lunch talk session meet")
RUN_TOGETHER = words("im ill id shell hell theyll")  # I'm, she'll, ... as they are typed
