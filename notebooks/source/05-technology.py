# %% [markdown]
# # Lesson 5. The technology domain: what share is it really?
#
# **Question of the day.** How much of what Russia buys abroad of goods that are useful for weapons comes
# from China, and what does "from China" mean?
#
# The reading says that "China has supplied Russia with industrial inputs" (claim C10), and that these
# inputs "bolster" what Russia can do militarily (C11). It speaks of "advanced military equipment
# exchanges" in the other direction (C18), and it expects that the right signals could change China's
# behaviour (C27). **Dual-use goods** are goods with a civilian and a military use: chips, machine
# tools, cameras, cable.
#
# The next cell loads published figures and keeps those that name China's share for the year 2023.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

figures = load("dual_use_figures")
names = {"share_brand_china": "made for firms of China", "share_machine_tools": "machine tools"}
names |= {"share_dispatch_china": "sent from the mainland", "share_chpl_carnegie": "priority list"}
names |= {"share_dual_use_us_mission": "dual-use", "share_microelectronics": "microelectronics"}
shares = figures[figures["series"].isin(names)].sort_values("value")
who = shares["publisher"].str.replace(r" via .*| \(.*", "", regex=True)
shares = shares.assign(what=shares["series"].map(names), who=who)

# %% [markdown]
# First look: six published figures answer the question "what share came from China?". The name of
# the publisher stands beside each. A diamond marks a number that its publisher rounded. The
# **priority list** names the goods that matter most for weapons; step 1 opens it.

# %%
title = "China's share of Russia's imports of goods useful for weapons: six answers"
fig = go.Figure().update_layout(title=title)
for bound, symbol in [("as printed", "circle"), ("about", "diamond")]:
    part = shares[shares["bound"] == bound]
    mark = theme.line("China")["marker"] | {"symbol": symbol, "size": 13}
    fig.add_scatter(x=part["value"], y=part["what"], text=part["who"], name=bound, marker=mark)
fig = fig.update_traces(mode="markers+text", textposition="middle left", cliponaxis=False)
fig = fig.update_xaxes(title="Share (per cent)", range=[0, 100])
fig = fig.update_yaxes(title="Goods or rule", categoryarray=shares["what"], showgrid=False)
finding = "For one year, published shares lie between less than one half and nine tenths."
caveat = "The six do not measure the same: goods and rules differ, and two cover part of the year."
present(fig, finding=finding, caveat=caveat, sources=["dual_use_figures"])

# %% [markdown]
# Open the fold under the figure to read the figure in words and the numbers behind it.

# %% [markdown]
# ## What you will be able to do
#
# - **Explain** what the Common High Priority List is, and what it is not.
# - **Differentiate** where goods are sent from, where they are made, and for whose brand.
# - **Compute** a range where a single number is not known.
# - **Evaluate** causal words: *bolster*, *because of*, *encourage*.
#
# **Minutes:** 75 with the exercises, 45 without. **You need:** percentages, and lesson 00.
# **Claims of the reading tested here:** C10 (inputs were supplied), C11 (they strengthen Russia),
# C18 (equipment and know-how are exchanged), C27 (signals could change behaviour), C31 (the
# cooperation makes others worry about their security).
#
# **How old are these numbers?** Most shares are of 2023, because Russia stopped publishing its
# customs data and studies take time. Cable, batteries and lists run to late 2025. The European Union
# put Chinese companies on its lists again in
# [April 2026](https://agorax.com/eus-20th-sanctions-package-agianst-russia/); the counts printed for
# that could not be confirmed and are left out. Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# China's customs publish every month what China sells to Russia under each code, and two authors chart
# it. We could not obtain the numbers; we have single published figures, each with its own list, period
# and rule. So this lesson has no
# line chart. Each figure stands as a point, with the name of the publisher. Several publishers take
# part in the conflict, or argue for stricter controls; others are paid by governments. An interest
# does not make a number false, but it is a reason to look for a second source.

# %%
print(cite("dual_use_figures"))
figures["bound"].value_counts()

# %% [markdown]
# ## Step 1. What is on the list?
#
# The Common High Priority List names fifty customs codes. The United States, the European Union,
# Japan and the United Kingdom made it together
# ([US Department of Commerce](https://www.bis.gov/licensing/country-guidance/common-high-priority-items-list-chpl)).
# Tier 1 matters most for weapons. The first two digits of a code are the chapter of the customs
# tariff.

