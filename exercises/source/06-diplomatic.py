# %% [markdown]
# # Exercises 6: the diplomatic domain
#
# Fifteen short questions on votes in the United Nations. They follow lesson 06. You can stop at any
# time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **state** which texts are counted, and compute agreement by a stated rule;
# - **split** a change into changed votes and a changed agenda, and compare with other pairs;
# - **test** whether a vote was pivotal;
# - **name** the whole of a share.
#
# Each question names the claim of the reading that it tests: C6 (a test for the administration), C8
# (diplomatic support is critical), C12 (American influence weakens), C15 (ties with the Global
# South), C20 (interests are not fully aligned).
#
# In all tables Y is yes, N is no, A is abstain, X did not vote. An X is not a vote.

# %%
#| setup
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.methods import measures
from alignment.tables import by_state, cite, describe, load

pd.set_option("display.max_colwidth", None)

# %% [markdown]
# ### 6.17 Name the texts first (2 points)
# *Claim C20.* `texts` holds the texts of the General Assembly on Ukraine, in four series. On what share
# of the texts of each series did China (`CHN`) vote the same as India (`IND`)? Put the four shares into
# `with_india`, with the series as labels. Shares between 0 and 1. Tolerance: 0.005.

# %%
texts = load("ukraine_texts").query("scope == 'about'")
texts[["text", "date", "series", "CHN", "RUS", "IND", "USA"]].tail(3)

# %%
#| stub
with_india = ...

# %%
#| solution: The mean of true and false is a share, here one per series.
with_india = (texts["CHN"] == texts["IND"]).groupby(texts["series"]).mean()

# %%
#| check
#| step: "1"
#| tolerance: 0.005
#| data: tables
#| claims: [C20]
#| objective: state
#| core: true
#| hints:
#|   - 'texts["CHN"] == texts["IND"] is true where both voted the same.'
#|   - Group these by texts["series"] and take the mean.
#| explanation: >
#|   India itself moved. It voted no on the texts on human rights in Crimea to 2021 and abstained
#|   afterwards, while China stayed with no. So "China votes like India" is true of one series and not of another.
check("6.17", with_india)

# %%
#| wrong: This is the share of texts on which China voted like Russia. The question asks for India.
with_india = (texts["CHN"] == texts["RUS"]).groupby(texts["series"]).mean()

# %%
#| wrong: These are numbers of texts. Divide each by the number of texts of its series.
with_india = (texts["CHN"] == texts["IND"]).groupby(texts["series"]).sum()

# %%
#| wrong: You divided by all texts. Each series has its own number of texts.
with_india = (texts["CHN"] == texts["IND"]).groupby(texts["series"]).sum() / len(texts)

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
def half_credit(first, second):
    return ...


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
#| step: "1"
#| tolerance: 0.001
#| data: inputs
#| claims: [C20]
#| objective: state
#| core: true
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
def kappa(first, second):
    return ...


# %%
#| solution: What is left above chance is divided by the most that could be left.
def kappa(first, second):
    n = len(first)
    seen = sum(one == other for one, other in zip(first, second, strict=True)) / n
    chance = sum(first.count(vote) / n * (second.count(vote) / n) for vote in "YAN")
    return (seen - chance) / (1 - chance)


# %%
#| check
#| step: "1"
#| tolerance: 0.001
#| data: inputs
#| claims: [C20]
#| objective: state
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
# ### 6.19 Another pair (2 points)
# *Claim C12.* By how much did the **strict** agreement of the United States (`USA`) and Argentina
# (`ARG`) change from 2021 to 2025? It is the share of equal votes among the texts on which both voted
# yes, no or abstain. Put the change into `usa_argentina`; a fall is negative. Tolerance: 0.005.

# %%
votes = load("unga_votes").query("year >= 2021")
votes[["year", "title", "USA", "ARG", "GBR", "CHN", "RUS"]].tail(3)

# %%
#| stub
usa_argentina = ...

# %%
#| solution: Leave out the texts that one of them missed, then compare the two years.
both = votes[votes[["USA", "ARG"]].isin(["Y", "N", "A"]).all(axis=1)]
by_year = (both["USA"] == both["ARG"]).groupby(both["year"]).mean()
usa_argentina = by_year[2025] - by_year[2021]

