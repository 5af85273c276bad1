"""What the slides of a class's sheets say, from the picture alone."""

from typing import Any

from alignment.classroom.marks import bar, heading, histogram, names, short, table, told

WHO = "Nobody sees a sheet; only sums of at least five people are shown, and nothing below ten."
INVENTED = '<p class="made">This class is invented: no real student made it.</p>'


def too_few() -> str:
    """Say why nothing of the scores is shown, and how a small class can talk without figures."""
    return (
        heading("Fewer than ten score sheets: talk instead of figures", 1)
        + told("With fewer than ten sheets, friends who compare notes know the rest exactly.")
        + told("So nothing of the sheets is shown. This takes half an hour:", "say")
        + "<ol><li>All open their own sheet beside the reference sheet, on their own screens.</li>"
        "<li>In pairs: find the one score on which you differ most. Say the evidence, not the "
        "number. Is the difference about a fact, or about what the criterion means?</li>"
        "<li>In pairs: which criterion did you weigh most? What would have to be true for the "
        "other's weights to be better?</li>"
        "<li>All: collect only the <em>questions</em> that would settle the differences. Vote for "
        "one, and look for the table that answers it.</li>"
        "<li>Each may change a score, and writes down why.</li></ol>"
    )


def slides(shown: dict[str, Any]) -> list[str]:
    """Return the slides of the sheets, in order."""
    found = [
        _title(shown),
        _first(shown),
        _first_places(shown),
        _medians(shown),
        *_histograms(shown),
        _weights(shown),
    ]
    found += [_parts(shown), _pairs(shown), _agreement(shown), _camps(shown)]
    if shown["round"] == 2:
        found.append(_movement(shown))
        if shown.get("movement"):
            found.append(_nearer(shown["movement"]))
        found.append(_accuracy())
    return found


def _title(shown: dict[str, Any]) -> str:
    note = INVENTED if shown["made_of"] == "invented" else ""
    return (
        heading("The class together", 1)
        + note
        + told(f"Round {shown['round']}, about {shown['students']} students.", "say")
        + told(WHO)
        + told("Every number is rounded: scores, weights and shares to 5, agreement to .05.")
        + told("Arrow keys turn the page, L changes light and dark, F fills the screen.", "soft")
    )


def _first(shown: dict[str, Any]) -> str:
    domains, orders = names("domains"), shown["orders"]
    first = [domains[d] for d in orders["first"]]
    said = (
        f"The class puts {first[0]} first: all three rules agree."
        if len(first) == 1
        else f"{' or '.join(first)}, depending on how one counts: the class has a discussion, "
        "not a first place."
    )
    if orders["no_winner"]:
        said += " No domain beats each other one by majority."
    best = orders["kemeny"]
    rules = {
        "Mean of values: how strongly": orders["mean"],
        "Mean place (Borda): how often": orders["borda"],
        "Fewest pairs against it (Kemeny)"
        + (f": one of {len(best)} equal orders" if len(best) > 1 else ""): best[0],
    }
    lists = "".join(
        f"<div><strong>{rule}</strong><ol>"
        + "".join(f"<li>{domains[d]}</li>" for d in order)
        + "</ol></div>"
        for rule, order in rules.items()
    )
    return (
        heading("Three fair ways to count")
        + told(said, "say")
        + f'<div class="columns">{lists}</div>'
    )


def _first_places(shown: dict[str, Any]) -> str:
    domains, shares = names("domains"), shown["first_places"]
    places = "".join(
        bar(domains[d], 0, "not shown")
        if share is None
        else bar(
            domains[d], share["share"], f"{share['share']:.0f} %", (share["low"], share["high"])
        )
        for d, share in shares.items()
    )
    hidden = ", ".join(domains[d] for d, share in shares.items() if share is None)
    why = f"Not shown, because one of them is a group of one to four: {hidden}."
    return (
        heading("What each of you puts first")
        + told("Share of students; the line is where nine in ten classes like this one would lie.")
        + places
        + (told(why, "soft") if hidden else "")
    )


def _medians(shown: dict[str, Any]) -> str:
    domains, criteria = short(), names("criteria")
    rows = [
        [domains[d], *(_median(shown["scores"][d][c]) for c in criteria)] for d in shown["scores"]
    ]
    return (
        heading("What the class scored")
        + told("Median of each score; below it the middle half of the class.", "say")
        + table(["Domain", *criteria.values()], rows)
    )


def _median(numbers: dict[str, Any]) -> tuple[str, str] | str:
    middle = f"{numbers['q50']:.0f}"
    if "q25" not in numbers:
        return middle
    return middle, f"{numbers['q25']:.0f} to {numbers['q75']:.0f}"