# %%
codes = load("chpl_codes")
codes["chapter"] = codes["hs6"].str[:2]
pd.crosstab(codes["tier"], codes["chapter"])

# %% [markdown]
# Chapter 85 is electrical goods, chapter 84 machines, chapter 90 instruments. Most codes of the
# list have civilian uses as well. The next cell shows the first row of each tier.

# %%
codes.groupby("tier").first()["name"]

# %% [markdown]
# **Quick check.** Goods of these codes go from China to Russia. Does that show that they went into
# weapons?
#
# <details><summary>Show the answer</summary>
# No. The list says which goods are *useful* for weapons. The same chip works in a washing machine.
# Evidence on use comes from weapons that were taken apart, from contracts and from the buyers' names.
# </details>

# %% [markdown]
# ## Step 2. From China: from where exactly?
#
# One study of 2023 splits Russia's imports of "battlefield goods" by the place from which they were
# **sent**. We take its four places and compute the rest.

# %%
sent = figures[figures["series"].str.startswith("share_dispatch")].set_index("series")["value"]
sent.index = ["mainland China", "Hong Kong", "Türkiye", "Emirates"]
sent["all others"] = 100 - sent.sum()
sent

# %% [markdown]
# Is Hong Kong "China"? For customs it is a territory of its own; politically it is a part of China.
# Both answers can be defended, and the share depends on it.

# %%
with_hong_kong = sent["mainland China"] + sent["Hong Kong"]
print(f"without Hong Kong {sent['mainland China']:.1f}, with it {with_hong_kong:.1f} per cent")

# %% [markdown]
# Now a second question about the same goods: for whose **brand** were they made? A chip designed by a
# firm in the United States may be made in Malaysia and sent from Shenzhen. The first line of the next
# cell lets tables show whole sentences, because here the definition is what matters.

# %%
pd.options.display.max_colwidth = 100
brand = figures[figures["series"].str.startswith("share_brand")]
brand[["item", "period", "value", "publisher"]].reset_index(drop=True)

# %% [markdown]
# We put what was published into one table, one bar per study and question. "Controlling states" are
# those that control such exports to Russia; "two more" are Türkiye and the Emirates.

# %%
first, second = "sent from (2023)", "made for (2023)"
third = "made for (ten months of 2023)"
parts = [(first, sent["mainland China"], "mainland China"), (first, sent["Hong Kong"], "Hong Kong")]
parts += [(first, sent["Türkiye"] + sent["Emirates"], "two more")]
name = "firms of controlling states"
value = brand.set_index(["series", "period"])["value"]
parts += [(second, value["share_brand_coalition", "2023"], name)]
parts += [(third, value["share_brand_coalition", "2023-01 to 2023-10"], name)]
parts += [(third, value["share_brand_china", "2023-01 to 2023-10"], "firms of China")]
bars = pd.DataFrame(parts, columns=["bar", "share", "part"])

# %% [markdown]
# The rest of each bar is what the published parts leave. It is computed, so it will be drawn hollow.

# %%
rest = (100 - bars.groupby("bar")["share"].sum()).rename("share").reset_index()
bars = pd.concat([bars, rest.assign(part="rest")])
bars.groupby(["bar", "part"])["share"].sum().round(1)

# %% [markdown]
# We draw the bars. Labels inside tell the parts, so that colour is not needed to read them.

# %%
colours = [theme.GREEN, theme.SKY, theme.GREY, theme.ORANGE, theme.GREEN, "rgba(0,0,0,0)"]
fig = go.Figure().update_layout(title="Sent from, or made for? Two questions, two pictures")
for part, colour in zip(bars["part"].unique(), colours, strict=True):
    one = bars[bars["part"] == part]
    fig.add_bar(x=one["share"], y=one["bar"], text=part, name=part, orientation="h")
    fig.data[-1].marker = {"color": colour, "line": {"color": theme.INK, "width": 1}}
fig = fig.update_layout(barmode="stack", showlegend=False)
fig = fig.update_traces(textposition="inside", insidetextanchor="middle", textfont_color="black")
fig = fig.update_traces(textfont_color=theme.INK, selector={"name": "rest"})
fig = fig.update_yaxes(title="Question", autorange="reversed")
fig = fig.update_xaxes(title="Share of Russia's imports of battlefield goods (per cent)")

# %% [markdown]
# The first bar and the second one describe the same goods.

