# %% [markdown]
# # Exercises 1: the reading
#
# Ten short questions on the claims of the reading, on two codings of them, and on what happened to
# the paper on its way to the reading. They follow lesson 01. You can stop at any time; your progress
# is kept.
#
# **Objectives.** You will be able to:
#
# - **identify** and classify claims;
# - **compare** two codings and correct their agreement for chance;
# - **trace** how a summary changes what it summarises;
# - **say** what would show a claim wrong, and which data could.
#
# How to classify a claim is a judgement. So the questions ask what follows from a **given** coding.
# Where you code yourself, only the form is checked: everything coded, each with a reason.

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `claims` holds the claims of the reading. In the column `type` the **first word** is the main type;
# after a comma a second type or a remark may follow.

# %%
pd.set_option("display.max_colwidth", None)
claims = load("claims").set_index("id")
claims[["paragraph", "claim", "type", "testable", "importance"]]

# %% [markdown]
# ### 1.1 How many claims of each type? (2 points)
# *Claims of P3 to P6.* Paragraphs 3 to 6 of the reading hold its argument on the domains; `middle`
# holds their claims. Count the claims in `middle` by main type. Put the counts into `counts`, as a
# series with the types as labels or as a dictionary such as `{"causal": ..., "intent": ...}`.

# %%
middle = claims[claims["paragraph"].between("P3", "P6")]
middle["type"]

# %% [markdown]
# Your answer:

# %%
#| stub
counts = ...

# %%
#| solution: The main type is what stands before the first comma, so cut there and count.
counts = middle["type"].str.split(",").str[0].value_counts()

# %%
#| check
#| step: "1"
#| data: tables
#| claims: [C7, C9, C10, C15, C21, C22]
#| core: true
#| objective: identify
#| hints:
#|   - The word before the comma is the main type. Some rows have no comma.
#|   - middle["type"].str.split(",").str[0] keeps what stands before the comma.
#|   - value_counts() counts how often each word occurs.
#| explanation: >
#|   Labels with remarks look like many small groups. Only after the remark is cut off do you see
#|   how much of the argument describes, and how much says what causes what. Causal claims need
#|   other evidence than descriptions do.
check("1.1", counts)

# %%
#| wrong: You counted whole labels. "descriptive, trend" has the main type descriptive too.
counts = middle["type"].value_counts()

# %%
#| wrong: You counted the last word of each label. The main type is the first word.
counts = middle["type"].str.split(", ").str[-1].value_counts()

# %%
#| wrong: You counted the claims of the whole reading. `middle` holds those of paragraphs 3 to 6.
counts = claims["type"].str.split(",").str[0].value_counts()

# %%
#| wrong: These are shares. The question asks how many.
counts = middle["type"].str.split(",").str[0].value_counts(normalize=True)

# %% [markdown]
# ### 1.10 Draw the types (2 points)
# *Claims of P3 to P6.* Draw the counts of question 1.1 as bars with plotly: one bar per main type, its
# length the number of claims. Give the figure a title that states a finding or a question, and a
# title on both axes. Write also, for readers who cannot see it, what the figure shows: at least eight
# words, with `figure.update_layout(meta={"alt": "..."})`. Put the figure into `figure`. Horizontal
# bars are fine.

# %%
from alignment.checks import forms

# %%
#| stub
figure = ...

# %%
#| solution: Bars from zero let the reader compare counts by eye.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
figure.update_layout(
    title="What kinds of claims does the argument on the domains make?",
    xaxis_title="Main type",
    yaxis_title="Claims (number)",
    meta={"alt": "Bars that show how many claims there are of each main type."},
)

# %%
#| check
#| step: "1"
#| data: tables
#| claims: [C7, C10, C15]
#| objective: identify
#| hints:
#|   - go.Bar takes the labels as x and the numbers as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#|   - 'The text stands beside them: figure.update_layout(meta={"alt": "Bars of ..."}).'
#| explanation: >
#|   Types have no order, so bars are right and a line is not. The axis title says what is counted;
#|   without it a reader could take the bars for shares.
check("1.10", forms.described(figure))

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))

# %%
#| wrong: The titles are there; the text for readers who cannot see the figure is not.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
figure.update_layout(title="Types", xaxis_title="Main type", yaxis_title="Claims (number)")