# %%
#| check
#| step: "2"
#| tolerance: 0.005
#| data: tables
#| claims: [C12]
#| objective: split
#| hints:
#|   - Keep the texts on which both have Y, N or A.
#|   - Take the mean of equal votes by year, and subtract the earlier from the later one.
#| explanation: >
#|   Between these two years this pair rose, while US and UK fell. A new government in Buenos Aires
#|   is a likely reason, and the table does not hold it. The agreement of the United
#|   States fell with nearly every other member.
check("6.19", usa_argentina)

# %%
#| wrong: You subtracted 2025 from 2021. A change is the later value minus the earlier one.
both = votes[votes[["USA", "ARG"]].isin(["Y", "N", "A"]).all(axis=1)]
by_year = (both["USA"] == both["ARG"]).groupby(both["year"]).mean()
usa_argentina = by_year[2021] - by_year[2025]

# %%
#| wrong: You counted a text that one of them missed as a disagreement. An X is not a vote.
by_year = (votes["USA"] == votes["ARG"]).groupby(votes["year"]).mean()
usa_argentina = by_year[2025] - by_year[2021]

# %%
#| wrong: This is the agreement of 2025. The question asks for the change since 2021.
both = votes[votes[["USA", "ARG"]].isin(["Y", "N", "A"]).all(axis=1)]
by_year = (both["USA"] == both["ARG"]).groupby(both["year"]).mean()
usa_argentina = by_year[2025]

# %% [markdown]
# ### 6.20 Votes or agenda? (3 points)
# *Claims C6, C20.* From 2024 to 2025 the agreement of the United States and the United Kingdom fell.
# `same` says for each year and title whether the two voted the same. Put two numbers into the
# dictionary `change`, each the share of equal votes in 2025 minus that in 2024:
#
# - `"same titles"`: only titles that came to a vote in both years;
# - `"other texts"`: in each year, only titles that did not come to a vote in the other year.
#
# A fall is negative. Tolerance: 0.005.

# %%
pair = votes[votes[["USA", "GBR"]].isin(["Y", "N", "A"]).all(axis=1)]
pair = pair.assign(
    same=pair["USA"] == pair["GBR"],
    title=pair["title"].str.lower().str.replace("[^a-z]+", " ", regex=True),
)
same = pair.drop_duplicates(["year", "title"]).set_index(["year", "title"])["same"]
same[2025].head(3)

# %%
#| stub
change = {"same titles": ..., "other texts": ...}

# %%
#| solution: Titles of both years show changed votes; the others show a changed agenda.
early, late = same[2024], same[2025]
again = early.index.intersection(late.index)
change = {
    "same titles": late[again].mean() - early[again].mean(),
    "other texts": late.drop(again).mean() - early.drop(again).mean(),
}

# %%
#| check
#| step: "2"
#| tolerance: 0.005
#| data: tables
#| claims: [C6, C20]
#| objective: split
#| core: true
#| hints:
#|   - 'early = same[2024] and late = same[2025] are labelled by title.'
#|   - early.index.intersection(late.index) gives the titles of both years.
#|   - late.drop(again) leaves the titles of 2025 that did not come up in 2024.
#| explanation: >
#|   For China and Russia hardly anything changed on the same titles. Here it did: votes on the same
#|   questions changed as well, and the many new texts of 2025 did the rest. The same method gives
#|   another answer for another pair, which is why it is worth more than one number.
check("6.20", change)

# %%
#| wrong: You subtracted 2025 from 2024. A change is the later value minus the earlier one.
early, late = same[2024], same[2025]
again = early.index.intersection(late.index)
change = {
    "same titles": early[again].mean() - late[again].mean(),
    "other texts": early.drop(again).mean() - late.drop(again).mean(),
}

# %%
#| wrong: Your second number counts all texts. Leave out the titles that came up in both years.
early, late = same[2024], same[2025]
again = early.index.intersection(late.index)
change = {
    "same titles": late[again].mean() - early[again].mean(),
    "other texts": late.mean() - early.mean(),
}

# %%
#| wrong: You exchanged the two numbers.
early, late = same[2024], same[2025]
again = early.index.intersection(late.index)
change = {
    "other texts": late[again].mean() - early[again].mean(),
    "same titles": late.drop(again).mean() - early.drop(again).mean(),
}

