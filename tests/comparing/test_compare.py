"""Comparing two wordings: the laws, and what each contrast says."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.comparing.contrasts import CONTRASTS

SENTENCES = st.sampled_from(
    [
        "The bridge near the old town was destroyed on 28 July 2021.",
        "The ministry confirmed that 767 launchers were counted in March.",
        "Both delegations will meet in Geneva at the end of September.",
        "The parliament approved a budget of 2 million euros.",
        "Russia proposes talks on every strategic weapon, offensive and defensive.",
        "She may travel to Vienna next week.",
        "",
        "no",
    ]
)
TEXTS = st.one_of(SENTENCES, st.text(max_size=80))


@given(left=TEXTS, right=TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_mirrored_comparison_is_the_mirror_of_the_comparison(left, right):
    """Laws 4 and 15: compare(a, b) mirrors compare(b, a); figures lie in 0 to 1; spans hold the words named."""
    one, other = ct.compare(left, right), ct.compare(right, left)
    assert (one.relation, one.paraphrase, one.similarity) == (other.relation, other.paraphrase, other.similarity)
    assert sorted(c.kind for c in one.contrasts) == sorted(c.kind for c in other.contrasts)
    assert 0.0 <= one.paraphrase <= 1.0
    assert 0.0 <= one.similarity <= 1.0
    for contrast in one.contrasts:
        assert left[slice(*contrast.left_span)] == contrast.left
        assert right[slice(*contrast.right_span)] == contrast.right
    for aligned in one.alignment:
        assert left[slice(*aligned.left_span)]
        assert right[slice(*aligned.right_span)]


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_wording_beside_itself_is_the_same(text):
    """Law 5: compare(a, a) is same, with a paraphrase of at least .99."""
    found = ct.compare(text, text)
    assert found.relation == "same"
    assert found.paraphrase >= 0.99


@given(text=SENTENCES.filter(len))
@settings(max_examples=40, deadline=None)
def test_case_spaces_marks_and_unicode_form_change_nothing(text):
    """Law 6: case, white space, final punctuation, kinds of dash, no-break spaces and NFC/NFD change nothing."""
    for other in (
        text.upper(),
        text.replace(" ", "  "),
        text.replace(" ", "\u00a0"),
        text.rstrip(".") + "!",
        unicodedata.normalize("NFD", text),
    ):
        assert ct.compare(text, other).relation == "same"


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The bridge was destroyed.", "The bridge was not destroyed.", "polarity"),
        ("The talks are useful.", "The talks aren't useful.", "polarity"),
        ("They agreed on a date for the talks.", "They failed to agree on a date for the talks.", "polarity"),
        ("12 people were injured in the blast.", "40 people were injured in the blast.", "number"),
        ("Twelve trucks were lost in the fire.", "Forty trucks were lost in the fire.", "number"),
        ("The road is 5 miles long in all.", "The road is 5 kilometres long in all.", "number"),
        ("The round opens on 21 July in Geneva.", "The round opens on 28 July in Geneva.", "date"),
        ("The treaty ends in March 2019.", "The treaty ends in March 2020.", "date"),
        ("Prices rose sharply in the capital.", "Prices fell sharply in the capital.", "antonym"),
        ("The talks were held in Geneva on Monday.", "The talks were held in Vienna on Monday.", "name"),
        ("The senator praised the governor warmly.", "The governor praised the senator warmly.", "role"),
    ],
)
def test_wordings_that_cannot_both_hold_diverge_on_a_named_contrast(left, right, kind):
    """Laws 7, 9, 11 and 12: each kind of contrary evidence is named, and the relation is diverge."""
    found = ct.compare(left, right)
    assert found.relation == "diverge"
    assert kind in {str(contrast.kind) for contrast in found.contrasts if contrast.contrary}
    assert found.reason
    assert found.paraphrase < 0.2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Talks are held in September.", "Talks are held on 30 September."),
        ("Talks are held at the end of September.", "Talks are held on 30 September."),
        ("Russia has at least 700 launchers in service.", "Russia has 767 launchers in service."),
        ("Talks will be held in Geneva.", "Talks may be held in Geneva."),
        ("All weapons were counted by the inspectors.", "Some weapons were counted by the inspectors."),
    ],
)
def test_a_narrower_or_weaker_wording_is_partial(left, right):
    """Laws 13 and 14: narrower dates and numbers, hedges and scope are partial, never a divergence."""
    assert ct.compare(left, right).relation == "partial"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The budget is 2 million euros.", "The budget is 2,000,000 euros."),
        ("The warheads number 1,000 today.", "The warheads number 1 000 today."),
        ("Turnout rose by 5% in May.", "Turnout rose by five percent in May."),
        ("The road is safe.", "The road is not unsafe."),
    ],
)
def test_one_amount_or_a_double_denial_does_not_diverge(left, right):
    """Laws 8 and 10: spellings of one number are equal, and two negations restore."""
    found = ct.compare(left, right)
    assert found.relation != "diverge"
    assert not [contrast for contrast in found.contrasts if contrast.kind == "number"]


def test_a_relative_date_is_read_against_the_day_of_speaking():
    """ "Next week", said on Saturday 25 September, allows 30 September and excludes 28 July."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        "  - {id: x, speaker: s, date: 2021-09-25, text: The second round is due next week.}\n"
        "  - {id: y, speaker: s, date: 2021-09-27, text: The second round is due on 30 September.}\n"
        "  - {id: z, speaker: s, date: 2021-09-27, text: The second round is due on 20 December.}\n"
    )
    x, y, z = ledger.claims
    assert ct.compare(x, y).relation == "partial"
    assert ct.compare(x, z).relation == "diverge"


