# %% [markdown]
# # Exercises 5: the technology domain
#
# Fifteen short questions on dual-use goods between China and Russia. They follow lesson 05.
# You can stop at any time; your progress is kept.
#
# **Objectives.** **5.1** say what a list and a share count · **5.2** compute limits where one number
# is not known · **5.3** choose a base before you speak of growth · **5.4** judge what published
# figures and leaked documents allow one to say.
#
# Each question names the claim of the reading that it tests: C10 (inputs were supplied), C11 (they
# strengthen Russia), C18 (equipment and know-how are exchanged), C27 (signals could change
# behaviour).

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `codes` holds the fifty customs codes of the Common High Priority List. `tier` says how much a code
# matters for weapons, and `"1"` is the highest. The first two digits of `hs6` are the chapter.

# %%
codes = load("chpl_codes")
codes.head(3)

# %% [markdown]
# ### 5.1 What is on the list? (2 points)
# *Claim C10.* What share of the codes (between 0 and 1) is in tier 1 or tier 2, and what share is in
# chapter 85 (electrical goods)? Put the two shares into the dictionary `parts` with the labels
# `"tiers"` and `"chapter"`. Tolerance: 0.005.

# %%
#| stub
parts = ...

# %%
#| solution: The mean of true and false is a share, and codes are texts, so their beginning is a text.
parts = {
    "tiers": codes["tier"].isin(["1", "2"]).mean(),
    "chapter": codes["hs6"].str.startswith("85").mean(),
}

# %%
#| check
#| tolerance: 0.005
#| data: none
#| claims: [C10]
#| objective: 5.1
#| hints:
#|   - Both columns hold texts, so compare with texts. "1" is not 1.
#|   - The mean of a column of true and false is the share of true.
#| explanation: >
#|   A list of codes is a list of what customs can see. It says nothing about amounts, because
#|   one code can stand for a few million dollars and another for a billion. Counting codes
#|   describes the list, not the trade.
check("5.1", parts)

# %%
#| wrong: You counted tier 1 only. The question asks for tier 1 or tier 2.
parts = {
    "tiers": codes["tier"].eq("1").mean(),
    "chapter": codes["hs6"].str.startswith("85").mean(),
}

# %%
#| wrong: These are counts. Divide by all codes of the list.
parts = {
    "tiers": codes["tier"].isin(["1", "2"]).sum(),
    "chapter": codes["hs6"].str.startswith("85").sum(),
}

# %%
#| wrong: That is chapter 84, machines. The question asks for chapter 85.
parts = {
    "tiers": codes["tier"].isin(["1", "2"]).mean(),
    "chapter": codes["hs6"].str.startswith("84").mean(),
}

# %%
#| wrong: You counted tier 2 only. The question asks for tier 1 or tier 2.
parts = {
    "tiers": codes["tier"].eq("2").mean(),
    "chapter": codes["hs6"].str.startswith("85").mean(),
}

# %% [markdown]
# ### 5.2 Four answers to one question (2 points)
# *Claim C10.* `figures` holds published figures, and `value` gives one of them by `series` and
# `period`. The next cell shows four shares in per cent, all for 2023. Compute China's share with Hong
# Kong (from the first two rows). Then compute how far apart the lowest and the highest of these four
# definitions lie: mainland, mainland with Hong Kong, and the last two rows. Put the two numbers into
# the dictionary `spread` with the labels `"with Hong Kong"` (per cent) and `"width"` (percentage
# points). Tolerance: 0.2.

# %%
figures = load("dual_use_figures")
value = figures.set_index(["series", "period"])["value"]
of_sending = ["share_dispatch_china", "share_dispatch_hk"]
of_import = ["share_dual_use_us_mission", "share_chpl_carnegie"]
shown = figures[figures["series"].isin(of_sending + of_import)].set_index("series")
shown.loc[of_sending + of_import, ["item", "value", "publisher"]]

# %%
#| stub
spread = ...

# %%
#| solution: Add what was sent from both places, then take the largest minus the smallest share.
mainland = value["share_dispatch_china", "2023"]
both = mainland + value["share_dispatch_hk", "2023"]
others = [value[series, "2023"] for series in of_import]
four = [mainland, both, *others]
spread = {"with Hong Kong": both, "width": max(four) - min(four)}

