"""Steps 1 to 6: from what grading says of an item to the points that count."""

from fractions import Fraction

from fairmark.messages import say
from fairmark.term.adjust import EXCUSE, KEEP, OVERRIDE, POINTS, SET, WAIVE
from fairmark.term.checked import Inputs
from fairmark.term.clock import Clock
from fairmark.term.numbers import show
from fairmark.term.people import Person, Told
from fairmark.term.plan import Late, Part
from fairmark.term.reckoned import EXCUSED, MISSING, OPEN, Item
from fairmark.term.rubric import settle
from fairmark.term.wrong import CannotReckon


def reckon_item(term: Inputs, person: Person, part: Part, name: str, told: list[Told]) -> Item:
    """Bring one person's item to the points that count.

    Parameters
    ----------
    term : Inputs
        Everything that was read.
    person : Person
        Whose.
    part : Part
        That holds the item.
    name : str
        Of the item.
    told : list of Told
        Takes what a teacher should know.

    Returns
    -------
    Item
        With its state and every step.
    """
    key = (person.id, name)
    score, extension = term.scores.get(key), term.extensions.get(key)
    item = Item(name, part, term.of.get(name), adjustments=term.adjustments.get(key, ()))
    item.came = score.came if score else None
    item.own = extension is not None
    item.due = extension.due if extension else term.due.get(name)
    item.kept = any(each.kind == KEEP for each in item.adjustments)
    _raw(term, person, item)
    _tell_was(term, person, item, told)
    if why := _excused(term, person, item):
        item.state, item.why = EXCUSED, why
        _tell_no_effect(person, item, (POINTS, SET, OVERRIDE, WAIVE), say("told.excused"), told)
    elif _decided(item) or item.points is not None:
        _adjust(term, item)
        _be_late(term, person, item, extension.where if extension else "", told)
        _cap(item)
        _override(person, item, told)
    else:
        _without_points(term, person, item, told)
    return item


def _raw(term: Inputs, person: Person, item: Item) -> None:
    """Step 1: what grading or the rubric says now."""
    score = term.scores.get((person.id, item.name))
    marks = term.marks.get((person.id, item.name), ())
    if marks:
        item.criteria = settle(term.plan.rubrics[item.name], marks)
        if all(each.points is not None for each in item.criteria):
            item.raw = sum((each.points for each in item.criteria), Fraction(0))
            item.step("raw", item.raw, say("step.rubric"), where=marks[0].where)
    elif score and score.points is not None:
        item.raw = score.points
        item.step("raw", item.raw, say("step.graded"), where=score.where)


def _excused(term: Inputs, person: Person, item: Item) -> str:
    """Say why an item does not count, or nothing."""
    score = term.scores.get((person.id, item.name))
    if score and score.excused:
        return say("state.excused")
    for each in item.adjustments:
        if each.kind == EXCUSE:
            item.step("excuse", item.points, say("step.excuse"), each)
            return say("state.excused")
    due = term.due.get(item.name)
    before = person.joined and due and due.at < person.joined.at
    if before and not item.own and not _decided(item):
        item.marks.append("joined")
        return say("step.joined", joined=person.joined.written)
    return ""


def _decided(item: Item) -> bool:
    """Tell whether a person gave points where grading may have none."""
    return any(
        each.kind == OVERRIDE or (each.kind == SET and not each.question)
        for each in item.adjustments
    )


def _adjust(term: Inputs, item: Item) -> None:
    """Step 2: `set` replaces, `points` are added, and nothing is below 0."""
    for each in item.adjustments:
        if each.kind == SET and not each.question:
            item.step(SET, each.points, say("step.set", points=show(each.points)), each)
            item.marks.append(SET)
    for each in item.adjustments:
        if each.kind == SET and each.question and item.points is not None:
            earned, _ = term.questions[each.student, item.name][each.question]
            after = item.points - earned + each.points
            now, was = show(each.points), show(earned)
            rule = say("step.set_question", question=each.question, now=now, was=was)
            item.step(SET, after, rule, each)
            item.marks.append(SET)
    for each in item.adjustments:
        if each.kind == POINTS and item.points is not None:
            change = signed(each.points)
            rule = say("step.question", question=each.question, change=change)
            rule = rule if each.question else change
            item.step(POINTS, item.points + each.points, rule, each)
            item.marks.append(change)
    if item.points is not None and item.points < 0:
        item.step("floor", Fraction(0), say("step.floor"))


def signed(value: Fraction) -> str:
    """Write "+2" or "-1"."""
    return show(value) if value < 0 else f"+{show(value)}"


def _be_late(term: Inputs, person: Person, item: Item, where: str, told: list[Told]) -> None:
    """Step 3: what lateness takes from the result of step 2, by the person's own deadline."""
    if item.own:
        item.marks.append("ext")
        rule = say("step.extension", due=term.plan.clock.shown(item.due.at))
        item.step("extension", item.points, rule, where=where)
    waivers = [each for each in item.adjustments if each.kind == WAIVE]
    rule, due, came = item.part.late, item.due, item.came
    if rule and came is None and _late_by_word(term, person, item, waivers, told):
        return
    seconds = int((came.at - due.at).total_seconds()) if due and came else 0
    if rule is None or item.points is None or seconds <= 0 or seconds <= rule.grace:
        if rule and item.points is not None and seconds > 0:
            item.step("late", item.points, say("step.grace", seconds))
        _tell_no_effect(person, item, (WAIVE,), say("told.not_late"), told)
        return
    started, whole = _late_units(term.plan.clock, rule, due.at, came.at)
    units = started if rule.count == "started" else whole
    if waivers:
        waived = say("step.waived", time=time_of(rule.per, units))
        item.step("late", item.points, waived, waivers[0])
        item.marks.append("late waived")
        return
    if rule.closed_after is not None and started > rule.closed_after:
        closed = say("step.closed", time=time_of(rule.per, rule.closed_after))
        item.step("late", Fraction(0), closed)
        item.marks.append("closed")
        return
    after, words = _taken(rule, units, item)
    item.marks.append(f"late {units} -{show(item.points - after)}")
    item.step("late", after, words)


