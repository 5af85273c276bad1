# %% [markdown]
# # Exercises 10: judgement
#
# Fifteen short questions on panels, words, forecasts and scores. They follow lesson 10. Plan about 75
# minutes. You can stop at any time; your progress is kept. **Do the forecast card of lesson 10 first:**
# questions 10.6 to 10.8 use the outcomes.
#
# The panels and the forecaster of this set are **synthetic**: the people and their numbers are
# invented. Nobody grades what you forecast.
#
# **Objectives.** **10.1** summarise a panel and its disagreement · **10.2** use words of probability ·
# **10.3** forecast from a base rate · **10.4** score forecasts · **10.5** check claims against what
# came after.
#
# Each question names the claim of the reading that it serves: C1 (significant implications), C3 (the
# partnership deepens), C6 (a test for a new administration), C8 (diplomatic support), C13 (new routes),
# C16 (joint exercises), C23 (rifts), C27 (pressure and inducements).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# ### 10.1 Two rounds (2 points)
# *Claim C1.* `panel` holds the scores of five people in two rounds. Put the median and the
# interquartile range (upper quartile minus lower quartile) of both rounds into `rounds`, as the list
# `[median of round 1, range of round 1, median of round 2, range of round 2]`. Tolerance: 0.1.

# %%
panel = load("panel").pivot(index="panellist", columns="round", values="score")
panel

# %%
#| stub
rounds = ...

# %%
#| solution: quantile(0.75) - quantile(0.25) holds the middle half.
middle = panel.median()
spread = panel.quantile(0.75) - panel.quantile(0.25)
rounds = [middle[1], spread[1], middle[2], spread[2]]

# %%
#| check
#| tolerance: 0.1
#| unit: points
#| data: tables
#| claims: [C1]
#| objective: 10.1
#| hints:
#|   - panel.median() gives one number per round.
#|   - panel.quantile(0.75) gives the upper quartiles.
#| explanation: >
#|   Median and interquartile range hardly notice one extreme person, while the mean does. A smaller
#|   range in round two shows that people came closer. It does not show that they are right.
check("10.1", rounds)

# %%
#| wrong: You used the mean, which follows the most extreme person. Use the median.
middle = panel.mean()
spread = panel.quantile(0.75) - panel.quantile(0.25)
rounds = [middle[1], spread[1], middle[2], spread[2]]

# %%
#| wrong: You took the highest minus the lowest score. The interquartile range holds the middle half.
middle = panel.median()
spread = panel.max() - panel.min()
rounds = [middle[1], spread[1], middle[2], spread[2]]

# %%
#| wrong: You used the standard deviation. The question asks for upper minus lower quartile.
middle = panel.median()
spread = panel.std()
rounds = [middle[1], spread[1], middle[2], spread[2]]

# %% [markdown]
# ### 10.2 Do the rankings agree? (3 points)
# *Claim C1.* `ranks` holds the rankings of three people, one per row. With `m` people, `n` items and
# `S`, the sum of squared differences between the rank sums of the items and their mean, Kendall's W is
# `12 * S / (m**2 * (n**3 - n))`. Put it into `w`. Tolerance: 0.005.

# %%
ranks = load("panel_ranks").pivot(index="panellist", columns="domain", values="rank")
ranks

# %%
#| stub
w = ...

# %%
#| solution: Add the ranks of each item, and see how far the sums lie apart.
m, n = ranks.shape
sums = ranks.sum()
w = 12 * ((sums - sums.mean()) ** 2).sum() / (m**2 * (n**3 - n))

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C1]
#| objective: 10.1
#| hints:
#|   - ranks.sum() adds the ranks of each item. How far are these sums from their own mean?
#|   - m is the number of rows, n the number of columns.
#| explanation: >
#|   W is 1 if all rankings are the same and 0 if the rank sums are all equal. Two people with
#|   opposite rankings give 0; that is a finding, so do not average them.
check("10.2", w)

# %%
#| wrong: You mixed up people and items. m counts the rankings, n what is ranked.
n, m = ranks.shape
sums = ranks.sum()
w = 12 * ((sums - sums.mean()) ** 2).sum() / (m**2 * (n**3 - n))

# %%
#| wrong: You did not square the number of people.
m, n = ranks.shape
sums = ranks.sum()
w = 12 * ((sums - sums.mean()) ** 2).sum() / (m * (n**3 - n))