# %%
#| check
#| tolerance: 0.2
#| data: tables
#| claims: [C10]
#| objective: 5.1
#| hints:
#|   - The two rows "sent from" describe parts of the same whole, so they can be added.
#|   - The width is the highest of the four shares minus the lowest.
#| explanation: >
#|   Four serious publishers, one year, and more than thirty points between them. Nobody made an
#|   arithmetic mistake. The lists of goods and the rules differ, so the honest answer is a range
#|   together with its definitions.
check("5.2", spread)

# %%
#| wrong: You left Hong Kong out of the sum.
mainland = value["share_dispatch_china", "2023"]
others = [value[series, "2023"] for series in of_import]
spread = {"with Hong Kong": mainland, "width": max(others) - mainland}

# %%
#| wrong: The lowest definition is the mainland alone, not Hong Kong alone.
mainland, hong_kong = (value[series, "2023"] for series in of_sending)
others = [value[series, "2023"] for series in of_import]
spread = {"with Hong Kong": mainland + hong_kong, "width": max(others) - hong_kong}

# %%
#| wrong: You measured the width from the share with Hong Kong. The mainland alone is lower.
both = sum(value[series, "2023"] for series in of_sending)
others = [value[series, "2023"] for series in of_import]
spread = {"with Hong Kong": both, "width": max(others) - both}

# %%
#| wrong: Shares of different lists cannot be added. Only the first two rows have one whole.
mainland, hong_kong = (value[series, "2023"] for series in of_sending)
others = [value[series, "2023"] for series in of_import]
spread = {"with Hong Kong": mainland + hong_kong, "width": sum(others)}

# %% [markdown]
# ### 5.3 Two figures, one ratio (1 point)
# *Claim C10.* The next cell shows two figures of the same year. A student divides the second by the
# first and calls the result "China's share". What is the ratio? Set `ratio_is` to one of these words:
#
# - `"share"`: China's share of Russia's imports of these goods;
# - `"minimum"`: a lower limit of that share;
# - `"maximum"`: an upper limit of that share;
# - `"nothing"`: not a share, because the two lists of goods differ.

# %%
two = figures[figures["series"].isin(["battlefield_total", "chpl_direct"])]
for row in two.itertuples():
    print(row.item, "-", row.value, row.unit, "-", row.publisher)

# %%
#| stub
ratio_is = ...

# %%
#| solution: A share needs a part that lies inside the whole.
ratio_is = "nothing"

# %%
#| check
#| data: none
#| claims: [C10]
#| objective: 5.1
#| choices: [share, minimum, maximum, nothing]
#| hints:
#|   - Read the two definitions word by word. Do they name the same goods?
#|   - Could some of the goods of the second figure be missing in the first one?
#| explanation: >
#|   The lists of goods differ, the second figure holds direct exports only, and one comes from the
#|   seller's customs and the other from the buyer's side. No rule says on which side of the true
#|   share such a ratio lies.
check("5.3", ratio_is)

# %%
#| wrong: The part must lie inside the whole. Compare the two lists of goods.
ratio_is = "share"

# %%
#| wrong: It would be a lower limit if the lists were the same. They are not.
ratio_is = "minimum"

# %%
#| wrong: Nothing makes it an upper limit, because goods outside the first list may be in the second.
ratio_is = "maximum"

# %% [markdown]
# ### 5.4 Ten times what? (2 points)
# *Claim C10.* `cable` holds China's exports of fibre-optic cable to Russia in thousand kilometres, for
# the months that were published. Compute three numbers and put them into the dictionary `jump`:
#
# - `"june"`: how many times June was August?
# - `"mean"`: how many times the mean of May and June was August?
# - `"july"`: a headline says that August was ten times July. Which July does it imply, in thousand
#   kilometres?
#
# Tolerance: 0.02.

# %%
cable = figures[figures["series"] == "fibre_russia"].set_index("period")["value"] / 1000
cable

# %%
#| stub
jump = ...

# %%
#| solution: Each number has its own base; say which one before you say how many times.
august = cable["2025-08"]
jump = {
    "june": august / cable["2025-06"],
    "mean": august / cable.loc[["2025-05", "2025-06"]].mean(),
    "july": august / 10,
}

# %%
#| check
#| tolerance: 0.02
#| data: tables
#| claims: [C10]
#| objective: 5.3
#| hints:
#|   - August stands above the line in all three.
#|   - If August is ten times July, what is July?
#| explanation: >
#|   The same August is two and a half times June and ten times July. A jump from an unusually low
#|   month says more about that month. Choose the base before you read the headline, and prefer the
#|   same month of the year before if it was published.
check("5.4", jump)

