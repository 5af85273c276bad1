"""What a reckoning comes to: for each person every item, part and step that led to the number."""

from dataclasses import dataclass, field
from fractions import Fraction

from fairmark.term.adjust import Adjustment
from fairmark.term.clock import Moment
from fairmark.term.people import Person
from fairmark.term.plan import Part
from fairmark.term.rubric import Criterion

COUNTED, EXCUSED, MISSING, OPEN = "counted", "excused", "missing", "open"
FINAL, SO_FAR, NOTHING, LEFT = "final", "so far", "nothing", "left"


@dataclass(frozen=True)
class Step:
    """One change of one number.

    Parameters
    ----------
    name : str
        Of the step: "raw", "set", "points", "late", "cap", "override", ...
    before, after : Fraction, optional
        The number; None where there is none.
    rule : str
        The arithmetic or the rule in words.
    where, reason, by, when : str
        The file and line, and for a decision why, who and when.
    """

    name: str
    before: Fraction | None
    after: Fraction | None
    rule: str
    where: str = ""
    reason: str = ""
    by: str = ""
    when: str = ""


@dataclass
class Item:
    """One person's item.

    Parameters
    ----------
    name : str
        In the plan.
    part : Part
        That holds it.
    of, raw, points : Fraction, optional
        Possible, as graded, and after everything.
    state : str
        "counted", "excused", "missing" or "open".
    why : str
        Of the state.
    marks : list of str
        What touched it, in short.
    steps : list of Step
        What touched it, in full.
    due, came : Moment, optional
        The deadline that held, and the arrival.
    own : bool
        Whether the deadline was the person's own.
    adjustments : tuple of Adjustment
        All rows of adjust.csv.
    criteria : list of Criterion
        Of the rubric.
    dropped, kept : bool
        Whether it fell out of the part, and whether it may not.
    """

    name: str
    part: Part
    of: Fraction | None = None
    raw: Fraction | None = None
    points: Fraction | None = None
    state: str = COUNTED
    why: str = ""
    marks: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    due: Moment | None = None
    came: Moment | None = None
    own: bool = False
    adjustments: tuple[Adjustment, ...] = ()
    criteria: list[Criterion] = field(default_factory=list)
    dropped: bool = False
    kept: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether the item is in the arithmetic of its part before anything is dropped."""
        return self.state in (COUNTED, MISSING)

    @property
    def share(self) -> Fraction | None:
        """Points over points possible."""
        if self.points is None:
            return None
        return self.part.missing / 100 if self.of is None else self.points / self.of

    def step(
        self,
        name: str,
        after: Fraction | None,
        rule: str,
        by: Adjustment | None = None,
        where: str = "",
    ) -> None:
        """Move on to the next number and keep how."""
        decision = (by.where, by.reason, by.by, by.when) if by else (where, "", "", "")
        self.steps.append(Step(name, self.points, after, rule, *decision))
        self.points = after


@dataclass
class PartResult:
    """One person's part.

    Parameters
    ----------
    part : Part
        Of the plan.
    items : list of Item
        In its order.
    share : Fraction, optional
        Of 1; None where nothing counts.
    rule : str
        The sum written out.
    weight : Fraction, optional
        Per cent it has for this person, after sharing; None where nothing counts.
    adds : Fraction
        What it adds to the number.
    """

    part: Part
    items: list[Item]
    share: Fraction | None = None
    rule: str = ""
    weight: Fraction | None = None
    adds: Fraction = Fraction(0)


@dataclass
class Grade:
    """One person's grade.

    Parameters
    ----------
    person : Person
        Whose.
    parts : list of PartResult
        In the order of the plan.
    steps : list of Step
        From the weights to the letter.
    total : Fraction, optional
        Before rounding.
    final, letter, status : str
        As printed; empty where there is none.
    needs : list of str
        Parts whose need is not met.
    marks : list of str
        What touched the total.
    """

    person: Person
    parts: list[PartResult]
    steps: list[Step] = field(default_factory=list)
    total: Fraction | None = None
    final: str = ""
    letter: str = ""
    status: str = FINAL
    needs: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """Every item, in the order of the plan."""
        return [item for part in self.parts for item in part.items]
