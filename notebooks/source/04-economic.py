# %% [markdown]
# # Lesson 4. The economic domain: who sustains whom?
#
# **Question of the day.** Does trade with China keep Russia able to fight, and what would be lost
# without it?
#
# The reading says that China's support "plays a critical role in sustaining" Russia's war (claim
# C7). *Critical* is a strong word. It could mean that Russia could not go on without it. It could
# also mean only that it helps. In this lesson you look for numbers that tell the two apart.
#
# The next cell loads what the lesson needs. Run a cell with Shift+Enter.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

trade = load("trade")

# %% [markdown]
# First look: how much do the two countries sell to each other? Each figure in this course says what
# it shows and what it does not show. Hollow markers are values that are not as published: they were
# computed from other published values, or estimated.

# %%
recent = trade[trade["year"] >= 2015]
hollow = recent["status"].ne("published").map({True: "-open", False: ""})
fig = go.Figure().update_layout(title="Did trade between China and Russia only grow?")
fig = fig.update_xaxes(title="Year")
fig = fig.update_yaxes(title="Trade (billion US dollars)", rangemode="tozero")
for flow, seller in [("exports", "China"), ("imports", "Russia")]:
    look = theme.line(seller)
    look["marker"] |= {"symbol": look["marker"]["symbol"] + hollow, "size": 10}
    fig.add_scatter(x=recent["year"], y=recent[flow], name=f"{seller} sells", **look)
finding = "Both directions grew strongly after 2021; both were lower in 2025 than a year before."
caveat = "Values are not volumes: when oil is dear, the same barrels make a taller line."
present(fig, finding=finding, caveat=caveat, sources=["trade"])

# %% [markdown]
# Open the fold under the figure to read the figure in words and the numbers behind it.

# %% [markdown]
# ## What you will be able to do
#
# - **Compute** growth, compound growth, shares and asymmetry from levels.
# - **Reconcile** figures that come from different publishers or different base years.
# - **Analyse** a series before and after an event without mixing seasons.
# - **Assess** a claim of the form "without X, Y would not have happened".
#
# **Minutes:** 75 with the exercises, 45 without; short of time, leave out Step 5. **You need:**
# percentages, and lesson 00.
# **Claims of the reading tested here:** C3 (the partnership deepens), C7 (critical support), C13
# (alternative supply chains), C21 (China's economic stakes), C27 (inducements may work).
#
# **How old are these numbers?** Annual trade runs to 2025 and single periods to April 2026.
# Nothing dated after mid-2026 was found. If you read this later, look for newer figures before
# you repeat the conclusions.

# %% [markdown]
# ## Data card
#
# The main table holds what China's customs published, as relayed by news agencies. Customs count
# goods that cross the border, at the declared value. They do not count services, smuggling, or
# goods that pass through third countries. The next cell prints how to cite the table.

# %%
print(cite("trade"))

# %% [markdown]
# ## Step 1. How fast did trade grow?
#
# Growth is the change divided by the level **before** it. We divide each year by the year before
# and subtract one.

# %%
total = trade.set_index("year")["total"].loc[2021:]
growth = (total / total.shift(1) - 1) * 100
growth.dropna().round(1)

# %% [markdown]
# Customs published slightly different growth rates for these years. The reason is dull and
# important: they had revised the earlier year in the meantime. When a level and a growth rate do
# not fit, ask first whether the base was revised.
#
# How fast did trade grow per year over the whole boom? The average of yearly rates is the wrong
# tool, because growth compounds. The compound annual growth rate (CAGR) is the one constant rate
# that leads from the first level to the last.

# %%
first_year, last_year = 2021, 2024
ratio = total[last_year] / total[first_year]
cagr = (ratio ** (1 / (last_year - first_year)) - 1) * 100
print(f"{cagr:.1f} per cent a year from {first_year} to {last_year}")

# %% [markdown]
# **Quick check.** Trade falls by ten per cent and then grows by ten per cent. Is it back where it
# was?
#
# <details><summary>Show the answer</summary>
# No. It is one per cent below: the growth starts from the smaller level. This is why rates are
# multiplied, never added.
# </details>

# %% [markdown]
# ## Step 2. Before and after an event
#
# In December 2023 a US order threatened foreign banks that handle payments for Russia's war industry
# ([The Moscow Times](https://www.themoscowtimes.com/2024/05/21/despite-putins-boasts-us-sanctions-threat-cuts-vital-chinese-exports-to-russia-a85181)).
# Did China's exports to Russia fall afterwards? The published figures cover periods of one to five
# months, so we divide each by its number of months.