# %%
present(
    fig,
    finding=f"{with_hong_kong:.1f} per cent were sent from China and Hong Kong, and yet "
    f"{value['share_brand_coalition', '2023']:.0f} per cent were made for firms of states that "
    "control such exports.",
    caveat="'Made for' does not mean that these firms sold to Russia; most goods pass through "
    "dealers who may not tell them.",
    table=bars.round(1),
    sources=["dual_use_figures"],
)

# %% [markdown]
# Two more figures, often quoted together. Read how each is defined.

# %%
two = figures[figures["series"].isin(["chpl_direct", "battlefield_total"])]
two[["item", "value", "unit", "publisher"]].reset_index(drop=True)

# %% [markdown]
# **Quick check.** Is China's share 4.5 billion divided by 12.5 billion?
#
# <details><summary>Show the answer</summary>
# No. The part must lie inside the whole. Here the two lists of goods differ, so the ratio is a share of
# nothing. Look for a study that gives both with one list.
# </details>

# %% [markdown]
# ## Step 3. When the overlap is not known, compute its limits
#
# How much of Russia's imports was **both** made for a firm of the controlling states **and** sent from
# China? Nobody has published it. But it cannot be just anything: the two shares together are more
# than one hundred per cent, so they must overlap.

# %%
made, sent_from = value["share_brand_coalition", "2023"] / 100, with_hong_kong / 100
smallest = max(0, made + sent_from - 1)
largest = min(made, sent_from)
print(f"The overlap lies between {smallest:.3f} and {largest:.3f}")

# %% [markdown]
# Multiplying the two shares would give one number in between. It would assume that brand and route
# have nothing to do with each other, and nobody has shown that. The same limits exist for each of
# the four combinations. (Hong Kong is counted with China here.)

# %%
rows = {}
for brand_name, a in [("controlling states", made), ("other firms", 1 - made)]:
    for place, b in [("sent from China", sent_from), ("sent from elsewhere", 1 - sent_from)]:
        rows[f"{brand_name}, {place}"] = [max(0, a + b - 1), min(a, b)]
limits = pd.DataFrame.from_dict(rows, orient="index", columns=["smallest", "largest"]) * 100
limits.round(1)

# %% [markdown]
# We draw the limits as ranges with hollow ends: they are computed, not published.

# %%
fig = go.Figure().update_layout(title="How much can be both? Limits for four combinations")
for name, (low, high) in limits.iterrows():
    look = theme.line("China", derived=True) | {"showlegend": False}
    fig.add_scatter(x=[low, high], y=[name, name], mode="lines+markers", name=name, **look)
fig = fig.update_xaxes(title="Share of all battlefield goods (per cent)", range=[-2, 100])
fig = fig.update_yaxes(title="Made for, and sent from", autorange="reversed")

# %% [markdown]
# A range is a result. It says what the data allow.

# %%
present(
    fig,
    finding=f"At least {100 * smallest:.1f} per cent of the goods were made for firms of "
    "controlling states and sent from China or Hong Kong; at most "
    f"{100 * largest:.0f} per cent were.",
    caveat="The limits take both published shares as exact; they hold errors of their own.",
    table=limits.round(1),
    sources=["dual_use_figures"],
)

# %% [markdown]
# ## Step 4. How large is a jump?
#
# In October 2025 newspapers reported that China's exports of fibre-optic cable to Russia had grown
# "tenfold". The cable guides drones that cannot be jammed. Three months were printed, in rounded miles
# that we show as kilometres.

# %%
cable = figures[figures["series"] == "fibre_russia"].set_index("period")["value"] / 1000
cable

# %% [markdown]
# Ten times what? July was not printed. If August was ten times July, we can compute the July that the
# headline implies, and compare August with the months that were printed.

# %%
july = cable["2025-08"] / 10
against_june = cable["2025-08"] / cable["2025-06"]
print(f"implied July {july:.0f} thousand km; August is {against_june:.1f} times June")

# %% [markdown]
# Published months are filled, the implied one is hollow. They are not joined.

# %%
fig = go.Figure().update_layout(title="Fibre-optic cable from China to Russia: ten times what?")
mark = theme.line("China")["marker"] | {"size": 13}
fig.add_scatter(x=cable.index, y=cable, marker=mark, name="published", mode="markers")
mark = theme.line("China", derived=True)["marker"] | {"size": 13}
fig.add_scatter(x=["2025-07"], y=[july], marker=mark, name="implied by “tenfold”", mode="markers")
fig = fig.update_xaxes(title="Month", dtick="M1", tickformat="%b %Y")
fig = fig.update_yaxes(title="Exports (thousand kilometres)", rangemode="tozero")

