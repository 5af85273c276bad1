# %% [markdown]
# # Exercises 5: the technology domain
#
# Sixteen short questions on dual-use goods and know-how between China and Russia. They follow
# lesson 05. You can stop at any time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **say** what a list and a share count;
# - **compute** limits where one number is not known;
# - **choose** a base before you speak of growth;
# - **judge** what published figures, claims and leaked documents allow one to say.
#
# Each question names the claim of the reading that it tests: C10 (inputs were supplied), C11 (they
# strengthen Russia), C18 (equipment and know-how are exchanged), C27 (signals could change
# behaviour), C31 (others worry about their security), C32 (there are efforts that undermine American
# leadership).

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

pd.set_option("display.max_colwidth", None)

# %% [markdown]
# `codes` holds the fifty customs codes of the Common High Priority List. `tier` says how much a code
# matters for weapons, and `"1"` is the highest. The first two digits of `hs6` are the chapter.

# %%
codes = load("chpl_codes")
codes.head(3)

# %% [markdown]
# ### 5.1 What is on the list? (2 points)
# *Claim C10.* What share of all codes (between 0 and 1) is in tier 1 or tier 2? And of the codes of
# **chapter 85** (electrical goods), what share is in tier 1 or tier 2? Put the two shares into the
# dictionary `parts` with the labels `"all"` and `"chapter 85"`. Tolerance: 0.005.

# %%
#| stub
parts = {"all": ..., "chapter 85": ...}

# %%
#| solution: The mean of true and false is a share; the word after "of" names the whole.
top = codes["tier"].isin(["1", "2"])
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.mean(), "chapter 85": top[electrical].mean()}

# %%
#| check
#| step: "3"
#| tolerance: 0.005
#| data: tables
#| claims: [C10]
#| objective: say
#| hints:
#|   - Both columns hold texts, so compare with texts. "1" is not 1.
#|   - The mean of a column of true and false is the share of true.
#|   - For the second share keep the codes of chapter 85 first. They are the whole.
#| explanation: >
#|   A list of codes is a list of what customs can see. It says nothing about amounts, because
#|   one code can stand for a few million dollars and another for a billion. And "of the electrical
#|   codes" and "of the first two tiers" are two wholes. Here all of the first two tiers are electrical,
#|   and most electrical codes are in other tiers.
check("5.1", parts)

# %%
#| wrong: You counted tier 1 only. The question asks for tier 1 or tier 2.
top = codes["tier"].eq("1")
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.mean(), "chapter 85": top[electrical].mean()}

# %%
#| wrong: The tiers are texts. Compare them with texts, or no code is found.
top = codes["tier"].isin([1, 2])
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.mean(), "chapter 85": top[electrical].mean()}

# %%
#| wrong: These are counts. Divide by all codes of the list, or of the chapter.
top = codes["tier"].isin(["1", "2"])
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.sum(), "chapter 85": top[electrical].sum()}

# %%
#| wrong: You turned it round: this is the share of chapter 85 in the first two tiers.
top = codes["tier"].isin(["1", "2"])
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.mean(), "chapter 85": electrical[top].mean()}

# %%
#| wrong: For the second share you divided by all codes. The whole is chapter 85.
top = codes["tier"].isin(["1", "2"])
electrical = codes["hs6"].str.startswith("85")
parts = {"all": top.mean(), "chapter 85": (top & electrical).mean()}

# %% [markdown]
# ### 5.16 One rate for every month (2 points)
# *Claim C10.* `figures` holds published figures. `machines` are China's exports of computer-controlled
# machine tools to Russia in million US dollars, for the two months that our table has from one
# newspaper. Which constant rate **per month**, in per cent, leads from the first to the second? Put it
# into `rate`. Tolerance: 0.1.

# %%
figures = load("dual_use_figures")
value = figures.set_index(["series", "period"])["value"]
machines = value["cnc_monthly"]
machines

# %%
#| stub
rate = ...

# %%
#| solution: The growth factor of the whole time is the monthly factor, taken as often as there are months.
months = 17
rate = ((machines["2023-07"] / machines["2022-02"]) ** (1 / months) - 1) * 100

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.1
#| unit: per cent a month
#| data: tables
#| claims: [C10]
#| objective: choose
#| hints:
#|   - Count the steps from February 2022 to July 2023. A year has twelve of them.
#|   - A rate that compounds is taken out with a root. The power is one over the number of months.
#| explanation: >
#|   Two months far apart hide everything between them, and the first one lies at the start of the
#|   war and the Chinese New Year, when less is shipped. The rate says what a steady path would have
#|   been. It does not say that there was one.
check("5.16", rate)

# %%
#| wrong: You divided the whole growth by the months. Growth compounds, so take a root.
rate = (machines["2023-07"] / machines["2022-02"] - 1) * 100 / 17

# %%
#| wrong: This is the growth of the whole time. The question asks for the rate of one month.
rate = (machines["2023-07"] / machines["2022-02"] - 1) * 100

# %%
#| wrong: You counted both ends. From February to March is one step, so count steps.
rate = ((machines["2023-07"] / machines["2022-02"]) ** (1 / 18) - 1) * 100