# %%
periods = load("trade_periods")
per_month = periods[["exports", "imports"]].div(periods["months"], axis=0)
periods["middle"] = periods["start"] + (periods["end"] - periods["start"]) / 2
pd.concat([periods[["start", "end", "months"]], per_month.round(2)], axis=1).tail(4)

# %% [markdown]
# We draw each period as a level step: nothing is known about the single months inside it.

# %%
fig = go.Figure()
for flow, seller in [("exports", "China"), ("imports", "Russia")]:
    steps = periods.assign(level=per_month[flow])
    steps = steps.melt(id_vars=["level"], value_vars=["start", "end"], value_name="day")
    steps = steps.sort_values("day")
    look = {"mode": "lines", "line": theme.line(seller)["line"], "name": f"{seller} sells"}
    fig.add_scatter(x=steps["day"], y=steps["level"], **look)

# %% [markdown]
# A marker in the middle of each step says where the value comes from. A filled one was published.
# A hollow one was computed: one published sum minus another.

# %%
hollow = periods["method"].ne("published").map({True: "-open", False: ""})
for flow, seller in [("exports", "China"), ("imports", "Russia")]:
    mark = theme.line(seller)["marker"] | {"size": 7}
    mark["symbol"] = mark["symbol"] + hollow
    look = {"mode": "markers", "marker": mark, "name": f"{seller} sells", "showlegend": False}
    fig.add_scatter(x=periods["middle"], y=per_month[flow], **look)
fig = fig.add_vline(x="2023-12-22", line_dash="dot", line_color=theme.INK)
fig = fig.add_annotation(x="2023-12-22", y=2, text="US order", showarrow=False, xshift=36)

# %% [markdown]
# A title and named axes with units come with every figure.

# %%
fig = fig.update_layout(title="Trade per month of each period: before and after the US order")
fig = fig.update_xaxes(title="Month")
fig = fig.update_yaxes(title="Trade (billion US dollars a month)", rangemode="tozero")

# %% [markdown]
# The order aimed at what China **sells**. Exports at the end of a year are often higher than at its
# start. A comparison of one half-year with the half-year before it mixes the event with the season.
# So we compare the first half of each year with the first half of the year before.

# %%
periods["year"] = periods["start"].dt.year
first_half = periods[periods["end"].dt.month <= 6].groupby("year")["exports"].sum()
first_half = first_half.loc[2022:2025]
season_matched = (first_half / first_half.shift(1) - 1) * 100
season_matched.dropna().round(1)

# %% [markdown]
# What would the careless comparison have said? The half-year after the order against the half-year
# just before it:

# %%
second_half_2023 = periods[(periods["year"] == 2023) & (periods["end"].dt.month > 6)]["exports"]
careless = (first_half[2024] / second_half_2023.sum() - 1) * 100
print(f"careless {careless:.1f} per cent, season-matched {season_matched[2024]:.1f} per cent")

# %% [markdown]
# Now the figure with its limits.

# %%
present(
    fig,
    finding=f"In the half-year after the order China's exports were "
    f"{abs(season_matched[2024]):.1f} per cent below the same months a year before; a year later "
    f"they fell by {abs(season_matched[2025]):.1f} per cent.",
    caveat="A fall after an order is not a fall because of it; prices, stocks and demand moved too.",
    table=periods[["start", "end", "months", "exports", "imports", "method"]],
    sources=["trade_periods"],
)

# %% [markdown]
# **Quick check.** The larger fall came more than a year after the order. Name one thing, other
# than the order, that could explain it.
#
# <details><summary>Show some answers</summary>
# Candidates to look up: demand that had been filled, new fees on imported cars, high interest rates,
# slow payments, exchange rates. The table cannot choose between them. Note also that this is
# evidence about a threat, while claim C27 is about an inducement.
# </details>

# %% [markdown]
# The fall of 2025 did not last. The last steps of the figure are the first four months of 2026. We
# print their sum, and the headline of a news digest that relays China's customs.

# %%
pages = load("sources").set_index("source_id")
spring = periods[periods["start"].dt.year == 2026][["exports", "imports"]].sum()
print(f"January to April 2026: {spring.sum():.2f} billion US dollars")
print(pages.loc["efinder-8a5b1d", "title"])

