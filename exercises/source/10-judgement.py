# %% [markdown]
# # Exercises 10: judgement
#
# Thirteen short questions on panels, words, forecasts and scores. They follow lesson 10. You can
# stop at any time; your progress is kept. **Do the forecast card of lesson 10 first:** questions 10.18 and 10.19 use the outcomes.
#
# The panels and the forecaster of this set are **synthetic**: the people and their numbers are
# invented. Nobody grades what you forecast.
#
# **Objectives.** You will be able to:
#
# - **summarise** a panel and its disagreement;
# - **use** words of probability;
# - **forecast** from a base rate;
# - **score** forecasts;
# - **check** claims against what came after.
#
# Each question names the claim of the reading that it serves: C1 (significant implications), C3 (the
# partnership deepens), C6 (a test for a new administration), C8 (diplomatic support), C16
# (joint exercises), C23 (rifts), C27 (inducements).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

pd.set_option("display.max_colwidth", None)

# %% [markdown]
# ### 10.16 Score your ranges (3 points)
# *Claim C1.* `ranges` holds six ranges, each meant to hold the right value eight times in ten, and the
# right values `x`; all are on a scale of 100. The **interval score** of a range is its width, plus ten
# times the distance if the right value lies outside. Compute the coverage (the share of ranges that hold
# `x`; the ends count) and the mean interval score. Put both into `mine`, as the list
# `[coverage, score]`. Tolerance: 0.005.

# %%
ranges = pd.DataFrame(
    {
        "low": [10, 0, 40, 2, 50, 1],
        "high": [30, 5, 60, 4, 90, 2],
        "x": [25, 12, 41, 3.6, 72, 2.5],
    }
)
ranges

# %%
#| stub
mine = ...

# %%
#| solution: One row per range, inside or not, width and penalty.
inside = (ranges["low"] <= ranges["x"]) & (ranges["x"] <= ranges["high"])
below = (ranges["low"] - ranges["x"]).clip(lower=0)
above = (ranges["x"] - ranges["high"]).clip(lower=0)
mine = [inside.mean(), (ranges["high"] - ranges["low"] + 10 * (below + above)).mean()]

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.005
#| data: none
#| claims: [C1]
#| objective: score
#| hints:
#|   - inside = (low <= x) & (x <= high), and its mean is the share.
#|   - (low - x).clip(lower=0) is the distance below the range, and 0 inside.
#|   - Add ten times the distance to the width, then take the mean.
#| explanation: >
#|   Very wide ranges hold everything and tell nothing; very narrow ones pay the penalty. The score
#|   rewards ranges that are as narrow as you can honestly make them. Lesson 10 does this with yours.
check("10.16", mine)

# %%
#| wrong: You left out the penalty. A right value outside costs ten times its distance.
inside = (ranges["low"] <= ranges["x"]) & (ranges["x"] <= ranges["high"])
mine = [inside.mean(), (ranges["high"] - ranges["low"]).mean()]

# %%
#| wrong: You multiplied the distance by 20, which fits ranges for nine in ten. Here it is 10.
inside = (ranges["low"] <= ranges["x"]) & (ranges["x"] <= ranges["high"])
below = (ranges["low"] - ranges["x"]).clip(lower=0)
above = (ranges["x"] - ranges["high"]).clip(lower=0)
mine = [inside.mean(), (ranges["high"] - ranges["low"] + 20 * (below + above)).mean()]

# %%
#| wrong: This is the share of ranges that miss. The coverage is the share that hold the right value.
inside = (ranges["low"] <= ranges["x"]) & (ranges["x"] <= ranges["high"])
below = (ranges["low"] - ranges["x"]).clip(lower=0)
above = (ranges["x"] - ranges["high"]).clip(lower=0)
mine = [1 - inside.mean(), (ranges["high"] - ranges["low"] + 10 * (below + above)).mean()]