# %%
#| wrong: You divided the earlier month by the later one.
rate = ((machines["2022-02"] / machines["2023-07"]) ** (1 / 17) - 1) * 100

# %% [markdown]
# ### 5.3 Two figures, one ratio (2 points)
# *Claim C10.* The next cell shows two figures of the same year. A student divides the second by the
# first and calls the result "China's share". Compute the ratio in per cent, and say what it is. Put
# both into the dictionary `ratio` with the labels `"per cent"` and `"is"`; `"is"` is one of these
# words:
#
# - `"share"`: China's share of Russia's imports of these goods;
# - `"minimum"`: a lower limit of that share;
# - `"maximum"`: an upper limit of that share;
# - `"nothing"`: not a share, because the two lists of goods differ.
#
# Tolerance: 0.1.

# %%
two = figures[figures["series"].isin(["battlefield_total", "chpl_direct"])]
for row in two.itertuples():
    print(row.item, "-", row.value, row.unit, "-", row.publisher)

# %%
#| stub
ratio = {"per cent": ..., "is": ...}

# %%
#| solution: One can always divide, but a share needs a part that lies inside the whole.
part, whole = value["chpl_direct", "2023"], value["battlefield_total", "2023"]
ratio = {"per cent": part / whole * 100, "is": "nothing"}

# %%
#| check
#| step: "1"
#| tolerance: 0.1
#| data: tables
#| claims: [C10]
#| objective: say
#| hints:
#|   - Read the two definitions word by word. Do they name the same goods?
#|   - Could some of the goods of one figure be missing in the other?
#|   - Compare your number with the shares that the study itself prints in lesson 05.
#| explanation: >
#|   The ratio lies below each share for China in lesson 05, and nobody need have made a mistake. The lists of goods
#|   differ, the second figure holds direct exports only, and one comes from the seller's customs and
#|   the other from the buyer's side. No rule says on which side of the true share it lies.
check("5.3", ratio)

# %%
#| wrong: The part must lie inside the whole. Compare the two lists of goods.
part, whole = value["chpl_direct", "2023"], value["battlefield_total", "2023"]
ratio = {"per cent": part / whole * 100, "is": "share"}

# %%
#| wrong: It would be a lower limit if the lists were the same. They are not.
part, whole = value["chpl_direct", "2023"], value["battlefield_total", "2023"]
ratio = {"per cent": part / whole * 100, "is": "minimum"}

# %%
#| wrong: Nothing makes it an upper limit, because goods of one list may be missing in the other.
part, whole = value["chpl_direct", "2023"], value["battlefield_total", "2023"]
ratio = {"per cent": part / whole * 100, "is": "maximum"}

# %%
#| wrong: You turned the ratio round. The student divides the second figure by the first.
part, whole = value["chpl_direct", "2023"], value["battlefield_total", "2023"]
ratio = {"per cent": whole / part * 100, "is": "nothing"}

# %% [markdown]
# ### 5.10 The way round (2 points)
# *Claim C10.* Which share of the goods takes the way through other states? Two sources let you compute
# it, for two lists of goods. For 45 goods in 2023 you have `direct`, China's exports straight to Russia,
# and `round_trip`, those to Kazakhstan and Kyrgyzstan. For tier 4.A in three months near the end of 2024 you have
# `all_ways` (to Russia, Belarus and Central Asia) and `straight`. **If** everything ended in Russia, what
# share of the two flows together went round? Put both shares (between 0 and 1) into the dictionary
# `way_round` with the labels `"45 goods"` and `"tier 4.A"`. Tolerance: 0.002.

# %%
direct, round_trip = value["chpl_direct", "2023"], value["chpl_route", "2023"]
all_ways, straight = value["tier_4a", "2024-Q4"], value["tier_4a_direct", "2024-Q4"]
print(direct, round_trip, "billion US dollars;", all_ways, straight, "million US dollars")

# %%
#| stub
way_round = {"45 goods": ..., "tier 4.A": ...}

# %%
#| solution: The whole is everything that ends in Russia; once it is printed, once it must be added up.
way_round = {
    "45 goods": round_trip / (direct + round_trip),
    "tier 4.A": (all_ways - straight) / all_ways,
}

# %%
#| check
#| step: "4"
#| tolerance: 0.002
#| data: tables
#| claims: [C10]
#| objective: say
#| hints:
#|   - Which of the four numbers is a whole already?
#|   - For the 45 goods add the two flows. For tier 4.A take the direct part away.
#| explanation: >
#|   The word "if" carries the weight, because some of the goods stay on the way. So these are upper
#|   limits for these routes. The two lists differ in goods, year and countries, so neither number
#|   corrects the other, and their difference is not a change over time.
check("5.10", way_round)

# %%
#| wrong: You divided one flow by the other. A share has the whole below the line.
way_round = {"45 goods": round_trip / direct, "tier 4.A": (all_ways - straight) / straight}

# %%
#| wrong: These are the shares of the direct flow. The question asks for the way round.
way_round = {"45 goods": direct / (direct + round_trip), "tier 4.A": straight / all_ways}

# %%
#| wrong: For tier 4.A the direct part lies inside the whole. Take it away; do not add it.
way_round = {
    "45 goods": round_trip / (direct + round_trip),
    "tier 4.A": all_ways / (all_ways + straight),
}