# %% [markdown]
# The table cannot repeat this rate: it has no sum for January to April 2025. It has January to May,
# so we compare the average months of the two periods.

# %%
old, new = periods[periods["start"] == "2025-01-01"].iloc[0], spring / 4
spring_before = old[["exports", "imports"]] / old["months"]
((new / spring_before - 1) * 100).astype(float).round(1)

# %% [markdown]
# Both directions rose by about a fifth. So "trade falls" was true of 2025 and "trade grows" was true
# of early 2026. Before you call it a recovery, ask about prices: the list of events near the end of
# this lesson names a war in the Gulf in these months.

# %% [markdown]
# ## Step 3. Who depends on whom?
#
# The same goods look small from one side and large from the other. We put published shares beside
# each other, always with the publisher, because publishers divide by different totals.

# %%
shares = load("dependence_shares")
on_china = shares[(shares["of_whom"] == "Russia") & (shares["on_whom"] == "China")]
on_china = on_china[on_china["flow"].isin(["exports", "imports"]) & (on_china["year"] >= 2021)]
on_china[["period", "flow", "pct", "claimant"]].reset_index(drop=True)

# %% [markdown]
# Now the other direction. It can be computed: Russia's part of all that China sells, of all that
# China buys, and of both together.

# %%
on_russia = recent.set_index("year").filter(like="share_of_china")
on_russia.columns = ["both", "exports", "imports"]
on_russia.loc[2021:].round(2)

# %% [markdown]
# Russia's part in all trade of China was largest in 2023, at 4.04 per cent. In 2025 it was 3.59.
#
# One figure, one scale. Published shares are filled and carry the name of their publisher. Shares
# that we computed are hollow. The points are not joined, because the publishers differ.

# %%
fig = go.Figure().update_layout(title="Each country's part in the other's trade", height=520)
fig = fig.update_xaxes(title="Year", range=[2020.3, 2025.9]).update_yaxes(title="Share (per cent)")
for flow, symbol, side in [("exports", "circle", "left"), ("imports", "diamond", "right")]:
    one, two = on_china[on_china["flow"] == flow], on_russia.loc[2021:, flow]
    first = one["pct"].eq(one.groupby("year")["pct"].transform("max"))
    labels = {"text": one["claimant"], "mode": "markers+text", "name": f"China in Russia's {flow}"}
    labels["textposition"] = first.map({True: f"top {side}", False: f"bottom {side}"})
    mark = theme.line("Russia")["marker"] | {"symbol": symbol, "size": 11}
    fig.add_scatter(x=one["year"], y=one["pct"], marker=mark, **labels)
    mark = theme.line("China", derived=True)["marker"] | {"symbol": f"{symbol}-open", "size": 11}
    look = {"mode": "markers", "marker": mark, "name": f"Russia in China's {flow}"}
    fig.add_scatter(x=two.index, y=two, **look)

# %% [markdown]
# The **asymmetry** is one share divided by the other. Both must count the same goods: China's part
# of Russia's exports, over Russia's part of China's imports.

# %%
oec = on_china[(on_china["claimant"] == "OEC") & (on_china["flow"] == "exports")]
oec = oec.set_index("year")["pct"]
asymmetry = oec / on_russia["imports"].reindex(oec.index)
asymmetry.round(1)

# %% [markdown]
# The ratio is large, and it grew. Its two shares come from two publishers, so read its size, not its
# last digit.

# %%
present(
    fig,
    finding=f"By one publisher's shares, China weighs {asymmetry[2023]:.1f} times as much for "
    f"Russia's exports as Russia weighs for China's imports ({asymmetry[2021]:.1f} in 2021).",
    caveat="A large asymmetry is not control: a small buyer may still have what the large one needs.",
    table=on_china[["year", "flow", "pct", "claimant"]].reset_index(drop=True),
    sources=["dependence_shares", "trade"],
)

# %% [markdown]
# **Quick check.** Two publishers give two different shares for China's part of Russia's imports in
# the same year. Must one be wrong?
#
# <details><summary>Show the answer</summary>
# No. They may divide by different totals, or use mirror data: what partners say they sold to
# Russia, whose own reports end in 2021. Print the publisher with the number, and never read the
# difference between two publishers as a change over time.
# </details>

# %% [markdown]
# Even one flow of goods has two values, because each government counts at its own border. The last
# year with Russian reports is 2021 (billion US dollars):

