# %% [markdown]
# # Exercises 6: the diplomatic domain
#
# Fifteen short questions on votes in the United Nations. They follow lesson 06. Plan about 80
# minutes. You can stop at any time; your progress is kept.
#
# **Objectives.** **6.1** compute agreement and opposition under a stated definition ·
# **6.2** compare with a reference pair and say what depends on the definition ·
# **6.3** test whether a vote was pivotal · **6.4** read votes of third states and polls without
# mixing wholes.
#
# Each question names the claim of the reading that it tests: C6 (the record of 2025), C8
# (diplomatic support is critical), C12 (American influence weakens), C15 (ties with the Global
# South), C20 (interests are not fully aligned).
#
# In all tables Y is yes, N is no, A is abstain, X is absent. An absence is not a vote.

# %%
#| setup
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.methods import measures
from alignment.tables import cite, describe, load

# %% [markdown]
# ### 6.1 Half credit (2 points)
# *Claim C20.* Write a function `half_credit(first, second)` that takes two lists of votes on the
# same texts ("Y", "A" or "N") and returns the share of agreement between 0 and 1. Two identical
# votes count 1. An abstention beside a yes or a no counts one half. A yes beside a no counts 0.
# The check calls it with the cases that the next cell draws; the first is printed.
# Tolerance: 0.001.


# %%
def pairs_of_votes(question, texts):
    """Draw votes of two states on some texts."""
    from alignment.checks import fresh

    drawn = fresh(question, low=0, high=2.99, size=2 * texts)
    votes_of = [["YAN"[int(number)] for number in row] for row in drawn]
    return [(row[:texts], row[texts:]) for row in votes_of]


half_cases = pairs_of_votes("6.1", 10)
half_cases[0]

# %%
#| stub
half_credit = ...


# %%
#| solution: Each text gives 1, one half or 0, and the share is their mean over all texts.
def half_credit(first, second):
    credit = 0
    for one, other in zip(first, second, strict=True):
        if one == other:
            credit += 1
        elif "A" in (one, other):
            credit += 0.5
    return credit / len(first)


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| claims: [C20]
#| objective: 6.1
#| hints:
#|   - Go through the two lists side by side with zip(first, second).
#|   - 'If two votes differ and one of them is "A", add one half.'
#|   - Divide the sum of the credits by the number of texts, not by the number of identical votes.
#| explanation: >
#|   The strict share treats an abstention beside a no like a full quarrel. Half credit sees it as
#|   half a step. Neither is the true one, so a number needs its definition beside it.
check("6.1", half_credit, on=half_cases)


# %%
#| wrong: This is strict agreement. An abstention beside a yes or a no must count one half.
def half_credit(first, second):
    return sum(one == other for one, other in zip(first, second, strict=True)) / len(first)


# %%
#| wrong: This is the sum of the credits. Divide it by the number of texts.
def half_credit(first, second):
    return len(first) * (measures.s_score(first, second) + 1) / 2


# %%
#| wrong: You left out texts with an abstention. Here they stay in and count one half if they differ.
def half_credit(first, second):
    pairs = [pair for pair in zip(first, second, strict=True) if "A" not in pair]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0


# %%
#| wrong: You gave half credit to a yes beside a no as well. That pair counts 0.
def half_credit(first, second):
    same = sum(one == other for one, other in zip(first, second, strict=True))
    return (same + (len(first) - same) / 2) / len(first)


# %%
#| wrong: This is the scale from -1 to 1. The question asks for a share between 0 and 1.
def half_credit(first, second):
    return measures.s_score(first, second)


# %% [markdown]
# ### 6.2 Agreement beyond habit (3 points)
# *Claim C20.* Two states that nearly always vote yes will agree often, even if they never talk.
# Kappa takes this out. Write a function `kappa(first, second)`:
#
# - `seen` is the share of identical votes;
# - `chance` is the share of identical votes one would expect from the habits of both: for Y, A and
#   N multiply the share of that vote in `first` by its share in `second`, and add the three up;
# - the result is (`seen` - `chance`) / (1 - `chance`).
#
# Tolerance: 0.001.

# %%
kappa_cases = pairs_of_votes("6.2", 12)
len(kappa_cases)

# %%
#| stub
kappa = ...


