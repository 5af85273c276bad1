# %% [markdown]
# # Lesson 7. The financial order: nearly all of what?
#
# **Question of the day.** Do China and Russia weaken the dollar in the world, or have they only left
# it in their own trade?
#
# The reading says that the two build financial systems that "reduce reliance" on structures led by
# the United States (claim C14). That can be true of their own trade and not of the world. In this
# lesson every share gets its whole beside it.
#
# The next cell loads two kinds of data: the reserves of central banks, published every quarter, and
# single figures from many pages.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

cofer = load("cofer").pivot(index="start", columns="currency", values="pct")
reserves = cofer["CNY"].dropna()
finance = load("finance_points")
swift = finance[finance["series"] == "swift_rmb"]
claims = finance[finance["series"] == "bilateral"]
bound = claims["bound"].replace("as printed", "")
claims = claims.assign(label=(bound + claims["value"].map(" {:g}".format)).str.strip())

# %% [markdown]
# The first figure puts three wholes on one scale. Hollow points are claims by Russian officials, with
# the words they used. No series was published with them, so they are not joined.

# %%
fig = go.Figure().update_layout(title="Rouble and yuan: nearly all of what?", height=480)
fig = fig.update_xaxes(title="Date").update_yaxes(title="Share (per cent)", range=[-3, 108])
claim = {"mode": "markers+text", "name": "rouble and yuan in the trade of the two (claims)"}
claim |= {"text": claims["label"], "textposition": "middle left"}
fig.add_scatter(x=claims["period"], y=claims["value"], **claim | theme.line("Russia", derived=True))
paid = {"mode": "markers", "name": "yuan in world payments (SWIFT)"}
fig.add_scatter(x=swift["period"], y=swift["value"], **paid | theme.line("India"))
held = {"mode": "lines", "name": "yuan in world reserves (COFER)"}
fig.add_scatter(x=reserves.index, y=reserves, **held | theme.line("China"))
finding = "Claimed for their own trade: nearly all. Counted in the world: a few per cent."
caveat = "Whether the claims are true; and upper and lower points have different wholes."
present(fig, finding=finding, caveat=caveat, sources=["finance_points", "cofer"])

# %% [markdown]
# **SWIFT** carries messages between banks. **COFER** is the IMF's survey of what central banks hold.
# The yuan, or renminbi (RMB, CNY), is China's money.
#
# ## What you will be able to do
#
# - **Discriminate** between shares by their wholes.
# - **Compute** where a lost share went, concentration, and a trend that depends on its window.
# - **Grade** claims by who states them and what stands behind them.
# - **Explain** how a threat against banks works, and what it does not show.
#
# **Minutes:** 60 with the exercises, 40 without. **You need:** percentages; lesson 04 helps.
# **Claims of the reading tested here:** C14 (alternative financial systems), C27 (inducements may
# change China's support).
#
# **How old are these numbers?** Reserves run to the first quarter of 2025. From the third quarter of
# 2025 the IMF uses a new method, and its numbers must not be joined to the old ones. Claims run to
# November 2025, holdings of US Treasuries to December 2025. Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# Central banks report to the IMF in confidence; only world totals are published. A share here is a
# share of **allocated** reserves: those whose currency was reported. Gold is not in it. The next
# cell prints how to cite the table.

# %%
print(cite("cofer"))

# %% [markdown]
# ## Step 1. A share of what?
#
# Here are the claims behind the hollow points. Who states each one, and what would it take to check
# it?

# %%
pd.options.display.max_colwidth = 90  # show long texts in full
claims[["period", "value", "bound", "publisher", "confidence"]].reset_index(drop=True)

# %% [markdown]
# All five come from Russian officials. That does not make them false: sanctions leave Russia little
# choice, and other figures point the same way. But one interested source, five times, is one source.
# "High" means only that the sentence was found as quoted.
#
# Now take the last claim as true. How large is it for China? We need the trade of the two and all
# trade of China, in billion US dollars.

# %%
trade = load("trade").set_index("year").loc[2025, "total"]
china = load("china_world_trade").set_index("year").loc[2025, "total"]

# %% [markdown]
# We multiply the claimed share by the first and divide by the second.