# %%
#| wrong: You drew whole labels. Cut each label at the comma first.
number = middle["type"].value_counts()
figure = go.Figure(go.Bar(x=number.index, y=number))
alt = {"alt": "Bars that show how many claims there are of each type."}
figure.update_layout(
    title="Types", xaxis_title="Main type", yaxis_title="Claims (number)", meta=alt
)

# %%
#| wrong: You joined the types with a line. Types have no order, so use bars.
number = middle["type"].str.split(",").str[0].value_counts()
figure = go.Figure(go.Scatter(x=number.index, y=number))
alt = {"alt": "Bars that show how many claims there are of each type."}
figure.update_layout(
    title="Types", xaxis_title="Main type", yaxis_title="Claims (number)", meta=alt
)

# %% [markdown]
# ### 1.2 How much of the weight can be tested? (2 points)
# *All claims.* The column `testable` says whether public data can test a claim now. The column
# `importance` says from 1 to 5 how much of the argument rests on a claim; it is our judgement. What
# share of the importance of **all** claims lies in claims whose `testable` starts with *yes*? Put
# it into `share`, as a number between 0 and 1. Tolerance: 0.0005.

# %%
#| stub
share = ...

# %%
#| solution: Add up the importance of the claims that can be tested, and divide by the sum of all.
can = claims["testable"].str.startswith("yes")
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| check
#| step: "2"
#| tolerance: 0.0005
#| data: tables
#| claims: [C3, C6, C10, C16]
#| core: true
#| objective: identify
#| hints:
#|   - A prediction whose date has passed is marked "yes, resolved". It counts.
#|   - str.startswith("yes") gives true or false for each claim.
#|   - claims["importance"][...] with true and false in the brackets keeps the rows that are true.
#| explanation: >
#|   The base of a share must be said. Here it is every claim, also the claims about what should be
#|   done, which no data can settle. Leaving them out makes a text look easier to test than it is.
check("1.2", share)

# %%
#| wrong: You left out what is "yes, resolved". It was open once and has been tested since.
can = claims["testable"] == "yes"
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| wrong: "partly" is not "yes".
can = claims["testable"].str.startswith(("yes", "partly"))
share = claims["importance"][can].sum() / claims["importance"].sum()

# %%
#| wrong: You counted claims. Add up their importance instead.
share = claims["testable"].str.startswith("yes").mean()

# %%
#| wrong: You left the normative claims out of the whole. Divide by the importance of all claims.
can, normative = (
    claims["testable"].str.startswith("yes"),
    claims["type"].str.startswith("normative"),
)
share = claims["importance"][can].sum() / claims["importance"][~normative].sum()

# %%
#| wrong: This is a sum of importance. Divide it by the sum of all claims.
share = claims["importance"][claims["testable"].str.startswith("yes")].sum()

# %% [markdown]
# ### 1.4 Can the important claims be tested? (2 points)
# *All claims.* The column `importance` (illustrative, 1 to 5) says how much the conclusion of the
# reading rests on a claim. By how much is the mean importance of the claims whose `testable` starts
# with *yes* **higher** than the mean importance of all **other** claims? Put the difference into
# `difference`; it is negative if the testable claims matter less. Tolerance: 0.01.

# %%
#| stub
difference = ...

# %%
#| solution: Two means of two groups that do not overlap, and one minus the other.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].mean() - claims["importance"][~yes].mean()

# %%
#| check
#| step: "2"
#| tolerance: 0.01
#| unit: points
#| data: tables
#| claims: [C1, C7, C10]
#| objective: say
#| hints:
#|   - You need two means, one for each group.
#|   - The symbol ~ turns true into false, so ~yes are the others.
#| explanation: >
#|   A group must be compared with the rest, not with a whole that contains it, or the difference
#|   becomes too small. Whatever comes out, importance here is one teacher's judgement.
check("1.4", difference)

# %%
#| wrong: You subtracted the other way round. The testable claims come first.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][~yes].mean() - claims["importance"][yes].mean()

# %%
#| wrong: You compared with all claims. The testable ones are among them; compare with the others.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].mean() - claims["importance"].mean()

# %%
#| wrong: You compared sums. There are fewer testable claims, so compare means.
yes = claims["testable"].str.startswith("yes")
difference = claims["importance"][yes].sum() - claims["importance"][~yes].sum()