# %%
mirror = load("trade_mirror").query("year == 2021").set_index("flow")
mirror[["china_reported", "russia_reported"]]

# %% [markdown]
# By its own numbers each side bought more from the other than it sold: China sold for 67.48 and
# bought for 79.60; Russia sold for 68.68 and bought for 72.69. So both reported a **deficit**. Nobody
# has to lie for that: imports are usually counted with freight and insurance, exports without.

# %% [markdown]
# ## Step 4. Who replaced Europe?
#
# Before the invasion of February 2022 the European Union was the main buyer of Russian oil, gas and
# coal. The next table holds estimated export values per day, by destination, in four periods.

# %%
windows = load("fossil_revenue_windows")
by_window = windows.pivot(index="destination", columns="window", values="mn_eur_per_day")
change = by_window["war_year_2"] - by_window["before"]
change.sort_values().round(0)

# %% [markdown]
# The sum of these changes is what Russia's daily income lost between the two periods. The positive
# ones are what others added.

# %%
before, after = by_window["before"].sum(), by_window["war_year_2"].sum()
share = by_window / by_window.sum()
china_share = share.loc["China"]
print(f"all destinations: {before:.0f} -> {after:.0f} million euros a day")
print(f"China's share: {china_share['before']:.2f} -> {china_share['war_year_2']:.2f}")

# %% [markdown]
# China's share doubled. But a share can rise for two reasons: China bought more, or the whole
# became smaller. If China had bought exactly as much as before, its share would still have risen.

# %%
only_shrinkage = by_window.loc["China", "before"] / after
print(f"share if China had bought the same: {only_shrinkage:.2f}")

# %% [markdown]
# How concentrated are the buyers? The Herfindahl–Hirschman index (HHI) adds up the squared shares:
# 1 means a single buyer, small values mean many. A seller with one buyer is easy to press.

# %%
hhi = (share**2).sum()
hhi[["before", "war_year_1", "war_year_2", "war_year_3"]].round(2)

# %% [markdown]
# We draw the change for each destination.

# %%
order = change.sort_values()
fig = go.Figure(go.Bar(x=order, y=order.index, orientation="h"))
lines = {"color": [theme.COLOURS.get(name, theme.GREY) for name in order.index], "width": 2.5}
fig = fig.update_traces(marker={"color": "rgba(0, 0, 0, 0)", "line": lines})
fig = fig.update_traces(text=order.map("{:+.0f}".format), textposition="outside")
title = "Who pays Russia more for oil, gas and coal than before, and who pays less?"
fig = fig.update_layout(title=title)
fig = fig.update_xaxes(title="Change (million euros a day)", range=[-570, 200])
fig = fig.update_yaxes(title="Destination")

# %% [markdown]
# These are estimates, so the bars are hollow. Read the longest positive bar before you read the
# caption.

# %%
present(
    fig,
    finding=f"Per day, India added {change['India']:.0f} million euros and China "
    f"{change['China']:.0f} million, while the European Union took {-change['European Union']:.0f} "
    "million less.",
    caveat="These are estimates from ship tracking and modelled prices, and the first period has "
    "only 41 days of one winter.",
    table=by_window.round(1),
    sources=["fossil_revenue_windows"],
)

# %% [markdown]
# Did Europe leave, then? A second publisher counts quantities for the year 2023. A ship can be sent to
# another port; gas in a pipeline cannot. We divide Europe's part and China's part by all that Russia
# exported.

# %%
energy = load("energy_destinations_2023").set_index(["commodity", "destination"])["value"]
parts = pd.DataFrame({area: energy.xs(area, level=1) for area in ["Europe", "China"]})
parts = parts.div(energy.xs("World", level=1), axis=0)
parts.round(2)

# %% [markdown]
# For crude oil and coal China was by far the larger buyer. For gas it was not: in 2023 Europe still
# took 0.52 of what went by pipeline and 0.45 of the liquefied gas (**LNG**). So a change of buyers
# (claim C13) is seen for oil and coal, and much less for gas. China's pipeline, **Power of Siberia**,
# was still filling:

# %%
pipeline = load("gas_pipeline").set_index("year")
pipeline[["bcm", "design_capacity_bcm"]]

# %% [markdown]
# The unit is billion cubic metres (bcm) a year. In 2025 deliveries passed the design capacity. A second
# pipeline had no price and no contract by mid-2026.
#
# ## Step 5. Is Russia a special case?
#
# If China sold more to everybody after 2021, growth with Russia alone says little. So we compare what
# other countries reported as imports from China, with 2021 = 1. Kyrgyzstan and Uzbekistan stand
# for Central Asia. Kazakhstan is left out, because its reports for 2020 to 2022 look incomplete.