def test_texts_that_share_nothing_are_unrelated():
    """No common question."""
    assert ct.compare("The bridge was destroyed.", "Quokkas sing at dusk.").relation == "unrelated"


def test_a_text_beyond_the_limit_is_refused_by_name():
    """Never a hang: TooLongError says how long it is."""
    with pytest.raises(ct.TooLongError, match="5,000 characters"):
        ct.compare("x" * 5_000, "y")


@pytest.mark.parametrize("kind", list(CONTRASTS))
def test_each_contrast_can_be_switched_off(kind):
    """Switched off, it is not told."""
    off = ct.Settings(switched_off=frozenset({kind}))
    found = ct.compare("12 men may not meet in Rome in May.", "40 men will meet in Oslo in all of June.", settings=off)
    assert kind not in {str(contrast.kind) for contrast in found.contrasts}


def test_an_attribution_before_the_claim_is_set_aside():
    """ "The minister said that …" adds nothing to the comparison."""
    found = ct.compare("The minister said that the bridge was destroyed.", "The bridge was destroyed.")
    assert found.relation in ("same", "partial")
    assert ct.compare("According to the ministry, the bridge fell.", "The bridge fell.").relation != "diverge"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Two thirds of members voted yes.", "A third of members voted yes.", "diverge"),
        ("Half of the members voted yes.", "50 percent of the members voted yes.", "same"),
        ("The delegation has seven members.", "The delegation has a dozen members.", "diverge"),
        ("He was sentenced to ten years in prison.", "He was sentenced to 18 months in prison.", "diverge"),
        ("The round lasted two days.", "The round lasted three weeks.", "diverge"),
        ("The round lasted a fortnight.", "The round lasted two weeks.", "same"),
        ("The flight took two and a half hours.", "The flight took 2.5 hours.", "same"),
        ("Prices rose by 5%.", "Prices rose by five percent.", "same"),
        ("It meets twice a year.", "It meets four times a year.", "diverge"),
        ("The system was tested in the desert.", "The system is said to have been tested in the desert.", "partial"),
        ("It opens in the first quarter of 2023.", "It opens in the last quarter of 2023.", "diverge"),
        ("She questioned the judge about the witness.", "She questioned the witness about the judge.", "diverge"),
        ("The Kremlin announced the visit.", "The White House announced the visit.", "diverge"),
        ("The fine was €400,000.", "The fine was 400,000 euros.", "same"),
        ("The summit takes place in June.", "The summit takes place in autumn.", "diverge"),
        ("The bank was founded in the 19th century.", "The bank was founded in the 1970s.", "diverge"),
        ("It was built in the 1960s.", "It was built in the sixties.", "same"),
        ("The vote is due on 1 May.", "The vote is due on the first of May.", "same"),
        ("The talks resume next week.", "The talks resume next month.", "diverge"),
        ("The storm hit in early May.", "The storm hit in late August.", "diverge"),
        ("The Pentagon published the figures.", "The State Department published the figures.", "diverge"),
        ("The novel was written by Anna Weber.", "The novel was written by Clara Stein.", "diverge"),
        ("Mozart composed the opera.", "Salieri composed the opera.", "diverge"),
        ("He is guilty.", "He is allegedly guilty.", "partial"),
        ("The rebels want to capture the town.", "The rebels captured the town.", "partial"),
        ("Most residents have access to clean water.", "Most residents lack access to clean water.", "diverge"),
        ("She knew about the meeting.", "She was unaware of the meeting.", "diverge"),
        ("The president signed the bill.", "The president vetoed the bill.", "diverge"),
        ("Exports to Asia increased.", "Exports to Asia went up.", "same"),
        ("Few experts believe that it works.", "Most experts believe that it works.", "diverge"),
        ("Between 40 and 60 people were injured.", "Some 50 people were injured.", "partial"),
        ("Between 40 and 60 people were injured.", "More than 80 people were injured.", "diverge"),
        ("The ship was hit by two missiles.", "The ship was hit by a single missile.", "diverge"),
        ("Four in ten voters stayed at home.", "40 percent of voters stayed at home.", "same"),
        ("The minister promised to resign.", "The minister resigned.", "partial"),
        ("It holds for civil and military aircraft.", "It holds for civil aircraft alone.", "diverge"),
        ("Only nuclear arms are at issue.", "Both nuclear and conventional arms are at issue.", "diverge"),
        ("The deal covers weapons, including nuclear ones.", "The deal covers weapons.", "partial"),
    ],
)
def test_short_wordings_that_differ_in_one_thing(left, right, relation):
    """Shares, lengths of time, currencies, eras, names that begin a text, hedges, and what is left out."""
    assert ct.compare(left, right).relation == relation