# %%
#| wrong: These are the shares of 2025. The question asks for the change since 2024.
early, late = same[2024], same[2025]
again = early.index.intersection(late.index)
change = {"same titles": late[again].mean(), "other texts": late.drop(again).mean()}

# %% [markdown]
# ### 6.21 Company on nuclear texts (2 points)
# *Claim C20.* Take the nuclear texts of 2014 to 2019. On what share of them did China vote the same as
# Brazil (`BRA`), India (`IND`), Iran (`IRN`), Pakistan (`PAK`) and Russia (`RUS`), by the strict rule? Put
# the five shares into `with_china`, with the codes as labels. Tolerance: 0.005. The agreement lens of
# Lesson 6b shows the same. In this table an empty cell is no vote. Who is nearest, and who farthest?

# %%
nuclear = load("unga_votes_1946_2019").query("nuclear and year >= 2014")
len(nuclear)

# %%
#| stub
with_china = ...

# %%
#| solution: One share for each state, over the texts on which both voted.
with_china = {}
for state in ["BRA", "IND", "IRN", "PAK", "RUS"]:
    both = nuclear.dropna(subset=["CHN", state])
    with_china[state] = (both["CHN"] == both[state]).mean()

# %%
#| check
#| step: "2"
#| tolerance: 0.005
#| data: tables
#| claims: [C20]
#| objective: split
#| hints:
#|   - Write a loop over the five codes, or compute them one by one.
#|   - 'nuclear.dropna(subset=["CHN", "BRA"]) leaves the texts on which both voted.'
#|   - The mean of equal votes among them is the share.
#| explanation: >
#|   Of these five China is on nuclear texts nearest to Pakistan, a nuclear state outside the
#|   Non-Proliferation Treaty, and farthest from its partner Russia, which votes there more like the United States
#|   (lesson 06).
check("6.21", with_china)

# %%
#| wrong: You divided by all texts, also those that one of the two missed.
with_china = {
    s: (nuclear["CHN"] == nuclear[s]).sum() / len(nuclear)
    for s in ["BRA", "IND", "IRN", "PAK", "RUS"]
}

# %%
#| wrong: You left out texts with an abstention. In the strict share an abstention is a vote.
with_china = {}
for state in ["BRA", "IND", "IRN", "PAK", "RUS"]:
    both = nuclear[nuclear[["CHN", state]].isin(["Y", "N"]).all(axis=1)]
    with_china[state] = (both["CHN"] == both[state]).mean()

# %%
#| wrong: You took all years. The question asks for nuclear texts of 2014 to 2019.
with_china = {}
every = load("unga_votes_1946_2019").query("nuclear")
for state in ["BRA", "IND", "IRN", "PAK", "RUS"]:
    both = every.dropna(subset=["CHN", state])
    with_china[state] = (both["CHN"] == both[state]).mean()

# %%
#| wrong: These are shares of different votes. Subtract them from 1.
with_china = {}
for state in ["BRA", "IND", "IRN", "PAK", "RUS"]:
    both = nuclear.dropna(subset=["CHN", state])
    with_china[state] = (both["CHN"] != both[state]).mean()

# %% [markdown]
# ### 6.5 Two thirds of what? (2 points)
# *Claim C8.* For the text `ES-11/7` of February 2025 compute the share of yes votes in two ways and put them into the dictionary `yes_share`:
#
# - `"all votes"`: of all members that voted yes, no or abstain;
# - `"yes and no"`: of the members that count for the two-thirds rule of the UN Charter, which
#   looks at members "present and voting". Abstaining members count as not voting.
#
# Shares between 0 and 1. Tolerance: 0.002.

# %%
tallies = texts.set_index("text")
tallies.loc[["ES-11/7"], ["date", "subject", "yes", "no", "abstain", "absent", "CHN"]]

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
#| step: "3"
#| tolerance: 0.002
#| data: tables
#| claims: [C8]
#| objective: name
#| core: true
#| hints:
#|   - The part is the same in both shares. Only the whole changes.
#|   - Members that are absent are in neither share.
#| explanation: >
#|   The same result is a narrow majority of the votes and a clear two-thirds majority under the
#|   rule. Headlines choose the one that fits. Rule 86 of the Assembly says which one counts.
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
# ### 6.18 More yes than no (3 points)
# *Claim C8.* Most texts of regular sessions are adopted if they get **more yes than no**. For each text
# in `regular`: what is the **smallest** number of states that would have had to move from yes to no
# before the text failed? Put the numbers into `moves`, with the texts as labels. A tie fails.