# %%
#| wrong: You added the ranks of each person, which are always the same. Add the ranks of each item.
w = 0.0

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
#| tolerance: 0.005
#| data: inputs
#| claims: [C1]
#| objective: 10.1
#| hints:
#|   - Try x = 2 and y = 1/2. The two people are symmetric. Which answer would be fair?
#|   - Pool 1/x and 1/y in the same way and multiply both results. It must give 1.
#| explanation: >
#|   Ratios are multiplied, so their middle is the geometric mean. It is the only mean for which it
#|   does not matter which of the two things was named first.
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
#| data: inputs
#| claims: [C23]
#| objective: 10.2
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
#| data: none
#| claims: [C23]
#| objective: 10.2
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
# ### 10.6 The Brier score (2 points)
# *Claims C3, C6.* `past` holds questions with the forecast of an invented forecaster and the outcome.
# Compute the Brier score, the mean squared distance between forecast and outcome (1 if it happened, 0
# if not). Leave out the question whose `support` is `"method changed"`: it cannot be decided. Put the
# score into `brier`. Tolerance: 0.0005.

# %%
past = load("questions").query("set == 'past'")
past[["id", "question", "support", "forecast", "outcome"]]

# %%
#| stub
brier = ...

# %%
#| solution: Drop what cannot be decided, then average the squared distances.
decided = past[past["support"] != "method changed"]
brier = ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).mean()

# %%
#| check
#| tolerance: 0.0005
#| data: tables
#| claims: [C3, C6]
#| objective: 10.4
#| hints:
#|   - past[past["support"] != "method changed"] keeps the questions that were decided.
#|   - decided["outcome"].astype(float) turns true and false into 1 and 0.
#| explanation: >
#|   0 is perfect, 0.25 is what "always one half" gets, 1 is wrong with certainty every time. Squares
#|   punish being sure and wrong. Some publications print twice this number.
check("10.6", brier)

# %%
#| wrong: This sums over "yes" and "no" and is twice as large. Use the form with one outcome.
decided = past[past["support"] != "method changed"]
brier = 2 * ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).mean()

# %%
#| wrong: These are distances without squares. Square them before you average.
decided = past[past["support"] != "method changed"]
brier = (decided["forecast"] - decided["outcome"].astype(float)).abs().mean()

# %%
#| wrong: The outcomes are reversed. 1 means that it happened.
decided = past[past["support"] != "method changed"]
brier = ((decided["forecast"] - (1 - decided["outcome"].astype(float))) ** 2).mean()

# %%
#| wrong: You kept the question that cannot be decided. Leave it out, and say so.
brier = ((past["forecast"] - past["outcome"].astype(float)) ** 2).mean()

# %% [markdown]
# ### 10.7 Better than a base rate? (2 points)
# *Claims C3, C6.* A rival knows only how often these events happened, and always forecasts that
# share. Compute the **skill** of the invented forecaster on the questions of 10.6: 1 minus the Brier
# score divided by the score of this rival. Put it into `skill`. Tolerance: 0.005.

# %%
#| stub
skill = ...

# %%
#| solution: Always saying the base rate f has the score f (1 - f).
decided = past[past["support"] != "method changed"]
outcome = decided["outcome"].astype(float)
rival = outcome.mean() * (1 - outcome.mean())
skill = 1 - ((decided["forecast"] - outcome) ** 2).mean() / rival

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C3, C6]
#| objective: 10.4
#| hints:
#|   - What does the rival say? What is the mean squared distance of that from the outcomes?
#|   - 1 minus a quotient. A score as large as the rival's gives 0.
#| explanation: >
#|   Skill above 0 means better than the base rate of these very questions. The rival is strong,
#|   because nobody knew this base rate beforehand. With ten questions, skill is mostly luck.
check("10.7", skill)

# %%
#| wrong: You compared with "always one half". The rival says the base rate of these questions.
decided = past[past["support"] != "method changed"]
outcome = decided["outcome"].astype(float)
skill = 1 - ((decided["forecast"] - outcome) ** 2).mean() / 0.25

# %%
#| wrong: You divided the scores and forgot to take 1 minus the quotient.
decided = past[past["support"] != "method changed"]
outcome = decided["outcome"].astype(float)
rival = outcome.mean() * (1 - outcome.mean())
skill = ((decided["forecast"] - outcome) ** 2).mean() / rival

# %%
#| wrong: You divided by the base rate itself. Divide by the score of whoever always says it.
decided = past[past["support"] != "method changed"]
outcome = decided["outcome"].astype(float)
skill = 1 - ((decided["forecast"] - outcome) ** 2).mean() / outcome.mean()

# %% [markdown]
# ### 10.8 How much is luck? (3 points)
# *Claim C6.* `picks` holds 5,000 rows; each row picks as many questions as were decided, with
# replacement, by their position. Compute the Brier score of each row, and put the range that holds the
# middle nine tenths (from the 5th to the 95th percentile) into `interval`, as the list
# `[low, high]`. Tolerance: 0.005.

# %%
generator = np.random.default_rng(108)
count = int((past["support"] != "method changed").sum())
picks = generator.integers(0, count, size=(5_000, count))

# %%
#| stub
interval = ...