def _late_by_word(
    term: Inputs, person: Person, item: Item, waivers: list, told: list[Told]
) -> bool:
    """Tell whether the platform says late and nobody says when; then nothing can be counted."""
    score = term.scores.get((person.id, item.name))
    if not (score and score.late) or item.points is None:
        return False
    if waivers:
        item.step("late", item.points, say("step.by_word_waived"), waivers[0])
        item.marks.append("late waived")
        return True
    item.step("late", item.points, say("step.by_word"))
    item.marks.append("late ?")
    found = say("told.late_by_word", where=score.where)
    told.append(Told(person.id, item.name, found, say("told.write_when")))
    return True


def _late_units(clock: Clock, rule: Late, due, came) -> tuple[int, int]:
    return clock.late_days(due, came) if rule.per == "day" else clock.late_hours(due, came)


def _taken(rule: Late, units: int, item: Item) -> tuple[Fraction, str]:
    """Return the points that stay, and the arithmetic in words."""
    base = item.of if rule.of == "possible" else item.points
    taken = units * rule.take * base / 100
    time = time_of(rule.per, units)
    words = f"{time} × {show(rule.take)} % × {show(base)} = {show(taken)}"
    low = rule.floor * item.of / 100
    if item.points - taken >= low:
        return item.points - taken, words
    if item.points <= low:
        return item.points, say("step.below_floor", sum=words, floor=show(low))
    share, of = show(rule.floor), show(item.of)
    return low, say("step.to_floor", sum=words, share=share, of=of, floor=show(low))


def time_of(per: str, count: int) -> str:
    """Write a number of days or hours: "2 days"."""
    return say("unit.day" if per == "day" else "unit.hour", count)


def _cap(item: Item) -> None:
    """Step 4: an item counts up to the cap of its part."""
    if item.points is None:
        return
    most = item.part.cap * item.of / 100
    if item.points > most:
        item.step("cap", most, say("step.cap", share=show(item.part.cap), of=show(item.of)))


def _override(person: Person, item: Item, told: list[Told]) -> None:
    """Step 5: a decision that nothing else touches."""
    for each in item.adjustments:
        if each.kind == OVERRIDE:
            item.step(OVERRIDE, each.points, say("step.override", points=show(each.points)), each)
            item.marks = [OVERRIDE]
            if each.points > item.part.cap * item.of / 100:
                points, of = show(each.points), show(item.of)
                found = say("told.above", where=each.where, points=points, of=of)
                told.append(Told(person.id, item.name, found, say("told.confirm")))
            _tell_no_effect(person, item, (POINTS, SET), say("told.override"), told)


def _without_points(term: Inputs, person: Person, item: Item, told: list[Told]) -> None:
    """Step 6: missing if its time is over and nothing came, else open."""
    score = term.scores.get((person.id, item.name))
    _tell_no_effect(person, item, (POINTS, SET), say("told.no_points"), told)
    if item.criteria:
        item.state, item.why = OPEN, say("step.unsettled")
        for each in item.criteria:
            if each.points is None:
                found = f"{each.name}: {each.words}"
                told.append(Told(person.id, item.name, found, say("told.complete")))
    elif score and score.handed_in:
        item.state, item.why = OPEN, say("step.not_graded")
    elif item.due is None:
        item.state, item.why = OPEN, say("step.no_deadline")
    elif item.due.at >= term.plan.as_of.at:
        item.state, item.why = OPEN, say("step.due", due=term.plan.clock.shown(item.due.at))
    else:
        item.state, item.why = MISSING, say("step.nothing")
        if item.own:
            item.marks.append("ext")
        item.marks.append("missing")
        if item.of is None and item.part.combine == "points":
            raise CannotReckon(say("points.missing_of", item=item.name, student=person.id))
        worth = item.part.missing * (item.of or 0) / 100
        item.step("missing", worth, say("step.missing", share=show(item.part.missing)))


def _tell_was(term: Inputs, person: Person, item: Item, told: list[Told]) -> None:
    """Say where the points a decision was made for are no longer those of grading."""
    for each in item.adjustments:
        now = item.raw
        if each.question:
            questions = term.questions.get((person.id, item.name), {})
            now = questions[each.question][0] if each.question in questions else each.was
        if each.was is not None and each.was != now:
            parts = {"where": each.where, "kind": each.kind, "was": show(each.was)}
            found = (
                say("told.was_none", **parts)
                if now is None
                else say("told.was", now=show(now), **parts)
            )
            told.append(Told(person.id, item.name, found, say("told.decide_under_was")))


def _tell_no_effect(
    person: Person, item: Item, kinds: tuple[str, ...], because: str, told: list[Told]
) -> None:
    told += [
        Told(
            person.id,
            item.name,
            say("told.no_effect", where=each.where, kind=each.kind, because=because),
            say("told.take_out"),
        )
        for each in item.adjustments
        if each.kind in kinds
    ]
