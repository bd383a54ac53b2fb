"""Stems: one form for the inflections of an English word; other words stay what they are."""

from functools import lru_cache
from itertools import pairwise

# Each line: the word that stands for all its forms. British and American spellings share a line.
_IRREGULAR = """
be am is are was were been being beings|have has had having|do does did done doing|go goes went gone going
say says said saying|make makes made making|take takes took taken taking|come comes came coming
see sees saw seen seeing|get gets got gotten getting|give gives gave given giving|find finds found finding
think thinks thought thoughts thinking|tell tells told telling|become becomes became becoming|leave leaves left leaving
feel feels felt feeling|bring brings brought bringing|begin begins began begun beginning|keep keeps kept keeping
hold holds held holding|write writes wrote written writing|stand stands stood standing|hear hears heard hearing
mean means meant meaning|meet meets met|run runs ran running|pay pays paid paying|sit sits sat sitting
speak speaks spoke spoken speaking|lie lies lain lying|lead leads led leading|read reads reading
grow grows grew grown growing|lose loses lost losing|fall falls fell fallen falling|send sends sent sending
build builds built building|understand understands understood understanding|draw draws drew drawn drawing
break breaks broke broken breaking|spend spends spent spending|cut cuts cutting|rise rises rose risen rising
drive drives drove driven driving|buy buys bought buying|wear wears wore worn wearing
choose chooses chose chosen choosing|seek seeks sought seeking|throw throws threw thrown throwing
catch catches caught catching|deal deals dealt dealing|win wins won winning
forget forgets forgot forgotten forgetting|sell sells sold selling|fight fights fought fighting
teach teaches taught teaching|eat eats ate eaten eating|sing sings sang sung singing|strike strikes struck striking
hang hangs hung hanging|shake shakes shook shaken shaking|ride rides rode ridden riding|feed feeds fed feeding
shoot shoots shot shots shooting|drink drinks drank drunk drinking|hit hits hitting|fly flies flew flown flying
steal steals stole stolen stealing|sleep sleeps slept sleeping|swim swims swam swum swimming|lend lends lent lending
bear bears bore borne bearing|beat beats beaten beating|bind binds bound bounds binding|bend bends bent bending
bite bites bit bits bitten biting|blow blows blew blown blowing|burn burns burnt burned burning|cost costs costing
dig digs dug digging|forbid forbids forbade forbidden|freeze freezes froze frozen freezing
hide hides hid hidden hiding|hurt hurts hurting|lay lays laid laying|let lets letting|light lights lit lighting
put puts putting|quit quits quitting|ring rings rang rung ringing|set sets setting|shut shuts shutting
shrink shrinks shrank shrunk shrinking|sink sinks sank sunk sinking|slide slides slid sliding
spread spreads spreading|spring springs sprang sprung|stick sticks stuck sticking|swear swears swore sworn swearing
sweep sweeps swept sweeping|tear tears tore torn tearing|wake wakes woke woken waking
withdraw withdraws withdrew withdrawn withdrawing|wind winds winding|show shows showed shown showing
know knows knew known knowing|arise arises arose arisen arising|undergo undergoes underwent undergone
overcome overcomes overcame overcoming|foresee foresees foresaw foreseen|bid bids bidding|shed sheds shedding
split splits splitting|man men mens|woman women womens|child children childrens|person people persons peoples|foot feet
tooth teeth|goose geese
mouse mice|wife wives|life lives|knife knives|leaf leaves|half halves|wolf wolves|thief thieves|shelf shelves
crisis crises|analysis analyses|basis bases|thesis theses|criterion criteria|phenomenon phenomena|datum data
medium media|use uses used using|die dies died dying|tie ties tied tying|try tries tried trying
agree agrees agreed agreeing|disagre disagree disagrees disagreed disagreeing
guarante guarantee guarantees guaranteed guaranteeing|decre decree decrees decreed decreeing
refere referee referees refereed refereeing|free frees freed freeing|flee flees fled fleeing|see sees
need needs needed needing
defence defense defences defenses|licence license licences licenses|centre center centres centers
programme program programmes programs|labour labor labors labored laboring|colour color colours colors|grey gray
neighbour neighbor neighbours neighbors|honour honor honours honors|favour favor favours favors
tonne ton tonnes tons|metre meter metres meters|kilometre kilometer kilometres kilometers km kms|cheque cheques
tired tiring|tyre tire tires|plane airplane aeroplane aircraft aircrafts planes airplanes aeroplanes|kid kids
policeman policemen|news
series|species|his|this|thus|its|us|gas gases|bus buses|plus|yes|less|always|perhaps|towards toward
afterwards afterward|forwards forward forwarded forwarding|backwards backward|among amongst|while whilst|good|well|bad
better|best|worse
worst|far|further farther|nothing|anything|something|everything|during|morning mornings|evening evenings
thing things|king kings|string strings|wing wings|spring springs|ceiling ceilings|wedding weddings|red|bed
hundred hundreds|hundredth|indeed|speed speeds speeding|weed weeds|only|early|family families
reply replies replied replying|supply supplies supplied supplying|apply applies applied applying|ally allies allied
july|assembly|monopoly|anomaly|italy|belly|jelly|bully|rally rallies rallied|united|added add adds adding|odd odds
egg eggs|off|tell|sell|call calls called calling|roll rolls rolled rolling|fill fills filled filling
kill kills killed killing|pull pulls pulled pulling|press presses pressed pressing|pass passes passed passing
miss misses missed missing|uphold upholds upheld upholding|withhold withholds withheld withholding
mislead misleads misled misleading|rebuild rebuilds rebuilt rebuilding|repay repays repaid repaying
undo undoes undid undone undoing|overthrow overthrows overthrew overthrown overthrowing
oversee oversees oversaw overseen overseeing|withstand withstands withstood withstanding
mistake mistakes mistook mistaken mistaking|forgive forgives forgave forgiven forgiving
forgo forgoes forwent forgone forgoing|outdo outdoes outdid outdone|weep weeps wept weeping|breed breeds bred breeding
bleed bleeds bled bleeding|cling clings clung clinging|dwell dwells dwelt dwelled dwelling
leap leaps leapt leaped leaping|lean leans leant leaned leaning|learn learns learnt learned learning
spill spills spilt spilled spilling
kneel kneels knelt kneeling|creep creeps crept creeping|flee flees fled fleeing|overtake overtakes overtook overtaken
undertake undertakes undertook undertaken undertaking|misunderstand misunderstands misunderstood
disprov disprove disproves disproved disproven disproving
prove proves proved proven proving|spin spins spun spinning|swing swings swung swinging|fling flings flung flinging
sling slings slung slinging|sting stings stung stinging|string strings strung stringing|swell swells swelled swollen
slay slays slew slain slaying|strew strews strewn|sew sews sewed sewn sewing|sow sows sowed sown sowing|hew hews hewn
spit spits spat spitting|speed speeds sped speeding|strive strives strove striven striving|awake awakes awoke awoken
stride strides strode striding|shine shines shone shining|weave weaves wove woven weaving|tread treads trod trodden
unwind unwinds unwound|befall befalls befell befallen|forsake forsakes forsook forsaken|dream dreams dreamed dreamt
smell smells smelled smelt|spell spells spelled spelt|sneak sneaks sneaked snuck|shear shears sheared shorn
overrun overruns overran overrunning|overhear overhears overheard|remake remakes remade|redo redoes redid redone redoing
prepay prepays prepaid|overpay overpays overpaid|underpay underpays underpaid|outgrow outgrows outgrew outgrown
foretell foretells foretold|retell retells retold|outsell outsells outsold|override overrides overrode overridden
underwrite underwrites underwrote underwritten|embed embeds embedded embedding|panic panics panicked panicking
traffic traffics trafficked trafficking|mimic mimics mimicked mimicking|quiz quizzes quizzed quizzing
comply complies complied complying|multiply multiplies multiplied multiplying|tally tallies tallied tallying
bully bullies bullied bullying|butterfly butterflies|imply implies implied implying
fulfil fulfill fulfils fulfills fulfilled fulfilling|enrol enroll enrols enrolls enrolled enrolling
instil instill instils instills instilled instilling|distil distill distils distills distilled distilling
fuel fuels fuelled fueled fuelling fueling|refuel refuels refuelled refueled|duel duels duelled duelling
dial dials dialled dialling|gel gels gelled gelling|bankroll bankrolled bankrolling
unroll unrolled unrolling|steamroll steamrolled steamrolling|resell reselling|outsell outselling|undersell underselling
unwill unwilling|misspell misspells misspelled misspelt misspelling|picnic picnics picnicked picnicking
gas gases gassed gassing
sink sunken|shave shaves shaved shaven shaving|overgrow overgrown|overdo overdone|oversell oversold|vie vies vied vying
appal appall appals appalls appalled appalling|install installs installed installing
recall recalls recalled recalling|forestall forestalls forestalled|grandchild grandchildren|stepchild stepchildren
housewife housewives|midwife midwives|scarf scarves|calf calves|loaf loaves|hoof hooves|bookshelf bookshelves|ox oxen
nucleus nuclei|stimulus stimuli|fungus fungi|alumnus alumni|index indexes indices|matrix matrices|millennium millennia
hypothesis hypotheses|diagnosis diagnoses|synthesis syntheses|oasis oases|parenthesis parentheses
referendum referendums referenda|memorandum memorandums memoranda|consortium consortiums consortia
curriculum curricula|stadium stadiums stadia|symposium symposia|spectrum spectra|stratum strata|penny pence
boycott boycotts boycotted boycotting|succeed succeeds succeeded succeeding|exceed exceeds exceeded exceeding
proceed proceeds proceeded proceeding
rewrite rewrites rewrote rewritten|retake retakes retook retaken|resell resells resold|oversleep oversleeps overslept
"""