# %% [markdown]
# ### 1.13 How many claims meet a test? (1 point)
# *All claims.* `evidence` says which table of this course speaks to which claim. The role `tests`
# means that the table can show the claim right or wrong; `context` and `counter` help to read it. For
# what share of **all claims** is there **at least one** table that tests it? Put it into `tested`, as
# a number between 0 and 1. Tolerance: 0.0005.

# %%
evidence = load("claim_evidence")
evidence.head(8)

# %%
#| stub
tested = ...

# %%
#| solution: Count each claim once, however many tables test it, and divide by all claims.
tested = evidence[evidence["role"] == "tests"]["claim"].nunique() / len(claims)

# %%
#| check
#| step: "2"
#| tolerance: 0.0005
#| data: none
#| claims: [C1, C10, C22]
#| core: true
#| objective: say
#| hints:
#|   - A claim with five tables is still one claim.
#|   - nunique() counts different values. The base is every claim, also those that no table tests.
#| explanation: >
#|   A share needs a part and a whole of the same kind. Rows of this table are pairs of a claim and a
#|   table, so a share of rows says how the table is filled and not how many claims can be tested.
check("1.13", tested)

# %%
#| wrong: You divided rows by claims. A claim that several tables test counts once.
tested = (evidence["role"] == "tests").sum() / len(claims)

# %%
#| wrong: You counted context as a test. Context helps to read a claim and cannot refute it.
tested = evidence[evidence["role"].isin(["tests", "context"])]["claim"].nunique() / len(claims)

# %%
#| wrong: This is a share of rows. The question asks for a share of claims.
tested = (evidence["role"] == "tests").mean()

# %% [markdown]
# ### 1.14 A second coder in your place (3 points)
# *Claims C7 to C16.* In lesson 01 you sorted C7 to C16. Suppose that coder **two** had sat in your
# place: `part` holds both codings of these claims. Which **kappa** would the panel have shown beside
# "coding one"? First the share of equal labels in `part`. Then the share to expect by chance: for each
# type multiply how often (as shares **in `part`**) the two coders use it, and add up. Kappa is (share
# minus chance) divided by (1 minus chance). Put it into `kappa`. Tolerance: 0.001.
#
# You can check yourself in the panel: give these claims the types of coder two and read the table.

# %%
codings = load("claim_codings").set_index("id")
part = codings.loc["C7":"C16"]
part

# %%
#| stub
kappa = ...

# %%
#| solution: Everything is computed from the ten claims, also the chance.
same = (part["first"] == part["second"]).mean()
one = part["first"].value_counts(normalize=True)
two = part["second"].value_counts(normalize=True)
chance = (one * two).sum()
kappa = (same - chance) / (1 - chance)

# %%
#| check
#| step: "3"
#| tolerance: 0.001
#| data: tables
#| claims: [C7, C10, C12]
#| objective: compare
#| hints:
#|   - value_counts(normalize=True) gives the shares in which a coder uses the types.
#|   - pandas matches the labels of two series, so you can multiply them and add up.
#|   - Now subtract chance above and below the line.
#| explanation: >
#|   Kappa belongs to the claims it was computed on. With ten claims one changed label moves the
#|   share by a tenth, so do not read the second decimal. And agreement is not truth.
check("1.14", kappa)

# %%
#| wrong: This is the share of equal labels. Take out what chance alone would give.
kappa = (part["first"] == part["second"]).mean()

# %%
#| wrong: You used all claims. The ten claims in `part` are the whole here.
same = (codings["first"] == codings["second"]).mean()
shares = codings["first"].value_counts(normalize=True)
chance = (shares * codings["second"].value_counts(normalize=True)).sum()
kappa = (same - chance) / (1 - chance)

# %%
#| wrong: You subtracted chance but did not divide by what chance leaves open, 1 minus chance.
same = (part["first"] == part["second"]).mean()
shares = part["first"].value_counts(normalize=True)
kappa = same - (shares * part["second"].value_counts(normalize=True)).sum()

# %%
#| wrong: You took the chance from counts. Use shares: value_counts(normalize=True).
same = (part["first"] == part["second"]).mean()
chance = (part["first"].value_counts() * part["second"].value_counts()).sum()
kappa = (same - chance) / (1 - chance)