# %%
#| solution: What is left above chance is divided by the most that could be left.
def kappa(first, second):
    n = len(first)
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / n
    chance = sum(first.count(vote) / n * (second.count(vote) / n) for vote in "YAN")
    return (seen - chance) / (1 - chance)


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| claims: [C20]
#| objective: 6.1
#| hints:
#|   - 'Compute seen first: it is the strict share.'
#|   - 'first.count("Y") / len(first) is the share of yes votes of the first state.'
#|   - The result can be below 0. It is below 0 if the two agree less than their habits suggest.
#| explanation: >
#|   Kappa was made by Cohen in 1960 for two judges of the same cases. It falls when nearly all
#|   texts are of one kind, because then habit alone explains most of the agreement. So a year with
#|   many texts that almost all states support lowers it.
check("6.2", kappa, on=kappa_cases)


# %%
#| wrong: You returned the share that was seen. Take out what chance would give.
def kappa(first, second):
    return sum(one == other for one, other in zip(first, second, strict=True)) / len(first)


# %%
#| wrong: You took chance as one third for everybody. It depends on how each of the two votes.
def kappa(first, second):
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / len(first)
    return (seen - 1 / 3) / (1 - 1 / 3)


# %%
#| wrong: You multiplied counts. Divide each count by the number of texts first.
def kappa(first, second):
    n = len(first)
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / n
    chance = sum(first.count(vote) * second.count(vote) for vote in "YAN")
    return (seen - chance) / (1 - chance)


# %%
#| wrong: You forgot to divide by 1 minus chance.
def kappa(first, second):
    n = len(first)
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / n
    return seen - sum(first.count(vote) / n * (second.count(vote) / n) for vote in "YAN")


# %%
#| wrong: You used the habits of the first state twice. Use one share of each state.
def kappa(first, second):
    n = len(first)
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / n
    chance = sum((first.count(vote) / n) ** 2 for vote in "YAN")
    return (seen - chance) / (1 - chance)


# %% [markdown]
# ### 6.3 Strict agreement in three years (2 points)
# *Claim C20.* What was the **strict** agreement of China (`CHN`) and Russia (`RUS`) in 2018, 2021
# and 2025: the share of identical votes among the texts on which both voted yes, no or abstain?
# Put the three shares into `strict`, with the years as labels. Tolerance: 0.005. The cell below
# prepares the votes. It also prints the reference pair US and UK, so that you can read your
# numbers against another pair.

# %%
votes_2025 = load("unga_votes_2025").assign(year=2025)
votes = pd.concat([load("unga_votes"), votes_2025], ignore_index=True)
votes = votes[votes["year"].isin([2018, 2021, 2025])]
us_uk = votes[votes[["USA", "GBR"]].isin(["Y", "A", "N"]).all(axis=1)]
(us_uk["USA"] == us_uk["GBR"]).groupby(us_uk["year"]).mean().round(2)

# %%
#| stub
strict = ...

# %%
#| solution: First keep the texts on which both voted, then count identical votes by year.
both = votes[votes[["CHN", "RUS"]].isin(["Y", "A", "N"]).all(axis=1)]
strict = (both["CHN"] == both["RUS"]).groupby(both["year"]).mean()

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C20]
#| objective: 6.1
#| hints:
#|   - The cell above does the same for another pair. Read it line by line.
#|   - An X is not a vote. Leave out the texts on which one of the two was absent.
#|   - (both["CHN"] == both["RUS"]).groupby(both["year"]).mean() gives a share per year.
#| explanation: >
#|   By this definition the three years are hardly different. One published paper finds a fall up
#|   to 2024, for which votes by state are not in our tables. The reference pair shows how little a
#|   single number says. In 2025 two close allies agreed on far fewer texts than China and Russia.
check("6.3", strict)

# %%
#| wrong: You counted absences as if they were votes. X is not a vote.
strict = (votes["CHN"] == votes["RUS"]).groupby(votes["year"]).mean()

# %%
#| wrong: You left out the abstentions. In the strict share an abstention is a vote like the others.
both = votes[votes[["CHN", "RUS"]].isin(["Y", "N"]).all(axis=1)]
strict = (both["CHN"] == both["RUS"]).groupby(both["year"]).mean()