# %%
claimed = claims.set_index("period").loc["2025-11", "value"] / 100
own_money = claimed * trade
print(f"{claimed:.1%} of their trade is {own_money / china:.2%} of all trade of China")

# %% [markdown]
# The same money is 99.1 per cent of one whole and 3.56 per cent of another. A headline that drops the
# word after "of" has dropped the finding.

# %% [markdown]
# **Quick check.** A minister says that 99 of 100 payments between two countries are made in their own
# money. Which question would you ask first?
#
# <details><summary>Show some answers</summary>
# Of how many payments, and how large is that in the trade of each? Who counted, and is there a
# published series? Does the number count payments, contracts or values?
# </details>

# %% [markdown]
# ## The denominator machine
#
# We collect quantities with their units. The column `inside` says in which wholes each one lies. SWIFT
# and COFER publish shares only, so their whole is 100 points.

# %%
treasuries = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
bonds = treasuries.loc["2025-12-01"]
last_swift = swift.sort_values("period").iloc[-1]
bn, points = "billion US dollars", "points of 100"
rows = {
    "trade of the two in rouble and yuan": (own_money, bn, "2025", "flow", "Russian minister"),
    "trade of the two": (trade, bn, "2025", "flow", "China Customs"),
    "all trade of China": (china, bn, "2025", "flow", "China Customs"),
    "payments in yuan": (last_swift["value"], points, last_swift["period"], "flow", "SWIFT"),
    "world payments (SWIFT)": (100, points, last_swift["period"], "flow", "SWIFT"),
}

# %% [markdown]
# Two pairs more: reserves and Treasuries. These are **stocks**, an amount on a day; the others are
# **flows**, an amount during a time.

# %%
quarter = load("cofer")["quarter"].iloc[-1]
rows |= {
    "reserves in yuan": (cofer["CNY"].iloc[-1], points, quarter, "stock", "IMF"),
    "allocated world reserves": (100, points, quarter, "stock", "IMF"),
    "Treasuries held by China": (bonds["China"], bn, "2025-12", "stock", "US Treasury"),
    "Treasuries held abroad": (bonds["All foreign holders"], bn, "2025-12", "stock", "US Treasury"),
}
columns = ["value", "unit", "period", "kind", "claimant"]
quantities = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
quantities["value"] = quantities["value"].round(2)

# %% [markdown]
# Which part lies in which whole is a fact about the world, not about numbers. We write it down.

# %%
inside = {
    "trade of the two in rouble and yuan": ["trade of the two", "all trade of China"],
    "trade of the two": ["all trade of China"],
    "payments in yuan": ["world payments (SWIFT)"],
    "reserves in yuan": ["allocated world reserves"],
    "Treasuries held by China": ["Treasuries held abroad"],
}
quantities["inside"] = [inside.get(name, []) for name in quantities.index]
quantities[["value", "unit", "period", "kind"]]

# %% [markdown]
# The rule for a share is short: no part, no share.


# %%
def share(part: pd.Series, whole: pd.Series) -> float | None:
    """The part divided by the whole, if the part lies inside it."""
    return part["value"] / whole["value"] if whole.name in part["inside"] else None


# %% [markdown]
# Choose a part and a whole. The machine writes the sentence that the share allows, or refuses.

# %%
from alignment.widgets import DenominatorMachine

machine = DenominatorMachine(quantities, share)
machine

# %% [markdown]
# The same in one code cell: what is the trade in rouble and yuan as a share of all trade of China,
# and of the world's reserves?

# %%
part = quantities.loc["trade of the two in rouble and yuan"]
for whole in ["all trade of China", "allocated world reserves"]:
    found = share(part, quantities.loc[whole])
    print(whole, "-", "no share" if found is None else f"{found:.2%}")

# %% [markdown]
# World trade as a whole is not in our tables, so the machine cannot offer it. Do not fill the gap from
# memory.

# %% [markdown]
# **Quick check.** Can one divide the trade of the two by China's Treasuries? Both are in billion
# dollars.
#
# <details><summary>Show the answer</summary>
# One can divide, but the result is no share: trade is no part of bonds, and one is a flow of a year
# while the other is a stock on a day.
# </details>