# %%
#| wrong: You added up. The question asks for the mean of the six scores.
inside = (ranges["low"] <= ranges["x"]) & (ranges["x"] <= ranges["high"])
below = (ranges["low"] - ranges["x"]).clip(lower=0)
above = (ranges["x"] - ranges["high"]).clip(lower=0)
mine = [inside.mean(), (ranges["high"] - ranges["low"] + 10 * (below + above)).sum()]

# %% [markdown]
# ### 10.3 Two people compare a pair (2 points)
# *Claim C1.* One person says that A is worth `x` times as much as B, another says `y` times. Write a
# function `pooled(x, y)` that returns one number for both, such that "B in units of A" pooled in the
# same way gives exactly its reciprocal. The check tries five pairs. Tolerance: 0.005.
# %%
from alignment.checks import fresh

pairs = fresh("10.3", low=0.2, high=9, size=2)
pairs[0]


# %%
#| stub
def pooled(x, y):
    return ...


# %%
#| solution: The geometric mean treats a ratio and its reciprocal alike.
def pooled(x, y):
    return (x * y) ** 0.5


# %%
#| check
#| step: "1"
#| tolerance: 0.005
#| data: inputs
#| claims: [C1]
#| objective: summarise
#| hints:
#|   - Try x = 2 and y = 1/2. The two people are symmetric. Which answer would be fair?
#|   - Pool 1/x and 1/y in the same way and multiply both results. It must give 1.
#| explanation: >
#|   Ratios are multiplied, so their middle is the geometric mean. Of arithmetic, harmonic and geometric mean it
#|   is the only one for which it does not matter which of the two things was named first.
check("10.3", pooled, on=pairs)


# %%
#| wrong: This is the arithmetic mean. Test it with 2 and 1/2; the reciprocals give the same again.
def pooled(x, y):
    return (x + y) / 2


# %%
#| wrong: This is the harmonic mean. It fails the test with the reciprocals, from the other side.
def pooled(x, y):
    return 2 / (1 / x + 1 / y)


# %%
#| wrong: You multiplied the two and forgot the root.
def pooled(x, y):
    return x * y


# %% [markdown]
# ### 10.4 The word for a number (2 points)
# *Claim C23.* `starts` says at which percentage the range of each term begins; a boundary belongs to
# the range **above** it. Write a function `term(percent)` that returns the term for a probability
# from 1 to 99 per cent. The check tries eight numbers, among them boundaries.

# %%
starts = {"almost no chance": 1, "very unlikely": 5, "unlikely": 20}
starts |= {"roughly even chance": 45, "likely": 55, "very likely": 80, "almost certain": 95}
numbers = [*fresh("10.4", low=1, high=99, size=1), (20,), (80,), (95,)]


# %%
#| stub
def term(percent):
    return ...


# %%
#| solution: The last term whose range has begun.
def term(percent):
    return [word for word, start in starts.items() if percent >= start][-1]


# %%
#| check
#| step: "2"
#| data: inputs
#| claims: [C23]
#| objective: use
#| hints:
#|   - Which terms have begun at 30 per cent? Which of them is the last?
#|   - A list with a condition works. [word for word, start in starts.items() if ...]
#|   - At 80 per cent the term is "very likely". Use >= and not >.
#| explanation: >
#|   Fixed ranges make words comparable between writers. The directive lets neighbouring ranges share
#|   their boundary, so a course has to say to which of them it belongs.
check("10.4", term, on=numbers)


# %%
#| wrong: A boundary belongs to the range above it. At 80 per cent the term is "very likely".
def term(percent):
    return [word for word, start in starts.items() if percent > start][-1]


# %%
#| wrong: You took the next term. The range of a term begins at its own number.
def term(percent):
    words = [*starts, "almost certain"]
    return words[sum(percent >= start for start in starts.values())]


# %%
#| wrong: You took the first term whose range has begun. Take the last one.
def term(percent):
    return next(word for word, start in starts.items() if percent >= start)