# %% [markdown]
# ### 1.15 "Two experts agree on little more than half" (2 points)
# *All claims.* A headline could say so of `codings`. But some types are close to each other. Merge
# them: *intent* and *attribution* are about **minds**, *normative* says what **should** be, and the
# others are about the **world**. `merged` holds the new names. On what share of the claims do the two
# coders agree **after** merging? Put it into `coarse`, between 0 and 1. Tolerance: 0.0005.

# %%
codings = load("claim_codings").set_index("id")
merged = {
    "intent": "minds",
    "attribution": "minds",
    "normative": "should",
    "descriptive": "world",
    "causal": "world",
    "predictive": "world",
    "conditional": "world",
    "evaluative": "world",
}

# %%
#| stub
coarse = ...

# %%
#| solution: Translate both columns first, then compare them row by row.
coarse = (codings["first"].map(merged) == codings["second"].map(merged)).mean()

# %%
#| check
#| step: "3"
#| tolerance: 0.0005
#| data: tables
#| claims: [C7, C12, C21]
#| core: true
#| objective: compare
#| hints:
#|   - map(merged) puts the new name in the place of the old one.
#|   - Both columns must be translated before you compare.
#| explanation: >
#|   Agreement depends on how fine the question is. Coders who quarrel about causal or evaluative
#|   agree that a claim is about the world. Before you call experts divided, ask how many boxes they
#|   had to choose from; chance agreement rises too when there are fewer.
check("1.15", coarse)

# %%
#| wrong: This is the agreement on the eight types. Merge them first.
coarse = (codings["first"] == codings["second"]).mean()

# %%
#| wrong: New names are compared with old ones. Merge both columns; if you changed codings, load it again.
coarse = (codings["first"].map(merged) == codings["second"]).mean()

# %%
#| wrong: This is the share on which they differ after merging.
coarse = (codings["first"].map(merged) != codings["second"].map(merged)).mean()

# %% [markdown]
# ### 1.11 What changed on the way? (3 points)
# *Claims C20, C24, C25.* `drift` compares seven points of an independent summary of the paper with
# the reading. Code each row with one of these words and a reason (a few words, at least
# fifteen letters):
#
# - `"omitted"`: the point is not there any more;
# - `"weakened"`: it is there, but says less strongly or less conditionally what it said;
# - `"changed"`: something is there, but it says something else;
# - `"garbled"`: it is there, but cannot be understood;
# - `"less specific"`: a precise point has become a general phrase;
# - `"no figures"`: numbers have gone.
#
# Careful readers disagree here. The check looks at the **form** only: seven rows, known words, a
# reason each. Two other codings stand at the end of this notebook.

# %%
from alignment.checks import wording

drift = load("drift").set_index("row")
kinds = ("omitted", "weakened", "changed", "garbled", "less specific", "no figures")
drift[["point", "summary", "reading"]]

# %%
#| stub
# One row per point: (word, "reason").
coded = {1: ..., 2: ..., 3: ..., 4: ..., 5: ..., 6: ..., 7: ...}

# %%
#| solution: This is one coding with reasons; another one with reasons is as good.
coded = {
    1: ("omitted", "nothing on the limits of American means"),
    2: ("weakened", "the condition has become a general motive"),
    3: ("changed", "caution about a bloc, now about relations with one state"),
    4: ("omitted", "Russia's own will is not mentioned"),
    5: ("garbled", "the added half-sentence cannot be checked"),
    6: ("less specific", "the second aim is only a closing phrase"),
    7: ("no figures", "not one number is left"),
}

# %%
#| check
#| step: "4"
#| data: none
#| claims: [C20, C24, C25]
#| core: true
#| objective: trace
#| hints:
#|   - For each row ask first, is something there at all? Then ask whether it says the same.
#|   - One row looks like this. 3 colon, then ("changed", "the object of caution is another one").
#| explanation: >
#|   A word without a reason cannot be discussed. In row 3 something is there, so compare the
#|   object of caution on both sides. Two coders who give reasons can find out whether they differ
#|   about the text or about the word.
check("1.11", wording.codings(coded, drift.index, kinds))

# %%
#| wrong: There is no coding yet for 7.
coded = dict.fromkeys(range(1, 7), ("omitted", "the point is not there any more"))

# %%
#| wrong: The coding of 2 has no reason yet: say in a few words why.
coded = dict.fromkeys(range(1, 8), ("omitted", "the point is not there any more"))
coded[2] = ("weakened", "yes")