# %%
regular = texts[texts["series"] != "emergency"].set_index("text")
regular[["date", "subject", "yes", "no", "abstain", "CHN"]].tail(3)

# %%
#| stub
moves = ...

# %%
#| solution: Each move closes the distance between yes and no by two; a tie is enough.
moves = (regular["yes"] - regular["no"] + 1) // 2

# %%
#| check
#| step: "3"
#| unit: states
#| data: tables
#| claims: [C8]
#| objective: test
#| core: true
#| hints:
#|   - After k states have moved there are yes - k yes votes and no + k no votes.
#|   - The text fails as soon as yes - k is not above no + k. Solve this for k.
#|   - k must be at least (yes - no) / 2. To round up, add 1 before the whole division // 2.
#| explanation: >
#|   Lesson 06 used two thirds, where each move counts three times; here it counts twice. One vote of
#|   China could decide only if this number were 1. On all of these texts it is far larger.
check("6.18", moves)

# %%
#| wrong: You used two thirds. The rule here is more yes than no.
moves = (regular["yes"] - 2 * regular["no"]) // 3 + 1

# %%
#| wrong: A state that moves also adds a no vote. You only took it from the yes votes.
moves = regular["yes"] - regular["no"]

# %%
#| wrong: With this number the text may still have more yes than no. A half move must be rounded up.
moves = (regular["yes"] - regular["no"]) // 2

# %%
#| wrong: You asked for more no than yes. A tie is enough for a text to fail.
moves = (regular["yes"] - regular["no"]) // 2 + 1

# %%
#| wrong: You counted abstentions like no votes. The rule looks at yes and no only.
moves = (regular["yes"] - regular["no"] - regular["abstain"] + 1) // 2

# %% [markdown]
# ### 6.16 Where did the yes votes go? (3 points)
# *Claim C8.* `by_member` holds one row per text and one column per member of the UN. What became of the
# states that voted yes on `A/RES/ES-11/1` (March 2022) when `A/RES/ES-11/7` (February 2025) came to a
# vote? Put four numbers of states into the dictionary `went`: `"yes"`, `"no"`, `"abstain"` and
# `"did not vote"`.

# %%
by_member = by_state(load("unga_rollcalls"), load("un_members"))
by_member.loc[["A/RES/ES-11/1", "A/RES/ES-11/7"], ["CHN", "RUS", "USA", "IND", "BRA", "HUN"]]

# %%
#| stub
went = {"yes": ..., "no": ..., "abstain": ..., "did not vote": ...}

# %%
#| solution: Keep the supporters of the first text, then count their votes on the second.
first, second = by_member.loc["A/RES/ES-11/1"], by_member.loc["A/RES/ES-11/7"]
later = second[first == "Y"]
words = {"yes": "Y", "no": "N", "abstain": "A", "did not vote": "X"}
went = {word: (later == letter).sum() for word, letter in words.items()}

# %%
#| check
#| step: "3"
#| unit: states
#| data: tables
#| claims: [C8]
#| objective: test
#| hints:
#|   - 'first = by_member.loc["A/RES/ES-11/1"] is one vote per member.'
#|   - 'second[first == "Y"] leaves the members that voted yes in 2022.'
#|   - Count the letters Y, N, A and X among them.
#| explanation: >
#|   A falling total hides who moved and where to. Most of the lost votes did not become no votes:
#|   they became abstentions. And nobody came over from the other side.
check("6.16", went)

# %%
#| wrong: You counted all votes on the second text. Keep only states that voted yes on the first.
second = by_member.loc["A/RES/ES-11/7"]
words = {"yes": "Y", "no": "N", "abstain": "A", "did not vote": "X"}
went = {word: (second == letter).sum() for word, letter in words.items()}