WRAPPED = [
    "{}, the ministry said.",
    "{}, the ministry said in a statement on Monday.",
    "{}, said the ministry.",
    "{}, Ryabkov told reporters.",
    "{} according to a report that was released after the summit.",
    "{} according to police.",
    '"{}," Ryabkov added.',
    "The ministry said {}.",
    "The ministry said in a statement that {}.",
    "Ryabkov told the press on Monday that {}.",
    "Ryabkov told the press on Monday, {}.",
    'Ryabkov noted: "{}."',
    "According to the ministry, {}.",
]


@pytest.mark.parametrize("wrapped", WRAPPED)
def test_who_is_named_as_saying_it_is_set_aside_wherever_it_stands(wrapped):
    """The claim is what is said."""
    said = "the second round of the talks will open in Geneva in July"
    assert ct.compare(said, wrapped.format(said)).paraphrase == 1.0
    middle = "The second round, the ministry said, will open in Geneva in July."
    assert ct.compare("The second round will open in Geneva in July.", middle).paraphrase == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody said that the talks failed.", "The talks failed."),
        (
            "The minister told the envoy that the president had left.",
            "The envoy told the minister that the president had left.",
        ),
        ("Russia says it has shot down the drone.", "Japan says it has shot down the drone."),
        ("He said nothing about the missiles.", "Nothing about the missiles."),
        ("The talks, which he said were useful, ended.", "The talks ended."),
        ("Few experts believe that the talks will succeed.", "The talks will succeed."),
        ("When he was asked, he said no.", "When he was asked"),
        ("The maker, based in Texas, reported a loss of $14 million.", "The maker, based in Texas."),
        ("The senator, 45, announced his resignation.", "The senator, 45."),
        ("The index, up since May, added 3 points.", "The index, up since May."),
    ],
)
def test_what_only_looks_like_an_attribution_stays(left, right):
    """There the speaker or the verb is part of what is claimed."""
    assert ct.compare(left, right).paraphrase < 1.0


def test_long_texts_at_the_limit_are_compared():
    """The worst case is bounded: words without counterparts are tried up to a limit."""
    left = " ".join(f"abc{i}" for i in range(300))[:2000]
    right = " ".join(f"abd{i}" for i in range(300))[:2000]
    assert 0.0 <= ct.compare(left, right).paraphrase <= 1.0