# %%
#| wrong: You subtracted. "How many times" asks for a ratio.
august = cable["2025-08"]
jump = {
    "june": august - cable["2025-06"],
    "mean": august - cable.loc[["2025-05", "2025-06"]].mean(),
    "july": august / 10,
}

# %%
#| wrong: The mean of all months holds August itself. Use May and June.
august = cable["2025-08"]
jump = {"june": august / cable["2025-06"], "mean": august / cable.mean(), "july": august / 10}

# %%
#| wrong: For July you used June. The headline compares August with July.
august = cable["2025-08"]
jump = {
    "june": august / cable["2025-06"],
    "mean": august / cable.loc[["2025-05", "2025-06"]].mean(),
    "july": cable["2025-06"] / 10,
}

# %%
#| wrong: These are growth rates: one less than "how many times".
august = cable["2025-08"]
jump = {
    "june": august / cable["2025-06"] - 1,
    "mean": august / cable.loc[["2025-05", "2025-06"]].mean() - 1,
    "july": august / 10,
}

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
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C10]
#| objective: 5.3
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
# ### 5.6 The limits of an overlap (3 points)
# *Claims C10, C11.* The next cell prints two shares of the same goods in 2023: `made`, the share made
# for firms of states that control such exports, and `sent`, the share sent from China and Hong Kong
# (both between 0 and 1). What is the smallest and the largest share of goods that can be **both**? Put
# the two numbers into `overlap`, as `(smallest, largest)`. Tolerance: 0.002.

# %%
made = value["share_brand_coalition", "2023"] / 100
sent = (value["share_dispatch_china", "2023"] + value["share_dispatch_hk", "2023"]) / 100
print(f"made for firms of controlling states {made:.3f}, sent from China and Hong Kong {sent:.3f}")

# %%
#| stub
overlap = ...

# %%
#| solution: Together they are more than the whole, so they must meet; no overlap is larger than a part.
overlap = (max(0, made + sent - 1), min(made, sent))

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C10, C11]
#| objective: 5.2
#| hints:
#|   - Draw a bar of length 1. Put one share at its left end and the other one at its right end.
#|   - How long is the part where the two meet, if they avoid each other as far as they can?
#|   - The largest overlap is reached if the smaller share lies inside the larger one.
#| explanation: >
#|   The published shares do not tell the overlap, but they limit it. A part of what was sent from
#|   China must have been made for firms of the controlling states. Multiplying the shares gives one
#|   number and an assumption that nobody has tested, namely that brand and route are independent.
check("5.6", overlap)

# %%
#| wrong: The product assumes that brand and route have nothing to do with each other.
overlap = (made * sent, made * sent)

# %%
#| wrong: The smallest overlap is not 0, because the two shares together are more than 1.
overlap = (0, min(made, sent))

# %%
#| wrong: An overlap cannot be larger than the smaller of the two shares.
overlap = (max(0, made + sent - 1), max(made, sent))

# %%
#| wrong: This is the other part: made for controlling states but sent from elsewhere.
overlap = (max(0, made - sent), min(made, 1 - sent))

# %% [markdown]
# ### 5.7 Write the limits yourself (2 points)
# *Claim C10.* Write a function `limits` that takes two shares between 0 and 1 and returns the smallest
# and the largest possible overlap, as in question 5.6. It must also work if the two shares together
# are less than 1. The check calls it with the numbers in `cases`, which are drawn for this question.
# Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = fresh("5.7", low=0.05, high=0.5, size=2) + fresh("5.7 large", low=0.5, high=0.95, size=2)
cases[0]


# %%
#| stub
def limits(first, second):
    return ...


# %%
#| solution: An overlap is never negative and never larger than the smaller share.
def limits(first, second):
    return max(0, first + second - 1), min(first, second)


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| claims: [C10]
#| objective: 5.2
#| hints:
#|   - Two shares that together are less than 1 can avoid each other completely.
#|   - Try limits(0.5, 0.2). The answer is 0 and 0.2.
#| explanation: >
#|   These limits are known as the Fréchet bounds. They hold for any two shares of one whole, for
#|   example votes, buyers or routes, and they ask for nothing but the two numbers.
check("5.7", limits, on=cases)


# %%
#| wrong: An overlap cannot be negative. If the two shares are small, the smallest one is 0.
def limits(first, second):
    return first + second - 1, min(first, second)