# %%
partners = load("partner_trade").pivot(index="year", columns="partner", values="imports_from_china")
partners["Kyrgyzstan and Uzbekistan"] = partners["Kyrgyzstan"] + partners["Uzbekistan"]
looks = {"Kyrgyzstan and Uzbekistan": "Central Asia", "India": "India", "Türkiye": "Türkiye"}
looks |= {"Germany": "Others", "United States": "United States"}
index = (partners / partners.loc[2021]).loc[2018:2024, list(looks)]
index.round(2)

# %% [markdown]
# Russia has no line here: it stopped publishing its customs data, so its own reports end in 2021. A
# line made from China's reports would change the reporter in the middle. We can only compute that
# other number and keep it apart.

# %%
of_china = trade.set_index("year")["exports"]
print(
    f"China's exports to Russia, China's reports, 2021 = 1: {of_china[2024] / of_china[2021]:.2f}"
)

# %% [markdown]
# Now the lines. The dotted line is the level of 2021.

# %%
fig = go.Figure().update_layout(title="Imports from China: who buys more than in 2021?")
for name, look in looks.items():
    fig.add_scatter(x=index.index, y=index[name], name=name, **theme.line(look))
fig = fig.add_hline(y=1, line_dash="dot", line_color=theme.INK)
fig = fig.update_xaxes(title="Year")
fig = fig.update_yaxes(title="Imports from China (index, 2021 = 1)", rangemode="tozero")

# %% [markdown]
# Compare the ends of the lines with the number for Russia.

# %%
end = index.loc[2024]
present(
    fig,
    finding=f"By 2024 India and Türkiye bought {end['India']:.2f} and {end['Türkiye']:.2f} times what "
    f"they bought in 2021, Kyrgyzstan and Uzbekistan {end['Kyrgyzstan and Uzbekistan']:.2f} times, "
    f"the United States {end['United States']:.2f}.",
    caveat="Where the goods go next: some may travel on to Russia. Russia itself has no line, "
    "because its own reports end in 2021.",
    table=index.round(2).reset_index(),
    sources=["partner_trade"],
)

# %% [markdown]
# **Quick check.** China's exports to Kyrgyzstan and Uzbekistan grew faster than those to Russia. Name
# two explanations, and one table that could tell them apart.
#
# <details><summary>Show some answers</summary>
# The two economies may have grown and turned to China for their own use; or traders may send the
# goods on. A table of their exports to Russia by kind of goods would help. Russia's own
# reports of these imports would help more, and they are not published.
# </details>

# %% [markdown]
# ## The counterfactual dial
#
# Claim C7 is a counterfactual: it says what would happen **without** China. No table holds a world
# that did not happen. You can only state assumptions and see what follows. This function is the
# whole model: some purchases vanish, part of them is sold elsewhere, at a discount.


# %%
def effect(base: float, lost: float, replaced: float, discount: float) -> float:
    """Change of daily income: `lost` per cent of `base` vanishes, part of it is sold elsewhere."""
    gone = base * lost / 100
    sold_elsewhere = gone * replaced / 100 * (1 - discount / 100)
    return sold_elsewhere - gone


# %% [markdown]
# We start from China's purchases in the second year of the war. The presets are **assumptions, not
# forecasts**. Move the sliders with the mouse or the arrow keys.

# %%
from alignment.widgets import CounterfactualDial

base = by_window.loc["China", "war_year_2"]
dial = CounterfactualDial(effect, base=base)
dial

# %% [markdown]
# The same in one code cell, without the panel: half of the purchases vanish, most of that is
# sold elsewhere, at a discount.

# %%
loss = effect(base, lost=50, replaced=70, discount=30)
print(f"{loss:.0f} million euros a day, {loss / after:.0%} of all fossil fuel income")

# %% [markdown]
# **Quick check.** Which of the three assumptions matters most for the result? Try the ends of each
# slider.
#
# <details><summary>Show the answer</summary>
# The share that vanishes sets the size; the share that is replaced decides how much of it comes
# back. The discount only matters for what is replaced. So the dispute about "critical" is mostly a
# dispute about replacement: are there other buyers with ships, refineries and insurance?
# </details>