# %% [markdown]
# ## Step 2. Where did the dollar's share go?
#
# The dollar's share of reserves has fallen. To whom? We compare the first quarter with data on the
# yuan with the last one.

# %%
names = load("cofer").drop_duplicates("currency").set_index("currency")["name"]
first, last = cofer.loc["2016-10-01"], cofer.loc["2025-01-01"]
moved = (last - first).rename(names)
print(f"dollar: {first['USD']:.2f} -> {last['USD']:.2f}, {moved['US dollar']:.2f} points")

# %% [markdown]
# First the whole picture since 1999. Nine bands would be hard to read, so we add small ones up. Until
# the third quarter of 2016 the yuan was counted among the others.

# %%
bands = cofer[["USD", "EUR", "CNY"]].set_axis(["US dollar", "euro", "yuan"], axis=1)
bands.insert(2, "yen and pound", cofer[["JPY", "GBP"]].sum(axis=1))
bands.insert(3, "all others", cofer[["CAD", "AUD", "CHF", "other"]].sum(axis=1))
bands.iloc[[0, -1]].round(1)

# %% [markdown]
# We stack the bands; together they make 100.

# %%
fig = go.Figure().update_layout(title="The money in which central banks hold reserves")
colours = [theme.BLUE, theme.ORANGE, theme.PURPLE, theme.SKY, theme.COLOURS["China"]]
for band, colour in zip(bands, colours, strict=True):
    look = {"stackgroup": "all", "line": {"color": colour, "width": 1}, "mode": "lines"}
    fig.add_scatter(x=bands.index, y=bands[band], name=band, **look)
fig = fig.update_xaxes(title="Quarter")
fig = fig.update_yaxes(title="Share of allocated reserves (per cent)", range=[0, 100])

# %% [markdown]
# The yuan is the thin band at the top right.

# %%
present(
    fig,
    finding=f"The dollar fell from {cofer['USD'].iloc[0]:.0f} per cent in 1999 to "
    f"{last['USD']:.0f} in early 2025; the yuan holds {last['CNY']:.1f}.",
    caveat="Shares move with exchange rates too: a weaker dollar has a smaller share of the same "
    "holdings.",
    table=bands.loc[bands.index.month == 1].round(1),
    sources=["cofer"],
)

# %% [markdown]
# Now who gained the points that the dollar lost.

# %%
gained = moved.drop("US dollar").sort_values()
part_of_loss = gained / -moved["US dollar"] * 100
part_of_loss.round(1)

# %% [markdown]
# One bar per currency.

# %%
colours = [theme.COLOURS["China"] if "yuan" in name else theme.GREY for name in gained.index]
fig = go.Figure(go.Bar(x=gained, y=gained.index, orientation="h", marker_color=colours))
fig = fig.update_traces(text=gained.round(2), textposition="outside")
fig = fig.update_layout(title="Who gained what the dollar lost, late 2016 to early 2025?")
fig = fig.update_xaxes(title="Gain (percentage points of reserves)", range=[0, 3])
fig = fig.update_yaxes(title="Currency")

# %% [markdown]
# Find the yuan before you read the caption.

# %%
yuan = "Chinese yuan (renminbi)"
other = "all other currencies"
present(
    fig,
    finding=f"Of {-moved['US dollar']:.2f} points the yuan gained {moved[yuan]:.2f}, about one "
    f"seventh; many small currencies together gained {moved[other]:.2f}.",
    caveat="Gains and losses of shares are not transfers: no table says who sold what to buy what.",
    table=gained.round(2),
    sources=["cofer"],
)

# %% [markdown]
# Research on earlier years found the same: most of the shift went to currencies of smaller countries,
# and a smaller part to the yuan
# ([Arslanalp, Eichengreen and Simpson-Bell 2022](https://econpapers.repec.org/paper/imfimfwpa/2022_2f058.htm)).

# %% [markdown]
# **Quick check.** The dollar lost points and the yuan gained some. Did the yuan take them from the
# dollar?
#
# <details><summary>Show the answer</summary>
# The table cannot say. Central banks may have sold dollars for Canadian dollars and euros for yuan.
# Only net changes of the total are known.
# </details>

