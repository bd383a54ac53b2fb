"""Small words that turn a meaning: from where and to where, for and against, asked and said, done and suffered."""

import pytest

import claimtrack as ct
from claimtrack.features import features_of


def compared(left, right):
    """The comparison, after a look at its mirror."""
    found, turned = ct.compare(left, right), ct.compare(right, left)
    assert found.relation == turned.relation
    assert [one.mirrored() for one in turned.contrasts] == list(found.contrasts)
    return found


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The villagers fled to Marenne.", "The villagers fled from Marenne.", ("to Marenne", "from Marenne")),
        ("The letter was sent to Ordal.", "The letter was sent from Ordal.", ("to Ordal", "from Ordal")),
        (
            "The troops marched into the town.",
            "The troops marched out of the town.",
            ("into the town", "out of the town"),
        ),
        ("Ordal fought for Marenne.", "Ordal fought against Marenne.", ("for Marenne", "against Marenne")),
        ("The jet flew over the bridge.", "The jet flew under the bridge.", ("over the bridge", "under the bridge")),
    ],
)
def test_opposite_small_words_before_one_thing_exclude_each_other(left, right, words):
    """ "Fled to" and "fled from" one place cannot both be, where all else is the same."""
    found = compared(left, right)
    assert found.relation == "diverge"
    (only,) = found.contrasts
    assert (only.kind, only.left, only.right, only.contrary) == ("role", *words, True)


@pytest.mark.parametrize(
    ("left", "right", "kind", "words"),
    [
        ("The troops fired at Ordal.", "The troops fired from Ordal.", "role", ("at Ordal", "from Ordal")),
        ("The aid is for Marenne.", "The aid is from Marenne.", "role", ("for Marenne", "from Marenne")),
        ("Ordal fought with Marenne.", "Ordal fought against Marenne.", "role", ("with Marenne", "against Marenne")),
        ("The army shelled the town.", "The army was shelled in the town.", "role", ("shelled", "was shelled")),
        ("Ordal's army attacked.", "Ordal's army was attacked.", "role", ("attacked", "was attacked")),
        ("We opened the gates.", "They opened the gates.", "role", ("We", "They")),
        ("Our soldiers fired first.", "Their soldiers fired first.", "role", ("Our", "Their")),
        ("I knew of the plan.", "He knew of the plan.", "role", ("I", "He")),
        ("Ordal tried to warn Marenne.", "Ordal warned Marenne.", "modality", ("tried to", "")),
        ("Ordal attempted to warn Marenne.", "Ordal warned Marenne.", "modality", ("attempted to", "")),
        ("Did Ordal open the gates?", "Ordal opened the gates.", "modality", ("Did", "")),
        ("Ordal opened the gates.", "Who opened the gates of Ordal?", "modality", ("", "Who")),
    ],
)
def test_what_is_only_other_narrows_and_is_marked(left, right, kind, words):
    """Both may hold, and neither says what the other says."""
    found = compared(left, right)
    assert found.relation == "partial"
    assert (kind, *words, False) in [(one.kind, one.left, one.right, one.contrary) for one in found.contrasts]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The troops moved from Ordal to Marenne.", "From Ordal the troops moved to Marenne."),
        ("The plan is different from the treaty.", "The plan is different to the treaty."),
        ("Kenya recalled its envoy from Oslo.", "Kenya's envoy to Oslo was recalled."),
        ("Canada will extend its mission by three years.", "Canada is extending its mission by three years."),
        ("Under no circumstances will soldiers be sent.", "Soldiers will be sent under no circumstances."),
        ("No soldiers will be sent under any circumstances.", "Under no circumstances will soldiers be sent."),
        ("The gates opened.", "The gates were opened."),
        ("We opened the gates.", "We have opened the gates."),
        ("Ordal opened the gates?", "Ordal opened the gates."),
        ("Did Ordal open the gates?", "Did Ordal open the gates."),
    ],
)
def test_small_words_that_tell_nothing_change_nothing(left, right):
    """One may say "different from" or "different to"; a mark alone makes no question (law 6)."""
    assert compared(left, right).relation == "same"