# %%
#| wrong: The coding of 5 needs two entries: (word, reason).
coded = dict.fromkeys(range(1, 8), ("omitted", "the point is not there any more"))
coded[5] = "garbled"

# %% [markdown]
# ### 1.12 A claim that can fail (2 points)
# *Claim C23.* The reading says that "potential rifts could emerge over time". Nothing that happens
# can show this wrong. Rewrite it as a question that can be resolved: a dictionary `question` with
# `"event"` (what happens; no *could*, *may*, *might*, *over time*), `"by_date"` (such as
# `"2028-12-31"`, after our records end), `"source"` (who would report it) and `"rule"` (what counts
# as yes, **and** what it counts as if the source is silent). Any event is fine; the check looks at the form only.

# %%
#| stub
question = {"event": ..., "by_date": ..., "source": ..., "rule": ...}

# %%
#| solution: An event, a date, a source and a rule leave no way out; other events are as good.
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes; no statement by the date counts as no",
}

# %%
#| check
#| step: "2"
#| data: none
#| claims: [C23]
#| core: true
#| objective: say
#| hints:
#|   - When would you say that the claim was wrong? Write that day down.
#|   - Name one act that somebody would report, and the page on which you would look for it.
#| explanation: >
#|   A forecast without a date can never fail, so it can never be right either. With an event, a
#|   date, a source and a rule, two people who disagree today will agree later on who was right.
check("1.12", wording.dated_question(question, after="2026-07-02"))

# %%
#| wrong: The event says 'could': when would we know that you were wrong?
question = {
    "event": "The treaty could be ended",
    "by_date": "2028-12-31",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes; silence counts as no",
}

# %%
#| wrong: The date must be written like "2028-12-31".
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "in a few years",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes; silence counts as no",
}

# %%
#| wrong: The part 'source' is empty.
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "",
    "rule": "a published statement counts as yes; silence counts as no",
}

# %%
#| wrong: The rule does not say what it counts as if the source is silent.
question = {
    "event": "Either government publicly ends the treaty of 2001",
    "by_date": "2028-12-31",
    "source": "the website of either foreign ministry",
    "rule": "a published statement counts as yes",
}

# %% [markdown]
# ### 1.16 One measure of stability (2 points)
# *Claim C29.* The reading says that the war "threatens global stability". Before you test such a
# claim, fix a measure. Take one: the output of the whole world (`gdp_bn`, billion dollars of the day)
# in `world`. By how many **per cent** did it change from 2021 to 2023? Put it into `change`.
# Tolerance: 0.1. Then ask yourself: does this number show that the claim is wrong?

# %%
world = load("macro").query("iso3 == 'WLD'").set_index("year")["gdp_bn"]
world.loc[2018:2023].round(0)

# %%
#| stub
change = ...

# %%
#| solution: The later value over the earlier one, minus one, in per cent.
change = (world[2023] / world[2021] - 1) * 100

# %%
#| check
#| step: "2"
#| tolerance: 0.1
#| unit: per cent
#| data: tables
#| claims: [C29]
#| objective: say
#| hints:
#|   - Divide the value of 2023 by that of 2021. What does a ratio of 1 mean?
#|   - Subtract one before you multiply by a hundred.
#| explanation: >
#|   The number does not refute the claim. It is one measure for the world as a whole, in dollars
#|   that lose value, and it cannot say what output would have been without the war. States that buy
#|   their food and fuel abroad could have lost stability while the sum went on rising.
check("1.16", change)

# %%
#| wrong: This is a ratio. Subtract one, then multiply by a hundred.
change = world[2023] / world[2021]

# %%
#| wrong: You divided the other way round: the earlier year is the base.
change = (world[2021] / world[2023] - 1) * 100

# %%
#| wrong: This is the change in billion dollars. Divide it by the value of 2021.
change = world[2023] - world[2021]

# %%
#| wrong: This is the change of one year. The question asks for the change from 2021 on.
change = (world[2023] / world[2022] - 1) * 100

# %% [markdown]
# ## Two other codings of the drift
# Look at these only after question 1.11. The column `same_as` says with how many of the two you
# agree. Where you differ, say why. Neither is a key.

# %%
wording.beside(coded, first=drift["kind"], second=drift["second_kind"])

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what the reading claims, which of its claims can fail, and
# what got lost on the way to you.
#
# Every table can be cited: `print(cite("claims"))` prints its source and `describe("claims")` says
# what each column means.