# %%
#| wrong: You went backwards: these are the earlier votes of the states that voted yes in 2025.
first, second = by_member.loc["A/RES/ES-11/1"], by_member.loc["A/RES/ES-11/7"]
before = first[second == "Y"]
words = {"yes": "Y", "no": "N", "abstain": "A", "did not vote": "X"}
went = {word: (before == letter).sum() for word, letter in words.items()}

# %%
#| wrong: You put abstentions and missing votes together. They are two different things.
first, second = by_member.loc["A/RES/ES-11/1"], by_member.loc["A/RES/ES-11/7"]
later = second[first == "Y"]
rest = later.isin(["A", "X"]).sum()
went = {"yes": (later == "Y").sum(), "no": (later == "N").sum(), "abstain": rest, "did not vote": 0}

# %% [markdown]
# ### 6.25 No with whom? (2 points)
# *Claim C8.* Take the votes of the Assembly from 2022 to 2025. On what share of the texts on which
# **China** voted no did Russia vote no as well, and on what share of the texts on which **Russia** voted
# no did China? Put the two shares into the dictionary `joint_no` with the labels `"China"` and
# `"Russia"`. Shares between 0 and 1. Tolerance: 0.005.

# %%
recent = votes[votes["year"].between(2022, 2025)]
recent["CHN"].value_counts()

# %%
#| stub
joint_no = {"China": ..., "Russia": ...}

# %%
#| solution: The same joint votes are divided by two different wholes.
china, russia = recent["CHN"] == "N", recent["RUS"] == "N"
joint_no = {
    "China": (china & russia).sum() / china.sum(),
    "Russia": (china & russia).sum() / russia.sum(),
}

# %%
#| check
#| step: "3"
#| tolerance: 0.005
#| data: tables
#| claims: [C8]
#| objective: name
#| core: true
#| hints:
#|   - '(recent["CHN"] == "N") & (recent["RUS"] == "N") is true where both voted no.'
#|   - The words after "of the texts on which" name the whole.
#| explanation: >
#|   In the Council it was the same with vetoes: China seldom says no without Russia, while Russia often
#|   says no without China. A sentence such as "they vote no together" hides whose no votes are the whole.
check("6.25", joint_no)

# %%
#| wrong: You exchanged the two wholes. Of China's no votes means divided by China's no votes.
china, russia = recent["CHN"] == "N", recent["RUS"] == "N"
joint_no = {
    "Russia": (china & russia).sum() / china.sum(),
    "China": (china & russia).sum() / russia.sum(),
}

# %%
#| wrong: You divided by all texts. The whole is only the texts on which that state voted no.
china, russia = recent["CHN"] == "N", recent["RUS"] == "N"
joint_no = dict.fromkeys(["China", "Russia"], (china & russia).mean())

# %%
#| wrong: These are numbers of texts. The question asks for shares.
china, russia = recent["CHN"] == "N", recent["RUS"] == "N"
joint_no = dict.fromkeys(["China", "Russia"], (china & russia).sum())

# %% [markdown]
# ### 6.22 "The great naysayer" (2 points)
# *Claim C12.* "Russia is the great naysayer of the Security Council", a headline might say. Of the drafts
# that were vetoed from **1980 to 2019**, what share did Russia veto (to 1991 the Soviet Union), and what
# share the United States? Put the two shares into the dictionary `naysayers` with the labels
# `"Russia"` and `"United States"`. Shares between 0 and 1. Tolerance: 0.005. Which window would each
# side choose?

# %%
vetoes = load("vetoes")
vetoes[["date", "topic", "CHN", "RUS", "USA", "GBR", "FRA"]].tail(3)

# %%
#| stub
naysayers = {"Russia": ..., "United States": ...}

# %%
#| solution: The window comes first, then the share of its drafts.
window = vetoes[vetoes["date"].dt.year.between(1980, 2019)]
naysayers = {"Russia": window["RUS"].mean(), "United States": window["USA"].mean()}

# %%
#| check
#| step: "3"
#| tolerance: 0.005
#| data: tables
#| claims: [C12]
#| objective: name
#| core: true
#| hints:
#|   - 'vetoes["date"].dt.year.between(1980, 2019) is true for the window.'
#|   - The mean of a column of true and false is a share.
#| explanation: >
#|   In this window the United States cast more vetoes than Russia. Since 2007 it is the other way
#|   round, and over all years the Soviet vetoes of the first decades count. A draft can be vetoed by
#|   several members, so shares may add up to more than 1. Each headline has its window.
check("6.22", naysayers)