# %%
#| wrong: These are amounts. Divide each by its own whole.
way_round = {"45 goods": round_trip, "tier 4.A": all_ways - straight}

# %% [markdown]
# ### 5.17 How much must leak? (2 points)
# *Claims C10, C11.* Open the share finder of lesson 05 with battlefield goods, counted by "sent from",
# Hong Kong counted too. Suppose that this source is plugged. Which **leak**, in per cent of what was
# plugged, lets ninety per cent of all goods arrive? The slider gives you the whole number; compute it to
# a decimal with `sent`, the share that is plugged (in per cent). Put it into `leak`. Tolerance: 0.1.

# %%
sent = value["share_dispatch_china", "2023"] + value["share_dispatch_hk", "2023"]
sent

# %%
#| stub
leak = ...

# %%
#| solution: Ten per cent of all goods may be missing; as a part of what was plugged that is more.
leak = (1 - 10 / sent) * 100

# %%
#| check
#| step: "1"
#| core: true
#| tolerance: 0.1
#| unit: per cent of what was plugged
#| data: tables
#| claims: [C10, C11]
#| objective: compute
#| hints:
#|   - In lesson 05 what arrives is 100 - share + share * leak / 100. Set it to 90.
#|   - What is missing is ten per cent of all goods. Which part of the plugged goods is that?
#| explanation: >
#|   The whole changes between the two numbers. Ten per cent of all goods are more than ten per cent of
#|   what came from this source. The function is an assumption, and it says how strong an export
#|   control would have to be, and not how strong it is.
check("5.17", leak)

# %%
#| wrong: That is the part that must arrive. The leak is a part of what was plugged.
leak = 90

# %%
#| wrong: This is the part that must be stopped. The leak is the rest of what was plugged.
leak = 10 / sent * 100

# %%
#| wrong: You counted the mainland only. Hong Kong is plugged too.
leak = (1 - 10 / value["share_dispatch_china", "2023"]) * 100

# %%
#| wrong: You divided ninety by the share. First take away what comes from elsewhere.
leak = 90 / sent * 100

# %% [markdown]
# ### 5.18 Three shares of one whole (3 points)
# *Claim C11.* Lesson 05 draws the least overlap of two shares. Now there are **three**: goods sent from
# China, made for a coalition firm, and found in a weapon. Write a function `at_least`
# that takes three shares between 0 and 1 and returns the smallest share that must have **all three**
# properties. The check calls it with the numbers in `cases`, which are drawn for this question.
# Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = fresh("5.18", low=0.7, high=0.95, size=3) + fresh("5.18 small", low=0.2, high=0.6, size=3)
cases[0]


# %%
#| stub
def at_least(first, second, third):
    return ...


# %%
#| solution: What lacks a property is at most the sum of the three gaps, and no share is negative.
def at_least(first, second, third):
    gaps = (1 - first) + (1 - second) + (1 - third)
    return max(0, 1 - gaps)


# %%
#| check
#| step: "2"
#| core: true
#| tolerance: 0.001
#| data: inputs
#| claims: [C11]
#| objective: compute
#| hints:
#|   - Begin with the goods that lack a property. How many can they be at most?
#|   - Try three shares of 0.9. The gaps are 0.1 each.
#|   - What is the answer for three shares of 0.5? It is not negative.
#| explanation: >
#|   These limits are known as the Fréchet bounds. With each property more the least overlap shrinks, so
#|   "most are A, most are B and most are C" can be true of goods of which none is all three.
check("5.18", at_least, on=cases)


# %%
#| wrong: You took away 1. With three shares the three gaps are taken away from the whole.
def at_least(first, second, third):
    return max(0, first + second + third - 1)


# %%
#| wrong: A share cannot be negative. If the gaps fill the whole, the smallest one is 0.
def at_least(first, second, third):
    return first + second + third - 2


# %%
#| wrong: The product assumes that the three have nothing to do with each other.
def at_least(first, second, third):
    return first * second * third


# %%
#| wrong: This is the largest overlap. The question asks for the smallest.
def at_least(first, second, third):
    return min(first, second, third)


# %% [markdown]
# ### 5.5 A quarter and a year (2 points)
# *Claim C10.* `cotton` holds China's exports of nitrocellulose to Russia in tonnes. (It is used for
# propellants, and for paint and varnish.) By how many per cent did it change from 2022 to 2023? And by
# how many per cent does the first quarter of 2024, **at an annual rate**, differ from 2023? Put the
# two numbers into the dictionary `change` with the labels `"2023"` and `"2024-Q1"`.
# Tolerance: 0.2 per cent.

# %%
cotton = figures[figures["series"] == "nitrocellulose"].set_index("period")["value"]
cotton

# %%
#| stub
change = ...

# %%
#| solution: Four quarters make a year, so the quarter is multiplied before it is compared.
change = {
    "2023": (cotton["2023"] / cotton["2022"] - 1) * 100,
    "2024-Q1": (4 * cotton["2024-Q1"] / cotton["2023"] - 1) * 100,
}

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C10]
#| objective: choose
#| hints:
#|   - The annual rate of a quarter is what a year would be at the same pace.
#|   - Divide by the earlier level, subtract 1, multiply by 100.
#| explanation: >
#|   A quarter against a year shows a collapse that is three quarters arithmetic. Even at an annual
#|   rate one quarter is a weak basis, because a single large delivery can move it. And the yearly
#|   figures were published as "at least".
check("5.5", change)