# %%
#| wrong: An overlap cannot be larger than the smaller of the two shares.
def limits(first, second):
    return max(0, first + second - 1), max(first, second)


# %%
#| wrong: The smallest overlap is 0 only if the two shares together are at most 1.
def limits(first, second):
    return 0, min(first, second)


# %%
#| wrong: The product is one number between the limits, under an assumption.
def limits(first, second):
    return first * second, first * second


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
#| tolerance: 0.02
#| unit: billion US dollars
#| data: tables
#| claims: [C11]
#| objective: 5.3
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
#| tolerance: 0.02
#| data: tables
#| claims: [C10]
#| objective: 5.4
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
# ### 5.10 The way round (2 points)
# *Claim C10.* `direct` is what China exported straight to Russia under one list of goods, `route` what
# it exported to Kazakhstan and Kyrgyzstan under the same list, both in billion US dollars for 2023.
# **If** all of the second flow went on to Russia, what share of the two flows together took that way
# (between 0 and 1)? Put it into `way_round`. Tolerance: 0.002.

# %%
direct, route = value["chpl_direct", "2023"], value["chpl_route", "2023"]
direct, route

# %%
#| stub
way_round = ...

# %%
#| solution: The whole is both flows together.
way_round = route / (direct + route)

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C10]
#| objective: 5.1
#| hints:
#|   - What is the whole, if both flows end in Russia?
#|   - Add the two flows and divide the one that goes round by the sum.
#| explanation: >
#|   The word "if" carries the weight, because some of the goods stay in Central Asia. So this is an
#|   upper limit for these two countries, and other routes are not in it. Whoever counts direct
#|   exports only, counts too little by up to this share.
check("5.10", way_round)

# %%
#| wrong: You divided one flow by the other. A share has both flows below the line.
way_round = route / direct

# %%
#| wrong: This is the share of the direct flow. The question asks for the way round.
way_round = direct / (direct + route)

# %%
#| wrong: This is an amount in billion dollars. Divide it by both flows together.
way_round = route

# %% [markdown]
# ### 5.11 Lists of persons (3 points)
# *Claim C27.* `listed` holds counts of persons and firms on two US lists, the SDN List (assets are
# frozen) and the Entity List (exports need a licence). Put three numbers into the dictionary `lists`:
#
# - `"sdn"`: the Chinese share of what was added to the SDN List in 2024 (between 0 and 1);
# - `"entity"`: the same for the Entity List;
# - `"pace"`: how many times as many Chinese persons **per month** were put on the SDN List from 2021 to
#   August 2024 as from 2017 to 2021. `months` holds the length of the two periods.
#
# Tolerance: 0.005.

# %%
listed = load("listings_counts").set_index(["series", "period"])["value"]
months = {"2017 to 2021": 48.0, "2021 to 2024-08-30": 43.3}
names = ["sdn_china", "sdn_all", "entity_china", "entity_all", "sdn_china_term"]
listed.loc[names]

# %%
#| stub
lists = ...

# %%
#| solution: Two shares with their own wholes, and one ratio of monthly rates.
rate = {period: listed["sdn_china_term", period] / length for period, length in months.items()}
lists = {
    "sdn": listed["sdn_china", "2024"] / listed["sdn_all", "2024"],
    "entity": listed["entity_china", "2024"] / listed["entity_all", "2024"],
    "pace": rate["2021 to 2024-08-30"] / rate["2017 to 2021"],
}

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C27]
#| objective: 5.4
#| hints:
#|   - Each share has its own list as the whole, and the year 2024.
#|   - For the pace divide each count by its months first.
#| explanation: >
#|   The Chinese share is small on one list and about half on the other. Both counts hold all
#|   reasons, not only the war, so none of them shows pressure because of Russia alone. And counts
#|   of threats say nothing about inducements, which is what claim C27 is about.
check("5.11", lists)

# %%
#| wrong: For "pace" you divided the counts. The two terms differ in length.
counts = [listed["sdn_china_term", period] for period in months]
lists = {
    "sdn": listed["sdn_china", "2024"] / listed["sdn_all", "2024"],
    "entity": listed["entity_china", "2024"] / listed["entity_all", "2024"],
    "pace": counts[1] / counts[0],
}

