"""Steps 1 to 6: from what grading says of an item to the points that count."""

from fractions import Fraction

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
        _tell_no_effect(person, item, (POINTS, SET, OVERRIDE, WAIVE), "it is excused", told)
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
            item.step("raw", item.raw, "by the rubric", where=marks[0].where)
    elif score and score.points is not None:
        item.raw = score.points
        item.step("raw", item.raw, "as graded", where=score.where)


def _excused(term: Inputs, person: Person, item: Item) -> str:
    """Say why an item does not count, or nothing."""
    score = term.scores.get((person.id, item.name))
    if score and score.excused:
        return "excused"
    for each in item.adjustments:
        if each.kind == EXCUSE:
            item.step("excuse", item.points, "does not count", each)
            return "excused"
    due = term.due.get(item.name)
    before = person.joined and due and due.at < person.joined.at
    if before and not item.own and not _decided(item):
        item.marks.append("joined")
        return f"due before {person.joined.written}, when the person joined"
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
            item.step(SET, each.points, f"set to {show(each.points)}", each)
            item.marks.append(SET)
    for each in item.adjustments:
        if each.kind == SET and each.question and item.points is not None:
            earned, _ = term.questions[each.student, item.name][each.question]
            after = item.points - earned + each.points
            rule = f"question {each.question}: {show(each.points)} instead of {show(earned)}"
            item.step(SET, after, rule, each)
            item.marks.append(SET)
    for each in item.adjustments:
        if each.kind == POINTS and item.points is not None:
            about = f"question {each.question}: " if each.question else ""
            item.step(POINTS, item.points + each.points, about + signed(each.points), each)
            item.marks.append(signed(each.points))
    if item.points is not None and item.points < 0:
        item.step("floor", Fraction(0), "points are never below 0")


def signed(value: Fraction) -> str:
    """Write "+2" or "-1"."""
    return show(value) if value < 0 else f"+{show(value)}"


def _be_late(term: Inputs, person: Person, item: Item, where: str, told: list[Told]) -> None:
    """Step 3: what lateness takes from the result of step 2, by the person's own deadline."""
    if item.own:
        item.marks.append("ext")
        rule = f"own deadline {term.plan.clock.shown(item.due.at)}"
        item.step("extension", item.points, rule, where=where)
    waivers = [each for each in item.adjustments if each.kind == WAIVE]
    rule, due, came = item.part.late, item.due, item.came
    if rule and came is None and _late_by_word(term, person, item, waivers, told):
        return
    seconds = int((came.at - due.at).total_seconds()) if due and came else 0
    if rule is None or item.points is None or seconds <= 0 or seconds <= rule.grace:
        if rule and item.points is not None and seconds > 0:
            item.step("late", item.points, f"{seconds} s late, within the grace")
        _tell_no_effect(person, item, (WAIVE,), "it was not late", told)
        return
    started, whole = _late_units(term.plan.clock, rule, due.at, came.at)
    units = started if rule.count == "started" else whole
    name = rule.per if units == 1 else f"{rule.per}s"
    if waivers:
        item.step("late", item.points, f"{units} {name} late, waived", waivers[0])
        item.marks.append("late waived")
        return
    if rule.closed_after is not None and started > rule.closed_after:
        item.step("late", Fraction(0), f"closed after {rule.closed_after} {rule.per}s")
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
        item.step("late", item.points, "late by the platform's word, waived", waivers[0])
        item.marks.append("late waived")
        return True
    item.step("late", item.points, "late by the platform's word; when is not known")
    item.marks.append("late ?")
    told.append(
        Told(
            person.id,
            item.name,
            f"{score.where}: the platform says late and not when, so nothing was taken",
            "write when it came in points.csv (points left empty), or decide in adjust.csv: set, "
            "or waive late",
        )
    )
    return True


def _late_units(clock: Clock, rule: Late, due, came) -> tuple[int, int]:
    return clock.late_days(due, came) if rule.per == "day" else clock.late_hours(due, came)