# %%
#| wrong: You compared a quarter with a whole year. Multiply the quarter by four first.
change = {
    "2023": (cotton["2023"] / cotton["2022"] - 1) * 100,
    "2024-Q1": (cotton["2024-Q1"] / cotton["2023"] - 1) * 100,
}

# %%
#| wrong: You divided by the later level. A change is measured from the earlier one.
change = {
    "2023": (1 - cotton["2022"] / cotton["2023"]) * 100,
    "2024-Q1": (1 - cotton["2023"] / (4 * cotton["2024-Q1"])) * 100,
}

# %%
#| wrong: You multiplied by twelve. A quarter has three months, so a year has four of them.
change = {
    "2023": (cotton["2023"] / cotton["2022"] - 1) * 100,
    "2024-Q1": (12 * cotton["2024-Q1"] / cotton["2023"] - 1) * 100,
}

# %%
#| wrong: These are changes in tonnes. Divide by the earlier level.
change = {
    "2023": cotton["2023"] - cotton["2022"],
    "2024-Q1": 4 * cotton["2024-Q1"] - cotton["2023"],
}

# %% [markdown]
# ### 5.8 The level behind a percentage (2 points)
# *Claim C11.* A study says that Russia's imports of battlefield goods in ten months of 2023 (`imports`,
# in billion US dollars) were `below` per cent **below** the level before February 2022. Which level for
# ten months does that imply, and how much is that per month? Put the two numbers into the dictionary
# `level` with the labels `"ten months"` and `"month"`, in billion US dollars. Tolerance: 0.02.

# %%
imports = value["battlefield_ten_months", "2023-01 to 2023-10"]
below = 10  # per cent, as the summary of the study prints it
imports, below

# %%
#| stub
level = ...

# %%
#| solution: Below means that the old level was multiplied by less than one; dividing undoes it.
before = imports / (1 - below / 100)
level = {"ten months": before, "month": before / 10}

# %%
#| check
#| step: "4"
#| tolerance: 0.02
#| unit: billion US dollars
#| data: tables
#| claims: [C11]
#| objective: choose
#| hints:
#|   - Ten per cent below a level means nine tenths of it.
#|   - Undo a multiplication by dividing.
#| explanation: >
#|   "Ten per cent below" takes ten per cent of the old level and not of the new one. Adding ten per
#|   cent to the new level gives too little. The error grows with the percentage. From fifty per
#|   cent below, the way back is a doubling.
check("5.8", level)

# %%
#| wrong: You added the percentage to the new level. It is a percentage of the old one.
before = imports * (1 + below / 100)
level = {"ten months": before, "month": before / 10}

# %%
#| wrong: You took the percentage off once more. The old level was higher.
before = imports * (1 - below / 100)
level = {"ten months": before, "month": before / 10}

# %%
#| wrong: You divided by twelve. The figure covers ten months.
before = imports / (1 - below / 100)
level = {"ten months": before, "month": before / 12}

# %%
#| wrong: That is the level of 2023. The question asks for the level before.
level = {"ten months": imports, "month": imports / 10}

# %% [markdown]
# ### 5.9 An audit (2 points)
# *Claim C10.* A study of computer-controlled machines says that China's share by place of manufacture
# was `share` per cent, worth `worth` billion dollars; elsewhere it gives all imports as `total` billion.
# Do the three fit together? Compute, and put into the dictionary `audit`:
#
# - `"percent"`: `worth` as per cent of `total`;
# - `"part"`: `share` per cent of `total`, in billion dollars;
# - `"base"`: the total to which `share` and `worth` would fit, in billion dollars.
#
# Tolerance: 0.02.

# %%
share = value["share_cnc_made", "2023-01 to 2024-07"]
total = value["cnc_total", "2023-01 to 2024-07"]
worth = 2.6  # billion dollars, as the page prints it beside the share
share, worth, total

# %%
#| stub
audit = ...

# %%
#| solution: Three numbers, one equation; leave out each in turn and see what it would have to be.
audit = {"percent": worth / total * 100, "part": share / 100 * total, "base": worth / (share / 100)}

# %%
#| check
#| step: "1"
#| core: true
#| tolerance: 0.02
#| data: tables
#| claims: [C10]
#| objective: judge
#| hints:
#|   - A share in per cent is the part divided by the whole, times 100.
#|   - For the base, ask which whole has this part and this share.
#| explanation: >
#|   The share and the value belong to a much smaller whole than the total. Perhaps the total also
#|   holds components and consumables. The three numbers may all be right, but they must not stand
#|   in one sentence.
check("5.9", audit)

# %%
#| wrong: For "percent" you divided the total by the part. The whole belongs below the line.
audit = {"percent": total / worth * 100, "part": share / 100 * total, "base": worth / (share / 100)}

# %%
#| wrong: For "base" you multiplied. A whole is larger than its part, so divide by the share.
audit = {"percent": worth / total * 100, "part": share / 100 * total, "base": worth * share / 100}