# %%
#| wrong: This is the agreement of the US and the UK. The question asks for China and Russia.
strict = (us_uk["USA"] == us_uk["GBR"]).groupby(us_uk["year"]).mean()

# %%
#| wrong: These are numbers of texts. Divide by the texts on which both voted.
both = votes[votes[["CHN", "RUS"]].isin(["Y", "A", "N"]).all(axis=1)]
strict = (both["CHN"] == both["RUS"]).groupby(both["year"]).sum()

# %% [markdown]
# ### 6.4 Does the sign survive? (3 points)
# *Claim C20.* By how much did the agreement of China and Russia change from 2018 to 2025 under three
# definitions? Use the votes of 6.3 and put the three changes into the dictionary `change`:
#
# - `"strict"`: the share of identical votes;
# - `"kappa"`: kappa (you may use `measures.kappa(first, second)`);
# - `"contested"`: the strict share, without the texts on which China, Russia, the United Kingdom
#   (`GBR`) and Brazil (`BRA`) all voted yes.
#
# A fall is negative. Tolerance: 0.002.

# %%
#| stub
change = {"strict": ..., "kappa": ..., "contested": ...}


# %%
#| solution: One function per definition, the later year minus the earlier one.
def agreement(rows, year, rule):
    pair = rows.loc[rows["year"] == year, ["CHN", "RUS"]]
    pair = pair[pair.isin(["Y", "A", "N"]).all(axis=1)]
    return rule(pair["CHN"], pair["RUS"])


contested = votes[~(votes[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)]
rows_of = {"strict": votes, "kappa": votes, "contested": contested}
change = {}
for name, rows in rows_of.items():
    rule = measures.kappa if name == "kappa" else measures.strict_agreement
    change[name] = agreement(rows, 2025, rule) - agreement(rows, 2018, rule)

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C20]
#| objective: 6.2
#| hints:
#|   - Write a small function that takes rows and a year and returns the agreement.
#|   - '(votes[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1) marks the texts to leave out.'
#|   - Keep only texts on which both voted Y, A or N before you use a definition.
#| explanation: >
#|   The sign depends on the definition. In 2025 there were many texts on which nearly everybody
#|   but the United States voted yes. They lift the strict share, and kappa and the contested share
#|   take them out in two different ways. State the definition before the trend.
check("6.4", change)

