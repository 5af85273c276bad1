"""Whom a file may belong to: candidates for a human to confirm, in `match-proposed.csv`."""

from fairmark.messages import say
from fairmark.platforms import names
from fairmark.platforms.protocol import Candidate, Claim, People, Student
from fairmark.platforms.tables import folded


def candidates(claim: Claim, people: People) -> tuple[Candidate, ...]:
    """List whom a file may belong to, best first; at most three unless one stands out.

    Parameters
    ----------
    claim : Claim
        One that is nobody's for certain.
    people : People
        The class list.

    Returns
    -------
    tuple of Candidate
        One alone if it may be proposed; none if nobody comes near.
    """
    found = []
    for student in (s for s in people.students if not s.note):
        rated = [_rated(student, hint) for hint in claim.hints]
        best = max(rated, key=lambda each: each.score, default=None)
        if best is not None and best.score >= names.LOWEST:
            found.append(best)
    found.sort(key=lambda each: (-each.score, each.student.row))
    if found and found[0].score >= names.PROPOSED:
        second = found[1].score if len(found) > 1 else 0.0
        if found[0].score - second >= names.AHEAD:
            return tuple(found[:1])
    return tuple(found[:3])


def _rated(student: Student, hint: str) -> Candidate:
    if folded(hint) == folded(student.id):
        return Candidate(student, 1.0, say("match.same_id"))
    words = (
        student.id,
        *student.logins,
        *(m.partition("@")[0] for m in student.logins if "@" in m),
    )
    if any(names.has_word(word, hint) for word in words if _tells(word)):
        return Candidate(student, names.LOGIN, say("match.login"))
    best = max((names.score(n, hint) for n in (student.name, *student.spellings)), default=0.0)
    return Candidate(student, round(best, 2), say("match.alike"))


def _tells(word: str) -> bool:
    """Tell whether a login is long enough to mean somebody where it stands in a file name."""
    return len(word) > 2