# %% [markdown]
# ## Step 3. The window decides
#
# Is the yuan's share rising? Fit a straight line and it depends on where you start. A **trend** here
# is the slope of that line, in points per year.

# %%
import numpy as np

cny = cofer["CNY"].dropna()
windows = [("2016-10", "2025-01"), ("2020-01", "2025-01")]
windows += [("2022-01", "2025-01"), ("2016-10", "2022-01")]
lines = []
for start, end in windows:
    piece = cny.loc[start:end]
    slope, level = np.polyfit(np.arange(len(piece)) / 4, piece, 1)
    lines.append((piece, slope, level))

# %% [markdown]
# We print the slope of each window and the years to ten per cent, if the line went on for ever.

# %%
for (start, end), (piece, slope, _) in zip(windows, lines, strict=True):
    years = (10 - piece.iloc[-1]) / slope
    told = f"{years:.0f} years" if slope > 0 else "never"
    print(f"{start} to {end}: {slope:+.3f} points a year, ten per cent: {told}")

# %% [markdown]
# The lines over the data:

# %%
fig = go.Figure().update_layout(title="The yuan in reserves: four windows, four trends")
fig.add_scatter(x=cny.index, y=cny, name="yuan", **theme.line("China") | {"mode": "markers"})
colours = [theme.BLUE, theme.VERMILLION, theme.PURPLE, theme.GREY]
for (piece, slope, level), colour in zip(lines, colours, strict=True):
    fitted = level + slope * np.arange(len(piece)) / 4
    name = f"{piece.index[0]:%Y}–{piece.index[-1]:%Y}: {slope:+.2f} a year"
    fig.add_scatter(x=piece.index, y=fitted, name=name, mode="lines", line_color=colour)
fig = fig.update_xaxes(title="Quarter").update_yaxes(
    title="Share of allocated reserves (per cent)", rangemode="tozero"
)

# %% [markdown]
# Which line would a person choose who wants the answer to be "rising"?

# %%
peak = cny.idxmax()
present(
    fig,
    finding=f"The share peaked in early {peak:%Y} at {cny.max():.2f} per cent and stood at "
    f"{cny.iloc[-1]:.2f} in early 2025; the sign of the trend depends on the window.",
    caveat="A straight line has no theory behind it; to project it over decades is arithmetic, "
    "not a forecast.",
    table=cny.round(2),
    sources=["cofer"],
)

# %% [markdown]
# Under its new method the IMF printed other shares. They are not the next points of this line.

# %%
new = finance[finance["series"].isin(["reserves_usd_new", "reserves_rmb_new"])]
new[["item", "period", "value", "confidence"]].reset_index(drop=True)

# %% [markdown]
# **Quick check.** "The yuan fell from 2.12 to 1.95 per cent within a year." What is wrong?
#
# <details><summary>Show the answer</summary>
# The second number uses a new method. A difference of two methods is not a change. And the first
# one is a share of allocated reserves only.
# </details>

# %% [markdown]
# ## Step 4. Leaving the dollar, or being pushed?
#
# How did Russia's exports get paid? These are published points of the Bank of Russia; we do not join
# them.

# %%
names_of = {"usd_eur_exports": "dollar and euro", "cny_exports": "yuan"}
paid = finance[finance["series"].isin(list(names_of))]
paid = paid.assign(money=paid["series"].map(names_of))
paid.pivot(index="period", columns="money", values="value")

# %% [markdown]
# The fall is large, and the points begin just before the sanctions of 2022. Moscow calls it a choice
# forced by others. Where do the payments go? **CIPS** is China's system that *settles* payments
# in yuan. SWIFT does not settle anything: it carries the messages. A bank can use both for one
# payment.

# %%
cips = finance[finance["series"] == "cips_value"].set_index("period")["value"]
change = (cips["2024"] / cips["2023"] - 1) * 100
print(f"CIPS {cips['2023']} -> {cips['2024']} trillion yuan: {change:+.1f} per cent")
record = swift.loc[swift["value"].idxmax()]
print(f"yuan in SWIFT payments: record {record['value']} per cent in {record['period']}, ")
print(f"then {last_swift['value']} per cent in {last_swift['period']}")