_KNOWN: dict[str, str] = {}
for _line in _IRREGULAR.replace("|", "\n").split("\n"):
    _forms = _line.split()
    for _form in _forms:
        _KNOWN.setdefault(_form, _forms[0])
_FORMS: dict[str, list[str]] = {}
"""Word → those forms of `_KNOWN` for which it stands."""
for _form, _base in _KNOWN.items():
    _FORMS.setdefault(_base, []).append(_form)

_CUT_TO = frozenset(
    [form for form, base in _KNOWN.items() if form == base or base == _KNOWN.get(f"{form}s") or form[-1] == "y"]
)
"""Those that may be left when an inflection is cut: "center-ed", but not "found-ed"."""
_VOWELS = frozenset("aeiouy")
_INFLECTED_ENDS = frozenset("sgdy")
"""Last letters of -s, -ing, -ed and -ly."""
_SUFFIXES = frozenset(
    [
        "",
        "ion",
        "ation",
        "ition",
        "ment",
        "er",
        "or",
        "ar",
        "al",
        "ial",
        "ual",
        "iv",
        "ativ",
        "ity",
        "abl",
        "ibl",
        "ant",
        "ent",
        "anc",
        "enc",
        "ist",
        "ism",
        "ic",
        "ical",
        "ian",
        "an",
        "ish",
        "ship",
        "hood",
        "ful",
        "ous",
        "y",
        "i",
        "s",
        "t",
        "ur",
        "is",
        "iz",
        "ifi",
        "ng",
        "dom",
        "ness",
        "nes",
        "ar",
        "ary",
        "ory",
        "e",
        "n",
        "en",
        "th",
        "in",
    ]
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The form that stands for all inflections of a folded word ("talked", "talks" → "talk").

    Plurals, -ed, -ing and -ly go, irregular forms come from a list. Words of one family but
    another kind ("agree", "agreement") keep their own stems: ask `same_family`.
    """
    known = _KNOWN.get(word)
    if known is not None:
        return known
    if word.endswith("'s"):
        return stem(word[:-2])
    if len(word) <= 3 or not word.isalpha():
        return word
    if word[-1] in _INFLECTED_ENDS:
        bare = _bare(word)
        if bare in _KNOWN and (bare in _CUT_TO or word[-1] == "y"):
            return _KNOWN[bare]
        return _tail(bare)
    return _tail(word) if word[-1] == "e" else word


def _bare(word: str) -> str:
    """The word without its inflection."""
    if word.endswith("s"):
        word = _singular(word)
    if word.endswith("ing") and len(word) > 5 and not _VOWELS.isdisjoint(word[:-3]):
        return _undoubled(word[:-3])
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and len(word) > 4 and not _VOWELS.isdisjoint(word[:-2]):
        return _undoubled(word[:-2])
    if word.endswith("ly") and len(word) > 5:
        return word[:-2]
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is")):
        return word
    return word[:-1]


def _undoubled(body: str) -> str:
    """ "hopp-" → "hop", "hop-" → "hope": a short syllable that did not double its consonant has lost an e.

    An f is never doubled so ("rebuff-").

    An l is doubled after more than one syllable ("controll-" → "control"), and stays after one ("call-").
    """
    if len(body) > 3 and body[-1] == body[-2] and (body[-1] not in "lszf" or _is_doubled_l(body)):
        return body[:-1]
    return f"{body}e" if _is_short_syllable(body) else body


_SHORT_LL = ("ball", "call", "dwell", "fall", "fill", "kill", "mill", "spill", "stall", "tell", "thrall", "wall")
"""Words of one syllable with which longer ones end: "refill-" keeps both as "fill-" does."""


def _is_doubled_l(body: str) -> bool:
    if body[-1] != "l" or body.endswith(_SHORT_LL):
        return False
    return any(a in _VOWELS and b not in _VOWELS for a, b in pairwise(body[:-3]))


_LONGEST_SYLLABLE = 4


def _is_short_syllable(body: str) -> bool:
    """One vowel, one consonant after it, at most four letters: "hop", "plan"; not "look", "act", "edit"."""
    return (
        3 <= len(body) <= _LONGEST_SYLLABLE
        and body[-1] not in "aeiouywx"
        and body[-2] in "aeiou"
        and not any(letter in "aeiou" for letter in body[:-2])
    )


def _tail(word: str) -> str:
    """One ending for "make" and "mak-ing", "carry" and "carri-ed"."""
    if len(word) > 3 and word.endswith("e"):
        return word if _is_short_syllable(word[:-1]) else word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word


def inflections(stem_form: str) -> tuple[str, ...]:
    """Forms that a verb may take, for matching phrases ("step" → "steps", "stepped", "stepping"); some are no words."""
    if stem_form in _FORMS:
        return tuple(_FORMS[stem_form])
    if stem_form.endswith("e"):
        bare = stem_form[:-1]
        return f"{stem_form}s", f"{stem_form}d", f"{bare}ing"
    if stem_form.endswith("y") and stem_form[-2:-1] not in _VOWELS:
        bare = stem_form[:-1]
        return f"{bare}ies", f"{bare}ied", f"{stem_form}ing"
    body = stem_form + stem_form[-1] if _is_short_syllable(stem_form) else stem_form
    return f"{stem_form}s", f"{body}ed", f"{body}ing"


def same_family(left: str, right: str) -> bool:
    """Are these stems of one word family: a long common beginning, and only known endings after it?"""
    shorter = min(len(left), len(right))
    common = 0
    while common < shorter and left[common] == right[common]:
        common += 1
    if common < 4 or common * 5 < 3 * max(len(left), len(right)):
        return False
    return left[common:] in _SUFFIXES and right[common:] in _SUFFIXES