# %%
#| solution: Pick squared errors, average each row, look at the quantiles.
decided = past[past["support"] != "method changed"]
errors = ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).to_numpy()
interval = list(np.quantile(errors[picks].mean(axis=1), [0.05, 0.95]))

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C6]
#| objective: 10.4
#| hints:
#|   - First compute one squared error per question, as a NumPy array.
#|   - errors[picks] has the shape of picks; mean(axis=1) gives one score per row.
#|   - np.quantile(scores, [0.05, 0.95]) gives both ends.
#| explanation: >
#|   The interval shows how much the score depends on which questions were asked. If it includes the
#|   score of a simple rival, nobody can tell skill from luck.
check("10.8", interval)

# %%
#| wrong: You took the quantiles of single errors. Average each row of picks first.
decided = past[past["support"] != "method changed"]
errors = ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).to_numpy()
interval = list(np.quantile(errors[picks], [0.05, 0.95]))

# %%
#| wrong: These are the smallest and the largest of all rows. Take the 5th and 95th percentile.
decided = past[past["support"] != "method changed"]
errors = ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).to_numpy()
interval = [errors[picks].mean(axis=1).min(), errors[picks].mean(axis=1).max()]

# %%
#| wrong: You averaged down the columns. Each row of picks is one sample.
decided = past[past["support"] != "method changed"]
errors = ((decided["forecast"] - decided["outcome"].astype(float)) ** 2).to_numpy()
interval = list(np.quantile(errors[picks].mean(axis=0), [0.05, 0.95]))

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
#| tolerance: 0.0001
#| data: inputs
#| claims: [C6]
#| objective: 10.4
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
#| tolerance: 0.001
#| data: inputs
#| claims: [C16]
#| objective: 10.3
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
#| tolerance: 0.002
#| data: tables
#| claims: [C8]
#| objective: 10.3
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
# *Claim C6.* Take the decided questions of 10.6 to which the invented forecaster gave **more than one
# half**. By how much is the mean of these forecasts larger than the share that happened? Put the
# difference into `overconfidence`. Tolerance: 0.01.

# %%
#| stub
overconfidence = ...

# %%
#| solution: Compare what was said with what came, in this group only.
decided = past[past["support"] != "method changed"]
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["forecast"].mean() - sure["outcome"].astype(float).mean()

# %%
#| check
#| tolerance: 0.01
#| data: tables
#| claims: [C6]
#| objective: 10.4
#| hints:
#|   - Keep the rows with a forecast above 0.5, then take two means.
#|   - Said minus came. A positive number means too sure.
#| explanation: >
#|   A few questions cannot show that somebody is overconfident. Over many questions the same
#|   comparison is the most useful feedback a forecaster can get.
check("10.12", overconfidence)

# %%
#| wrong: The sign is reversed. Subtract what came from what was said.
decided = past[past["support"] != "method changed"]
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["outcome"].astype(float).mean() - sure["forecast"].mean()

# %%
#| wrong: You used all questions. Keep the ones with a forecast above one half.
decided = past[past["support"] != "method changed"]
overconfidence = decided["forecast"].mean() - decided["outcome"].astype(float).mean()

# %%
#| wrong: This is the share that happened. Subtract it from the mean forecast.
decided = past[past["support"] != "method changed"]
sure = decided[decided["forecast"] > 0.5]
overconfidence = sure["outcome"].astype(float).mean()

# %% [markdown]
# ### 10.13 What came after (2 points)
# *Claims C3, C13.* By how many per cent did total trade of China with Russia (`trade`) and the gas
# delivered through the pipeline Power of Siberia (`gas`) change from 2024 to 2025? Put both into
# `change`, as the list `[trade, gas]`. Tolerance: 0.2 per cent.

# %%
trade = load("trade").set_index("year")["total"]
gas = load("gas_pipeline").set_index("year")["bcm"]
gas

# %%
#| stub
change = ...

# %%
#| solution: The change divided by the level of 2024.
change = [(series[2025] / series[2024] - 1) * 100 for series in (trade, gas)]

# %%
#| check
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C3, C13]
#| objective: 10.5
#| hints:
#|   - Divide by the earlier level.
#|   - series[2025] / series[2024] - 1, times 100.
#| explanation: >
#|   Two series, two directions. Whoever names one of them has a headline; whoever names both has a
#|   finding. One is a value that moves with prices, the other is a volume.
check("10.13", change)

# %%
#| wrong: You divided by the later year. Growth is measured from the level before it.
change = [(1 - series[2024] / series[2025]) * 100 for series in (trade, gas)]

# %%
#| wrong: These are differences in the unit of each series. Divide them by the level of 2024.
change = [series[2025] - series[2024] for series in (trade, gas)]

# %%
#| wrong: You took the year before, from 2023 to 2024. The question asks for 2025.
change = [(series[2024] / series[2023] - 1) * 100 for series in (trade, gas)]

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
#| data: none
#| claims: [C27]
#| objective: 10.2
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
#| data: none
#| claims: [C23]
#| objective: 10.2
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