def _histograms(shown: dict[str, Any]) -> list[str]:
    domains, criteria = names("domains"), names("criteria")
    found = []
    for d, scores in shown["scores"].items():
        if not all("bars" in scores[c] for c in criteria):
            continue
        cards = "".join(
            histogram(n, scores[c]["bars"], scores[c]["q50"]) for c, n in criteria.items()
        )
        found.append(
            heading(f"{domains[d]}: where the class lies")
            + told("Per cent of students; bins of one to four students are joined.", "soft")
            + f'<div class="cards">{cards}</div>'
        )
    return found


def _weights(shown: dict[str, Any]) -> str:
    criteria = names("criteria")
    bars = "".join(
        bar(
            criteria[c],
            each["weight"],
            f"{each['weight']:.0f} %",
            (each["q25"], each["q75"]) if "q25" in each else (),
        )
        for c, each in shown["weights"].items()
    )
    return (
        heading("What the class holds to matter")
        + told("Weight of each criterion; the line is the middle half of the class.", "say")
        + bars
    )


def _parts(shown: dict[str, Any]) -> str:
    parts = shown["parts"]
    title = heading("Values or facts?")
    if parts["agrees"] or not parts["whole"]:
        return title + told("You agree about the order; there is nothing to split.", "say")
    whole = parts["whole"]
    spans = "".join(
        f'<span class="{name}" style="width:{share:g}%">'
        + (f"{name} {share:.0f} %" if share >= 15 else "")
        + "</span>"
        for name, share in whole.items()
        if share
    )
    said = (
        f"If we all used the same scores, {whole['facts']:.0f} % of our disagreement about the "
        f"order would go; if we all used the same weights, {whole['values']:.0f} %; the last "
        f"{whole['both']:.0f} % goes only if we share both."
    )
    more = ""
    if "between" in parts:
        ends = ", ".join(f"{n} {a:.0f} to {b:.0f} %" for n, (a, b) in parts["between"].items())
        more = told(f"Nine in ten classes like this one would have {ends}.", "soft")
        more += told(
            "Weights and scores fit each other more, or less, than by chance."
            if parts["linked"]
            else "There is no sign that weights and scores are linked; the test is weak.",
            "soft",
        )
    return (
        title
        + told(said, "say")
        + f'<div class="parts">{spans}</div>'
        + told(
            f"Two of you order {parts['real']:.0f} of 100 pairs of domains differently. “Facts” "
            "is short for scores, and scores hold judgement too."
        )
        + more
    )


def _pairs(shown: dict[str, Any]) -> str:
    domains = short()
    rows = []
    for pair in shown["pairs"]:
        a, b = (domains[d] for d in pair["pair"])
        above = pair["above"] if isinstance(pair["above"], str) else f"{pair['above']:.0f} %"
        parts = pair["parts"] or dict.fromkeys(("facts", "values", "both"))
        split = ["" if share is None else f"{share:.0f}" for share in parts.values()]
        rows.append([f"{a} above {b}", above, _signed(pair["gap"]), *split])
    return heading("Pair by pair") + table(
        ["", "of the class", "median gap", "facts %", "values %", "both %"],
        rows,
        "A thin gap flips for any reason: then most of the disagreement is “both”.",
    )


def _agreement(shown: dict[str, Any]) -> str:
    found = shown["agreement"]
    more = "more" if found["w"] > found["by_chance"] else "no more"
    return (
        heading("How much do you agree?")
        + bar("Kendall's W", 100 * found["w"], f"{found['w']:.2f}")
        + bar("by chance alone, at most", 100 * found["by_chance"], f"{found['by_chance']:.2f}")
        + told(
            f"You agree {more} than chance alone would give in nineteen of twenty classes.", "say"
        )
        + told(f"Two of you, drawn by lot: rank correlation {found['between_two']:.2f} on average.")
        + told("W is 1 if all rank the same way. To agree is not to be right.", "soft")
    )


def _camps(shown: dict[str, Any]) -> str:
    title, camps = heading("One heap or two camps?"), shown["camps"]
    if camps is None:
        return title + told("Below thirty students no method tells camps from chance.", "say")
    parts = [_camp(camps["scores"], "scores", "points"), _camp(camps["weights"], "weights", "%")]
    level = "Some of you score everything high and others low." if camps["two_levels"] else ""
    return (
        title
        + "".join(parts)
        + (told(level) if level else "")
        + told(
            "The computer says “camps” only where there is a gap between two heaps, not where "
            "opinions form a long line. Camps are of answers, not of people.",
            "soft",
        )
    )