# %% [markdown]
# ### 10.5 Which sentence keeps the rules? (1 point)
# *Claim C23.* One of these passages keeps all three rules: the term fits the number, likelihood and
# confidence stand in different sentences, and the event has a date. Set `passage` to its word:
#
# - `"first"`: "A public break by the end of 2028 is unlikely (70 per cent)."
# - `"second"`: "We have high confidence that a public break by the end of 2028 is very unlikely (10
#   per cent)."
# - `"third"`: "A public break by the end of 2028 is very unlikely (10 per cent). Our confidence is
#   moderate, because we know few cases."
# - `"fourth"`: "A public break could emerge over time. Our confidence is low."

# %%
#| stub
passage = ...

# %%
#| solution: Number and word agree, and the confidence has a sentence and a reason of its own.
passage = "third"

# %%
#| check
#| step: "2"
#| core: true
#| data: none
#| claims: [C23]
#| objective: use
#| choices: [first, second, third, fourth]
#| hints:
#|   - Look for one broken rule in each of the other three.
#| explanation: >
#|   Likelihood is about the event, confidence about the basis of the judgement. In one sentence the
#|   reader cannot tell which of the two "high" belongs to.
check("10.5", passage)

# %%
#| wrong: 70 per cent is "likely". The word and the number do not fit.
passage = "first"

# %%
#| wrong: Likelihood and confidence stand in one sentence here.
passage = "second"

# %%
#| wrong: Without a date and a number nothing could ever show this wrong.
passage = "fourth"

# %% [markdown]
# ### 10.17 A base rate for N1 (2 points)
# *Claim C3.* Question N1 asks whether trade rises in 2026. In how many of the ten years from 2016 to
# 2025 was China's trade with Russia higher than in the year before? And what does the rule of
# succession say for the next year: one imagined year with a rise and one without are added. And by
# how many billion dollars did trade rise, on average, in the years with a rise? Put the three into
# `base`, as the list `[years, probability, average_rise]`. Tolerance: 0.005.

# %%
trade = load("trade").set_index("year")["total"]
trade.loc[2015:]

# %%
#| stub
base = ...

# %%
#| solution: Count the rises, then add one to them and two to the years.
change = trade.diff().loc[2016:2025]
rises = int((change > 0).sum())
base = [rises, (rises + 1) / 12, change[change > 0].mean()]

# %%
#| check
#| step: "3"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C3]
#| objective: forecast
#| hints:
#|   - trade.diff() gives the change from the year before; keep 2016 to 2025.
#|   - change[change > 0] keeps the years with a rise.
#|   - Two imagined years are added to the ten. How many of them have a rise?
#| explanation: >
#|   Begin with this number and move away from it only for a reason you can name. Did you lock N1
#|   further away than that?
check("10.17", base)

# %%
#| wrong: The probability is the plain share. The rule adds one year of each kind.
change = trade.diff().loc[2016:2025]
rises = int((change > 0).sum())
base = [rises, rises / 10, change[change > 0].mean()]

# %%
#| wrong: You added one imagined year. The rule adds two, one with a rise and one without.
change = trade.diff().loc[2016:2025]
rises = int((change > 0).sum())
base = [rises, (rises + 1) / 11, change[change > 0].mean()]

# %%
#| wrong: You counted the years with a fall. Count those in which trade rose.
change = trade.diff().loc[2016:2025]
falls = int((change < 0).sum())
base = [falls, (falls + 1) / 12, change[change > 0].mean()]

# %%
#| wrong: The third number is the average over all ten years. Keep the years with a rise.
change = trade.diff().loc[2016:2025]
rises = int((change > 0).sum())
base = [rises, (rises + 1) / 12, change.mean()]