# %%
#| wrong: You exchanged the wholes of the two lists.
rate = {period: listed["sdn_china_term", period] / length for period, length in months.items()}
lists = {
    "sdn": listed["sdn_china", "2024"] / listed["entity_all", "2024"],
    "entity": listed["entity_china", "2024"] / listed["sdn_all", "2024"],
    "pace": rate["2021 to 2024-08-30"] / rate["2017 to 2021"],
}

# %%
#| wrong: You divided the earlier pace by the later one.
rate = {period: listed["sdn_china_term", period] / length for period, length in months.items()}
lists = {
    "sdn": listed["sdn_china", "2024"] / listed["sdn_all", "2024"],
    "entity": listed["entity_china", "2024"] / listed["entity_all", "2024"],
    "pace": rate["2017 to 2021"] / rate["2021 to 2024-08-30"],
}

# %%
#| wrong: Your wholes are those of 2023. The question asks for 2024.
rate = {period: listed["sdn_china_term", period] / length for period, length in months.items()}
lists = {
    "sdn": listed["sdn_china", "2024"] / listed["sdn_all", "2023"],
    "entity": listed["entity_china", "2024"] / listed["entity_all", "2023"],
    "pace": rate["2021 to 2024-08-30"] / rate["2017 to 2021"],
}

# %% [markdown]
# ### 5.12 Two lower limits (1 point)
# *Claim C27.* The next cell shows two monthly figures. Look at the column `bound`. Which statement do
# they allow? Set `allowed` to one of these words:
#
# - `"halved"`: exports fell by half;
# - `"fell"`: exports fell, but nobody knows by how much;
# - `"open"`: each month was at least as large as printed; the change is not known;
# - `"worked"`: the controls of the months between them worked.

# %%
monthly = figures[figures["series"] == "chpl_monthly"]
monthly[["period", "value", "unit", "bound"]]

# %%
#| stub
allowed = ...

# %%
#| solution: Two inequalities that point the same way give neither a difference nor a ratio.
allowed = "open"

# %%
#| check
#| data: none
#| claims: [C27]
#| objective: 5.4
#| choices: [halved, fell, open, worked]
#| hints:
#|   - Could the second month have been larger than the first one without making a figure false?
#|   - '"At least 300" is also true of 700.'
#| explanation: >
#|   "At least" leaves open by how much. Both figures stay true if exports rose. Even a known fall
#|   would not show that controls worked. Prices, stocks and other routes can do the same.
check("5.12", allowed)

# %%
#| wrong: The two printed numbers are lower limits. Their ratio is not the ratio of the exports.
allowed = "halved"

# %%
#| wrong: Even the direction is open, because the second month may have been much larger than printed.
allowed = "fell"

# %%
#| wrong: A cause needs first a change and then a comparison. Here not even the change is known.
allowed = "worked"

# %% [markdown]
# ### 5.13 What do the documents allow? (1 point)
# *Claim C18.* Lesson 05 describes leaked documents about equipment for a Chinese airborne battalion.
# Which sentence is justified? Set `justified` to one of these words:
#
# - `"received"`: "China has received the vehicles";
# - `"planned"`: "Documents that one institute thinks genuine describe a plan to deliver vehicles";
# - `"target"`: "The documents name the island for which the vehicles are meant";
# - `"invented"`: "The documents are invented".

# %%
#| stub
justified = ...

# %%
#| solution: It says who judged the source, and it says plan where the source says plan.
justified = "planned"

# %%
#| check
#| data: none
#| claims: [C18]
#| objective: 5.4
#| choices: [received, planned, target, invented]
#| hints:
#|   - What do contracts show, and what do they not show?
#|   - Who checked the documents, and what could they not check?
#| explanation: >
#|   A contract shows an intention. Nothing in the documents shows a Chinese payment or receipt. A
#|   news agency could not verify them, which is not the same as finding them false. Say who judged
#|   what.
check("5.13", justified)

# %%
#| wrong: Contracts and plans are no receipts. Nothing shows that anything arrived.
justified = "received"

# %%
#| wrong: That conclusion is drawn by the authors of the study. The documents do not name a target.
justified = "target"

# %%
#| wrong: One agency could not verify them. That does not show that they are false.
justified = "invented"

# %% [markdown]
# ### 5.14 Draw the places (3 points)
# *Claim C10.* `places` holds the shares of Russia's imports of battlefield goods by place of dispatch, in
# per cent. Draw them as bars with plotly, and add a fifth bar, `"all others"`, so that the five add up
# to one hundred. Give the figure a title that states the finding, and a title on both axes, with the
# unit. Put the figure into `figure`. The order of the bars is yours. Tolerance: 0.1.