# %%
#| wrong: You took all years. The question asks for 1980 to 2019.
naysayers = {"Russia": vetoes["RUS"].mean(), "United States": vetoes["USA"].mean()}

# %%
#| wrong: You took the years since 2007. The question asks for 1980 to 2019.
window = vetoes[vetoes["date"].dt.year.between(2007, 2025)]
naysayers = {"Russia": window["RUS"].mean(), "United States": window["USA"].mean()}

# %%
#| wrong: You exchanged the two states.
window = vetoes[vetoes["date"].dt.year.between(1980, 2019)]
naysayers = {"Russia": window["USA"].mean(), "United States": window["RUS"].mean()}

# %%
#| wrong: These are numbers of vetoes. The question asks for shares.
window = vetoes[vetoes["date"].dt.year.between(1980, 2019)]
naysayers = {"Russia": window["RUS"].sum(), "United States": window["USA"].sum()}

# %% [markdown]
# ### 6.24 When Russia says no (2 points)
# *Claims C8, C20.* `council` holds the votes of the Security Council since 2014. Take the votes on which
# **Russia** voted no. On what share of them did China vote no, abstain, and vote yes? Put three shares
# into the dictionary `china_then` with the labels `"no"`, `"abstain"` and `"yes"`. Shares between 0 and
# 1. Tolerance: 0.005.

# %%
council = load("council_votes")
council[["date", "text", "topic", "yes", "no", "abstain", "CHN", "RUS", "outcome"]].tail(3)

# %%
#| stub
china_then = {"no": ..., "abstain": ..., "yes": ...}

# %%
#| solution: The whole is Russia's no votes, whatever became of the draft.
part = council.loc[council["RUS"] == "N", "CHN"]
china_then = {
    word: (part == vote).mean() for word, vote in {"no": "N", "abstain": "A", "yes": "Y"}.items()
}

# %%
#| check
#| step: "3"
#| tolerance: 0.005
#| data: tables
#| claims: [C8, C20]
#| objective: name
#| hints:
#|   - 'council[council["RUS"] == "N"] holds the whole.'
#|   - '(part["CHN"] == "A").mean() is the share of abstentions in it.'
#| explanation: >
#|   China's most frequent answer to a Russian no is an abstention, not a no. It stands aside more often
#|   than it joins in, and it seldom votes against Russia.
check("6.24", china_then)

# %%
#| wrong: You took the votes on which China voted no. The whole is Russia's no votes.
part = council.loc[council["CHN"] == "N", "RUS"]
china_then = {
    word: (part == vote).mean() for word, vote in {"no": "N", "abstain": "A", "yes": "Y"}.items()
}

# %%
#| wrong: These are numbers of votes. The question asks for shares.
part = council.loc[council["RUS"] == "N", "CHN"]
china_then = {
    word: (part == vote).sum() for word, vote in {"no": "N", "abstain": "A", "yes": "Y"}.items()
}

# %%
#| wrong: You divided by all votes of the Council. The whole is Russia's no votes.
part = council.loc[council["RUS"] == "N", "CHN"]
words = {"no": "N", "abstain": "A", "yes": "Y"}
china_then = {word: (part == vote).sum() / len(council) for word, vote in words.items()}

# %% [markdown]
# ### 6.27 How many states stand behind a plan? (1 point)
# *Claim C15.* "The world backs the plan of China and Brazil." `peace` holds four published numbers of
# states. What share of the 193 members of the UN is the **largest**, and what share the **smallest**?
# Put the two shares into the dictionary `support` with the labels `"largest"` and `"smallest"`. Shares
# between 0 and 1. Tolerance: 0.005.

# %%
peace = load("peace_diplomacy").dropna(subset="states")
for row in peace.itertuples():
    print(row.states, "-", row.event)

# %%
#| stub
support = {"largest": ..., "smallest": ...}

# %%
#| solution: One whole, two parts that count different things.
support = {"largest": peace["states"].max() / 193, "smallest": peace["states"].min() / 193}