def _taken(rule: Late, units: int, item: Item) -> tuple[Fraction, str]:
    """Return the points that stay, and the arithmetic in words."""
    base = item.of if rule.of == "possible" else item.points
    taken = units * rule.take * base / 100
    unit = rule.per if units == 1 else f"{rule.per}s"
    words = f"{units} {unit} × {show(rule.take)} % × {show(base)} = {show(taken)}"
    low = rule.floor * item.of / 100
    if item.points - taken >= low:
        return item.points - taken, words
    if item.points <= low:
        return item.points, f"{words}; not below the floor of {show(low)}, so nothing is taken"
    return low, f"{words}; not below {show(rule.floor)} % of {show(item.of)} = {show(low)}"


def _cap(item: Item) -> None:
    """Step 4: an item counts up to the cap of its part."""
    if item.points is None:
        return
    most = item.part.cap * item.of / 100
    if item.points > most:
        item.step("cap", most, f"at most {show(item.part.cap)} % of {show(item.of)}")


def _override(person: Person, item: Item, told: list[Told]) -> None:
    """Step 5: a decision that nothing else touches."""
    for each in item.adjustments:
        if each.kind == OVERRIDE:
            item.step(OVERRIDE, each.points, f"override: {show(each.points)}", each)
            item.marks = [OVERRIDE]
            if each.points > item.part.cap * item.of / 100:
                text = f"{each.where}: override {show(each.points)} is above the {show(item.of)}"
                told.append(Told(person.id, item.name, f"{text} that are possible", "confirm it"))
            _tell_no_effect(person, item, (POINTS, SET), "an override stands beside it", told)


def _without_points(term: Inputs, person: Person, item: Item, told: list[Told]) -> None:
    """Step 6: missing if its time is over and nothing came, else open."""
    score = term.scores.get((person.id, item.name))
    _tell_no_effect(person, item, (POINTS, SET), "there are no points yet", told)
    if item.criteria:
        item.state, item.why = OPEN, "the marks are not settled"
        for each in item.criteria:
            if each.points is None:
                told.append(
                    Told(
                        person.id,
                        item.name,
                        f"{each.name}: {each.words}",
                        "complete the rubric's sheet",
                    )
                )
    elif score and score.handed_in:
        item.state, item.why = OPEN, "handed in and not graded yet"
    elif item.due is None:
        item.state, item.why = OPEN, "no points yet and no deadline"
    elif item.due.at >= term.plan.as_of.at:
        item.state, item.why = OPEN, f"due {term.plan.clock.shown(item.due.at)}"
    else:
        item.state, item.why = MISSING, "nothing was handed in"
        if item.own:
            item.marks.append("ext")
        item.marks.append("missing")
        if item.of is None and item.part.combine == "points":
            raise CannotReckon(
                f"{item.name} is missing for {person.id} and nothing says how many points were "
                "possible; add a row with of to points.csv"
            )
        worth = item.part.missing * (item.of or 0) / 100
        item.step("missing", worth, f"missing: {show(item.part.missing)} % of the possible")


def _tell_was(term: Inputs, person: Person, item: Item, told: list[Told]) -> None:
    """Say where the points a decision was made for are no longer those of grading."""
    for each in item.adjustments:
        now = item.raw
        if each.question:
            questions = term.questions.get((person.id, item.name), {})
            now = questions[each.question][0] if each.question in questions else each.was
        if each.was is not None and each.was != now:
            says = "has no points" if now is None else f"now says {show(now)}"
            told.append(
                Told(
                    person.id,
                    item.name,
                    f"{each.where}: {each.kind} was made for {show(each.was)}, the grader {says}",
                    "decide again, and write the new points under was",
                )
            )


def _tell_no_effect(
    person: Person, item: Item, kinds: tuple[str, ...], because: str, told: list[Told]
) -> None:
    told += [
        Told(
            person.id,
            item.name,
            f"{each.where}: {each.kind} has no effect, {because}",
            "take the row out if it is no longer meant",
        )
        for each in item.adjustments
        if each.kind in kinds
    ]