# %%
#| wrong: You subtracted 2025 from 2018. A change is the later value minus the earlier one.
pairs = {y: votes[votes["year"] == y] for y in (2018, 2025)}
ok = {y: p[p[["CHN", "RUS"]].isin(["Y", "A", "N"]).all(axis=1)] for y, p in pairs.items()}
hard = {y: p[~(p[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)] for y, p in ok.items()}
s = {y: measures.strict_agreement(p["CHN"], p["RUS"]) for y, p in ok.items()}
k = {y: measures.kappa(p["CHN"], p["RUS"]) for y, p in ok.items()}
c = {y: measures.strict_agreement(p["CHN"], p["RUS"]) for y, p in hard.items()}
change = {"strict": s[2018] - s[2025], "kappa": k[2018] - k[2025], "contested": c[2018] - c[2025]}

# %%
#| wrong: You gave the level of 2025 for each definition. The question asks for the change.
last = votes[votes["year"] == 2025]
hard = last[~(last[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)]
change = {
    "strict": measures.strict_agreement(last["CHN"], last["RUS"]),
    "kappa": measures.kappa(last["CHN"], last["RUS"]),
    "contested": measures.strict_agreement(hard["CHN"], hard["RUS"]),
}

# %%
#| wrong: You gave the strict change three times. Each definition needs its own computation.
ok = votes[votes[["CHN", "RUS"]].isin(["Y", "A", "N"]).all(axis=1)]
yearly = (ok["CHN"] == ok["RUS"]).groupby(ok["year"]).mean()
change = dict.fromkeys(["strict", "kappa", "contested"], yearly[2025] - yearly[2018])

# %% [markdown]
# ### 6.5 Two thirds of what? (2 points)
# *Claim C8.* `tallies` holds results of UN votes on Ukraine. For the text `ES-11/7` compute the
# share of yes votes in two ways and put them into the dictionary `yes_share`:
#
# - `"all votes"`: of all members that voted yes, no or abstain;
# - `"yes and no"`: of the members that count for the two-thirds rule of the UN Charter, which
#   looks at members "present and voting". Abstaining members count as not voting.
#
# Shares between 0 and 1. Tolerance: 0.002.

# %%
tallies = load("ukraine_tallies").dropna(subset=["yes"]).set_index("text")
tallies[["date", "subject", "yes", "no", "abstain", "absent", "CHN"]]

# %%
#| stub
yes_share = {"all votes": ..., "yes and no": ...}

# %%
#| solution: The rule decides who belongs below the line.
text = tallies.loc["ES-11/7"]
yes_share = {
    "all votes": text["yes"] / (text["yes"] + text["no"] + text["abstain"]),
    "yes and no": text["yes"] / (text["yes"] + text["no"]),
}

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C8]
#| objective: 6.3
#| hints:
#|   - The part is the same in both shares. Only the whole changes.
#|   - Members that are absent are in neither share.
#| explanation: >
#|   The same result is a narrow majority of the votes and a clear two-thirds majority under the
#|   rule. Headlines choose the one that fits. Article 18 of the Charter decides which one counts.
check("6.5", yes_share)

# %%
#| wrong: You divided by all 193 members. The rule counts members that are present and vote.
text = tallies.loc["ES-11/7"]
yes_share = {"all votes": text["yes"] / 193, "yes and no": text["yes"] / (text["yes"] + text["no"])}

# %%
#| wrong: You exchanged the two shares.
text = tallies.loc["ES-11/7"]
yes_share = {
    "yes and no": text["yes"] / (text["yes"] + text["no"] + text["abstain"]),
    "all votes": text["yes"] / (text["yes"] + text["no"]),
}

# %%
#| wrong: You counted abstentions in both. For the rule, members that abstain do not vote.
text = tallies.loc["ES-11/7"]
share = text["yes"] / (text["yes"] + text["no"] + text["abstain"])
yes_share = {"all votes": share, "yes and no": share}

# %% [markdown]
# ### 6.6 Where did the yes votes go? (3 points)
# *Claim C6.* `by_state` holds votes by state. What became of the states that voted yes on `ES-11/1`
# (March 2022) when `ES-11/7` (February 2025) came to a vote? Put three numbers of states into the
# dictionary `went`: `"stayed"` (voted yes again), `"to no"` (voted no) and `"rest"` (all others:
# abstained or did not vote). The list of yes and no votes is complete for both texts, but only some
# of the abstentions on `ES-11/7` are in the table.

# %%
by_state = load("ukraine_votes").pivot(index="iso3", columns="text", values="vote")
by_state[["ES-11/1", "ES-11/7"]].apply(lambda votes: votes.value_counts())

# %%
#| stub
went = {"stayed": ..., "to no": ..., "rest": ...}

# %%
#| solution: The rest is found by subtraction, because the list of abstentions is not complete.
supporters = by_state[by_state["ES-11/1"] == "Y"]["ES-11/7"]
stayed, to_no = (supporters == "Y").sum(), (supporters == "N").sum()
went = {"stayed": stayed, "to no": to_no, "rest": len(supporters) - stayed - to_no}

# %%
#| check
#| unit: states
#| data: tables
#| claims: [C6]
#| objective: 6.3
#| hints:
#|   - First keep the states with a Y in the column ES-11/1.
#|   - Count Y and N among them in the column ES-11/7.
#|   - An empty cell does not mean "no vote known to anybody". Subtract instead of counting.
#| explanation: >
#|   A falling total hides who moved and where to. A table that is complete for yes and no can be
#|   used for those two and never to count abstentions. What is not in a table is not zero.
check("6.6", went)

# %%
#| wrong: You counted the abstentions that are listed. The list of abstentions is not complete.
supporters = by_state[by_state["ES-11/1"] == "Y"]["ES-11/7"]
went = {
    "stayed": (supporters == "Y").sum(),
    "to no": (supporters == "N").sum(),
    "rest": (supporters == "A").sum(),
}

# %%
#| wrong: You put all that left into the rest. Some of them moved to no.
supporters = by_state[by_state["ES-11/1"] == "Y"]["ES-11/7"]
stayed = (supporters == "Y").sum()
went = {"stayed": stayed, "to no": 0, "rest": len(supporters) - stayed}

# %%
#| wrong: You counted all no votes of 2025. Keep only states that voted yes in 2022.
yes, no = (by_state["ES-11/7"] == "Y").sum(), (by_state["ES-11/7"] == "N").sum()
went = {"stayed": yes, "to no": no, "rest": (by_state["ES-11/1"] == "Y").sum() - yes - no}

# %% [markdown]
# ### 6.7 Not yes is not no (1 point)
# *Claim C8.* On how many of the Ukraine texts in `by_state` did China (`CHN`) abstain, and on how
# many did it vote no? Put the two numbers into the dictionary `china` with the labels `"abstain"`
# and `"no"`.

# %%
#| stub
china = {"abstain": ..., "no": ...}

# %%
#| solution: Each vote is counted as what it was.
china = {"abstain": (by_state.loc["CHN"] == "A").sum(), "no": (by_state.loc["CHN"] == "N").sum()}

# %%
#| check
#| unit: texts
#| data: tables
#| claims: [C8]
#| objective: 6.1
#| hints:
#|   - by_state.loc["CHN"] is China's row, one vote per text.
#|   - Count the letters A and N in it.
#| explanation: >
#|   China abstained on most of these texts and voted no on a few. Whoever counts "did not support"
#|   as "opposed" makes China look like Russia, and India too.
check("6.7", china)

# %%
#| wrong: You counted every vote that was not yes as no. An abstention is not a no.
china = {"abstain": 0, "no": (by_state.loc["CHN"].dropna() != "Y").sum()}

# %%
#| wrong: You exchanged the two numbers.
china = {"no": (by_state.loc["CHN"] == "A").sum(), "abstain": (by_state.loc["CHN"] == "N").sum()}

# %% [markdown]
# ### 6.8 How far from failing? (3 points)
# *Claim C8.* A text is adopted if the yes votes are at least twice the no votes (two thirds of yes
# and no). For each text in `tallies`: what is the **smallest** number of states that would have had
# to move from yes to no before the text failed? Put the numbers into `moves`, with the texts as
# labels.

# %%
#| stub
moves = ...


# %%
#| solution: Three votes of distance shrink per state: one less yes, and one more no counts twice.
moves = (tallies["yes"] - 2 * tallies["no"]) // 3 + 1

# %%
#| check
#| unit: states
#| data: tables
#| claims: [C8]
#| objective: 6.3
#| hints:
#|   - After k states have moved there are yes - k yes votes and no + k no votes.
#|   - The text fails as soon as yes - k is smaller than 2 * (no + k). Solve this for k.
#|   - k must be larger than (yes - 2 * no) / 3. Whole division by 3 is written // 3.
#| explanation: >
#|   One vote of China could decide only if this number were 1. On all of these texts it is much
#|   larger. Support that is not pivotal can still matter, but then it works in another way than
#|   through the outcome of the vote.
check("6.8", moves)


# %%
#| wrong: A state that moves also adds a no vote. You only took it from the yes votes.
moves = tallies["yes"] - 2 * tallies["no"] + 1

# %%
#| wrong: You used a simple majority. The rule here is two thirds of yes and no.
moves = (tallies["yes"] - tallies["no"]) // 2 + 1

# %%
#| wrong: With this number the text is still just adopted. One more state has to move.
moves = (tallies["yes"] - 2 * tallies["no"]) // 3

# %%
#| wrong: You counted abstentions like no votes. The rule looks at yes and no only.
moves = (tallies["yes"] - 2 * (tallies["no"] + tallies["abstain"])).clip(lower=-3) // 3 + 1

# %% [markdown]
# ### 6.9 Where they oppose each other (2 points)
# *Claim C20.* `issues` counts votes of China and Russia by issue, for 2014 to 2019: `n` texts on
# which both voted, `agree` identical votes, `opposed` a yes against a no. What share of the texts
# was opposed, for each issue? Put the six shares into `opposed`, with the issues as labels. Shares
# between 0 and 1. Tolerance: 0.001.

# %%
issues = load("unga_issues").query("period == '2014-2019'").set_index("issue")
issues

# %%
#| stub
opposed = ...

# %%
#| solution: The whole is all texts on which both voted, abstentions included.
opposed = issues["opposed"] / issues["n"]

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C20]
#| objective: 6.1
#| hints:
#|   - The part is the column opposed. Which column is the whole?
#|   - Texts with an abstention are neither agreed nor opposed in full, but they belong to the whole.
#| explanation: >
#|   Nuclear texts come first, not the death penalty or mines that are often named. In lesson 06 the
#|   US and the UK, a close pair, oppose each other on most texts about Palestine. Partners can
#|   quarrel on one issue and work together on the rest.
check("6.9", opposed)