# %%
#| wrong: You used the share as a number, but it is in per cent. Divide it by 100.
audit = {"percent": worth / total * 100, "part": share * total, "base": worth / share}

# %%
#| wrong: For "part" you took the share of the worth. It is the share of the total.
audit = {"percent": worth / total * 100, "part": share / 100 * worth, "base": worth / (share / 100)}

# %% [markdown]
# ### 5.12 Two lower limits (1 point)
# *Claim C27.* The next cell shows two monthly figures in million US dollars. Look at the column `bound`.
# What is the least that the two months have **together**? And what do the two figures alone allow? Put
# both into the dictionary `two_months` with the labels `"together"` and `"allowed"`; `"allowed"` is one
# of these words:
#
# - `"halved"`: exports fell by half;
# - `"fell"`: exports fell, but nobody knows by how much;
# - `"open"`: each month was at least as large as printed; they do not show the change;
# - `"worked"`: the controls of the months between them worked.
#
# Tolerance: 1.

# %%
monthly = figures[figures["series"] == "chpl_monthly"]
monthly[["period", "value", "unit", "bound"]]

# %%
#| stub
two_months = {"together": ..., "allowed": ...}

# %%
#| solution: Lower limits may be added. Their difference and their ratio are no limits of anything.
two_months = {"together": monthly["value"].sum(), "allowed": "open"}

# %%
#| check
#| step: "4"
#| tolerance: 1
#| unit: million US dollars
#| data: tables
#| claims: [C27]
#| objective: judge
#| hints:
#|   - Could the second month have been larger than the first one without making a figure false?
#|   - '"At least 300" is also true of 700.'
#|   - If each is at least so large, how large are the two at least?
#| explanation: >
#|   "At least" leaves open by how much. Both figures stay true if exports rose. Their page adds, in words,
#|   that monthly sums declined from a peak. Even a known fall would not show that controls worked: prices,
#|   stocks and other routes can do the same.
check("5.12", two_months)

# %%
#| wrong: The two printed numbers are lower limits. Their ratio is not the ratio of the exports.
two_months = {"together": monthly["value"].sum(), "allowed": "halved"}

# %%
#| wrong: By these figures alone the second month may have been much larger than printed.
two_months = {"together": monthly["value"].sum(), "allowed": "fell"}

# %%
#| wrong: A cause needs first a change and then a comparison. The figures do not even show a change.
two_months = {"together": monthly["value"].sum(), "allowed": "worked"}

# %%
#| wrong: This is the difference. The question asks for the two months together.
two_months = {"together": monthly["value"].max() - monthly["value"].min(), "allowed": "open"}

# %% [markdown]
# ### 5.19 Half of the blacklist? (2 points)
# *Claim C27.* "Half of the firms that Washington blacklisted in 2024 were Chinese." `listed` holds
# published counts of listings; the cell shows what was added by year to two US lists, the SDN List
# (assets are frozen) and the Entity List (exports need a licence). Compute for 2024 the Chinese share of
# the Entity List alone, and of **both** lists together. Put the two shares (between 0 and 1) into the
# dictionary `chinese` with the labels `"Entity List"` and `"both"`. Tolerance: 0.002.

# %%
listed = load("listings_counts").set_index(["series", "period"])["value"]
names = ["sdn_china", "sdn_all", "entity_china", "entity_all"]
listed.loc[names]

# %%
#| stub
chinese = {"Entity List": ..., "both": ...}

# %%
#| solution: Add the parts and add the wholes before you divide.
added = {name: listed[name, "2024"] for name in names}
chinese = {
    "Entity List": added["entity_china"] / added["entity_all"],
    "both": (added["entity_china"] + added["sdn_china"]) / (added["entity_all"] + added["sdn_all"]),
}

# %%
#| check
#| step: "6"
#| core: true
#| tolerance: 0.002
#| data: tables
#| claims: [C27]
#| objective: say
#| hints:
#|   - The table holds two years. The headline is about 2024.
#|   - One list had six times as many additions as the other, so it counts six times as much.
#| explanation: >
#|   The headline took the list on which it is true and named both. A name on both lists counts twice
#|   here, and both hold all reasons, not only the war. And counts of threats say nothing about
#|   benefits, which is what claim C27 is about.
check("5.19", chinese)

# %%
#| wrong: You took the mean of two shares. The longer list must count more, so add before you divide.
added = {name: listed[name, "2024"] for name in names}
first = added["entity_china"] / added["entity_all"]
chinese = {"Entity List": first, "both": (first + added["sdn_china"] / added["sdn_all"]) / 2}

# %%
#| wrong: You added the two shares. They have two wholes.
added = {name: listed[name, "2024"] for name in names}
first = added["entity_china"] / added["entity_all"]
chinese = {"Entity List": first, "both": first + added["sdn_china"] / added["sdn_all"]}

# %%
#| wrong: Your wholes are those of 2023. The headline is about 2024.
parts = [listed[name, "2024"] for name in ("entity_china", "sdn_china")]
wholes = [listed[name, "2023"] for name in ("entity_all", "sdn_all")]
chinese = {"Entity List": parts[0] / wholes[0], "both": sum(parts) / sum(wholes)}

