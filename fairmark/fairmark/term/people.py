"""Who is in the term: ids are text, nobody is merged with somebody else, nobody is dropped."""

import re
from dataclasses import dataclass, field

from fairmark.messages import say
from fairmark.term.clock import Clock, Moment, NoMoment
from fairmark.term.plain_tables import Read, plain
from fairmark.term.wrong import Problems, did_you_mean

# "1.0E+05", "1E+05" and "1,0E+05" are what spreadsheets make of long numbers.
SHORTENED = re.compile(r"[0-9]([.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)
MADE_A_NUMBER = re.compile(r"([0-9]+)[.,]0+")


@dataclass(frozen=True)
class Told:
    """Something a teacher should know.

    Parameters
    ----------
    student, item : str
        Whom and what it is about; perhaps empty.
    found, do : str
        What was found and what to do.
    look : bool
        Whether a human should look at it; else it is only said.
    """

    student: str
    item: str
    found: str
    do: str = ""
    look: bool = True


@dataclass(frozen=True)
class Person:
    """Somebody in the term.

    Parameters
    ----------
    id, name : str
        As the roster writes them; without a roster the name is the id.
    joined : Moment, optional
        First moment of the person's term.
    left : str
        When the person left; empty if not.
    section : str
        As the roster writes it.
    listed : bool
        Whether the roster names this person, or there is no roster.
    """

    id: str
    name: str
    joined: Moment | None = None
    left: str = ""
    section: str = ""
    listed: bool = True


@dataclass
class People:
    """Everybody, in the order of the roster, then of their first points.

    Parameters
    ----------
    by_id : dict of str to Person
        By the id in its one form.
    roster : bool
        Whether there is a roster.
    told : list of Told
        What was noticed.
    """

    by_id: dict[str, Person] = field(default_factory=dict)
    roster: bool = False
    told: list[Told] = field(default_factory=list)

    def take(self, text: str, where: str, problems: Problems, name: str = "") -> Person | None:
        """Return whose points these are, adding whoever is not there yet; None if refused."""
        found = self.find(text, where, problems)
        if found or not plain(text) or SHORTENED.fullmatch(plain(text)):
            return found
        person = Person(plain(text), name or plain(text), listed=not self.roster)
        if self.roster:
            said = say("person.not_listed", where=where, student=person.id)
            found = did_you_mean(said, person.id, self.by_id)
            self.told.append(Told(person.id, "", found, say("person.add")))
        self.by_id[person.id] = person
        return person

    def find(self, text: str, where: str, problems: Problems) -> Person | None:
        """Return the person of an id, or None; an id that lost digits is a problem."""
        key = plain(text)
        if not key:
            problems.add(where, say("person.none"))
            return None
        if SHORTENED.fullmatch(key):
            problems.add(where, say("person.shortened", student=key))
            return None
        if key in self.by_id:
            return self.by_id[key]
        number = MADE_A_NUMBER.fullmatch(key)
        if number and number[1] in self.by_id:
            note = say("person.read_as", where=where, found=key, student=number[1])
            self.told.append(Told(number[1], "", note, say("person.number"), False))
            return self.by_id[number[1]]
        return None

    def known(self, text: str, where: str, problems: Problems) -> Person | None:
        """Return the person of an id that must be known, else note a problem."""
        before = len(problems.sentences)
        found = self.find(text, where, problems)
        if found is None and len(problems.sentences) == before:
            said = say("person.nobody", student=plain(text))
            problems.add(where, did_you_mean(said, plain(text), self.by_id))
        return found

    def tell_alike(self) -> None:
        """Say which ids differ only by capitals: they are different people."""
        seen: dict[str, str] = {}
        for key in self.by_id:
            other = seen.setdefault(key.casefold(), key)
            if other != key:
                found = say("person.capitals", first=other, second=key)
                self.told.append(Told(key, "", found, say("person.correct"), False))


def read_roster(read: Read, clock: Clock, problems: Problems) -> People:
    """Read the class list.

    Parameters
    ----------
    read : Read
        Its table.
    clock : Clock
        Of the plan.
    problems : Problems
        Takes every sentence.

    Returns
    -------
    People
        In the order of the list.
    """
    people = People(roster=True)
    lines: dict[str, str] = {}
    for row in read.rows:
        key = plain(row["student"])
        if not key or SHORTENED.fullmatch(key):
            people.find(key, row.where, problems)
            continue
        if key in lines:
            problems.add(row.where, say("person.twice", student=key, where=lines[key]))
            continue
        lines[key] = row.where
        joined = None
        if row["joined"]:
            try:
                joined = clock.start(row["joined"])
            except NoMoment as error:
                problems.add(row.where, say("table.in_column", column="joined", said=error))
        people.by_id[key] = Person(
            row["student"], row["name"] or row["student"], joined, row["left"], row["section"]
        )
    return people
