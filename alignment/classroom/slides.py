"""What the slides of a class's sheets say, from the picture alone."""

from html import escape
from typing import Any

from alignment.classroom.marks import bar, heading, histogram, names, short, signed, table, told
from alignment.messages import say
from fairmark.messages import names_in_a_row


def too_few() -> str:
    """Say why nothing of the scores is shown, and how a small class can talk without figures."""
    steps = ("open_sheets", "differ", "weigh", "questions", "change")
    items = "".join(f"<li>{escape(say(f'slides.step_{step}'))}</li>" for step in steps)
    return (
        heading(say("slides.few"), 1)
        + told(say("slides.few_why"))
        + told(say("slides.few_instead"), "say")
        + f"<ol>{items}</ol>"
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
    made = shown["made_of"] == "invented"
    counts = {"round": shown["round"], "students": shown["students"]}
    return (
        heading(say("class.heading"), 1)
        + (told(say("slides.invented"), "made") if made else "")
        + told(say("slides.round", **counts), "say")
        + told(say("slides.who"))
        + told(say("slides.rounded"))
        + told(say("slides.keys"), "soft")
    )


def _first(shown: dict[str, Any]) -> str:
    domains, orders = names("domains"), shown["orders"]
    first = [domains[d] for d in orders["first"]]
    said = (
        say("slides.one_first", domain=first[0])
        if len(first) == 1
        else say("slides.several_first", domains=say("class.or").join(first))
    )
    if orders["no_winner"]:
        said = f"{said} {say('slides.no_winner')}"
    best = orders["kemeny"]
    rules = {
        say("slides.mean"): orders["mean"],
        say("slides.borda"): orders["borda"],
        say("slides.kemeny", len(best)): best[0],
    }
    lists = "".join(
        f"<div><strong>{escape(rule)}</strong><ol>"
        + "".join(f"<li>{domains[d]}</li>" for d in order)
        + "</ol></div>"
        for rule, order in rules.items()
    )
    return (
        heading(say("slides.three_ways"))
        + told(said, "say")
        + f'<div class="columns">{lists}</div>'
    )


def _first_places(shown: dict[str, Any]) -> str:
    domains, shares = names("domains"), shown["first_places"]
    places = "".join(
        bar(domains[d], 0, say("slides.not_shown"))
        if share is None
        else bar(
            domains[d], share["share"], f"{share['share']:.0f} %", (share["low"], share["high"])
        )
        for d, share in shares.items()
    )
    hidden = ", ".join(domains[d] for d, share in shares.items() if share is None)
    why = say("slides.hidden", domains=hidden)
    return (
        heading(say("slides.first_places"))
        + told(say("slides.share"))
        + places
        + (told(why, "soft") if hidden else "")
    )


def _medians(shown: dict[str, Any]) -> str:
    domains, criteria = short(), names("criteria")
    rows = [
        [domains[d], *(_median(shown["scores"][d][c]) for c in criteria)] for d in shown["scores"]
    ]
    return (
        heading(say("slides.scored"))
        + told(say("slides.medians"), "say")
        + table([say("class.domain"), *criteria.values()], rows)
    )


def _median(numbers: dict[str, Any]) -> tuple[str, str] | str:
    middle = f"{numbers['q50']:.0f}"
    if "q25" not in numbers:
        return middle
    return middle, say("class.span", q25=numbers["q25"], q75=numbers["q75"])


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
            heading(say("slides.lies", domain=domains[d]))
            + told(say("slides.bins"), "soft")
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
    return heading(say("slides.matter")) + told(say("slides.weights"), "say") + bars


def _parts(shown: dict[str, Any]) -> str:
    parts = shown["parts"]
    title = heading(say("slides.values_or_facts"))
    if parts["agrees"] or not parts["whole"]:
        return title + told(say("slides.agree"), "say")
    whole = parts["whole"]
    spans = "".join(
        f'<span class="{name}" style="width:{share:g}%">'
        + (escape(say(f"slides.part_{name}", share=share)) if share >= 15 else "")
        + "</span>"
        for name, share in whole.items()
        if share
    )
    more = ""
    if "between" in parts:
        ends = ", ".join(
            say(f"slides.between_{name}", low=low, high=high)
            for name, (low, high) in parts["between"].items()
        )
        linked = say("slides.linked") if parts["linked"] else say("slides.not_linked")
        more = told(say("slides.between", parts=ends), "soft") + told(linked, "soft")
    return (
        title
        + told(say("slides.split", **whole), "say")
        + f'<div class="parts">{spans}</div>'
        + told(say("slides.differently", pairs=parts["real"]))
        + more
    )


def _pairs(shown: dict[str, Any]) -> str:
    domains = short()
    rows = []
    for pair in shown["pairs"]:
        a, b = (domains[d] for d in pair["pair"])
        share = pair["above"]  # a number, or in words where one would name a few
        above = say(f"slides.share {share}") if isinstance(share, str) else f"{share:.0f} %"
        parts = pair["parts"] or dict.fromkeys(("facts", "values", "both"))
        split = ["" if share is None else f"{share:.0f}" for share in parts.values()]
        rows.append([say("slides.above", first=a, second=b), above, signed(pair["gap"]), *split])
    heads = ("of_class", "gap", "facts", "values", "both")
    columns = ["", *(say(f"slides.column_{each}") for each in heads)]
    return heading(say("slides.pairs")) + table(columns, rows, say("slides.thin"))


def _agreement(shown: dict[str, Any]) -> str:
    found = shown["agreement"]
    above = found["w"] > found["by_chance"]
    return (
        heading(say("slides.how_much"))
        + bar(say("slides.w"), 100 * found["w"], f"{found['w']:.2f}")
        + bar(say("slides.by_chance"), 100 * found["by_chance"], f"{found['by_chance']:.2f}")
        + told(say("slides.more") if above else say("slides.no_more"), "say")
        + told(say("slides.two", correlation=found["between_two"]))
        + told(say("slides.w_is"), "soft")
    )


def _camps(shown: dict[str, Any]) -> str:
    title, camps = heading(say("slides.camps")), shown["camps"]
    if camps is None:
        return title + told(say("slides.below_thirty"), "say")
    level = told(say("slides.two_levels")) if camps["two_levels"] else ""
    parts = _camp(camps["scores"], "scores") + _camp(camps["weights"], "weights")
    return title + parts + level + told(say("slides.gap"), "soft")


def _camp(found: dict[str, Any], what: str) -> str:
    if found["sizes"] is None:
        apart = {"apart": found["visible"], "points": {4: 19, 5: 24, 6: 28}.get(found["visible"])}
        if not apart["points"]:
            return told(say(f"slides.no_camps_{what}"), "say")
        return told(say(f"slides.no_camps_{what}_seen", **apart), "say")
    sizes = names_in_a_row(*(f"{size:.0f} %" for size in found["sizes"]))
    unit, by = f"slides.part_by_{what}", found["part_by"]
    parts = [
        say(unit, name=known[code], by=signed(x))
        for table_, known in (("criteria", names("criteria")), ("domains", names("domains")))
        for code, x in by[table_].items()
    ]
    steps = ", ".join(parts) or say("slides.small_steps")
    return told(say(f"slides.camps_{what}", sizes=sizes, parts=steps), "say")


def _movement(shown: dict[str, Any]) -> str:
    title, moved = heading(say("slides.movement")), shown.get("movement")
    if not moved:
        return title + told(say("slides.few_both"))
    domains, criteria = short(), names("criteria")
    everybody = moved["medians_of"] == "everybody"
    whose = "slides.medians_all" if everybody else "slides.medians_both"
    rows = [
        [domains[d], *(_step(scores[c]) for c in criteria)] for d, scores in moved["scores"].items()
    ]
    return (
        title
        + told(say(whose, students=moved["students"]), "soft")
        + table([say("class.domain"), *criteria.values()], rows)
        + told(say("slides.together_means"), "soft")
    )


def _step(score: dict[str, Any]) -> tuple[str, str] | str:
    text = f"{score['before']:.0f}\u00a0→\u00a0{score['after']:.0f}"
    return (text, say("slides.together")) if score.get("drew_together") else text


def _nearer(moved: dict[str, Any]) -> str:
    found = moved["nearer"]
    if found["control"] is not None:
        said = say("slides.anchored" if found["control"]["anchored"] else "slides.not_anchored")
    else:
        said = say("slides.nearer" if found["moved_nearer"] else "slides.not_nearer")
    stop = say("slides.may_stop" if moved["may_stop"] else "slides.another")
    low, high = moved["by_itself"]
    w, then = moved["w"]
    return (
        heading(say("slides.did_it_pull"))
        + told(said, "say")
        + heading(say("slides.trap"))
        + told(say("slides.by_itself", low=low, high=high))
        + heading(say("slides.another_round"))
        + told(f"{say('slides.w_then', first=w, second=then)} {stop}")
    )


def _accuracy() -> str:
    spreads = {"median": "10.3 → 10.3", "voice": "10.3 → 22.2", "argument": "10.3 → 4.2"}
    rows = [[say(f"slides.to_{to}"), "18.4 → 8.1", error] for to, error in spreads.items()]
    heads = [say("slides.pull"), say("slides.spread"), say("slides.error")]
    return (
        heading(say("slides.not_right"))
        + told(say("slides.moved_together"), "say")
        + table(heads, rows, say("slides.thirty"))
    )


def to_discuss(shown: dict[str, Any]) -> str:
    """Return the last slide: what to talk about, from what the picture shows."""
    domains = names("domains")
    pairs = [p for p in shown["pairs"] if isinstance(p["above"], float)]
    open_pair = min(pairs, key=lambda p: abs(p["above"] - 50), default=None)
    asked = []
    if open_pair is not None:
        a, b = (domains[d] for d in open_pair["pair"])
        asked.append(say("slides.ask_pair", first=a, second=b))
    if not shown["parts"]["agrees"] and shown["parts"]["whole"]:
        whole = shown["parts"]["whole"]
        scores = whole["facts"] >= whole["values"]
        asked.append(say("slides.ask_scores" if scores else "slides.ask_weights"))
    asked += [say("slides.ask_others"), say("slides.ask_number")]
    items = "".join(f"<li>{escape(each)}</li>" for each in asked)
    return heading(say("slides.discuss")) + f"<ol>{items}</ol>"