def _camp(found: dict[str, Any], what: str, unit: str) -> str:
    if found["sizes"] is None:
        points = {4: 19, 5: 24, 6: 28}.get(found["visible"], 0)
        example = f" (about {points} points on ten scores)" if unit == "points" else ""
        limit = (
            f" A class of this size could have seen two like camps {found['visible']} standard "
            f"deviations apart{example}."
            if points
            else ""
        )
        return told(f"By {what}: no camps that we could see.{limit}", "say")
    sizes = " and ".join(f"{size:.0f} %" for size in found["sizes"])
    both = {**names("criteria"), **{f"domain {d}": n for d, n in names("domains").items()}}
    parts = [f"{both[c]} {_signed(x)} {unit}" for c, x in found["part_by"]["criteria"].items()]
    parts += [
        f"{both[f'domain {d}']} {_signed(x)} {unit}" for d, x in found["part_by"]["domains"].items()
    ]
    return told(
        f"By {what}: camps of {sizes}. They part by {', '.join(parts) or 'small steps'}.", "say"
    )


def _signed(x: float) -> str:
    """Write a number with its sign; zero has none."""
    return f"{x:+.0f}".replace("-", "−") if round(x) else "0"


def _movement(shown: dict[str, Any]) -> str:
    title, moved = heading("From round 1 to round 2"), shown.get("movement")
    if not moved:
        return title + told("Fewer than ten students handed in both rounds: nothing is shown.")
    domains, criteria = short(), names("criteria")
    everybody = moved["medians_of"] == "everybody"
    whose = "Medians of all who answered in each round" if everybody else (
        "Medians of those who answered both rounds")  # fmt: skip
    rows = [
        [domains[d], *(_step(scores[c]) for c in criteria)] for d, scores in moved["scores"].items()
    ]
    return (
        title
        + told(f"{whose}; about {moved['students']} answered both rounds.", "soft")
        + table(["Domain", *criteria.values()], rows)
        + told("“Together” marks a score whose spread fell by more than chance.", "soft")
    )


def _step(score: dict[str, Any]) -> tuple[str, str] | str:
    text = f"{score['before']:.0f}\u00a0→\u00a0{score['after']:.0f}"
    return (text, "together") if score.get("drew_together") else text


def _nearer(moved: dict[str, Any]) -> str:
    found = moved["nearer"]
    if found["control"] is not None:
        said = (
            "The half that saw the reference sheet moved nearer to it than the half that did not: "
            "the sheet pulled."
            if found["control"]["anchored"]
            else "The half that saw the reference sheet did not move nearer than the other half."
        )
    elif found["moved_nearer"]:
        said = (
            "The class moved nearer to the reference sheet after seeing it. Without a control half "
            "nobody knows why."
        )
    else:
        said = "The class did not move nearer to the reference sheet by more than chance."
    stop = (
        "By the rule fixed beforehand the panel may stop here."
        if moved["may_stop"]
        else "By the rule fixed beforehand another round is worth it; after round 3 stop in any "
        "case."
    )
    low, high = moved["by_itself"]
    return (
        heading("Did the reference sheet pull?")
        + told(said, "say")
        + heading("A trap")
        + told(
            f"Were you far out in round 1 and nearer to the middle in round 2? {low} to {high} of "
            "100 such answers come nearer if nobody hears anything and all merely answer again. "
            "Look at your own two rounds in the panel of lesson 10."
        )
        + heading("Another round?")
        + told(f"Kendall's W {moved['w'][0]:.2f}, then {moved['w'][1]:.2f}. {stop}")
    )


def _accuracy() -> str:
    rows = [
        ["to the median", "18.4 → 8.1", "10.3 → 10.3"],
        ["to a loud voice", "18.4 → 8.1", "10.3 → 22.2"],
        ["to a good argument", "18.4 → 8.1", "10.3 → 4.2"],
    ]
    return (
        heading("To agree is not to be right")
        + told("We moved together. Whether nearer to the truth, no chart of ours can know.", "say")
        + table(
            ["A pull", "spread of the answers", "error of the median"],
            rows,
            "Thirty invented people whose truth is known, three reasons to move.",
        )
    )


def to_discuss(shown: dict[str, Any]) -> str:
    """Return the last slide: what to talk about, from what the picture shows."""
    domains = names("domains")
    pairs = [p for p in shown["pairs"] if isinstance(p["above"], float)]
    open_pair = min(pairs, key=lambda p: abs(p["above"] - 50), default=None)
    asked = []
    if open_pair is not None:
        a, b = (domains[d] for d in open_pair["pair"])
        asked.append(f"{a} or {b}? The class is most divided here. Which one fact would settle it?")
    if not shown["parts"]["agrees"] and shown["parts"]["whole"]:
        whole = shown["parts"]["whole"]
        more = "scores" if whole["facts"] >= whole["values"] else "weights"
        asked.append(f"More of the disagreement lies in {more}. Name one of yours you would test.")
    asked.append("What would somebody in Beijing, Moscow or New Delhi find odd about this page?")
    asked.append("Which number here would you not show to a decision maker, and why?")
    items = "".join(f"<li>{each}</li>" for each in asked)
    return heading("To discuss") + f"<ol>{items}</ol>"