# %%
#| wrong: These are numbers of persons. Divide them by all that were added.
added = {name: listed[name, "2024"] for name in names}
both = added["entity_china"] + added["sdn_china"]
chinese = {"Entity List": added["entity_china"], "both": both}

# %% [markdown]
# ### 5.13 What do the documents allow? (1 point)
# *Claim C18.* Lesson 05 describes leaked documents about equipment for a Chinese airborne battalion.
# `claims` grades what is said about capability, from A (shown in the open) to D (only said). How many
# claims have a **better** grade than this one, in all, and among those that nobody admitted? And which
# sentence is justified? Put the three into the dictionary `documents` with the labels `"all"`,
# `"nobody"` and `"allowed"`, which is one of these words:
#
# - `"received"`: "China has received the vehicles";
# - `"planned"`: "Documents that one institute thinks genuine describe a plan to deliver vehicles";
# - `"target"`: "The documents name the island for which the vehicles are meant";
# - `"invented"`: "The documents are invented".

# %%
claims = load("capability_claims")
claims[["item", "direction", "admitted_by", "grade"]]

# %%
#| stub
documents = {"all": ..., "nobody": ..., "allowed": ...}

# %%
#| solution: A is better than B, so a better grade comes earlier in the alphabet; a plan is no receipt.
other = claims.set_index("item")
battalion = other.loc["equipment for an airborne battalion", "grade"]
better = other["grade"] < battalion
documents = {"all": int(better.sum()), "allowed": "planned"}
documents["nobody"] = int((better & (other["admitted_by"] == "nobody")).sum())

# %%
#| check
#| step: "7"
#| core: true
#| data: tables
#| claims: [C18]
#| objective: judge
#| hints:
#|   - Texts can be compared. "A" comes before "B", so it is smaller.
#|   - What do contracts show, and what do they not show?
#|   - Who checked the documents, and what could they not check?
#| explanation: >
#|   A contract shows an intention. The documents hold no direct evidence of a Chinese payment or receipt. A
#|   news agency could not verify them, which is not the same as finding them false. So the claim is
#|   worth reporting, with the words that say who judged what.
check("5.13", documents)

# %%
#| wrong: Contracts and plans are no receipts. Nothing shows that anything arrived.
other = claims.set_index("item")
battalion = other.loc["equipment for an airborne battalion", "grade"]
better = other["grade"] < battalion
documents = {"all": int(better.sum()), "allowed": "received"}
documents["nobody"] = int((better & (other["admitted_by"] == "nobody")).sum())

# %%
#| wrong: That conclusion is drawn by the authors of the study. The documents do not name a target.
other = claims.set_index("item")
battalion = other.loc["equipment for an airborne battalion", "grade"]
better = other["grade"] < battalion
documents = {"all": int(better.sum()), "allowed": "target"}
documents["nobody"] = int((better & (other["admitted_by"] == "nobody")).sum())

# %%
#| wrong: One agency could not verify them. That does not show that they are false.
other = claims.set_index("item")
battalion = other.loc["equipment for an airborne battalion", "grade"]
better = other["grade"] < battalion
documents = {"all": int(better.sum()), "allowed": "invented"}
documents["nobody"] = int((better & (other["admitted_by"] == "nobody")).sum())

# %%
#| wrong: A is the best grade. You counted the claims that are as well shown or worse.
other = claims.set_index("item")
battalion = other.loc["equipment for an airborne battalion", "grade"]
better = other["grade"] >= battalion
documents = {"all": int(better.sum()), "allowed": "planned"}
documents["nobody"] = int((better & (other["admitted_by"] == "nobody")).sum())

# %% [markdown]
# ### 5.21 A worry and its grounds (2 points)
# *Claims C18, C31.* Claim C31 says that the cooperation in technology makes others worry about their
# security. Take `claims` again. What share of the claims with the direction "Russia to China" has the
# grade A or B, and what share of those with "China to Russia"? And what does a low share show? Put the
# three into the dictionary `grounds` with the labels `"to China"`, `"to Russia"` (between 0 and 1) and
# `"shows"`; `"shows"` is one of these words:
#
# - `"harmless"`: what is claimed does not exist, so nobody need worry;
# - `"unshown"`: others say that they worry, and little of what they fear is shown in public;
# - `"hidden"`: the most dangerous things are kept secret, so a low grade is a warning;
# - `"false"`: claim C31 is wrong.
#
# Tolerance: 0.005.

# %%
#| stub
grounds = {"to China": ..., "to Russia": ..., "shows": ...}

# %%
#| solution: The mean of true and false is a share; a grade judges evidence, and not a danger.
shown = claims["grade"].isin(["A", "B"]).groupby(claims["direction"]).mean()
grounds = {
    "to China": shown["Russia to China"],
    "to Russia": shown["China to Russia"],
    "shows": "unshown",
}

# %%
#| check
#| step: "7"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C18, C31]
#| objective: judge
#| hints:
#|   - The whole of each share is the claims of one direction. Those of "both ways" are in neither.
#|   - C31 says what others feel and say. What would show it wrong?
#|   - No published evidence is not evidence of absence, and it is not evidence of a secret either.
#| explanation: >
#|   C31 is supported as soon as those concerned say that they worry, and they do. Whether there is
#|   reason to is another claim. A missing proof fits a thing that does not exist and a thing that is
#|   well hidden, so it cannot tell the two apart.
check("5.21", grounds)

