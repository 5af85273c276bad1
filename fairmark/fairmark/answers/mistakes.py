"""The catalogue of ordinary mistakes: one line per kind, with what a student is told of it.

When a set is built, each mistake is made in its solution (`proving.mutants`), and what comes out is
remembered by its digest. So a sentence below is only ever said of an answer that comes out so.
"""

from dataclasses import dataclass

# Kind -> when the answer comes out. Where two mistakes give the same answer, the first line counts.
CATALOGUE = {
    "earlier": "question {detail} is answered; read again what is asked for here",
    "exchanged": "two entries stand under each other's names: {detail}",
    "scale": "the result is {detail}",
    "filter": "a filter is left out; which rows does the question ask for?",
    "other rows": "exactly the other rows are taken; look at ~, == and !=",
    "aggregation": "values are combined with {detail}; what does the question ask for?",
    "column": "{detail} is used in one place; is that the column the question names?",
    "label": "{detail} is used in one place; is that the one the question names?",
    "year": "{detail} is used in one place; is that the year the question names?",
    "swap": "two things change places, such as earlier and later, or part and whole",
    "undivided": "something is not divided; what is the whole?",
    "denominator": "only the denominator is taken; what is to be divided by it?",
    "factor": "a factor is left out; what is still to be multiplied?",
    "term": "a term is left out; what is still to be added or subtracted?",
    "power": "a power or a root is left out",
    "axis": "the calculation runs along the other axis; is it rows or columns?",
    "step": "{detail}",
    "option": "the option {detail} is the other way round",
    "comparison": "a limit counts that should not, or the reverse; look at < and <=, > and >=",
    "off by one": "one number is off by one: a year, a number of steps or a place in a list",
    "operator": "one sign is another, such as + for - or * for /",
    "first for last": "another place in the order is taken, such as the first for the last",
}
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
        said = CATALOGUE[self.kind].format(detail=self.detail)
        return f"This comes out when {said}{'' if said.endswith('?') else '.'}"

    def as_text(self) -> str:
        """Return it as it stands in a file of keys."""
        return f"{self.digest} {self.kind}: {self.detail}"


def mistake_from(text: str) -> Mistake:
    """Read a line of a file of keys."""
    digest, _, rest = text.partition(" ")
    kind, _, detail = rest.partition(": ")
    return Mistake(digest, kind, detail)