# %% [markdown]
# ### 10.18 "Right in six of nine cases" (3 points)
# *Claims C3, C6.* An advertisement says: "Our forecaster was right in six of nine cases." It counts a
# case as right if the forecast lies on the right side of one half, and leaves out one tie. `decided`
# holds her ten questions. A rival says 40 per cent to every one of them. Compute for the rival the
# share of cases in which he was right, counted in the same way, and his Brier score (the mean squared
# distance of forecast and outcome). Put both into `rival`, together with **her** Brier score, as the
# list `[share, brier, hers]`. Tolerance: 0.005.

# %%
decided = load("questions").query("set == 'past' and support != 'method changed'")
decided[["id", "question", "forecast", "outcome"]]

# %%
#| stub
rival = ...

# %%
#| solution: He is right whenever it did not happen; his squared distances are the same two numbers.
happened = decided["outcome"].astype(float)
hers = ((decided["forecast"] - happened) ** 2).mean()
rival = [(happened == 0).mean(), ((0.4 - happened) ** 2).mean(), hers]

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C3, C6]
#| objective: score
#| hints:
#|   - 40 per cent lies below one half. In which cases is that the right side?
#|   - decided["outcome"].astype(float) turns true and false into 1 and 0.
#| explanation: >
#|   Counted in cases he is nearly as good as she is, although he says the same every time. Her
#|   Brier score is lower. Counting hits hides how sure a forecaster was.
check("10.18", rival)

# %%
#| wrong: You counted the cases that happened. His 40 per cent lies on the right side where it did not.
happened = decided["outcome"].astype(float)
hers = ((decided["forecast"] - happened) ** 2).mean()
rival = [(happened == 1).mean(), ((0.4 - happened) ** 2).mean(), hers]

# %%
#| wrong: The first two numbers are those of the advertised forecaster. They must be the rival's.
happened, said = decided["outcome"].astype(float), decided["forecast"]
untied = said != 0.5
hers = ((said - happened) ** 2).mean()
rival = [((said > 0.5) == (happened == 1))[untied].mean(), hers, hers]

# %%
#| wrong: Square the distances, and count one outcome a question; without that it is twice as large.
happened = decided["outcome"].astype(float)
hers = ((decided["forecast"] - happened) ** 2).mean()
rival = [(happened == 0).mean(), (0.4 - happened).abs().mean(), hers]

# %% [markdown]
# ### 10.19 Better, or lucky? (3 points)
# *Claim C6.* `first` holds the squared errors of the forecaster of question 10.18 on her ten questions.
# `second` holds those of a timid colleague, who always says something half as far from one half as she
# does. `picks` holds 5,000 rows; each row picks ten questions by their position, with replacement. In
# what share of the rows is the mean of the first lower than the mean of the second **on the same picked
# questions**? Put it into `wins`. Tolerance: 0.005.

# %%
happened, said = decided["outcome"].to_numpy(float), decided["forecast"].to_numpy(float)
first, second = (said - happened) ** 2, (0.5 + (said - 0.5) / 2 - happened) ** 2
picks = np.random.default_rng(1019).integers(0, 10, size=(5_000, 10))
print(f"{first.mean():.3f} {second.mean():.3f}")

# %%
#| stub
wins = ...

# %%
#| solution: Resample the difference, question by question.
difference = (second - first)[picks].mean(axis=1)
wins = (difference > 0).mean()

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C6]
#| objective: score
#| hints:
#|   - first[picks] has the shape of picks; mean(axis=1) gives one mean per row.
#|   - Use the same row of picks for both, and compare.
#| explanation: >
#|   The two means rise and fall together, because some questions are hard for both. Comparing them
#|   on the same questions takes that out: the paired comparison sees a small lead that two separate
#|   ranges would hide.
check("10.19", wins)

# %%
#| wrong: This is a number of rows. The question asks for their share of all rows.
wins = (first[picks].mean(axis=1) < second[picks].mean(axis=1)).sum()

# %%
#| wrong: You compared different picks. Both must answer the same questions.
other = np.random.default_rng(1).integers(0, 10, size=(5_000, 10))
wins = (first[picks].mean(axis=1) < second[other].mean(axis=1)).mean()