# %%
#| wrong: No published evidence is not evidence of absence.
shown = claims["grade"].isin(["A", "B"]).groupby(claims["direction"]).mean()
there, here = shown["Russia to China"], shown["China to Russia"]
grounds = {"to China": there, "to Russia": here, "shows": "harmless"}

# %%
#| wrong: With this rule less evidence would always mean more danger, and nothing could show it wrong.
shown = claims["grade"].isin(["A", "B"]).groupby(claims["direction"]).mean()
there, here = shown["Russia to China"], shown["China to Russia"]
grounds = {"to China": there, "to Russia": here, "shows": "hidden"}

# %%
#| wrong: C31 is about worry. A worry with weak grounds is a worry all the same.
shown = claims["grade"].isin(["A", "B"]).groupby(claims["direction"]).mean()
there, here = shown["Russia to China"], shown["China to Russia"]
grounds = {"to China": there, "to Russia": here, "shows": "false"}

# %%
#| wrong: You exchanged the two directions.
shown = claims["grade"].isin(["A", "B"]).groupby(claims["direction"]).mean()
there, here = shown["Russia to China"], shown["China to Russia"]
grounds = {"to China": here, "to Russia": there, "shows": "unshown"}

# %% [markdown]
# ### 5.20 Draw what neither admits (3 points)
# *Claim C18.* Keep the `claims` that **nobody** admitted (`admitted_by`). How many of them have each
# grade? Draw the four numbers as bars with plotly, from A to D; a grade without a claim gets a bar of
# zero. Give the figure a title that states the finding, and a title on both axes, with the unit. Put the
# figure into `figure`.

# %%
#| stub
figure = ...

# %%
#| solution: Count the rows of each grade, and keep the grade of which there is none.
open_to_doubt = claims[claims["admitted_by"] == "nobody"]
counts = open_to_doubt["grade"].value_counts().reindex(list("ABCD"), fill_value=0)
figure = go.Figure(go.Bar(x=counts.index, y=counts))
figure.update_layout(
    title="Of what neither state admits, little is shown",
    xaxis_title="Grade (A shown in the open, D only said)",
    yaxis_title="Claims (number)",
)

# %%
#| check
#| step: "7"
#| data: tables
#| claims: [C18]
#| objective: judge
#| hints:
#|   - 'value_counts() counts. .reindex(list("ABCD"), fill_value=0) puts all four grades in order.'
#|   - go.Bar takes the grades as x and the counts as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#| explanation: >
#|   The list is a selection and not a census, so the bars describe the list and not the world. A grade
#|   uses what was admitted, so what nobody admits cannot easily get a good one. And a claim of grade D
#|   can matter more than five of grade A, if it is true.
check("5.20", figure)

# %%
#| wrong: You drew all claims. The question asks for those that nobody admitted.
counts = claims["grade"].value_counts().reindex(list("ABCD"), fill_value=0)
figure = go.Figure(go.Bar(x=counts.index, y=counts))
figure.update_layout(title="Grades", xaxis_title="Grade", yaxis_title="Claims (number)")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
open_to_doubt = claims[claims["admitted_by"] == "nobody"]
counts = open_to_doubt["grade"].value_counts().reindex(list("ABCD"), fill_value=0)
figure = go.Figure(go.Bar(x=counts.index, y=counts))

# %%
#| wrong: These are the claims that somebody admitted. Keep those with "nobody".
open_to_doubt = claims[claims["admitted_by"] != "nobody"]
counts = open_to_doubt["grade"].value_counts().reindex(list("ABCD"), fill_value=0)
figure = go.Figure(go.Bar(x=counts.index, y=counts))
figure.update_layout(title="Grades", xaxis_title="Grade", yaxis_title="Claims (number)")

# %%
#| wrong: You joined the grades with a line. Nothing lies between A and B, so use bars.
open_to_doubt = claims[claims["admitted_by"] == "nobody"]
counts = open_to_doubt["grade"].value_counts().reindex(list("ABCD"), fill_value=0)
figure = go.Figure(go.Scatter(x=counts.index, y=counts))
figure.update_layout(title="Grades", xaxis_title="Grade", yaxis_title="Claims (number)")

# %% [markdown]
# ### 5.22 One claim, two halves (2 points)
# *Claim C32.* "Efforts undermining US leadership" says two things: that the two make efforts (their own
# satellite navigation is one), and that American leadership is lower **because of** them. `third` counts
# the votes of all other states in the General Assembly on texts on which China and Russia agreed against
# the United States. What share of these votes (abstentions included) went with the United States in 1992
# to 2001, and in 2014 to 2021? And what does the change say? Put the three into the dictionary `halves`
# with the labels `"early"`, `"late"` (between 0 and 1) and `"says"`; `"says"` is one of these words:
#
# - `"no efforts"`: the two made no efforts;
# - `"not seen"`: by this measure the second half is not seen in these years;
# - `"undermined"`: leadership was undermined;
# - `"failed"`: the efforts failed, because leadership rose through other causes.
#
# Tolerance: 0.002.

