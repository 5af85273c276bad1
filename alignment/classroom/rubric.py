"""What a memo, a note on a score sheet and a peer review are marked by: one source for all.

The marking sheets of the teaching pack, the forms of the reviewers and the return of their
reviews are made from here.
"""

from dataclasses import dataclass

LEVELS = ("full", "half", "few")  # the best first


@dataclass(frozen=True)
class Criterion:
    """One line of a marking sheet.

    Parameters
    ----------
    name : str
        One word or two.
    points : int
        For full marks; half marks give half, few give a fifth (rounded up).
    full, half, few : str
        What a piece of work at that level looks like.
    """

    name: str
    points: int
    full: str
    half: str
    few: str

    def earned(self, level: str) -> int:
        """Return the points of a level."""
        return {"full": self.points, "half": -(-self.points // 2), "few": -(-self.points // 5)}[
            level
        ]


MEMO = (
    Criterion(
        "claims",
        15,
        "each claim has a type; a causal claim has a comparison or a caveat",
        "some description reads as cause",
        "assertions only",
    ),
    Criterion(
        "evidence",
        20,
        "six sources or more, two of them against; each number with unit, date and whole",
        "gaps, or mostly one side",
        "no sources",
    ),
    Criterion(
        "method",
        20,
        "weights elicited and explained; two models; sensitivity changes the argument",
        "one model, sensitivity mentioned",
        "numbers without a reason",
    ),
    Criterion(
        "uncertainty",
        15,
        "words fit numbers; confidence separate and argued",
        "one or two mismatches",
        "false certainty",
    ),
    Criterion(
        "other views",
        15,
        "a rival view in its strongest form; a Chinese or a Russian view; the view of a state "
        "that says it is threatened, such as Ukraine or Japan",
        "some of these",
        "none, or a caricature",
    ),
    Criterion(
        "options",
        10,
        "follow from the ranking, its costs and side effects",
        "loosely linked",
        "a slogan",
    ),
    Criterion("writing", 5, "result first, clear sentences", "uneven", "hard to follow"),
)
NOTE = (
    Criterion(
        "evidence",
        4,
        "a figure or an event with unit, date and whole, and the table or page it comes from",
        "a figure without its whole or date",
        "an opinion alone",
    ),
    Criterion(
        "link",
        4,
        "says why this evidence speaks to this criterion and not to another one",
        "the link must be guessed",
        "evidence of something else",
    ),
    Criterion(
        "range",
        2,
        "says what would move the score to each end of the range",
        "says why one end",
        "a range without a reason",
    ),
)
REVIEW = (
    Criterion(
        "specific",
        2,
        "each remark names a place in the memo and quotes or counts something there",
        "some remarks could be made of any memo",
        "praise or blame alone",
    ),
    Criterion(
        "useful",
        2,
        "each remark says what to do, and one of them would change the argument",
        "remarks about the wording alone",
        "no remark that can be acted on",
    ),
    Criterion(
        "fair",
        1,
        "judges the method, not the conclusion; polite",
        "slips into arguing for another conclusion",
        "marks the opinion, or is rude",
    ),
)
SHEETS = {"memo": MEMO, "note": NOTE, "review": REVIEW}