# %%
#| wrong: You compared question by question. Average each row of picks first.
wins = (first[picks] < second[picks]).mean()

# %%
#| wrong: This is how often the second is lower. The question asks for the first.
wins = (first[picks].mean(axis=1) > second[picks].mean(axis=1)).mean()

# %% [markdown]
# ### 10.9 Three parts of a score (3 points)
# *Claim C6.* A forecaster uses two probabilities, `s1` and `s2`, equally often. In the first group the
# share `c1` happened, in the second `c2`. Write a function `parts(s1, s2, c1, c2)` that returns the
# list `[reliability, resolution, uncertainty]`. Reliability: mean squared distance of what was said
# from what came. Resolution: mean squared distance of `c1` and `c2` from the base rate. Uncertainty:
# base rate times (1 - base rate). The check tries five cases. Tolerance: 0.0001.

# %%
groups = fresh("10.9", low=0.02, high=0.98, size=4)
groups[0]


# %%
#| stub
def parts(s1, s2, c1, c2):
    return ...


# %%
#| solution: The groups are equally large, so plain means do.
def parts(s1, s2, c1, c2):
    base = (c1 + c2) / 2
    reliability = ((s1 - c1) ** 2 + (s2 - c2) ** 2) / 2
    resolution = ((c1 - base) ** 2 + (c2 - base) ** 2) / 2
    return [reliability, resolution, base * (1 - base)]


# %%
#| check
#| step: "5"
#| tolerance: 0.0001
#| data: inputs
#| claims: [C6]
#| objective: score
#| hints:
#|   - Both groups are equally large, so the base rate is the mean of c1 and c2.
#|   - Test it. Reliability minus resolution plus uncertainty is the Brier score.
#| explanation: >
#|   Reliability is about honesty with numbers and can be learnt. Resolution needs knowledge of the
#|   cases. Uncertainty is not the forecaster's merit or fault.
check("10.9", parts, on=groups)


# %%
#| wrong: Reliability and resolution changed places. Reliability compares what was said with what came.
def parts(s1, s2, c1, c2):
    base = (c1 + c2) / 2
    said_came = ((s1 - c1) ** 2 + (s2 - c2) ** 2) / 2
    return [((c1 - base) ** 2 + (c2 - base) ** 2) / 2, said_came, base * (1 - base)]


# %%
#| wrong: You took the base rate from the forecasts. It comes from what happened.
def parts(s1, s2, c1, c2):
    base = (s1 + s2) / 2
    reliability = ((s1 - c1) ** 2 + (s2 - c2) ** 2) / 2
    resolution = ((c1 - base) ** 2 + (c2 - base) ** 2) / 2
    return [reliability, resolution, base * (1 - base)]


# %%
#| wrong: You added the two groups. Divide by two, because each holds half of the forecasts.
def parts(s1, s2, c1, c2):
    base = (c1 + c2) / 2
    reliability = (s1 - c1) ** 2 + (s2 - c2) ** 2
    resolution = (c1 - base) ** 2 + (c2 - base) ** 2
    return [reliability, resolution, base * (1 - base)]


# %% [markdown]
# ### 10.10 After a row of successes (1 point)
# *Claim C16.* Something happened in `seen` of `total` years. The rule of succession adds one imagined
# year with it and one without it. Write a function `next_year(seen, total)` that returns the
# probability for the next year. The check tries six cases. Tolerance: 0.001.

# %%
rows = [tuple(sorted(round(x) for x in case)) for case in fresh("10.10", low=1, high=30, size=2)]
rows.append((7, 7))


# %%
#| stub
def next_year(seen, total):
    return ...


# %%
#| solution: One more year with it, and two more years in all.
def next_year(seen, total):
    return (seen + 1) / (total + 2)