# %% [markdown]
# Choose the base before you read the headline.

# %%
present(
    fig,
    finding=f"August was {against_june:.1f} times June; “tenfold” compares it with a July far below "
    "June.",
    caveat="Three months cannot show a trend, and customs do not say who used the cable.",
    table=cable,
    sources=["dual_use_figures"],
)

# %% [markdown]
# One more pair of numbers. Look at the column `bound`.

# %%
monthly = figures[figures["series"] == "chpl_monthly"]
monthly[["item", "period", "value", "unit", "bound"]].reset_index(drop=True)

# %% [markdown]
# **Quick check.** Did these exports fall by half from December 2023 to April 2024 at the latest?
#
# <details><summary>Show the answer</summary>
# That is not identified. Both numbers are lower limits: "at least" leaves open by how much. And a fall
# in value can be a fall in price.
# </details>

# %% [markdown]
# ## Step 5. Do the inputs strengthen Russia?
#
# Claim C11 is causal. To judge it you would need to know what Russia would produce **without** these
# goods. No public table holds Russia's output of weapons with its inputs. One figure points to a
# different dependence.

# %%
western = figures[figures["series"] == "share_parts_western"]
print(western["item"].item(), "-", western["value"].item(), "per cent,", western["year"].item())

# %% [markdown]
# So most *identified* parts carry the name of a Western producer, while most goods are *sent* from
# China. Both fit together if China is the route. And what is identified depends on who wrote a name
# on a part. The causal question stays open; only the direction of the flow is well supported.
#
# ## Step 6. Pressure, and what it can show
#
# The United States, the European Union and the United Kingdom put firms in China and Hong Kong on
# lists because of the war. We collect counts of single actions.

# %%
listings = load("listings_counts")
chosen = ["us_action_china", "us_action_china_hk", "us_action_hk", "eu_banks", "eu_export"]
actions = listings[listings["series"].isin([*chosen, "eu_freeze", "uk_refinery"])]
actions = actions.assign(by=actions["series"].str[:2].str.upper())
actions[["period", "by", "item", "value", "bound"]].reset_index(drop=True)

# %% [markdown]
# The units differ (entities, companies, banks, one refinery), so the points may not be added up. We
# write the unit beside each point.

# %%
actions = actions.sort_values("period")
unit = actions["unit"].str.split(",").str[0]
least = actions["bound"].map({"at least": "at least "}).fillna("")
actions["label"] = least + actions["value"].map("{:.0f} ".format) + unit

# %% [markdown]
# One shape and one colour per issuer.

# %%
fig = go.Figure().update_layout(title="Listed in single actions: firms in China and Hong Kong")
looks = {"US": "United States", "EU": "European Union", "UK": "United Kingdom"}
places = {"US": ["bottom center"] + 3 * ["top center"], "EU": "top center", "UK": "middle left"}
for code, name in looks.items():
    part = actions[actions["by"] == code]
    look = {"marker": theme.line(name)["marker"] | {"size": 12}, "name": name}
    look |= {"text": part["label"], "textposition": places[code]}
    fig.add_scatter(x=part["period"], y=part["value"], **look)
fig = fig.update_traces(mode="markers+text", cliponaxis=False)
fig = fig.update_xaxes(title="Date", type="date", range=["2024-03-01", "2026-01-01"])
fig = fig.update_yaxes(title="Listed (number in one action)", range=[0, 48])

# %% [markdown]
# We draw no line to exports on purpose. More listings with smaller flows can mean that listings work.
# It can also mean that listings follow what is large and visible. A correlation cannot tell.

# %%
present(
    fig,
    finding="Actions against firms in China and Hong Kong were frequent in 2024; for 2025 the "
    "published numbers found are of the EU and the UK.",
    caveat="It is a selection, not a census; it shows pressure, not its effect.",
    table=actions[["period", "by", "item", "value", "bound", "publisher"]],
    sources=["listings_counts"],
)

# %% [markdown]
# Claim C27 speaks of *benefits* of limiting support. Listings are threats. Evidence about threats is
# not evidence about inducements, in either direction.
#
# What came after the last point of the figure? The timeline of this course holds these events, with
# the confidence that each is reported correctly.

# %%
since = load("timeline").query("start >= '2025-01-01'")
listed = since["event"].str.contains("sanctions|package|Treasury|arms exports|strategy")
since.loc[listed, ["date", "event", "confidence"]].reset_index(drop=True)

