"""The catalogue of ordinary mistakes: what a student is told of each stands in the messages.

When a set is built, each mistake is made in its solution (`proving.mutants`), and what comes out is
remembered by its digest. So such a sentence is only ever said of an answer that comes out so.
"""

from dataclasses import dataclass

from fairmark.messages import ids, say

# The kinds; where two mistakes give the same answer, the first one counts.
CATALOGUE = ids("mistake")
PRIORITY = {kind: place for place, kind in enumerate(CATALOGUE)}


@dataclass(frozen=True)
class Mistake:
    """An answer, or an entry of one, that a mistake of the catalogue leads to.

    Parameters
    ----------
    digest : str
        Of the canonical text of the answer or entry, with the salt of the question.
    kind : str
        A key of `CATALOGUE`.
    detail : str
        What the mistake puts where it does not belong; never what belongs there.
    """

    digest: str
    kind: str
    detail: str = ""

    @property
    def sentence(self) -> str:
        """What a student who gives this answer is told."""
        return say(f"mistake.{self.kind}", detail=self.detail)

    def as_text(self) -> str:
        """Return it as it stands in a file of keys."""
        return f"{self.digest} {self.kind}: {self.detail}"


def mistake_from(text: str) -> Mistake:
    """Read a line of a file of keys."""
    digest, _, rest = text.partition(" ")
    kind, _, detail = rest.partition(": ")
    return Mistake(digest, kind, detail)
