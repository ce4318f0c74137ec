"""The words that tell who is meant: first names that are words too, and what stands beside people."""

from netlog.insight.words import words

# Words that no first name is read from, unless it is written with a capital among people.
FUNCTION_WORDS = words(
    """a about above after again all also am an and any are as at be been before being but by can could did
    do does done down due during each for from get go got had has have having he her here hers him his how i
    if in into is it its just let like me more most much my no not now of off on once one only or other our
    out over own re said same she should so some such than that the their them then there these they this
    those thru to today tomorrow too two under until up us very via vs was we went were what when where which
    while who whom whose why with within without would yes yesterday you your yours am pm ok okay per etc im
    ill id ive well said says say still yet he'd she'd n w u ur r"""
)

# First names that are ordinary words too: they need something that shows a person is meant.
ORDINARY = words(
    """ace al amber angel archer art asia aspen august aurora austin autumn basil bay bea bear ben
    berry bill birch birdie bishop blue bob boston brandy brook brooks brown bud buck bunny buster
    candy cane case cash cat chad champ chance chandler charity charlotte chase chastity cherry
    chip christian chuck clay cliff coach cody colt constance coral cooper dale dallas
    daisy dan dash dawn day dean deacon dee dell denver destiny dick don dot doug dove drew duke
    dusty earl early east ed eden ernest eve ever faith fern finch fisher flint ford forest forrest
    fox frank free frost gale gay gene genesis georgia ginger glen glory good grace grant gray green grey guy
    gunner hale hall happy harmony harper harry haven hazel heath heather heaven henry herb holiday holly
    honor hope hunt hunter india iris israel ivory ivy jack jade jay jersey
    jet jewel jordan journey joy judge june june justice kale kenya king kit kitty lace lake lance land lane
    lark laurel lee liberty lily lincoln long lou love luck lucky luna lynx mace mack madison major marina mark
    marsh marshal marshall mason mat max may melody mercy merit merry mike miles mill mint misty
    montana moon noble norm north oak ocean olive opal orlando page paris park parker parson
    pat patience pearl peg peace phoenix pierce pixie poet pope poppy porter press price pride prince
    princess promise prudence quest quill rain raven ray red reed rex rich river rob robin rock rocky rod
    rose rosemary row royal ruby rush russ rusty sage saint sandy sawyer scarlet scout
    see serenity shade shay shell sherry shy sierra silver sky slate sol sonny star stark sterling stew stone
    storm stormy sue summer sunny sunshine tab tad tanner tate teal theme tiger timber
    trace trinity trip troy true tucker turner ty van vance venus
    virginia wade ward west white will willow winter wolf woody wren young zen"""
) | words("april may june august jan mar jun sat sun mon")
MONTH_NAMES = words("april may june august jan mar jun sat sun mon summer autumn winter spring")
PLACE_NAMES = words(
    """austin boston charlotte chelsea dallas denver florence georgia houston india israel jersey jordan kenya
    lincoln madison montana orlando paris phoenix savannah sierra sydney troy virginia victoria asia london"""
)
# An ordinary word is no name before these: "may be", "hope to", "mark the", "will send" (see also BASE_VERBS).
NOT_BEFORE = {
    "hope": words("to that for she he they we i it this so"),
    "may": words("be have not or"),
    "will": words("be have not never probably also likely then and"),
    "mark": words("the my our a your as down this that"),
    "frank": words("about with"),
    "joy": words("of"),
    "faith": words("in"),
    "love": words("to the it this that"),
    "see": words("you her him them if how"),
    "happy": words("to with"),
    "rich": words("in"),
    "young": words("at"),
    "long": words("for after before"),
    "early": words("in on"),
}
# Before these, what comes is somebody: "with Will", "met Mark".
BEFORE_PEOPLE = words(
    """with w w/ met meeting saw seeing meet called emailed e-mailed mailed texted thanked thank told asked ask phoned
    rang messaged dm'd dmed pinged visited joined interviewed invited mentored coached observed shadowed
    introduced owe owes promised tell remind cc'd mr mrs ms miss dr prof professor principal coach hi hello dear thx thanks
    zoomed skyped facetimed bumped joined hugged call email text message ping phone invite introduce intro hosted
    alongside aunt uncle colleague friend teacher help helped helping assist assisted contact contacted congratulate
    congratulated nominate nominated train trained supervised briefed debriefed updated hired recruited toured paired"""
)
# After "to" and the like a name needs one of these before it, in lower case: "talked to mark".
SPEAKING = words(
    """talk talked talking spoke speak speaking chatted chat chatting email emailed e-mail e-mailed mail mailed
    text texted letter wrote write message messaged note dm sent send intro introduced introduce introduction
    call listened replied reply said thanks gave give shown show shout-out kudos call heard hear got message
    coffee lunch dinner postcard card video zoom meeting skype teams voicemail reached hi thx ty thank props
    cheers shoutout"""
)
LINKING = words("to from by for of")
# What may follow somebody who is spoken of.
AFTER_PEOPLE = words(
    """and & about at @ re on over from for in to who is was were said will would has had 's after before during
    then but so via by today yesterday tomorrow this last again as because while since until where when
    regarding with w w/ are through across around over toward towards against between under within without per up off out
    onto beside besides despite except too also together briefly quickly i she he they we it earlier re: or near
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri tonight twice into outside inside"""
)
DETERMINERS = words(
    "the a an my our your his her their its this that these those each every no some any all both new"
)
# Verbs that have a person as their subject; past and third person only, so that "will called" is Will.
PERSON_VERBS = words(
    """said says told asked asks called calls emailed texted wrote writes promised promises wants wanted needs
    needed mentioned mentions sent sends came met meets stopped visited shared shares offered offers agreed
    agrees introduced gave gives showed helped thinks thought suggested suggests recommended recommends owes owed
    loved liked loves likes knows knew works worked runs is was has had replied responded reached
    phoned messaged pinged rang dropped joined brought got went looked seemed took talked spoke explained invited
    invites confirmed presented taught teaches leads led moved left started wondered reminded
    volunteered pledged committed swung popped built made ran sat did found held kept paid won drew drove ate
    bought chose hopes hoped plans planned expects intends teaches heard learned lent sold spent stood threw stays
    drove flew wore"""
)
TAKEN = words("me us him her them it with w/ w everyone everybody")  # what a verb can do something to
OWNED = words(
    """class classroom room lab students kids team office house desk birthday mom dad mother father wife husband son
    daughter parents period section homeroom"""
)
TITLES = words("mr mrs ms miss mx dr prof professor principal superintendent coach sir dame rev sr fr")
DEGREES = words("phd edd ed.d ph.d md jr sr ii iii iv")
# Said of things too, so that a lower-case "grant is" is no person.
SAID_OF_THINGS = words("is was has had works worked looked needs leads goes went left")
CAN = words("may might can't couldn't won't didn't doesn't isn't wasn't can could")
CONJUNCTIONS = words("and but then so because that when")
ADVERBS = words("also just never still really finally later kindly quickly then")
GOTTEN = words("help feedback advice visit news question questions idea ideas referral back tips request")
WHEN = words(
    "in by of since until till early late mid last next this during before after through every end around"
)
# Verbs that take somebody and something: "owe Grace lunch", "gave will the keys".
DATIVE = words(
    """owe owes promised tell told ask asked give gave send sent show showed lend lent hand handed bring help helped let had
    text texted email emailed message messaged wished wrote"""
)