# %% [markdown]
# In April 2026 the European Union listed Chinese companies again. A day later China put European arms
# makers on its own export control list; the reason it gave was Taiwan. The United States tightened its
# measures on Russian oil in January and October 2025 and eased them from March 2026 (lesson 04). For the
# time after mid-January 2025, a small sample of the new entries with an address in China or Hong Kong was
# read on the US list: none was found under a Russia programme. "None found in a sample" is not "none".
#
# ## Step 7. The other direction: what does China get?
#
# Claim C18. Lesson 03 shows how recorded deliveries of major arms from Russia to China fell. What was
# in the last five years?

# %%
kinds = load("arms_categories")
last = kinds[kinds["year"] >= 2020].groupby("category")["tiv"].sum()
last.sort_values(ascending=False).round(0)

# %% [markdown]
# The measure (million TIV) counts major arms and engines only. The more interesting part is not in any
# table. In September 2025 the British institute RUSI described leaked Russian documents about
# equipping and training a Chinese airborne battalion. Read carefully what was said about them:
# the authors think that the documents are genuine, with possible changes; a news agency could not
# verify them; they show no Chinese payment or receipt; and they do not name Taiwan
# ([AP, relayed](https://9357.read.newszop.com/english-news/publisher-reachdailyexpress_english/news/russia-helping-china-to-prepare-for-a-potential-invasion-of-taiwan,-defense-institute-says/articleshow/1450482043a7145e4c56fa71da56e8aabcd18cda)).
# A US official spoke in 2024 of help with submarines, missiles and stealth
# ([Politico](https://www.politico.eu/article/united-states-accuse-china-help-russia-war-kurt-campbell/)).
# (A note on names: Beijing claims Taiwan as a part of China; the government in Taipei rejects that.)
#
# **Quick check.** May you write: "China has received the vehicles"?
#
# <details><summary>Show the answer</summary>
# No. The documents speak of contracts and plans. A justified sentence is: "Leaked documents, judged
# genuine by one institute and not verified by others, describe a plan to deliver them."
# </details>

# %% [markdown]
# ## The share finder
#
# "What share is it really?" has no answer before four choices are made: which goods, counted how, with
# or without Hong Kong, according to whom. The next cells build one table of the published answers.

# %%
rows = [("share_dispatch_china", "battlefield goods", "sent from", "mainland")]
rows += [("share_dispatch_hk", "battlefield goods", "sent from", "Hong Kong")]
rows += [("share_brand_china", "battlefield goods", "made for firms of", "China")]
rows += [("share_chpl_carnegie", "priority list", "not stated", "China")]
rows += [("share_dual_use_us_mission", "dual-use goods", "not stated", "China")]
rows += [("share_microelectronics", "microelectronics", "not stated", "China")]
rows += [("share_machine_tools", "machine tools", "not stated", "China")]
rows += [("share_machine_tools_dispatch", "machine tools", "sent from", "China")]
rows += [("share_cnc_made", "computer-controlled machines", "made in", "China")]
definitions = pd.DataFrame(rows, columns=["series", "goods", "counted", "origin"])

# %% [markdown]
# Each row gets its published value, with bound, period and publisher.

# %%
published = figures[["series", "value", "bound", "period", "publisher"]]
definitions = definitions.merge(published, on="series")
definitions[["goods", "counted", "origin", "value", "bound"]]

# %% [markdown]
# The panel has one more slider, for a thought experiment called *leak and plug*. Suppose that the
# chosen source were plugged completely, and that a part of it leaked through other routes. This
# function is the whole model.


# %%
def still_arrives(share: float, leak: float) -> float:
    """Per cent of all goods that still arrive if `leak` per cent of a plugged share gets round."""
    return 100 - share + share * leak / 100


# %% [markdown]
# Choose with the mouse or the keyboard. Some combinations were never published; the panel says so
# instead of guessing.

# %%
from alignment.widgets import ShareFinder

finder = ShareFinder(definitions, arrives=still_arrives)
finder

# %% [markdown]
# The same in one code cell, without the panel: mainland and Hong Kong, half of it leaks.

# %%
arrives = still_arrives(share=with_hong_kong, leak=50)
print(f"{arrives:.0f} per cent of the goods would still arrive (assumption, not forecast)")

