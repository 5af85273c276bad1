"""What is found of an answer: right, not yet with one thing to try, or not attempted."""

from dataclasses import dataclass

RIGHT, NOT_YET, NOT_ATTEMPTED = "right", "not yet", "not attempted"
STOPPED = "stopped"  # only a grader can say so: it ended the answer


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Parameters
    ----------
    outcome : str
        "right", "not yet" or "not attempted"; of a run that was ended "stopped".
    sentence : str
        For a known mistake exactly its sentence; empty if the answer is right.
    looked_at : str
        What was looked at and found, as one sentence.
    text : str
        The canonical text of an answer that is not right, to tell two attempts apart.
    named : bool
        Whether the sentence says what went wrong, and not only that something did.
    why : str
        Why the right answer is right, and what that means; empty if it is not right.
    """

    outcome: str
    sentence: str = ""
    looked_at: str = ""
    text: str = ""
    named: bool = True
    why: str = ""


def not_yet(sentence: str, named: bool = True) -> Verdict:
    """Return the verdict on an answer that is not right, with what is told of it."""
    return Verdict(NOT_YET, sentence, named=named)