# %% [markdown]
# So one Chinese system grew by 42.2 per cent while the yuan's share of messages fell after its record.
# Both can be true: payments that leave SWIFT are no longer in its count. It also means that the SWIFT
# share alone can neither prove nor refute claim C14.

# %% [markdown]
# China's own savings are another test. Does Beijing leave US Treasuries? Japan stands beside it for
# comparison.

# %%
fig = go.Figure().update_layout(title="US Treasuries held by three countries")
for holder in ["China", "Japan", "Russia"]:
    fig.add_scatter(x=treasuries.index, y=treasuries[holder], name=holder, **theme.line(holder))
fig = fig.update_xaxes(title="Month").update_yaxes(title="Holdings (billion US dollars)")

# %% [markdown]
# We compute China's fall from the peak.

# %%
top = treasuries["China"].idxmax()
fall = (treasuries["China"].iloc[-1] / treasuries["China"].max() - 1) * 100
print(f"peak {top:%B %Y}, fall {fall:.1f} per cent")

# %% [markdown]
# A fall of an amount can hide in a growing whole, so we look at the share of all foreign holdings too.

# %%
parts = treasuries["China"] / treasuries["All foreign holders"] * 100
print(f"share of foreign holdings: {parts[top]:.1f} -> {parts.iloc[-1]:.1f} per cent")

# %% [markdown]
# Russia's recorded holdings fell earlier and faster, four years before the invasion of February 2022.

# %%
spring = treasuries.loc[["2018-03-01", "2018-05-01"], "Russia"]
russia_fall = (spring.iloc[1] / spring.iloc[0] - 1) * 100
print(f"Russia, March to May 2018: {russia_fall:.1f} per cent")

# %% [markdown]
# Russia's line ends soon after: it left the list of large holders. Absence from a list is not zero.

# %%
present(
    fig,
    finding=f"China's recorded holdings fell by {-fall:.0f} per cent from their peak in {top:%Y}; "
    f"Russia's fell by {-russia_fall:.0f} per cent within two months of 2018.",
    caveat="Bonds are counted where they are kept: those held for China in Belgium or Luxembourg "
    "count there.",
    table=treasuries.loc[treasuries.index.month == 12, ["China", "Japan", "Russia"]],
    sources=["treasuries"],
)

# %% [markdown]
# One American economist adds what China keeps with custodians abroad and other dollar bonds, and finds
# that its dollar share hardly changed
# ([Setser, CFR, 2023](https://www.cfr.org/blog/china-isnt-shifting-away-dollar-or-dollar-bonds)). The
# fall in the line above may be a fall in what is *visible*.

# %% [markdown]
# ## Step 5. What a threat against banks shows
#
# Claim C27 says that signalling *benefits* could change what China does. The record we have is about
# *threats*. In December 2023 a US order threatened foreign banks that serve Russia's war industry
# ([text of the order](https://www.federalregister.gov/documents/full_text/text/2023/12/26/2023-28662.txt)).
# Banks that need dollars cannot ignore it: this is called a **secondary sanction**.

# %%
limits = load("limits_points")
after = limits["series"].isin(["payments_returned", "banks_stopped", "exports_growth"])
limits.loc[after, ["period", "item", "value", "unit", "bound", "confidence"]]

# %% [markdown]
# These are signs that the dollar's reach still works on Chinese banks. The publishers are Russian and
# American media; none of them is a published series. In lesson 04 the season-matched
# fall of exports after the order was small. In July 2025 the EU listed two small Chinese banks, and in
# August China answered with measures against two Lithuanian ones
# ([AP](https://wtop.com/europe/2025/08/china-targets-2-lithuanian-banks-in-response-to-new-eu-sanctions/)).
#
# What came later? The timeline of this course holds these events on sanctions since January 2025.

# %%
since = load("timeline").query("start >= '2025-01-01'")
listed = since["event"].str.contains("sanctions|package|Treasury")
since.loc[listed, ["date", "event", "confidence"]].reset_index(drop=True)