# %%
#| wrong: You left out the texts with an abstention. Divide by all texts on which both voted.
opposed = issues["opposed"] / (issues["opposed"] + issues["agree"])

# %%
#| wrong: This is the share of identical votes. The question asks for yes against no.
opposed = issues["agree"] / issues["n"]

# %%
#| wrong: This counts everything that is not identical, also an abstention beside a yes or a no.
opposed = 1 - issues["agree"] / issues["n"]

# %%
#| wrong: You divided by the texts of all issues together. Each issue has its own number of texts.
opposed = issues["opposed"] / issues["n"].sum()

# %% [markdown]
# ### 6.10 Which way round is the condition? (2 points)
# *Claim C8.* `vetoes` holds the vetoes in the Security Council from 2007 to 2025. A veto is joint if
# both China and Russia cast it. What share of **China's** vetoes was joint, and what share of
# **Russia's**? Put the two shares into the dictionary `joint` with the labels `"China"` and
# `"Russia"`. Tolerance: 0.002.

# %%
vetoes = load("vetoes")
vetoes = vetoes[vetoes["date"].dt.year.between(2007, 2025)]
vetoes[["date", "topic", "CHN", "RUS", "USA"]].tail(3)

# %%
#| stub
joint = {"China": ..., "Russia": ...}