# %%
third = load("unga_third_states").set_index("year")
third.tail(4)

# %%
#| stub
halves = {"early": ..., "late": ..., "says": ...}

# %%
#| solution: Add up the years before you divide; a share can go against a claim and still show no cause.
votes = ["with_china_russia", "with_us", "abstain"]
early, late = third.loc[1992:2001, votes].sum(), third.loc[2014:2021, votes].sum()
halves = {
    "early": early["with_us"] / early.sum(),
    "late": late["with_us"] / late.sum(),
    "says": "not seen",
}

# %%
#| check
#| step: "5"
#| tolerance: 0.002
#| data: tables
#| claims: [C32]
#| objective: judge
#| hints:
#|   - third.loc[1992:2001] keeps ten years. Add up each column.
#|   - The whole is the three columns of votes. The column texts is none of them.
#|   - Does a vote tell why a state voted so?
#| explanation: >
#|   The share with Washington rose. That speaks against a loss of leadership by this one measure. It
#|   says nothing about efforts, which can be made without success, and nothing about causes. The year
#|   2025 looks different because Washington voted almost alone on many texts (lesson 06). The two periods
#|   hold different texts, so even "rose" may be agenda.
check("5.22", halves)

# %%
#| wrong: Votes of others do not show what the two tried. An effort can be made without success.
votes = ["with_china_russia", "with_us", "abstain"]
early, late = third.loc[1992:2001, votes].sum(), third.loc[2014:2021, votes].sum()
shares = [part["with_us"] / part.sum() for part in (early, late)]
halves = {"early": shares[0], "late": shares[1], "says": "no efforts"}

# %%
#| wrong: More of these votes went with Washington later than earlier. Look at your two shares.
votes = ["with_china_russia", "with_us", "abstain"]
early, late = third.loc[1992:2001, votes].sum(), third.loc[2014:2021, votes].sum()
shares = [part["with_us"] / part.sum() for part in (early, late)]
halves = {"early": shares[0], "late": shares[1], "says": "undermined"}

# %%
#| wrong: This names a cause. Two shares of votes cannot tell why states voted so.
votes = ["with_china_russia", "with_us", "abstain"]
early, late = third.loc[1992:2001, votes].sum(), third.loc[2014:2021, votes].sum()
shares = [part["with_us"] / part.sum() for part in (early, late)]
halves = {"early": shares[0], "late": shares[1], "says": "failed"}

# %%
#| wrong: You left the abstentions out of the whole.
votes = ["with_china_russia", "with_us"]
early, late = third.loc[1992:2001, votes].sum(), third.loc[2014:2021, votes].sum()
shares = [part["with_us"] / part.sum() for part in (early, late)]
halves = {"early": shares[0], "late": shares[1], "says": "not seen"}

# %% [markdown]
# ### 5.15 Your score sheet (2 points)
# *Claims C10, C11, C18.* Lesson 05 asked how strongly the alignment works in technology and defence
# industry. Write your scores down: for each of the six criteria the lowest, most likely and highest
# score from 0 to 100, and one line of evidence (a figure, a table, a source). One time in ten the
# right score would lie below your lowest, one time in ten above your highest. Goods of the priority
# list count here and not in the economic domain. The next cell prints the criteria. The check looks at
# the **form** only: six rows, scores in order, a note in each row. It never compares your opinion with
# anybody's.

# %%
from alignment.checks import forms

criteria = load("criteria").set_index("criterion")
for letter, row in criteria.iterrows():
    print(f"{letter} {row['name']}. {row['prompt']}")
    print(f"  0: {row['anchor_0']}; 100: {row['anchor_100']}")

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (40, 60, 80, "The share depends on the rule, but it is large under each (5.3)"),
    "B": (25, 40, 60, "Sales are by many firms; no treaty or joint body in the data (lesson)"),
    "C": (40, 60, 85, "Most identified foreign parts are Western (lesson, step 5)"),
    "D": (55, 70, 85, "Cable of 2025 shows deliveries that go on (lesson, step 4)"),
    "E": (30, 50, 75, "Know-how cannot be taken back, but plans are no receipts (5.13)"),
    "F": (30, 50, 70, "Listings are frequent and their effect is not known (5.19)"),
}

# %%
#| check
#| step: "Score sheet"
#| data: none
#| claims: [C10, C11, C18]
#| objective: judge
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 5.19").
#| explanation: >
#|   A range says how sure you are, and a note says why. Both can be discussed; a single number
#|   without a reason cannot. You will weigh this sheet against the other domains in lesson 08.
check("5.15", forms.score_sheet(sheet))

# %%
#| wrong: Criterion C is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.19 above"))
sheet["C"] = (60, 40, 20, "seen in question 5.19 above")

# %%
#| wrong: Criterion A has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.19 above"))
sheet["A"] = (20, 40, 600, "seen in question 5.19 above")

# %%
#| wrong: Criterion B has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.19 above"))
sheet["B"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: F.
sheet = dict.fromkeys("ABCDE", (20, 40, 60, "seen in question 5.19 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these figures show about technology in the alignment,
# how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("dual_use_figures"))` prints its source and
# `describe("dual_use_figures")` says what each column means.
