"""When each item is due, and for whom later."""

from fairmark.messages import say
from fairmark.term.checked import DUE, Extension, Inputs
from fairmark.term.clock import Moment, NoMoment
from fairmark.term.people import Person, Told
from fairmark.term.plain_tables import Read, Row
from fairmark.term.plan import EVERY
from fairmark.term.wrong import Problems, did_you_mean, shown_word


def known_item(term: Inputs, name: str, where: str, problems: Problems) -> bool:
    """Tell whether the plan has an item, else note the nearest one."""
    if name in term.plan.items:
        return True
    said = say("due.no_set", item=shown_word(name))
    problems.add(where, did_you_mean(said, name, term.plan.items))
    return False


def take_due(term: Inputs, read: Read | None, problems: Problems) -> None:
    """Fill `term.due` from due.csv; what cannot be read is noted with its row."""
    lines: dict[str, str] = {}
    for row in read.rows if read else ():
        item = row["set"]
        if not known_item(term, item, row.where, problems):
            continue
        if item in lines:
            problems.add(row.where, say("due.twice", item=item, where=lines[item]))
        lines.setdefault(item, row.where)
        if not row["due"]:
            continue
        try:
            term.due[item] = moment = term.plan.clock.deadline(row["due"])
        except NoMoment as error:
            problems.add(row.where, str(error))
        else:
            _tell_moment(term, "", item, row.where, moment)


def _tell_moment(term: Inputs, student: str, item: str, where: str, moment: Moment) -> None:
    term.told += [Told(student, item, f"{where}: {n}", look=False) for n in moment.notes]
    do = say("due.confirm")
    term.told += [Told(student, item, f"{where}: {n}", do) for n in moment.asks]


def take_extensions(term: Inputs, read: Read | None, problems: Problems) -> None:
    """Take later deadlines of persons; rows for one set come before those for all ("*")."""
    seen: dict[tuple[str, str], str] = {}
    for row in sorted(read.rows if read else (), key=lambda row: row["set"] == EVERY):
        person = term.people.known(row["student"], row.where, problems)
        item = row["set"]
        if item != EVERY and not known_item(term, item, row.where, problems):
            continue
        if person is None:
            continue
        if (person.id, item) in seen:
            other = seen[person.id, item]
            said = say("due.second", student=person.id, item=item, where=other)
            problems.add(row.where, said)
            continue
        seen[person.id, item] = row.where
        items = [item] if item != EVERY else [i for i in term.plan.items if i in term.due]
        _extend(term, person, items, row, problems)


def _extend(term: Inputs, person: Person, items: list[str], row: Row, problems: Problems) -> None:
    """Give a person a later deadline for some items; a row for one set wins over "*"."""
    later = False
    for item in items:
        general = term.due.get(item)
        if general is None and row["due"].startswith("+"):
            problems.add(row.where, say("due.none", item=item, file=DUE))
            return
        try:
            due = term.plan.clock.postponed(general, row["due"])
        except NoMoment as error:
            problems.add(row.where, str(error))
            return
        if general is not None and due.at <= general.at:
            continue
        later = True
        if (person.id, item) not in term.extensions:
            term.extensions[person.id, item] = Extension(due, row.where)
            _tell_moment(term, person.id, item, row.where, due)
    if not later:
        problems.add(
            row.where,
            say("due.not_later", due=row["due"], item=items[0])
            if len(items) == 1
            else say("due.not_later_any", due=row["due"]),
        )