# %%
#| solution: The same joint vetoes are divided by two different wholes.
together = (vetoes["CHN"] & vetoes["RUS"]).sum()
joint = {"China": together / vetoes["CHN"].sum(), "Russia": together / vetoes["RUS"].sum()}

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C8]
#| objective: 6.2
#| hints:
#|   - 'vetoes["CHN"] & vetoes["RUS"] is true where both vetoed.'
#|   - '"Of China''s vetoes" names the whole. It is the number of vetoes by China.'
#| explanation: >
#|   China has not vetoed alone in these years, but Russia often has. "They veto together" is true
#|   if you start from China and mostly false if you start from Russia. The word after "of" is the
#|   whole.
check("6.10", joint)

# %%
#| wrong: You exchanged the two wholes. Of China's vetoes means divided by China's vetoes.
together = (vetoes["CHN"] & vetoes["RUS"]).sum()
joint = {"Russia": together / vetoes["CHN"].sum(), "China": together / vetoes["RUS"].sum()}

# %%
#| wrong: You divided by all vetoes, also those of other members.
together = (vetoes["CHN"] & vetoes["RUS"]).sum()
joint = {"China": together / len(vetoes), "Russia": together / len(vetoes)}

# %%
#| wrong: These are numbers of vetoes. The question asks for shares.
together = (vetoes["CHN"] & vetoes["RUS"]).sum()
joint = {"China": together, "Russia": together}

# %% [markdown]
# ### 6.11 When two face one, who has company? (3 points)
# *Claims C12, C15.* `third` counts votes of third states on texts where China and Russia voted alike
# and the United States voted the opposite. For each of the four periods in `period`, what share of
# **all these votes** (with China and Russia, with the US, abstentions) went with China and Russia,
# and what share went with the US? Put the shares into a table (a DataFrame) `company`, with the
# periods as labels of the rows and the columns `with_china_russia` and `with_us`. Shares between 0
# and 1. Tolerance: 0.001.

# %%
third = load("unga_third_states").set_index("year")
ends = [1991, 2001, 2011, 2017, 2021]
period = pd.cut(third.index, ends, labels=["1992-2001", "2002-2011", "2012-2017", "2018-2021"])
third.tail(4)

# %%
#| stub
company = ...