# %%
places = figures[figures["series"].str.startswith("share_dispatch")].set_index("series")["value"]
places.index = ["mainland China", "Hong Kong", "Türkiye", "Emirates"]
places

# %%
#| stub
figure = ...

# %%
#| solution: What is left to one hundred belongs in the picture, too.
five = pd.concat([places, pd.Series({"all others": 100 - places.sum()})])
figure = go.Figure(go.Bar(x=five.index, y=five))
figure.update_layout(
    title="Most battlefield goods were sent from mainland China",
    xaxis_title="Place of dispatch",
    yaxis_title="Share (per cent)",
)

# %%
#| check
#| tolerance: 0.1
#| data: tables
#| claims: [C10]
#| objective: 5.1
#| hints:
#|   - All others are one hundred minus the sum of the four.
#|   - go.Bar takes the names as x and the shares as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#| explanation: >
#|   Without the fifth bar a reader cannot see how much of the whole is shown. A bar that is
#|   computed should be marked as such, for example hollow.
check("5.14", figure)

# %%
#| wrong: The bar "all others" is missing. A reader cannot see how much of the whole is shown.
figure = go.Figure(go.Bar(x=places.index, y=places))
figure.update_layout(title="Places", xaxis_title="Place of dispatch", yaxis_title="Per cent")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
five = pd.concat([places, pd.Series({"all others": 100 - places.sum()})])
figure = go.Figure(go.Bar(x=five.index, y=five))

# %%
#| wrong: You divided by the sum of the four places. The whole is all imports.
figure = go.Figure(go.Bar(x=places.index, y=places / places.sum() * 100))
figure.update_layout(title="Places", xaxis_title="Place of dispatch", yaxis_title="Per cent")

# %%
#| wrong: You joined the places with a line. Places have no order, so use bars.
five = pd.concat([places, pd.Series({"all others": 100 - places.sum()})])
figure = go.Figure(go.Scatter(x=five.index, y=five))
figure.update_layout(title="Places", xaxis_title="Place of dispatch", yaxis_title="Per cent")

# %% [markdown]
# ### 5.15 Your score sheet (3 points)
# *Claims C10, C11, C18.* Lesson 05 asked how strongly the alignment works in technology and defence
# industry. Write your scores down: for each of the six criteria the lowest, most likely and highest
# score from 0 to 100, and one line of evidence (a figure, a table, a source). A right score below your
# lowest, or above your highest, should surprise you one time in ten. Goods of the priority
# list count here and not in the economic domain. The next cell prints the criteria. The check looks at
# the **form** only: six rows, scores in order, a note in each row. It never compares your opinion with
# anybody's.

# %%
from alignment.checks import forms

criteria = load("criteria").set_index("criterion")
criteria[["name", "prompt"]]

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (40, 60, 80, "The share depends on the rule, but it is large under each (5.2)"),
    "B": (25, 40, 60, "Sales are by many firms; no treaty or joint body in the data (lesson)"),
    "C": (40, 60, 85, "Most identified parts are of Western producers (lesson, step 5)"),
    "D": (55, 70, 85, "Cable of 2025 shows deliveries that go on now (5.4)"),
    "E": (30, 50, 75, "Know-how cannot be taken back, but plans are no receipts (5.13)"),
    "F": (30, 50, 70, "Listings are frequent and their effect is not known (5.11)"),
}

# %%
#| check
#| data: none
#| claims: [C10, C11, C18]
#| objective: 5.4
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 5.2").
#| explanation: >
#|   A range says how sure you are, and a note says why. Both can be discussed; a single number
#|   without a reason cannot. You will weigh this sheet against the other domains in lesson 08.
check("5.15", forms.score_sheet(sheet))

# %%
#| wrong: Criterion C is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.2 above"))
sheet["C"] = (60, 40, 20, "seen in question 5.2 above")

# %%
#| wrong: Criterion A has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.2 above"))
sheet["A"] = (20, 40, 600, "seen in question 5.2 above")

# %%
#| wrong: Criterion B has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 5.2 above"))
sheet["B"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: F.
sheet = dict.fromkeys("ABCDE", (20, 40, 60, "seen in question 5.2 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these figures show about technology in the alignment,
# how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("dual_use_figures"))` prints its source and
# `describe("dual_use_figures")` says what each column means.