# %% [markdown]
# ## Since the reading was written
#
# The reading summarises a paper of December 2024. These are the economic events in the course's timeline
# since then. The last column says how sure we are that the event is reported correctly.

# %%
pd.options.display.max_colwidth = 110  # show long texts in full
since = load("timeline").query("start >= '2025-01-01'")
economic = since["event"].str.contains("trade|Siberia|oil|Hormuz|sanctions|strike Iran")
since.loc[economic, ["date", "event", "confidence"]].reset_index(drop=True)

# %% [markdown]
# Read the list for what it does not decide. The same year holds a record through the old pipeline and
# no contract for the new one, a fall of trade and a rise. Which of these events would the authors of
# the reading have expected?

# %% [markdown]
# ## The other side of the table
#
# The same numbers are read differently elsewhere. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Beijing.** The foreign ministry speaks of normal trade on equal terms, not directed at any
#   third party, and rejects sanctions without a UN mandate
#   ([People's Daily, March 2023](https://peoplesdaily.pdnews.cn/china/er/30001383001); the mission
#   to the EU says the same in
#   [July 2024](https://eu.china-mission.gov.cn/eng/mh/202407/t20240711_11451838.htm)).
# - **Moscow.** The president presents the growth as a success, and points out that almost all
#   payments are in roubles and yuan
#   ([The Moscow Times, May 2024](https://www.themoscowtimes.com/2024/05/21/despite-putins-boasts-us-sanctions-threat-cuts-vital-chinese-exports-to-russia-a85181)).
#   Russian statisticians measure how much more Russia depends on China than the reverse
#   ([Voprosy Statistiki, 2025](https://voprstat.elpub.ru/jour/article/view/2015)).
# - **Delhi.** India calls its purchases a matter of affordable energy for its own consumers
#   ([Business Standard, October 2025](https://www.business-standard.com/industry/news/mea-russian-oil-purchase-trump-randhir-jaiswal-125101600298_1.html)).
# - **A critic in the United States.** Kavanagh and DePetris find talk of an axis overdone: ties that
#   rest on interest are not an alliance
#   ([Defense Priorities](https://www.defensepriorities.org/opinion/the-axis-of-evil-is-overhyped)).
#
# **Turn the frame round.** European countries bought Russian fuel in every period of the table in
# Step 4. Write the sentence "X's support plays a critical role" with Europe as X. Which numbers in
# this lesson would you quote? Is the sentence fair?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion enter your best score (most likely) and two ends: a right score below the lowest,
# or above the highest, should surprise you one time in ten. Add one line of evidence. Judge the **cooperation**: what would be different if both countries existed with
# the same aims, but did not cooperate? Goods on the high-priority list belong to lesson 5, currency
# to lesson 7. Your sheet is kept in `my-work/` and feeds the board in lesson 8. Nobody grades it.

# %%
from alignment.widgets import ScoreSheet

sheet = ScoreSheet("E")
sheet

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own numbers and your own note, and run it.

# %%
# sheet.set("A", 50, 65, 80, note="why I think so, with the figure I used")
sheet.to_frame()

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Trade grew strongly after 2021, fell in 2025 and rose again in early 2026. The
#   two economies depend on each other very unequally. Buyers of Russian energy changed, for oil and
#   coal more than for gas.
# - **Mixed.** China bought more, but India added more; concentration of buyers fell. Exports hardly
#   fell in the months after the order of December 2023 once seasons match. China sells more
#   to many partners than in 2021, not only to Russia.
# - **Not settled here.** Whether the support is *critical*. That depends on what could replace it,
#   and no table shows a world without it.
#
# Confidence: high for the levels of trade, moderate for the destinations (one model's estimates),
# low for every counterfactual.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 04; its link stands at the end of this page.
#
# **Discuss.** Is buying oil "support"? Would trade fall if the war ended? Who has leverage in an
# unequal relation, and over what?
#
# **Read.** MERICS on an asymmetrical yet indispensable trade
# ([comment](https://merics.org/en/comment/china-russia-trade-asymmetrical-yet-indispensable)); a
# summary of the wiiw and Bruegel figures
# ([Russia's Pivot to Asia](https://russiaspivottoasia.com/chinas-trade-relations-with-russia-asymmetrical));
# Carnegie on what is traded
# ([Politika, 2024](https://carnegieendowment.org/russia-eurasia/politika/2024/05/behind-the-scenes-chinas-increasing-role-in-russias-defense-industry)).