# %%
#| solution: Add up the votes of a period first, then divide by all votes of that period.
cast = third[["with_china_russia", "with_us", "abstain"]].groupby(period, observed=True).sum()
company = cast[["with_china_russia", "with_us"]].div(cast.sum(axis=1), axis=0)

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C12, C15]
#| objective: 6.4
#| hints:
#|   - The whole is the sum of three columns. The column texts is not a number of votes.
#|   - 'third.groupby(period, observed=True).sum() adds up the years of each period.'
#|   - Sum first and divide afterwards, because a year with many texts has more votes.
#|   - table.div(series, axis=0) divides each row of a table by the entry with its label.
#| explanation: >
#|   Most third states stand with the two on these texts, and the share falls from period to period
#|   while the share with the US rises. Level and trend give two different headlines. Only adopted
#|   texts are counted, and the reasons of the states are not in any table.
check("6.11", company)

# %%
#| wrong: You averaged yearly shares. A year with few texts then counts as much as one with many.
cast = third[["with_china_russia", "with_us", "abstain"]]
yearly = cast[["with_china_russia", "with_us"]].div(cast.sum(axis=1), axis=0)
company = yearly.groupby(period, observed=True).mean()

# %%
#| wrong: You left out the abstentions. They are votes too and belong to the whole.
cast = third[["with_china_russia", "with_us"]].groupby(period, observed=True).sum()
company = cast.div(cast.sum(axis=1), axis=0)

# %%
#| wrong: These are numbers of votes. Divide them by all votes of the period.
company = third[["with_china_russia", "with_us"]].groupby(period, observed=True).sum()

# %%
#| wrong: You divided by the number of texts. On each text many states vote.
sums = third.groupby(period, observed=True).sum()
company = sums[["with_china_russia", "with_us"]].div(sums["texts"], axis=0)

# %% [markdown]
# ### 6.12 The distance on one line (2 points)
# *Claim C20.* `points` places states on one line by their votes (ideal points). The distance of two
# states is the difference of their points without its sign. What was the distance of China and
# Russia in 2018, 2022 and 2024? Put the three numbers into `distance`, with the years as labels.
# Tolerance: 0.005. The cell below prints the distance of the US and the UK for comparison.

# %%
points = load("ideal_points").pivot(index="year", columns="iso3", values="point")
(points["USA"] - points["GBR"]).abs().loc[[2018, 2022, 2024]].round(2)

# %%
#| stub
distance = ...

# %%
#| solution: A distance has no sign.
distance = (points["CHN"] - points["RUS"]).abs().loc[[2018, 2022, 2024]]

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C20]
#| objective: 6.2
#| hints:
#|   - Subtract one column from the other and take away the sign with .abs().
#|   - .loc[[2018, 2022, 2024]] keeps the three years.
#| explanation: >
#|   Ideal points try to allow for a changing agenda, and by them the two have come closer. The
#|   reference pair came closer as well. A distance says nothing about why two states vote alike.
check("6.12", distance)

# %%
#| wrong: You kept the sign. A distance is never negative.
distance = (points["CHN"] - points["RUS"]).loc[[2018, 2022, 2024]]

# %%
#| wrong: This is the distance of the US and the UK. The question asks for China and Russia.
distance = (points["USA"] - points["GBR"]).abs().loc[[2018, 2022, 2024]]

# %%
#| wrong: This is Russia's distance from the United States.
distance = (points["RUS"] - points["USA"]).abs().loc[[2018, 2022, 2024]]

# %%
#| wrong: You added the two points. The distance is their difference.
distance = (points["CHN"] + points["RUS"]).abs().loc[[2018, 2022, 2024]]

# %% [markdown]
# ### 6.13 The same people? (1 point)
# *Claim C15.* `views` holds medians of polls by Pew. By how many percentage points did the
# favourable view of China change from 2024 to 2025 **in the same set of countries**? Put the number
# into `points_up`. Tolerance: 0.5.

# %%
opinion = load("opinion")
medians = opinion["population"].isin(["25-country median", "35-country median"])
views = opinion[medians & (opinion["question"] == "favourable view of China")]
views[["population", "year", "value"]]

# %%
#| stub
points_up = ...

# %%
#| solution: Only the same countries can be compared with themselves.
same = views[views["population"] == "25-country median"].set_index("year")["value"]
points_up = same[2025] - same[2024]

# %%
#| check
#| tolerance: 0.5
#| unit: percentage points
#| data: tables
#| claims: [C15]
#| objective: 6.4
#| hints:
#|   - Two rows belong to 2024. Which of them has the same population as the row of 2025?
#|   - Subtract the earlier value from the later one.
#| explanation: >
#|   A median over other countries can differ although nobody changed an opinion. Before you
#|   subtract, look at who was asked.
check("6.13", points_up)