def test_numbers_of_claims_about_one_issue_diverge_on_less_common_ground():
    """A person said that both answer one question; of two texts alone it is only partly known."""
    texts = "12 trucks were lost when the bridge fell.", "40 trucks were lost as the bridge collapsed at dawn."
    ledger = """
sides: {{a: A}}
speakers: {{s: {{name: S, side: a}}}}
issues: {{trucks: {{question: How many?}}, bridge: {{question: What fell?}}}}
claims:
- {{id: c1, speaker: s, date: 2021-07-28, text: "{}", about: trucks}}
- {{id: c2, speaker: s, date: 2021-07-28, text: "{}", about: {}}}
"""
    assert ct.compare(*texts).relation == "partial"
    for about, relation in (("trucks", "diverge"), ("bridge", "partial")):
        left, right = ct.ledger_of(ledger.format(*texts, about)).claims
        assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The envoy also met the general.", "The envoy only met the general.", "diverge"),
        ("All the schools were closed.", "Only some of the schools were closed.", "diverge"),
        ("The ban covers trucks and buses.", "The ban covers only trucks.", "diverge"),
        ("The ban covers trucks.", "The ban covers only trucks.", "partial"),
        ("The pact covers arms, nuclear and non-nuclear.", "The pact covers every nuclear arm.", "diverge"),
        ("The pact covers arms, nuclear and non-nuclear.", "The pact covers all arms.", "partial"),
    ],
)
def test_what_is_said_of_a_part_alone_excludes_what_takes_in_more(left, right, relation):
    """Only beside also, only some beside all, only A beside A and B; "only A" beside A narrows."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The house has a high roof.", "The house has a low roof.", "diverge"),
        ("A high house burned.", "A low house burned.", "partial"),
        ("The man is not playing.", "A woman is playing.", "partial"),
        ("The monkey is brushing a dog.", "A dog is brushing the monkey.", "partial"),
        ("The monkey is brushing the dog.", "The dog is brushing the monkey.", "diverge"),
    ],
)
def test_opposites_and_roles_exclude_each_other_where_both_are_of_one_thing(left, right, relation):
    """What nobody known is or does may be of two."""
    found = ct.compare(left, right)
    assert found.relation == relation
    assert found.contrasts


def test_the_opposite_of_a_synonym_in_the_same_place_is_an_opposite():
    """What is contrary to a word is contrary to what means the same."""
    found = ct.compare("The witnesses adored the old mayor.", "The witnesses loathed the old mayor.")
    assert (found.relation, found.contrasts[0].kind) == ("diverge", "antonym")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Prices rose by 17 percent.", "Prices rose by 17.3 percent.", "partial"),
        ("Prices rose by 17 percent.", "Prices rose by 17.7 percent.", "diverge"),
        ("More than 500 people came.", "Fewer than 500 people came.", "diverge"),
        ("The hall was built before 1915.", "The hall was built in 1910.", "partial"),
        ("The hall was built before 1915.", "The hall was built in 1915.", "diverge"),
        ("The hall was built after March 2007.", "The hall was built on 2 May 2008.", "partial"),
    ],
)
def test_numbers_and_dates_are_intervals(left, right, relation):
    """Fewer decimals leave room for more; what touches at a bound alone does not."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bank has yet to pay the fine.", "The bank has not paid the fine."),
        ("The tax will rise unless the law is repealed.", "The tax will rise if the law is not repealed."),
        ("The spokesman declined comment on the matter.", "The spokesman would not comment on the matter."),
        ("The river and the lake did not freeze.", "Neither the river nor the lake froze."),
    ],
)
def test_two_forms_of_one_denial_do_not_diverge(left, right):
    """Each denies once."""
    assert ct.compare(left, right).relation != "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plant is incapable of making steel.", "The plant is making steel."),
        ("The town has a hospital.", "The town lacks a hospital."),
        ("The report was written by the council.", "The report is yet to be written by the council."),
        ("The banks are barred by law from selling their shares.", "The banks are selling their shares."),
    ],
)
def test_many_words_deny(left, right):
    """What one lacks, is incapable of or is yet to do, the other affirms."""
    assert ct.compare(left, right).relation == "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Iran reached a deal with Russia.", "Russia reached a deal with Iran."),
        ("Lavrov held talks with Blinken on Friday.", "Blinken held talks with Lavrov on Friday."),
        ("Iran was at war with Iraq.", "Iraq was at war with Iran."),
        ("Russia restored ties with Turkey.", "Turkey restored ties with Russia."),
        ("The ferry collided with a tanker off Malta.", "A tanker collided with the ferry off Malta."),
    ],
)
def test_what_each_does_with_the_other_is_said_of_both(left, right):
    """Whoever is named first."""
    assert ct.compare(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("France closed checkpoints on its border with Spain.", "Spain closed checkpoints on its border with France."),
        ("Armenia violated the truce with Azerbaijan.", "Azerbaijan violated the truce with Armenia."),
        ("Georgia was the first to sign a pact with China.", "China was the first to sign a pact with Georgia."),
        ("Russia is waging war against Ukraine.", "Ukraine is waging war against Russia."),
    ],
)
def test_what_one_does_about_what_both_have_is_said_of_that_one(left, right):
    """A border, a truce and a pact are of two; who closes, violates or is first is one."""
    assert ct.compare(left, right).relation == "diverge"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The army attacked the rebels at dawn.", "At dawn it was the rebels who attacked the army.", "diverge"),
        ("The army attacked the rebels at dawn.", "At dawn it was the army that attacked the rebels.", "same"),
        ("The trawler rammed the cutter off Malta.", "Off Malta the cutter rammed the trawler.", "diverge"),
        (
            "France handed the papers to Benin at a ceremony on Tuesday.",
            "At Tuesday's ceremony Benin handed the papers to France.",
            "diverge",
        ),
        ("The mayor opened the bridge in Lyon on Monday.", "In Lyon on Monday the mayor opened the bridge.", "same"),
    ],
)
def test_when_and_where_may_stand_at_the_other_end_and_who_did_it_may_not(left, right, relation):
    """Whatever the order of the words that tell when and where, and be it told that "it was the rebels who" did it."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Germany is larger than France.", "France is smaller than Germany."),
        ("Russia sold the missiles to India in May.", "India bought the missiles from Russia in May."),
        ("The envoy left before the general arrived.", "The general arrived after the envoy left."),
        ("The company was sold last year.", "The company was bought last year."),
    ],
)
def test_converses_say_one_thing(left, right):
    """What one does to another is told from either end."""
    assert ct.compare(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The pact was signed a few days later.", "The pact was signed several days later."),
        ("The plant makes 12 trucks a week.", "The plant makes 12 trucks each week."),
        (
            "The bridge is safe for trucks, the mayor said Monday.",
            "The bridge is safe for trucks, the mayor said on Friday.",
        ),
    ],
)
def test_what_only_looks_like_an_opposite_or_a_scope_changes_nothing(left, right):
    """A few are several, a thing may be said on two days, and "each week" tells how often."""
    assert ct.compare(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The bridge was closed before the flood.", "The bridge was closed after the flood.", "diverge"),
        ("The bridge was closed before the spring flood.", "The bridge was closed following the flood.", "diverge"),
        ("The bridge was closed before the flood.", "The bridge was closed after the inspection.", "partial"),
        ("The mayor led the march in the old town.", "Following the mayor, they marched in the town.", "partial"),
    ],
)
def test_before_and_after_exclude_each_other_where_both_are_of_one_event(left, right, relation):
    """Before one thing and after another may be the same day."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Russia is ready to extend the treaty.", "Russia is ready to discuss the treaty.", "partial"),
        ("Russia is ready to extend the treaty.", "Russia is prepared to prolong the treaty.", "same"),
        ("The minister met the envoy in Geneva.", "The minister met the farmers in Geneva.", "partial"),
        ("The minister met the envoy in Geneva.", "The minister met the ambassador in Geneva.", "same"),
        ("The court upheld the verdict.", "The court postponed the verdict.", "partial"),
        ("The court upheld the verdict.", "The court confirmed the ruling.", "same"),
    ],
)
def test_of_few_words_each_tells(left, right, relation):
    """One other word in a short wording makes it another claim, but for a synonym."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize("texts", [("30 September", "September 30"), ("16 June 2021", "June 16, 2021")])
def test_the_order_in_which_a_date_is_written_moves_nothing(texts):
    """It is one thing however it is put."""
    left, right = (ct.compare("The next round is due on 30 September.", f"The round is due on {one}.") for one in texts)
    assert [one.value for one in left.signals if one.name in ("in_step", "shared_twos", "in_blocks")] == [
        one.value for one in right.signals if one.name in ("in_step", "shared_twos", "in_blocks")
    ]


def test_the_same_order_around_converses_is_a_divergence():
    """ "Larger than" and "smaller than" of one thing."""
    assert ct.compare("Germany is larger than France.", "Germany is smaller than France.").relation == "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He was born in Madrid and moved to Lisbon.", "He was born in Lisbon and moved to Madrid."),
        ("His father was a doctor and his mother a teacher.", "His mother was a doctor and his father a teacher."),
        ("It was written by Marlow and directed by Kane.", "It was written by Kane and directed by Marlow."),
        ("Flights from New York to Florida", "Flights from Florida to New York"),
        ("In 1975 he worked in Leeds, in 1978 in Hull.", "In 1978 he worked in Leeds, in 1975 in Hull."),
        ("The 12 trucks were hit by 40 shells.", "The 40 trucks were hit by 12 shells."),
        ("After the rain stopped, the match began.", "After the match began, the rain stopped."),
        ("The envoy left before the vote was taken.", "The vote was taken before the envoy left."),
        ("Russia proposed the talks and Japan accepted.", "Japan proposed the talks and Russia accepted."),
        ("France signed the protocol but Spain did not.", "Spain signed the protocol but France did not."),
        ("The envoy who met the president was flown home.", "The president who met the envoy was flown home."),
        ("The mother of the singer married the actor's son.", "The mother of the actor married the singer's son."),
        ("Price said Ryabkov was wrong about it.", "Ryabkov said Price was wrong about it."),
        (
            "It came out in French in 1920 and in English in 1931.",
            "It came out in English in 1920 and in French in 1931.",
        ),
        ("It rolled from the north base to the south base.", "It rolled from the south base to the north base."),
        ("Is English harder to learn than Chinese?", "Is Chinese harder to learn than English?"),
        ("It limits launchers rather than warheads.", "It limits warheads rather than launchers."),
        ("Blinken wrote to Lavrov about what Price had said.", "Blinken wrote to Price about what Lavrov had said."),
        (
            "The bank lent the firm money before the firm sued the bank.",
            "The firm lent the bank money before the bank sued the firm.",
        ),
        (
            "In some, like the oak, the scales grow into spines in spring, while in others, like the elm, they do not.",
            "In some, like the elm, the scales grow into spines in spring, while in others, like the oak, they do not.",
        ),
        (
            "The British prime minister asked the French president to come.",
            "The French president asked the British prime minister to come.",
        ),
    ],
)
def test_two_parts_that_change_places_across_a_joint_diverge(left, right):
    """An "and" between two clauses makes no list of what stands in them, and a way has a direction.

    Where each denies what the other affirms, that is told as well.
    """
    found = ct.compare(left, right)
    assert found.relation is ct.Relation.DIVERGE
    told = [one.kind for one in found.contrasts if one.reason != "each denies what the other affirms"]
    assert told == [ct.ContrastKind.ROLE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("His father was a doctor and his mother a teacher.", "His mother was a teacher and his father a doctor."),
        ("He sold apples, pears and plums.", "He sold plums, pears and apples."),
        ("They stopped in Paris, in Rome and in Oslo.", "They stopped in Oslo, in Rome and in Paris."),
        ("The river flows north from the lake to the sea.", "The river flows from the lake north to the sea."),
        ("The law took effect on 1 January 2020.", "On 1 January 2020 the law took effect."),
        ("After the rain stopped, the match began.", "The match began after the rain stopped."),
        ("They met on 1 May 2020 and 3 June 2020 in Rome.", "They met on 3 June 2020 and 1 May 2020 in Rome."),
        ("In 1975 he worked in Leeds, in 1978 in Hull.", "He worked in Hull in 1978, in Leeds in 1975."),
        ("At least 23 troops have been killed since May 1.", "Since May 1, at least 23 troops have been killed."),
        ("It sold 3 units for $2.5 billion.", "For $2.5 billion it sold 3 units."),
        ("Israel widens subsidies to settlements.", "Israel widens settlement subsidies."),
        ("The price fell from 15 cents to 2 1/2 cents.", "The price fell to 2 1/2 cents from 15 cents."),
        (
            "They accepted the first draft and rejected the second.",
            "They rejected the second draft and accepted the first.",
        ),
        ("Is it better to rent a house or to buy one?", "Is it better to buy a house or to rent one?"),
        ("They fight sexual harassment and sexual assault.", "They fight sexual assault and sexual harassment."),
        ("How do I get from the airport to the old town?", "How do I get to the old town from the airport?"),
        ("Iran supports Syria and Syria supports Iran.", "Syria supports Iran and Iran supports Syria."),
        (
            "Ann Low is married to fellow writer and actor Tom Hay.",
            "Tom Hay is married to fellow writer and actor Ann Low.",
        ),
        (
            "Under the deal Ankara gets jets and Washington gets bases.",
            "Washington gets bases and Ankara gets jets under the deal.",
        ),
        ('"The talks were useful," Price told the press.', 'Price told the press: "The talks were useful."'),
    ],
)
def test_a_list_or_a_clause_in_another_order_is_the_same(left, right):
    """Nobody does another thing there."""
    assert ct.compare(left, right).relation is ct.Relation.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks failed.", "Talks failed"),
        ("The bridge opened.", "Bridge opened"),
        ("A deal was reached.", "The deal was reached"),
        ("The minister of defence resigned", "Defence minister resigned"),
    ],
)
def test_short_wordings_of_one_content_are_the_same(left, right):
    """Where there are few words, articles are a large share of them."""
    assert ct.compare(left, right).relation is ct.Relation.SAME


def test_opposites_of_two_things_that_share_a_name_exclude_nothing():
    """The old engine is not the new one."""
    found = ct.compare("Council and line share the cost of the new engine.", "The old engine failed twice in November.")
    assert found.relation != "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The state has $62 billion in unfunded debts.", "Unfunded debts of the state come to $520 a household."),
        ("He raised the debt limit 18 times in office.", "The debt grew more in eight years under him."),
        ("We borrow 40 cents of every dollar we spend.", "Women make 77 cents of each dollar earned by men."),
        ("It is an existential threat.", "It is without a doubt an existential threat."),
    ],
)
def test_what_differs_must_stand_in_one_place(left, right):
    """A short wording whose words a long one has is denied only where the words beside what differs are met as well."""
    assert ct.compare(left, right).relation != "diverge"


def test_a_reason_tells_the_words_in_the_order_asked_for():
    """Left first, whichever of the two wordings is the longer."""
    short, long = "40 ships sailed.", "On that day twelve ships sailed from the port of Oslo."
    assert "“40” and “twelve”" in ct.compare(short, long).reason
    assert "“twelve” and “40”" in ct.compare(long, short).reason
    assert "“twelve” and “40”" in ct.compare(long, short).contrasts[0].reason


def test_signals_are_worked_out_where_the_relation_asks_for_them_or_somebody_does():
    """A named contrast tells without any figure; each figure is the same whenever it is asked for."""
    left, right = "The bridge was destroyed on 28 July.", "The bridge was not destroyed on 28 July."
    found = ct.compare(left, right)
    assert found.relation is ct.Relation.DIVERGE
    assert "values" not in vars(found.inside)
    assert found.paraphrase == ct.compare(left, right).paraphrase
    assert "values" in vars(found.inside)
    assert found == ct.compare(left, right)
    assert found != ct.compare(left, left)
    assert "paraphrase=" in repr(found)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("At dawn the army attacked the rebels.", "The rebels attacked the army at dawn.", "diverge"),
        ("At dawn the army attacked the rebels.", "The army attacked the rebels at dawn.", "same"),
        ("At dawn the army attacked the rebels.", "The rebels were attacked by the army at dawn.", "same"),
        ("At dawn the army attacked the rebels.", "The army was attacked by the rebels at dawn.", "diverge"),
        ("In the final Kenya played Uganda.", "Uganda played Kenya in the final.", "same"),
        ("Trade from China to Europe fell.", "Trade fell from Europe to China.", "diverge"),
        ("The convoy drove from the port to the camp.", "To the camp the convoy drove from the port.", "same"),
        ("A fault, and not the driver, caused it.", "The driver, and not a fault, caused it.", "diverge"),
        ("The inspectors found no evidence of fraud.", "The inspectors have not found evidence of fraud.", "same"),
        ("The gates will not open until March.", "The gates will open in March.", "partial"),
        ("The gates will not open.", "The gates will open in March.", "diverge"),
        ("The treaty will be signed soon.", "The treaty has not been signed.", "partial"),
        ("Vesk doubts that Tarn will pay.", "Tarn will pay.", "partial"),
        ("Vesk accused Tarn of closing the gates.", "Tarn closed the gates.", "partial"),
        ("Vesk accused Tarn of closing the gates.", "Tarn was accused by Vesk of closing the gates.", "same"),
        ("After all, three of the five drafts passed.", "Three of the five drafts passed.", "partial"),
        ("Not all of the members voted.", "All of the members voted.", "diverge"),
        ("Russia did not shell the school.", "Russia shelled the school last Monday.", "diverge"),
        ("The rebels did not attack the convoy.", "The rebels attacked the convoy and stopped.", "diverge"),
        ("The council lowered taxes and banned smoking.", "The council raised taxes and allowed smoking.", "diverge"),
        ("It killed 12 and over 100 were hurt.", "It killed 15 and over 100 were hurt.", "diverge"),
        ("It was \u22125 degrees.", "It was -5 degrees.", "same"),
        ("The field has 100 m\u00b2.", "The field has 100 m2.", "same"),
        ("Turnout rose on May 9 to 20 percent.", "Turnout rose on May 9 to 30 percent.", "diverge"),
        ("The level fell by $5 billion.", "The level fell to $5 billion.", "partial"),
        ("The level fell by about 2 metres.", "The level fell to about 2 metres.", "partial"),
        ("This may be the end of the war.", "This is the end of the war.", "partial"),
        ("The accused was convicted in Paris.", "In Paris the accused was convicted.", "same"),
        ("The gates never opened.", "The gates opened until March.", "diverge"),
        ("The curfew will be lifted on Sunday.", "From Sunday there will be no curfew.", "partial"),
        ("Two of the three sites were open to them.", "All but one of the sites were open to them.", "partial"),
        ("The bank said it would close the branch.", "The bank will close the branch.", "same"),
        ("The gates are open during the day.", "The gates are closed at night.", "partial"),
        ("The gates are open during the day.", "The gates are closed during the day.", "diverge"),
        ("All 30 states ratified the treaty.", "Of the 30 states only 12 ratified the treaty.", "diverge"),
        ("All five members voted for it.", "Three of the five members voted for it.", "diverge"),
        ("The union opposes any use of force.", "The use of force is opposed by the union.", "same"),
        ("France and Germany closed the border.", "Germany closed the border.", "partial"),
        ("Article 5 forbids the dam.", "Article 7 forbids the dam.", "diverge"),
        ("Article 5 of the treaty forbids the dam.", "Article 7 of the treaty forbids the canal.", "partial"),
        ("The level fell by 2 metres.", "The level fell to 2 metres.", "partial"),
        ("The price fell by a fifth.", "The price fell by a quarter.", "diverge"),
        ("The price fell by a quarter.", "The price fell by 25 percent.", "same"),
        ("The drug helped patients over 70.", "The drug helped patients older than 70.", "same"),
        ("Iran is against the inspection of the site.", "Iran supports the inspection of the site.", "diverge"),
        ("The opposition boycotted the election.", "The opposition took part in the election.", "diverge"),
        ("The summit lasts from 3 to 5 May.", "The summit takes place on 4 May.", "partial"),
        ("The summit in Rome lasts from 3 to 5 May.", "The summit in Rome lasts from 6 to 8 May.", "diverge"),
        ("They met on May 27.", "They met on May 28.", "diverge"),
        ("He visited the camp and said that aid was late.", "He visited the camp.", "partial"),
        ("It sails under the flag of Panama.", "It sails under the Liberian flag.", "partial"),
    ],
)
def test_faults_that_readers_found(left, right, relation):
    """Each was told wrongly once, or is the neighbour of one that was."""
    assert ct.compare(left, right).relation == relation


def test_a_day_without_its_year_is_of_the_nearest_year_across_new_year():
    """ "10 January", said in December, is of the year to come."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        "  - {id: x, speaker: s, date: 2024-12-18, text: The treaty will be signed on 10 January.}\n"
        "  - {id: y, speaker: s, date: 2025-01-05, text: The treaty will be signed on 10 January.}\n"
    )
    assert ct.compare(*ledger.claims).relation is ct.Relation.SAME


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Inflation is > 5%.", "Inflation is < 5%.", "partial"),
        ("The rate is 5%.", "The rate is 5.", "partial"),
        ("10\u2076 trucks were lost", "106 trucks were lost", "partial"),
        ("Rated A+ by the agency", "Rated A- by the agency", "partial"),
        ("\U0001f600", "\U0001f525", "unrelated"),
        ("\U0001f600", "", "unrelated"),
        ("\U0001f600", "\U0001f600", "same"),
        ("Inflation is > 5%.", "inflation  is >5%", "same"),
    ],
)
def test_other_signs_are_not_the_same(left, right, relation):
    """What stands between the words may tell all, where it is no punctuation."""
    assert ct.compare(left, right).relation == relation