# %%
#| check
#| step: "3"
#| tolerance: 0.001
#| data: inputs
#| claims: [C16]
#| objective: forecast
#| hints:
#|   - Two imagined years are added to the total. How many of them have the event?
#| explanation: >
#|   Seven of seven years do not make the eighth certain. The rule never returns 0 or 1, and it
#|   comes close to the plain share when there are many years.
check("10.10", next_year, on=rows)


# %%
#| wrong: This is the plain share. A row without a gap is not certainty.
def next_year(seen, total):
    return seen / total


# %%
#| wrong: You added one year. The rule adds two, one with the event and one without it.
def next_year(seen, total):
    return (seen + 1) / (total + 1)


# %% [markdown]
# ### 10.11 China's next veto (2 points)
# *Claim C8.* `chinese` holds the drafts of the Security Council that China has vetoed since 2007. With
# the rule of succession, how probable is it that China's next veto is one together with Russia? Put the
# probability, between 0 and 1, into `joint`. Tolerance: 0.002.

# %%
vetoes = load("vetoes")
chinese = vetoes[(vetoes["date"].dt.year >= 2007) & vetoes["CHN"]]
chinese[["date", "topic", "CHN", "RUS"]].tail(3)

# %%
#| stub
joint = ...

# %%
#| solution: Count the joint ones among China's vetoes.
joint = (chinese["RUS"].sum() + 1) / (len(chinese) + 2)

# %%
#| check
#| step: "3"
#| tolerance: 0.002
#| data: tables
#| claims: [C8]
#| objective: forecast
#| hints:
#|   - How many vetoes of China are there, and in how many of them did Russia vote no as well?
#|   - Use your function of 10.10.
#| explanation: >
#|   The base rate belongs to China's vetoes. Turned round, it would be far smaller, because Russia
#|   vetoes often without China. Always ask, a share of what?
check("10.11", joint)

# %%
#| wrong: This is the share of Russia's vetoes that China joined. Begin with China's vetoes.
russian = vetoes[(vetoes["date"].dt.year >= 2007) & vetoes["RUS"]]
joint = (russian["CHN"].sum() + 1) / (len(russian) + 2)

# %%
#| wrong: This is the plain share. Use the rule of succession.
joint = chinese["RUS"].mean()

# %% [markdown]
# ### 10.12 Too sure? (2 points)
# *Claim C6.* Take the questions of `decided` (see 10.18) to which the invented forecaster gave **more than one
# half**. By how much is the mean of these forecasts larger than the share that happened? Put the
# difference into `overconfidence`. Tolerance: 0.01.

# %%
#| stub
overconfidence = ...

# %%
#| solution: Compare what was said with what came, in this group only.
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["forecast"].mean() - sure["outcome"].astype(float).mean()

# %%
#| check
#| step: "5"
#| tolerance: 0.01
#| data: tables
#| claims: [C6]
#| objective: score
#| hints:
#|   - Keep the rows with a forecast above 0.5, then take two means.
#|   - Said minus came. A positive number means too sure.
#| explanation: >
#|   A few questions cannot show that somebody is overconfident. Over many questions the same
#|   comparison is useful feedback for a forecaster.
check("10.12", overconfidence)

# %%
#| wrong: The sign is reversed. Subtract what came from what was said.
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["outcome"].astype(float).mean() - sure["forecast"].mean()

# %%
#| wrong: You used all questions. Keep the ones with a forecast above one half.
overconfidence = decided["forecast"].mean() - decided["outcome"].astype(float).mean()

# %%
#| wrong: This is the share that happened. Subtract it from the mean forecast.
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["outcome"].astype(float).mean()

# %% [markdown]
# ### 10.14 A claim with a date (2 points)
# *Claim C27.* The reading says that signals "could encourage" China to cooperate. Rewrite this as a
# question that can be resolved: a dictionary `question` with `"event"` (what happens; no *could*, *may*,
# *might*, *over time*), `"by_date"` (such as `"2028-12-31"`, after our records end), `"source"` (who
# would report it) and `"rule"` (what counts as yes, and what if the source is silent). Any event is
# fine; the check looks at the form only.