# %%
#| wrong: You compared with the median of another set of countries.
other = views[views["population"] == "35-country median"].set_index("year")["value"]
same = views[views["population"] == "25-country median"].set_index("year")["value"]
points_up = same[2025] - other[2024]

# %%
#| wrong: You subtracted the later value from the earlier one.
same = views[views["population"] == "25-country median"].set_index("year")["value"]
points_up = same[2024] - same[2025]

# %%
#| wrong: This is the change in per cent of the earlier value. The question asks for points.
same = views[views["population"] == "25-country median"].set_index("year")["value"]
points_up = (same[2025] / same[2024] - 1) * 100

# %% [markdown]
# ### 6.14 Which sentence may stand? (1 point)
# *Claim C12.* Which of these sentences do the tables of this set support? Set `sentence` to one of
# the words:
#
# - `"caused"`: the cooperation of China and Russia has caused states to leave the American side;
# - `"pivotal"`: China's vote decided the fate of texts on Ukraine;
# - `"described"`: on texts where the two face the US, most third states vote with the two, and up
#   to 2021 less so over time;
# - `"isolated"`: the United States stands alone in the United Nations.

# %%
#| stub
sentence = ...

# %%
#| solution: Votes describe what states did; reasons and effects need another design.
sentence = "described"

# %%
#| check
#| data: none
#| claims: [C12]
#| objective: 6.4
#| choices: [caused, pivotal, described, isolated]
#| hints:
#|   - Which of the sentences say why something happened?
#|   - Look again at questions 6.8 and 6.11.
#| explanation: >
#|   A table of votes can carry a description with its definition and its years. It cannot carry a
#|   cause, and it cannot carry a sentence about all texts, since only recorded votes on adopted
#|   texts are in it.
check("6.14", sentence)

# %%
#| wrong: This names a cause. The tables show votes and neither reasons nor a world without the two.
sentence = "caused"

# %%
#| wrong: In question 6.8 one vote was far from enough on every text.
sentence = "pivotal"

# %%
#| wrong: The tables hold recorded votes only, and on them the US has company. "Alone" says too much.
sentence = "isolated"

# %% [markdown]
# ### 6.15 Your score sheet (2 points)
# *Claims C8, C12.* Judge the diplomatic domain on six criteria. What would be different if both
# states existed with the same aims, but did not cooperate? For each letter give the lowest, the most
# likely and the highest score from 0 to 100, and your evidence. A right score below your lowest, or
# above your highest, should surprise you one time in ten. Any opinion is right; the check looks at the
# form only. The next cell prints the criteria.

# %%
from alignment.checks import forms

for row in load("criteria").itertuples():
    print(f"{row.criterion}  {row.name}: {row.prompt}")

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (15, 30, 50, "One more yes or no changed no outcome on Ukraine (6.8)"),
    "B": (30, 45, 65, "All of China's vetoes since 2007 were joint (6.10)"),
    "C": (15, 30, 55, "Third states vote with the two, but less than before (6.11)"),
    "D": (40, 60, 80, "The pattern is already there in the votes of 2025 (6.3)"),
    "E": (10, 30, 50, "A vote can change from one session to the next (6.7)"),
    "F": (20, 35, 55, "They oppose each other on nuclear texts (6.9)"),
}

# %%
#| check
#| data: none
#| claims: [C8, C12]
#| objective: 6.2
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 6.8").
#| explanation: >
#|   A range says how sure you are, and a note says why. You will weigh this sheet against the
#|   other domains in lesson 08.
check("6.15", forms.score_sheet(sheet))

# %%
#| wrong: Criterion B is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.8 above"))
sheet["B"] = (60, 40, 20, "seen in question 6.8 above")

# %%
#| wrong: Criterion D has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.8 above"))
sheet["D"] = (-20, 40, 60, "seen in question 6.8 above")

# %%
#| wrong: Criterion F has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.8 above"))
sheet["F"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: C.
sheet = dict.fromkeys("ABDEF", (20, 40, 60, "seen in question 6.8 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about the diplomatic side of the
# alignment, how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("unga_votes"))` prints its source and
# `describe("unga_votes")` says what each column means.
