"""The words that tell what kind of conversation it was."""

from netlog.insight.words import words

# These say it by themselves.
KINDS: dict[str, str] = {}
for _kind, _list in {
    "meeting": """coffee coffees lunch lunched dinner breakfast brunch drinks drink beers beer tea visit visited walk walked
    hike supper cafe café espresso latte happy-hour 1:1 1-1 1on1 one-on-one ☕""",
    "call": """call called calls calling phone phoned phoning rang ringing dialed dialled telephoned voicemail phonecall
    facetime-audio""",
    "video": "zoom zoomed skype skyped facetime facetimed webex videocall vc gmeet videoconference jitsi hangout hangouts",
    "email": "email emailed emails e-mail e-mailed mail mailed emailing",
    "message": """text texted txt txted sms dm dm'd dmed dms slack slacked message messaged texts whatsapp whatsapped
    whatsapp'd pinged ping telegram discord imessage msg msgd msged signal messages texting""",
    "letter": "postcard letter",
    "social": "linkedin tweet tweeted mastodon commented bluesky twitter facebook instagram retweeted toot tooted",
    "observation": "observed observation observing shadowed shadowing",
    "mentoring": "mentoring mentored coached coaching",
    "plc": "plc",
}.items():
    KINDS.update(dict.fromkeys(_list.split(), _kind))
# These say no more than that people talked: a channel that is named after them says how.
TALKING = words(
    """met meet meeting meetup saw talked talk talking spoke speaking chat chatted chatting caught catch-up catchup
    conversation discussed ran bumped sat interviewed hung connected touched checked convo"""
)
# What it was about comes after these, and says nothing of the kind.
TOPIC = words("about re regarding concerning topic discussing discussed")
CHANNELS = {
    **dict.fromkeys(
        ("zoom", "skype", "teams", "facetime", "webex", "video", "meet", "gmeet", "hangouts"), "video"
    ),
    **dict.fromkeys(("phone", "telephone", "cell"), "call"),
    **dict.fromkeys(
        ("slack", "whatsapp", "text", "dm", "discord", "telegram", "signal", "chat", "messenger"), "message"
    ),
    **dict.fromkeys(("email", "e-mail", "mail"), "email"),
    **dict.fromkeys(("linkedin", "twitter", "mastodon", "bluesky", "facebook", "instagram"), "social"),
}
OVER = words("on over via by through in using")
PAIRS = {("sat", "in"): "observation", ("google", "meet"): "video", ("teams", "message"): "message"}
VIDEO_CALLS = words("call chat meeting mtg with w/ conference conf catch-up session coffee meetup")
WROTE_ELSE = words("a the up down an about on some")
CARDS = words("thank-you christmas holiday birthday bday b-day greeting xmas sympathy you get-well")
CALLS_FOR = words(
    "proposals papers presenters presentations sessions submissions speakers help action volunteers"
)
# Words of KINDS that say something else after, or before, these.
_OWN = words("her his their my mixed key")
NOT_AFTER = {
    **dict.fromkeys(("called", "calls"), words("is was are app tool program project book thing group so")),
    "letter": words("cover recommendation"),
    **dict.fromkeys(("message", "signal", "signals", "mail", "email", "texts"), _OWN),
    "visit": words("to will would"),
    "plc": words("about her his their"),
}
NOT_BEFORE_IN_KINDS = {
    "called": words("off"),
    "call": words("out"),
    "letter": words("of"),
    "text": words("book books complexity features sets set"),
    **dict.fromkeys(("message", "mail", "email"), words("list address")),
    **dict.fromkeys(("observed", "observing"), words("that how")),
    **dict.fromkeys(("mentoring", "coaching"), words("program programs programme scheme grant network")),
    "plc": words("grant agenda plan plans idea ideas"),
    **dict.fromkeys(("linkedin", "facebook", "twitter", "instagram"), words("message profile learning call")),
    "phone": words("number"),
    "walk": words("through"),
    "slack": words("off"),
}