# %%
from alignment.checks import wording

# %%
#| stub
question = {"event": ..., "by_date": ..., "source": ..., "rule": ...}

# %%
#| solution: Name the act, the day, the witness and the rule; other acts are as good.
question = {
    "event": "China's customs office lists a new control on exports of drone parts to Russia",
    "by_date": "2028-12-31",
    "source": "notices of China's ministry of commerce",
    "rule": "a published notice that names the goods counts as yes; silence counts as no",
}

# %%
#| check
#| step: "4"
#| data: none
#| claims: [C27]
#| objective: use
#| hints:
#|   - Which act would you accept as cooperation, even if you hope for the opposite answer?
#|   - Write down who would report it, and what you do if nobody does.
#| explanation: >
#|   "Could encourage" is true whatever happens. An act with a date turns advice into something that
#|   can be learnt from. Note that an act after a threat is no evidence about inducements.
check("10.14", wording.dated_question(question, after="2026-07-02"))

# %%
#| wrong: The event says 'could': when would we know that you were wrong?
question = {
    "event": "Signals could encourage China",
    "by_date": "2028-12-31",
    "source": "notices of China's ministry of commerce",
    "rule": "a published notice counts as yes, silence as no",
}

# %%
#| wrong: The date lies before the end of our records (2026-07-02); choose a later one.
question = {
    "event": "China's customs office lists a new control on exports of drone parts to Russia",
    "by_date": "2025-12-31",
    "source": "notices of China's ministry of commerce",
    "rule": "a published notice counts as yes, silence as no",
}

# %%
#| wrong: The rule is too short: say what counts as yes, and what if the source is silent.
question = {
    "event": "China's customs office lists a new control on exports of drone parts to Russia",
    "by_date": "2028-12-31",
    "source": "notices of China's ministry of commerce",
    "rule": "yes or no",
}

# %% [markdown]
# ### 10.15 One sentence for the memo (2 points)
# *Claim C23.* Choose an open question of the table (N1 to N9). Write one sentence that names it by its
# id and says how probable a yes is, with the term that fits your number. Put the sentence and the
# number, in per cent, into `estimate`: `("N3 ...", 30)`. Any number from 1 to 99 is fine. No level of
# confidence in the same sentence.

# %%
open_questions = load("questions").query("set == 'next'")
open_questions[["id", "question", "by"]]

# %%
#| stub
estimate = ...

# %%
#| solution: One id, one term, one number that fits; your number may be another one.
estimate = ("N3: a priced contract by the end of June 2027 is unlikely.", 25)

# %%
#| check
#| step: "2"
#| core: true
#| data: none
#| claims: [C23]
#| objective: use
#| hints:
#|   - Begin with the id, for example N4. Which term belongs to your number? See 10.4.
#|   - Leave out every other word of probability, and the word confidence.
#| explanation: >
#|   A reader can now hold you to it. Confidence, with its reasons, belongs in the next sentence.
check("10.15", wording.estimate(estimate, about=[f"N{n}" for n in range(1, 10)]))

# %%
#| wrong: For 25 per cent the word is 'unlikely'; the sentence has likely.
estimate = ("N3: a priced contract by the end of June 2027 is likely.", 25)

# %%
#| wrong: Likelihood and confidence do not belong in one sentence; leave out confidence.
estimate = ("N3: we have high confidence that a priced contract by June 2027 is unlikely.", 25)

# %%
#| wrong: The probability must lie between 1 and 99 per cent; nothing is certain.
estimate = ("N3: a priced contract by the end of June 2027 is unlikely.", 0)

# %% [markdown]
# ## What you can now say
# Lock at least six open questions on the forecast card of lesson 10, each with a base rate and a
# reason, and write the memo.