# %% [markdown]
# **Quick check.** Which matters more for the result of leak and plug: the share, or the leak?
#
# <details><summary>Show the answer</summary>
# With a leak near one hundred the share hardly matters; with no leak it decides everything. For many
# dual-use goods the leak is the dispute: small, cheap goods find other routes, large machines do so
# less easily.
# </details>

# %% [markdown]
# ## The other side of the table
#
# The same numbers are read differently elsewhere. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Washington, a voice that sees a grave threat.** Admiral Samuel Paparo says that China rebuilt Russia's
#   war machine with chips and machine tools. In return he expects submarine technology that narrows
#   America's lead under water
#   ([Defense One, November 2024](https://defenseone.com/threats/2024/11/russian-submarine-tech-could-help-china-out-pace-us-says-indopacom-chief/401270/)).
# - **Kyiv.** Vladyslav Vlasiuk, the president's commissioner for sanctions, counts about six in ten
#   foreign parts found in Russian weapons as coming from or through China. The result of a Chinese
#   inquiry, which Kyiv never received, could change his view
#   ([The Odessa Journal, 2025](https://odessa-journal.com/public/china-has-provided-ukraine-no-results-of-investigation-into-its-components-in-russian-weapons)).
# - **Beijing.** The foreign ministry knows of no export of parts for the drone in question. It controls
#   dual-use goods by its own law and its international duties
#   ([answer to Reuters, July 2025](https://www.pravda.com.ua/eng/news/2025/07/24/7523171/)).
# - **Astana.** Kazakhstan's trade ministry says that it bans no exports to Russia, and that it controls
#   dual-use goods as its international obligations ask
#   ([The Moscow Times, October 2023](https://themoscowtimes.com/2023/10/20/kazakhstan-denies-ban-on-exports-to-russia-a82831)).
#
# **Change the point of view.** Makers of drones in Ukraine depend on Chinese parts too, and sometimes
# meet Russian buyers at the same supplier
# ([Razom, after the Financial Times](https://razomua.media/en/news/biznes/kitayskyy-vuzol-droniv-yak-ukrayinski-ta-rosijski-lantsyugi-postachan-zmahayutsya-poza-frontom)).
# And goods made for Western firms are found in Russian weapons. Write the sentence "X supplies Russia
# with industrial inputs" with a Western firm as X, and "X supplies Ukraine" with China as X. What
# would you have to know before you write "support"?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion enter your best score (most likely) and two ends: a right score below the lowest,
# or above the highest, should surprise you one time in ten. Add one line of evidence. Judge the **cooperation**: what would be different if both countries existed with
# the same aims, but did not cooperate? Goods of the priority list, and arms and know-how in both
# directions, belong here and are **not counted in lesson 4**. Your sheet is kept in `my-work/` and
# feeds the board in lesson 8. Nobody grades it.

# %%
from alignment.widgets import ScoreSheet

sheet = ScoreSheet("T")
sheet

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own numbers and your own note, and run it.

# %%
# sheet.set("A", 45, 65, 80, note="why I think so, with the figure I used")
sheet.to_frame()

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Dual-use goods go from China to Russia in large amounts (C10). In both
#   studies here that count places of dispatch, most goods were sent from China.
# - **Mixed.** The share depends on the goods and on the rule: from less than one half to nine tenths.
#   A large part was made for firms of states that control such exports.
# - **Not settled here.** How much weaker Russia's arms industry would be without these goods (C11),
#   what China gets in return (C18), whether signals or threats change the flow (C27), and whose
#   security is touched (C31): the lists of other states name worries, and no table here measures them.
#
# Confidence: high for the direction, moderate for the range of shares, low for every effect.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 05; its link stands at the end of this page.
#
# **Discuss.** Who is responsible for a chip in a weapon: the state, the seller, the brand, the bank?
# Can export controls work against the largest workshop of the world? Should a range be published if
# a newspaper wants one number?
#
# **Read.** N. Sher on China's role
# ([Carnegie, 2024](https://carnegieendowment.org/russia-eurasia/politika/2024/05/behind-the-scenes-chinas-increasing-role-in-russias-defense-industry));
# the study behind the shares of 2023
# ([FREE Network brief](https://freepolicybriefs.org/2024/05/07/russia-export-controls)); S. Feldstein
# and F. Brauer on why controls did less than expected
# ([Carnegie, 2024, copy](https://www.strategicstudyindia.com/2024/03/why-russia-has-been-so-resilient.html?m=1));
# A. Demarais on why they may do more than headlines say
# ([Politico](https://www.politico.eu/article/export-control-russia-putin-war-ukraine-working/)).