# %%
#| check
#| step: "4"
#| tolerance: 0.005
#| data: tables
#| claims: [C15]
#| objective: name
#| hints:
#|   - The whole is 193 in both shares.
#|   - Issuing a communiqué and giving "a positive answer" are not the same part.
#| explanation: >
#|   Both numbers are in print, and one is ten times the other. The larger one is China's own count of
#|   positive answers; the smaller one counts the states that issued a communiqué beside China and Brazil.
check("6.27", support)

# %%
#| wrong: You exchanged the two.
support = {"smallest": peace["states"].max() / 193, "largest": peace["states"].min() / 193}

# %%
#| wrong: These are numbers of states. Divide them by the number of members.
support = {"largest": peace["states"].max(), "smallest": peace["states"].min()}

# %%
#| wrong: You divided by the sum of the four numbers. They count the same states several times.
support = {
    "largest": peace["states"].max() / peace["states"].sum(),
    "smallest": peace["states"].min() / peace["states"].sum(),
}

# %% [markdown]
# ### 6.26 Which sentence may stand? (1 point)
# *Claim C12.* Which of these sentences do the tables of this set support? Set `sentence` to one of the
# words:
#
# - `"moved"`: in 2025 most states left the American side and joined China and Russia;
# - `"pivotal"`: China's vote decided the fate of texts on Ukraine;
# - `"described"`: in 2025 the United States voted no on many texts that China, Russia and most other
#   states supported;
# - `"followed"`: Russia follows China in the Security Council.

# %%
#| stub
sentence = ...

# %%
#| solution: Votes describe what states did; moves, reasons and effects need another design.
sentence = "described"

# %%
#| check
#| step: "4"
#| data: none
#| claims: [C12]
#| objective: split
#| choices: [moved, pivotal, described, followed]
#| hints:
#|   - Who changed in question 6.20, and on which texts?
#|   - Look again at questions 6.18 and 6.24.
#| explanation: >
#|   A table of votes can carry a description with its definition and its years. It cannot carry a
#|   cause. A share can jump because one state changed what it votes against, while all others stay.
check("6.26", sentence)

# %%
#| wrong: In 6.20 the United States changed. Other states can be in new company without having moved.
sentence = "moved"

# %%
#| wrong: In question 6.18 one vote was far from enough on every text.
sentence = "pivotal"

# %%
#| wrong: Following needs an order in time. The table holds votes that were cast at the same moment.
sentence = "followed"

# %% [markdown]
# ### 6.15 Your score sheet (2 points)
# *Claims C8, C12.* Judge the diplomatic domain on six criteria. What would be different if both
# states existed with the same aims, but did not cooperate? For each letter give the lowest, the most
# likely and the highest score from 0 to 100, and your evidence. One time in ten the right score
# would lie below your lowest, one time in ten above your highest. Any opinion is right; the check looks at the
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
    "A": (15, 30, 50, "One more yes or no changed no outcome on Ukraine (6.18)"),
    "B": (30, 45, 65, "China says no mostly with Russia (6.25)"),
    "C": (15, 30, 55, "Yes votes became abstentions, few became no (6.16)"),
    "D": (40, 60, 80, "The pattern is already there in votes to 2025 (6.25)"),
    "E": (10, 30, 50, "Their votes on the same titles hardly change (lesson 06)"),
    "F": (20, 35, 55, "They differ on nuclear texts (6.21)"),
}

# %%
#| check
#| step: "Score sheet"
#| data: none
#| claims: [C8, C12]
#| objective: split
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 6.18").
#| explanation: >
#|   A range says how sure you are, and a note says why. You will weigh this sheet against the
#|   other domains in lesson 08.
check("6.15", forms.score_sheet(sheet))

# %%
#| wrong: Criterion B is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.18 above"))
sheet["B"] = (60, 40, 20, "seen in question 6.18 above")

# %%
#| wrong: Criterion D has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.18 above"))
sheet["D"] = (-20, 40, 60, "seen in question 6.18 above")

# %%
#| wrong: Criterion F has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 6.18 above"))
sheet["F"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: C.
sheet = dict.fromkeys("ABDEF", (20, 40, 60, "seen in question 6.18 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about the diplomatic side of the
# alignment, how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("unga_votes"))` prints its source and
# `describe("unga_votes")` says what each column means.