# %% [markdown]
# No newer figure on payments between the two was found after the claim of November 2025. The list
# shows pressure that goes on in Europe and was eased once in the United States. It shows no effect.

# %% [markdown]
# **Quick check.** Payments were returned after a threat. Does this support the sentence "benefits
# could encourage China to limit its support"?
#
# <details><summary>Show the answer</summary>
# No. It is evidence about threats. Whether an inducement would work was not tried in these data. It
# is also evidence against C14 in the short run: the systems that should resist did not.
# </details>

# %% [markdown]
# ## The other side of the table
#
# The same numbers are read differently elsewhere. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Beijing.** The governor of the central bank expects a few strong currencies to compete, and points
#   to the risk of relying on a single one
#   ([Business Standard, June 2025](https://www.business-standard.com/amp/markets/capital-market-news/pboc-chief-calls-for-multi-polar-currency-system-promotes-digital-yuan-125061900510_1.html)).
# - **Moscow.** The president says that Russia does not fight the dollar; it looks for other ways because
#   it is kept from using it ([TASS, October 2024](https://tass.com/politics/1860411)).
# - **Delhi.** India's foreign minister sees no common BRICS position against the dollar and has no
#   interest in weakening it; he wants the rupee used more
#   ([ETV Bharat, March 2025](https://www.etvbharat.com/en/!international/india-not-for-de-dollarisation-but-for-internationalisation-of-rupee-what-jaishankar-implied-enn25030707136)).
# - **A critic in the United States.** Gjoza argues that overuse of financial sanctions is what drives
#   others, allies included, to build ways around the dollar
#   ([Defense Priorities](https://defensepriorities.org/reports/counting-the-cost-of-financial-warfare)).
#
# **Turn the frame round.** For a state under sanctions, money that others can switch off is a danger.
# Draw lots for a capital: Delhi, Brasília or Washington. Write one paragraph as an adviser there: which
# of the numbers above would make you hold more dollars, and which fewer? An adviser in Washington
# writes about the use of sanctions instead: which number would make you use fewer of them?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion enter your best score (most likely) and two ends: a right score below the lowest,
# or above the highest, should surprise you one time in ten. Add one line of evidence. Judge the **cooperation**: what would be different if both countries existed with
# the same aims, but did not cooperate? Goods belong to lesson 4; here count currency, payments,
# reserves and resistance to sanctions. Your sheet is kept in `my-work/` and feeds the board in
# lesson 8. Nobody grades it.

# %%
from alignment.widgets import ScoreSheet

sheet = ScoreSheet("F")
sheet

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own numbers and your own note, and run it.

# %%
# sheet.set("A", 20, 35, 50, note="why I think so, with the figure I used")
sheet.to_frame()

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Russia's foreign trade has left the dollar to a large part. In world reserves
#   the yuan's share is small and lower than at its peak. Most of what the dollar lost went elsewhere.
# - **Claimed, not shown.** That nearly all trade of the two is paid in rouble and yuan: one interested
#   source, no series.
# - **Mixed.** CIPS grew fast, while the yuan's share in SWIFT fell from its record. China's recorded
#   Treasuries fell, but part of the fall may be a change of custodian.
# - **Not settled here.** Whether the two build a system for others; what happens outside SWIFT; what an
#   inducement would do.
#
# Confidence: high for reserves to early 2025, moderate for payments, low for settlement between the
# two and for every projection.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 07; its link stands at the end of this page.
#
# **Discuss.** Do sanctions build the alternatives they fear? What would a real early warning look like,
# and in which table would it show first? Is a system that only two states use a danger for a third?
#
# **Read.** Prokopenko on the limits of Russia's use of the yuan
# ([Carnegie, via a copy](https://strategicstudyindia.com/2024/06/what-are-limits-to-russias-yuanization.html));
# Arslanalp, Eichengreen and Simpson-Bell on who gained what the dollar lost
# ([IMF working paper](https://econpapers.repec.org/paper/imfimfwpa/2022_2f058.htm)); a discussion of
# Demarais's book on sanctions and their side effects
# ([H-Diplo](https://issforum.org/roundtables/h-diplo-rjissf-roundtable-16-19-on-demarais-backfire)).