@pytest.mark.parametrize("right", ["\U0001f525", "", "The fire is out."])
def test_what_has_no_words_is_like_nothing_but_itself(right):
    """No signal can be measured there, and their usual values once came to a paraphrase of .9999."""
    found = ct.compare("\U0001f600", right)
    assert found.relation is ct.Relation.UNRELATED
    assert found.paraphrase < 0.001
    assert found.similarity == 0.0


@pytest.mark.parametrize("meaning", [-0.1, 1.1, float("nan")])
def test_a_likeness_out_of_its_range_is_refused(meaning):
    """An encoder's say lies in 0 to 1."""
    with pytest.raises(ct.UsageError, match="from 0 to 1"):
        ct.compare("a ship", "a boat", meaning=meaning)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2021-03-01", "The base near the lake had 1 \u1369\u136a\u136b men."),
        ("9999-12-31", "The fund closes after 31 December."),
        ("0001-01-01", "The fund closed before January."),
    ],
)
def test_odd_digits_and_days_at_the_ends_of_time_are_read(day, text):
    """No text and no date that a ledger may hold stops a report."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        f"  - {{id: x, speaker: s, date: '{day}', text: {text}}}\n"
        f"  - {{id: y, speaker: s, date: '{day}', text: {text}}}\n"
    )
    assert not [one for one in ledger.problems if one.level == "error"]
    assert ct.compare(*ledger.claims).relation is ct.Relation.SAME


def test_a_month_without_its_year_is_of_a_year_of_speaking_that_is_as_long():
    """Who spoke some time in 2021 of November spoke of that year's."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        "  - {id: x, speaker: s, date: 2021, text: The vote will be held in November.}\n"
        "  - {id: y, speaker: s, date: 2021-10-05, text: The vote will be held in November.}\n"
    )
    assert ct.compare(*ledger.claims).relation is ct.Relation.SAME


def test_one_text_of_two_days_is_compared_alike_in_either_order():
    """Their dates tell which of the two stands left."""
    text = "The vote was held yesterday, and last week the court met."
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        f"  - {{id: x, speaker: s, date: 2021-10-05, text: '{text}'}}\n"
        f"  - {{id: y, speaker: s, date: 2021-11-05, text: '{text}'}}\n"
    )
    x, y = ledger.claims
    one, other = ct.compare(x, y), ct.compare(y, x)
    assert [c.mirrored() for c in one.contrasts] == list(other.contrasts)
    assert one.relation == other.relation


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: ct.compare(None, "a"), "a text or a claim is wanted to compare, and this is neither: NoneType"),
        (lambda: ct.compare("a", b"x"), "a text or a claim is wanted to compare, and this is neither: bytes"),
        (lambda: ct.compare("a", ["b"]), "a text or a claim is wanted to compare, and this is neither: list"),
        (
            lambda: ct.compare("a", "b", settings=None),
            "settings is of the kind NoneType: a value of Settings is wanted",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_plain_words(call, said):
    """And so are settings that are none."""
    with pytest.raises(ct.UsageError) as refused:
        call()
    assert str(refused.value) == said