def test_moved_out_of_is_not_moved_into():
    """Where a verb and "out" are one, too."""
    found = compared("The troops moved into Ordal.", "The troops moved out of Ordal.")
    assert found.relation == "partial"
    assert [(one.kind, one.left, one.right) for one in found.contrasts] == [
        ("role", "into Ordal", "moved out of Ordal")
    ]


def test_we_in_direct_speech_is_they_in_indirect_speech():
    """Where it is told what somebody said, the one is no other than the other."""
    assert not compared("We opened the gates, the mayor said.", "The mayor said they opened the gates.").contrasts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The water came from upstream of the dam.", "The water came from downstream of the dam."),
        ("The ship was in international waters.", "The ship was in territorial waters."),
    ],
)
def test_upstream_and_downstream_exclude_each_other(left, right):
    """As opposites of the lexicon."""
    assert compared(left, right).relation == "diverge"


@pytest.mark.parametrize("said", ["fake", "false", "untrue", "baseless", "unfounded", "fabricated", "not true", "lies"])
@pytest.mark.parametrize("begun", ["Reports that", "Rumours that", "The allegations that", "Ordal's claims that"])
def test_a_report_that_is_called_false_is_denied(begun, said):
    """ "Reports that X are false" beside X is a denial of it, and beside "not X" none."""
    called = f"{begun} Marenne opened the gates are {said}."
    assert compared(called, "Marenne opened the gates.").relation == "diverge"
    assert compared(called, "Marenne did not open the gates.").relation != "diverge"


@pytest.mark.parametrize("said", ["a lie", "false", "untrue", "not true"])
def test_what_is_called_a_lie_is_denied(said):
    """ "It is a lie that X"; two of these say the same."""
    called = f"It is {said} that Marenne opened the gates."
    assert compared(called, "Marenne opened the gates.").relation == "diverge"
    assert compared(called, "Marenne did not open the gates.").relation != "diverge"
    assert compared(called, "It is false that Marenne opened the gates.").relation == "same"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry lied to reporters about the dam.",
        "He made false claims that week.",
        "Ordal claims that the reports are false.",
        "Reports that the gates are open are not false.",
        "The truth lies in the archive.",
    ],
)
def test_other_words_of_lying_deny_nothing_that_is_told(text):
    """ "Lied to reporters" denies nothing, nor does a claim that something is false deny itself."""
    features = features_of(text)
    assert "open" not in [features.keys[at] for at in range(len(features.keys)) if features.denies(at)]
    assert not [denial for denial in features.denials if denial.by >= 0]


def test_not_by_one_thing_is_no_by_that_thing():
    """ "By rain, not by the release" affirms what "not by rain" denies; "by the release, not by rain" does not."""
    found = compared("The flood was caused by rain, not by the release.", "The flood was not caused by rain.")
    assert found.relation == "diverge"
    assert compared("He found no evidence of it.", "He has not found evidence of it.").relation == "same"
    found = compared("The flood was caused by the release, not by rain.", "The flood was not caused by rain.")
    assert found.relation != "diverge"
    found = compared("It is either a deal or nothing at all.", "It is not a deal.")
    assert found.relation != "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We opened the gates.", "Our men opened the gates."),
        ("They opened the gates.", "They opened the gates of the dam."),
        ("We paid for the rain.", "They opened the gates."),
        ("It is told that we opened the gates.", "It is told that they opened the gates."),
    ],
)
def test_persons_are_set_apart_only_before_the_same_deed_of_nobody_named(left, right):
    """Nor where both mean who speaks, or both others, or it is told what somebody said."""
    assert not [one for one in ct.compare(left, right).contrasts if one.kind is ct.ContrastKind.ROLE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Athens stays out of this autumn's naval drill.", "Greece will not take part in the naval drill this autumn."),
        ("Since Thursday no ship has been let into the port.", "The port has been closed to all ships since Thursday."),
        ("The letters are inadmissible as evidence.", "The letters cannot be used as evidence."),
        ("The airline has grounded its fleet of turboprops.", "None of the airline's turboprops will fly."),
        ("The cyclone stripped the roofs from 200 houses.", "The cyclone left 200 houses without roofs."),
    ],
)
def test_a_denial_beside_a_word_that_denies_without_one_is_not_contrary(left, right):
    """Who stays out of it takes no part in it."""
    found = compared(left, right)
    assert found.relation != "diverge"
    assert not any(one.contrary for one in found.contrasts)
