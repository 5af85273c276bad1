# %% [markdown]
# # Lesson 6. The diplomatic domain: do they vote alike, and does it matter?
#
# **Question of the day.** Does the alignment of China and Russia change what the United Nations
# decides, and does it pull other states away from the United States?
#
# The reading says that China's *diplomatic* support is "critical" for Russia (claim C8), that the
# two weaken American influence (C12) and court the Global South (C15). It also says that their
# interests are not fully aligned (C20). All four can be held against votes. **Global South** is a
# loose name for the states of Africa, Asia, Latin America and the Pacific; they do not act as one.
#
# The next cell loads agreement by year. Years without votes get an empty row, so that a line
# breaks there.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.tables import cite, load

agreement = load("unga_agreement")
strict = agreement[agreement["definition"] == "strict"]
strict = strict.pivot(index="year", columns="pair").reindex(range(1972, 2026))
strict, votes_cast = strict["value"], strict["n"]
error = 1.96 * (strict * (1 - strict) / votes_cast) ** 0.5
names = {"CHN-RUS": "China–Russia", "GBR-FRA": "UK–France", "USA-GBR": "US–UK"}
published = load("unga_published")

# %% [markdown]
# **Strict agreement** is the share of votes on which both states voted the same: yes, no or
# abstain. Votes that one of them missed do not count. Read no line alone: two other pairs stand
# beside it. A thin vertical line shows how far chance alone could move a share of so few votes (step
# 2 explains it). France is not among the ten states of 2025. The two hollow points are figures that
# an institute published; the one of 2024 cannot be computed again.

# %%
fig = go.Figure().update_layout(title="Do China and Russia vote alike more than other pairs do?")
fig.update_xaxes(title="Year").update_yaxes(title="Strict agreement (share)", range=[0, 1.02])
looks = {"CHN-RUS": "China", "GBR-FRA": "European Union", "USA-GBR": "United States"}
for pair, look in looks.items():
    look = theme.line(look) | {"mode": "lines+markers", "name": names[pair]}
    look["error_y"] = {"array": error[pair], "width": 0, "thickness": 1}
    fig.add_scatter(x=strict.index, y=strict[pair], **look).update_traces(marker_size=6)
said = {"mode": "markers", "name": "China–Russia, published"} | theme.line("China", derived=True)
fig.add_scatter(x=published["year"], y=published["value"], **said).update_layout(height=500)
finding = "China and Russia agree often, and hardly more often in 2025 than in the 1980s."
caveat = "Voting alike is not acting together; 2022 to 2024 is a gap, for want of votes by state."
present(fig, finding=finding, caveat=caveat, sources=["unga_agreement", "unga_published"])

# %% [markdown]
# How often is often? We take the mean of the yearly shares of the 1980s and put 2025 beside it.

# %%
compare = pd.DataFrame({"1980s": strict.loc[1980:1989].mean(), "2025": strict.loc[2025]})
compare.loc[list(looks)].round(2)

# %% [markdown]
# The 1980s were no time of friendship. The timeline of this course dates a rivalry of the two:

# %%
pd.options.display.max_colwidth = 90  # show long texts in full
timeline = load("timeline")
rivalry = timeline[timeline["event"].str.contains("rivalry")]
rivalry[["date", "event"]].reset_index(drop=True)

# %% [markdown]
# So voting alike does not make an alignment, and a rivalry does not keep two states from voting
# alike.
#
# ## What you will be able to do
#
# - **Compute** agreement under five definitions, and say which one you used.
# - **Compare** with reference pairs before you call a number high or low.
# - **Test** whether a vote was pivotal: would the outcome have been another without it?
# - **Interpret** series in which the questions change from year to year.
#
# **Minutes:** 90 with the exercises, 55 without. **You need:** shares and percentages.
# **Claims of the reading tested here:** C8 (diplomatic support is critical), C12 (American
# influence weakens), C15 (ties with the Global South), C20 (interests are not fully aligned), C24
# (Beijing stays cautious about North Korea).
#
# **How old are these numbers?** Votes by state run from 1972 to 2021, then ten states in 2025; the
# last text on Ukraine is of February 2026. For 2022 to 2024 there are a few single texts and
# published figures only. Nothing dated after mid-2026 was found. Look for newer votes before you
# repeat the conclusions.

# %% [markdown]
# ## Data card
#
# The UN library publishes how each member voted when a vote is recorded. Most texts are adopted
# without a vote and are not in the data. Drafts that fail are not there either. The next cell
# prints how to cite the main table.

# %%
print(cite("unga_votes"))

# %% [markdown]
# ## Step 1. The same votes, four numbers
#
# We begin with texts on Ukraine. Y is yes, N no, A abstain. An abstention is a vote of its own: it
# is neither a yes nor a no.

# %%
texts = load("ukraine_votes").pivot(index="text", columns="iso3", values="vote")
texts[["RUS", "CHN", "IND", "BRA", "USA"]].fillna("not known")

# %% [markdown]
# Look down the columns before you compute. The United States voted yes to 2023, no and abstain in
# February 2025, yes in December 2025 (`ES-11/9`, `80/223`) and abstain in February 2026. China moved
# only between abstain and no.
#
# How alike are China and Russia here? We keep the texts on which both votes are known, and ask four
# definitions. The functions are short; write `measures.kappa??` in a new cell to read one.
#
# - **strict**: the share of identical votes;
# - **half credit**: an abstention beside a yes or a no counts one half;
# - **no abstentions**: identical votes among texts where both said yes or no;
# - **kappa**: agreement beyond what the habits of both would give by chance.

# %%
from alignment.methods import measures

rules = {
    "strict": measures.strict_agreement,
    "half credit": measures.half_credit_agreement,
    "no abstentions": measures.agreement_without_abstentions,
    "kappa": measures.kappa,
}

# %% [markdown]
# One column per pair, with two reference pairs beside the one we ask about.

# %%
pairs = {"China–Russia": ["CHN", "RUS"], "China–India": ["CHN", "IND"], "US–Brazil": ["USA", "BRA"]}
table = pd.DataFrame(index=list(rules))
for name, (one, other) in pairs.items():
    both = texts[[one, other]].dropna()
    table[name] = [rule(both[one], both[other]) for rule in rules.values()]
table.loc["texts"] = [len(texts[pair].dropna()) for pair in pairs.values()]
table.round(2)

# %% [markdown]
# The same votes of China and Russia give 0.25, 0.62, 1.00 and 0. None of the four is wrong. By the
# strict rule China votes on Ukraine far more like India than like Russia. Without abstentions
# only China's few no votes are left, and on those the two agree. Kappa is zero because Russia always
# says no: its vote carries no information about China's. NaN means that nothing is left to count.

# %% [markdown]
# **Quick check.** A newspaper writes that China "sided with Russia" each time it did not vote yes.
# Which votes does it count wrongly?
#
# <details><summary>Show the answer</summary>
# The abstentions. Not voting yes is not voting no. China voted no on three of these texts; on the
# others it abstained, like India on almost all of them.
# </details>

# %% [markdown]
# ## Step 2. Up or down? Ask the definition
#
# Claim C20 could be tested by a trend. One institute published a fall of agreement from 2018 to
# 2024, in rounded numbers. The next cell shows what it printed. We cannot repeat 2024, because
# votes by state are missing for it.

# %%
published[["year", "pair", "value", "rounded", "publisher"]]

# %% [markdown]
# What we can compare is 2018 with 2025. We join both tables of votes.

# %%
votes_2025 = load("unga_votes_2025").assign(year=2025)
votes = pd.concat([load("unga_votes"), votes_2025], ignore_index=True)
votes.groupby("year").size().loc[[2018, 2021, 2025]]

# %% [markdown]
# Note the number of votes: about twice as many in 2025. We will come back to it. This function
# counts one pair, year by year, under one rule.


# %%
def by_year(votes: pd.DataFrame, one: str, other: str, rule) -> pd.DataFrame:
    """Agreement of two states by year, over the texts on which both voted."""
    both_voted = votes[[one, other]].isin(["Y", "A", "N"]).all(axis=1)
    years = votes[both_voted].groupby("year")
    value = years.apply(lambda rows: rule(rows[one], rows[other]))
    return pd.DataFrame({"n": years.size(), "value": value})


# %% [markdown]
# China and Russia under the strict rule, in the three years.

# %%
china_russia = by_year(votes, "CHN", "RUS", rules["strict"]).loc[[2018, 2021, 2025]]
china_russia.round(3)

# %% [markdown]
# Is a difference of a hundredth a difference? If the texts of a year were a random draw from many
# possible ones, the share would vary by chance. The **Wilson interval** says how far, at the usual
# level of confidence. (The thin lines of the first figure come from a simpler formula; for shares
# that are not near 0 or 1 the two hardly differ.)

# %%
n, share, z = china_russia["n"], china_russia["value"], 1.96  # 95 per cent confidence
middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
half = z * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n)
pd.DataFrame({"low": middle - half, "share": share, "high": middle + half}).round(2)

# %% [markdown]
# The intervals overlap almost fully. By the strict rule nothing changed that we could see. Now the
# other rules, and one more choice: **contested texts** leaves out the texts that China, Russia, the
# United Kingdom and Brazil all support, because agreement on those says little.

# %%
all_yes = (votes[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)
contested = votes[~all_yes]
changes = {}
for name, one, other in [("China–Russia", "CHN", "RUS"), ("US–UK", "USA", "GBR")]:
    found = {rule: by_year(votes, one, other, f)["value"] for rule, f in rules.items()}
    found["contested, strict"] = by_year(contested, one, other, rules["strict"])["value"]
    changes[name] = {rule: values[2025] - values[2018] for rule, values in found.items()}
change = pd.DataFrame(changes)
change.round(3)

# %% [markdown]
# We draw the changes side by side. Kappa is no share, but it runs on a similar scale.

# %%
fig = go.Figure().update_layout(title="Change of agreement from 2018 to 2025, by definition")
for name, look in [("China–Russia", "China"), ("US–UK", "United States")]:
    text = change[name].map("{:+.3f}".format)
    fig.add_bar(x=change.index, y=change[name], name=name, text=text, **theme.bar(look))
fig = fig.update_traces(textposition="outside").update_xaxes(title="Definition")
fig = fig.update_yaxes(title="Change (share of votes)", range=[-0.4, 0.05])

# %% [markdown]
# Look for bars of one pair that point in different directions.

# %%
present(
    fig,
    finding="For China and Russia the sign depends on the definition: three rules rise by a "
    "hundredth or less, kappa and contested texts fall by more than a tenth; US and UK fall under "
    "all.",
    caveat="The two years hold different texts, so a change can come from the agenda alone.",
    table=change.round(3),
    sources=["unga_votes", "unga_votes_2025"],
)

# %% [markdown]
# Why do the rules disagree? In 2025 many more texts than before were put to a vote, and the United
# States voted no on most of them, often almost alone. Such texts lift the agreement of everybody
# else. We count them.

# %%
alone = all_yes & (votes["USA"] == "N")
alone.groupby(votes["year"]).agg(["sum", "size"]).loc[[2018, 2021, 2025]]

# %% [markdown]
# In 2025 the US voted no on 102 of 192 texts while China, Russia, the UK and Brazil all voted yes.
# A change in what is put to a vote can move the number more than a change in what two states want.
#
# A sixth ruler tries to allow for the agenda: the **ideal points** of lesson 00 place states on one
# line, year by year. The distance of two points has no unit; small means alike.

# %%
points = load("ideal_points").pivot(index="year", columns="iso3", values="point")
distance = pd.DataFrame({"China–Russia": (points["CHN"] - points["RUS"]).abs()})
distance["US–UK"] = (points["USA"] - points["GBR"]).abs()
distance.loc[[1990, 2018, 2021, 2022, 2024]].round(2)

# %% [markdown]
# By this ruler China and Russia stood nearer to each other in 2024 than in any year since 1990, and
# the US and the UK drew nearer as well. So six rulers give two answers, and each is right about
# what it measures.

# %% [markdown]
# **Quick check.** "Agreement of China and Russia in the General Assembly rose." What must be added
# before the sentence can be checked?
#
# <details><summary>Show the answer</summary>
# The definition of agreement, the years, the source of the votes, and a reference pair. A reader
# also needs the number of votes.
# </details>

# %% [markdown]
# ## The agreement lens
#
# Choose a definition, a choice of texts, a pair and a reference pair. Six issues are coded, but only
# up to 2019. The earlier table also holds the years before 1992.

# %%
early = load("unga_votes_1946_2019")
early = early[early["year"] >= 1972]
whole = pd.concat([early[early["year"] < 1992], votes], ignore_index=True)
choices = {"all texts": whole, "contested texts": contested}
for issue in ["nuclear", "arms_control", "colonialism", "human_rights", "economic", "palestine"]:
    choices[f"{issue.replace('_', ' ').capitalize()} (to 2019)"] = early[early[issue]]

# %% [markdown]
# The lens uses the function `by_year` and the four rules from above.

# %%
from alignment.widgets import AgreementLens

states = {"CHN": "China", "RUS": "Russia", "USA": "US", "GBR": "UK", "FRA": "France"}
states |= {"IND": "India", "BRA": "Brazil", "ZAF": "South Africa", "JPN": "Japan"}
lens = AgreementLens(by_year, texts=choices, rules=rules, states=states)
lens

# %% [markdown]
# The same in one code cell, without the panel: how alike do China and Brazil vote by the strict
# rule? Compare with China and Russia above.

# %%
by_year(votes, "CHN", "BRA", rules["strict"]).loc[[2018, 2021, 2025]].round(3)

# %% [markdown]
# **Quick check.** By the strict rule, which state did China agree with more often in 2025: Russia
# or Brazil? Is Brazil therefore closer to China?
#
# <details><summary>Show the answer</summary>
# Brazil. It does not follow that Brazil is closer: in that year the texts were mostly ones that
# nearly all states support. On contested texts the comparison can be another; try it in the lens.
# </details>

# %% [markdown]
# ## Step 3. Where do they oppose each other?
#
# **Opposed** means that one voted yes and the other no. We count by issue, for the last six years
# that are coded, with the US and the UK as the reference pair.

# %%
late = early[early["year"] >= 2014]
opposed = {}
for issue in ["nuclear", "arms_control", "colonialism", "human_rights", "economic", "palestine"]:
    on_it = late[late[issue]]
    for name, one, other in [("China–Russia", "CHN", "RUS"), ("US–UK", "USA", "GBR")]:
        both = on_it[on_it[[one, other]].isin(["Y", "A", "N"]).all(axis=1)]
        against = both[[one, other]].isin(["Y", "N"]).all(axis=1) & (both[one] != both[other])
        opposed[(issue.replace("_", " ").capitalize(), name)] = against.mean()
opposed = pd.Series(opposed).unstack()
opposed.round(3)

# %% [markdown]
# Most lists of disputes between the two name the death penalty, mines and cluster munitions. Those
# occur, but nuclear disarmament comes first.

# %%
order = opposed.sort_values("China–Russia")
fig = go.Figure().update_layout(title="On which issues do two partners vote against each other?")
fig = fig.update_xaxes(title="Opposed, 2014 to 2019 (share of votes)").update_yaxes(title="Issue")
for name, look in [("China–Russia", "China"), ("US–UK", "United States")]:
    bars = theme.bar(look) | {"orientation": "h", "name": name}
    bars |= {"text": order[name].map("{:.0%}".format), "textposition": "outside"}
    fig.add_bar(x=order[name], y=order.index, **bars)
fig = fig.update_layout(height=480, legend_traceorder="reversed")

# %% [markdown]
# Compare the longest bar of each pair.

# %%
nuclear, palestine = opposed.loc["Nuclear"], opposed.loc["Palestine"]
present(
    fig,
    finding=f"China and Russia oppose each other on {nuclear['China–Russia']:.0%} of nuclear texts; "
    f"the US and the UK on {palestine['US–UK']:.0%} of texts on Palestine.",
    caveat="Partners that oppose each other on an issue may still cooperate on every other one.",
    table=order.round(3).reset_index(names="issue"),
    sources=["unga_votes_1946_2019"],
)

# %% [markdown]
# In 2025 there were few such texts. The next cell lists them, with the vote of the United States.

# %%
here = votes_2025[votes_2025[["CHN", "RUS"]].isin(["Y", "N"]).all(axis=1)]
split = here[here["CHN"] != here["RUS"]]
print(f"opposed on {len(split)} of {len(votes_2025)} texts")
split[["title", "CHN", "RUS", "USA"]].reset_index(drop=True)

# %% [markdown]
# **Quick check.** On all of these texts one state of the two stands nearer to the United States.
# Which one?
#
# <details><summary>Show the answer</summary>
# Russia. China voted yes each time; Russia and the United States voted no together on most of them.
# Two states can be partners and still want different rules, here above all about weapons.
# </details>

# %% [markdown]
# ## Step 4. Does China's vote decide?
#
# Claim C8 calls China's diplomatic support *critical*. A vote is **pivotal** if the outcome would
# have been another with another vote. First the results on Ukraine.
#
# Ukraine and most UN members regard Crimea and four other regions as Ukrainian; Russia claims them
# as its own.

# %%
tallies = load("ukraine_tallies").dropna(subset=["yes"])
tallies[["text", "date", "subject", "yes", "no", "abstain", "absent", "CHN"]]

# %% [markdown]
# Each bar is the whole membership.

# %%
fig = go.Figure().update_layout(title="How did the UN's members vote on Ukraine?", barmode="stack")
colours = {"yes": theme.BLUE, "abstain": theme.SKY, "absent": theme.GRID, "no": theme.ORANGE}
ink = {"yes": "white", "absent": theme.INK}  # text that can be read in both themes
label = tallies["date"].dt.strftime("%b %Y") + ": " + tallies["subject"]
for vote, colour in colours.items():
    bars = {"name": vote, "marker_color": colour, "orientation": "h", "text": tallies[vote]}
    fig.add_bar(x=tallies[vote], y=label, textfont_color=ink.get(vote, "black"), **bars)
fig = fig.update_traces(textposition="inside", insidetextanchor="middle", textangle=0)
fig = fig.update_layout(height=480, legend_traceorder="normal")
fig = fig.update_xaxes(title="Members (states)")
fig = fig.update_yaxes(title="Text", autorange="reversed")

# %% [markdown]
# Support fell after the first year of the war and rose a little again in 2026. On the main texts
# China's vote did not move in these years, while that of the United States did (see Step 1).

# %%
counts = tallies.set_index("text")["yes"]
first, low, last = counts[["ES-11/1", "ES-11/7", "Lasting peace 2026"]]
present(
    fig,
    finding=f"Yes votes fell from {first} in March 2022 to {low} in February 2025 and were {last} "
    "a year later; the texts ask for different things.",
    caveat="A text that more states can accept gets more votes: wording moves the bars too.",
    table=tallies[["text", "date", "subject", "yes", "no", "abstain", "absent"]],
    sources=["ukraine_tallies"],
)

# %% [markdown]
# On important questions the Assembly needs **two thirds of the members present and voting**
# ([UN Charter, article 18](https://www.un.org/en/about-us/un-charter/full-text)). Members that
# abstain count as not voting. So the rule looks at yes and no only.


# %%
def passes(yes: int, no: int) -> bool:
    """Two thirds of those who said yes or no."""
    return yes >= 2 * no


# %% [markdown]
# To change one vote, we take the old one out of the count and put the new one in.


# %%
def recount(yes: int, no: int, old: str, new: str) -> tuple[int, int]:
    """The two counts when one state votes `new` instead of `old`."""
    return yes - (old == "Y") + (new == "Y"), no - (old == "N") + (new == "N")


# %% [markdown]
# The pane tries one vote of China on every text. Choose yes, no or abstain.

# %%
from alignment.widgets import PivotalityPane

pane = PivotalityPane(tallies, vote="CHN", recount=recount, passes=passes)
pane

# %% [markdown]
# The same for one text in code: February 2025, if China had voted no.

# %%
text = tallies.set_index("text").loc["ES-11/7"]
yes, no = recount(text["yes"], text["no"], text["CHN"], "N")
print(f"{yes} yes, {no} no: share {yes / (yes + no):.3f}, adopted: {passes(yes, no)}")

# %% [markdown]
# In the Assembly China's vote decided nothing on these texts. In the Security Council one
# permanent member is enough to stop a draft. Did Russia need China there?

# %%
vetoes = load("vetoes")
vetoes = vetoes[vetoes["date"].dt.year.between(2007, 2025)]
war = vetoes[vetoes["date"] >= "2022-02-24"]
for name, part in [("2007 to 2025", vetoes), ("of these, since February 2022", war)]:
    both = (part["CHN"] & part["RUS"]).sum()
    print(f"{name}: China {part['CHN'].sum()}, Russia {part['RUS'].sum()}, joint {both}")

# %% [markdown]
# Read the line in both directions. Every veto of China in these years was joint; most of Russia's
# vetoes were not. So "they veto together" is true of China and not of Russia. A double veto stops
# no more than a single one: what the second veto adds is company.
#
# Votes are not the whole of diplomatic support. Summits, contacts and protection from isolation
# leave no count. And caution shows in votes too: the next cell holds a **choice** of Council
# votes, not a sample, among them two on North Korea (claim C24).

# %%
chosen_votes = load("council_votes")
chosen_votes[["date", "item", "CHN", "RUS", "outcome"]]

# %% [markdown]
# On North Korea China vetoed with Russia in 2022 and abstained when Russia vetoed in 2024. One
# change of vote is a hint at caution, no proof of it.
#
# The last two rows are from 2026, after the years counted above. In March both abstained on a text
# against Iran's attacks; in April both vetoed one on the Strait of Hormuz. With it, the joint vetoes
# since 2007 are seventeen.
#
# What else has happened between the two since January 2025? These are the diplomatic events in the
# timeline of this course.

# %%
pd.options.display.max_colwidth = 130
since = timeline.query("start >= '2025-01-01'")
words = "statement|UNSC|Assembly|Council|veto|treaty of 2001|visits|FSB"
since.loc[since["event"].str.contains(words), ["date", "event"]].reset_index(drop=True)

# %% [markdown]
# Read it in both directions again: new joint texts, and a leaked Russian paper that warns of China.
# Votes hold neither.

# %% [markdown]
# **Quick check.** "China blocked the UN on Ukraine." What would have to be in the tables for this
# to be true?
#
# <details><summary>Show the answer</summary>
# A draft on Ukraine that failed because of China's vote: a Chinese veto in the Council, or a text
# in the Assembly whose majority breaks with China's vote. The tables hold neither.
# </details>

# %% [markdown]
# ## Step 5. Where do third states stand?
#
# Claims C12 and C15 are about everybody else. A test: take the texts on which China and Russia voted
# alike (yes or no) and the United States voted the opposite. How did all other states vote?

# %%
third = load("unga_third_states").set_index("year")
cast = third[["with_china_russia", "with_us", "abstain"]]
shares = cast.div(cast.sum(axis=1), axis=0)
shares.loc[[1992, 2001, 2011, 2021]].round(3)

# %% [markdown]
# Single years are few texts. We add up the votes of whole periods before we divide.

# %%
ends = [1991, 2001, 2011, 2017, 2021]
names = ["1992 to 2001", "2002 to 2011", "2012 to 2017", "2018 to 2021"]
period = pd.cut(cast.index, ends, labels=names)
sums = cast.groupby(period, observed=True).sum()
by_period = sums.div(sums.sum(axis=1), axis=0)
by_period.round(3)

# %% [markdown]
# The two lines below are shares of the same votes; the rest are abstentions.

# %%
fig = go.Figure().update_layout(title="When China and Russia face the US, who has company?")
for column, name, look in [
    ("with_china_russia", "with China and Russia", "China"),
    ("with_us", "with the United States", "United States"),
]:
    fig.add_scatter(x=shares.index, y=shares[column], name=name, **theme.line(look))
fig = fig.update_xaxes(title="Year")
fig = fig.update_yaxes(title="Votes of third states (share)", range=[0, 1])

# %% [markdown]
# Level and trend say different things. Look at both.

# %%
old, new = by_period.iloc[0], by_period.iloc[-1]
present(
    fig,
    finding=f"Most third states vote with China and Russia, but less than before: "
    f"{old['with_china_russia']:.0%} in the 1990s, {new['with_china_russia']:.0%} in 2018 to 2021; "
    f"with the US {old['with_us']:.0%} and {new['with_us']:.0%}.",
    caveat="Only adopted texts are in the data, so drafts that the US side stopped are missing.",
    table=by_period.round(3).reset_index(names="period"),
    sources=["unga_third_states"],
)

# %% [markdown]
# A study of more than a thousand such votes reads the level: the US side seldom wins. It adds
# that the US calls only a small part of these texts important, and does better on those
# ([Davis Center](https://daviscenter.fas.harvard.edu/insights/global-battle-hearts-and-minds-russia-and-china-have-edge-over-us)).
# The trend up to 2021 points the other way. Neither shows *why* a state votes as it does: many of
# these texts are about Palestine, and a state can hold its view of that without asking Beijing.
#
# Opinion polls are another ruler. Mind who was asked.

# %%
opinion = load("opinion")
pew = opinion[opinion["population"].str.contains("25-country|35-country")]
pew = pew[pew["question"].str.startswith("favourable")]
pew[["population", "year", "question", "value"]].reset_index(drop=True)

# %% [markdown]
# Did the view of China improve by five points or by one? Only the same set of countries can be
# compared, so it is five. A median also hides its members: single countries lie far above and far
# below it.

# %% [markdown]
# **Quick check.** Favourable views of China rose. Is this evidence that China and Russia together
# weaken American influence?
#
# <details><summary>Show the answer</summary>
# Weak at best. The poll asks about China, not about the cooperation; views of the United States
# can fall because of what the United States does. The counterfactual is the same as in every
# lesson: what would differ if the two did not cooperate?
# </details>

# %% [markdown]
# ## The other side of the table
#
# The same votes are read differently elsewhere. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Beijing.** After an abstention its ambassador called the vote an independent judgement on the
#   merits and asked for talks and a ceasefire
#   ([China's mission to the UN, July 2024](http://un.china-mission.gov.cn/eng/chinaandun/securitycouncil/regionalhotspots/202407/t20240712_11453219.htm)).
# - **Moscow.** Its ambassador said that Western states use the members of the Assembly for aims of
#   their own, and apply double standards
#   ([Sputnik, October 2022](https://sputniknews.com/20221012/un-general-assembly-members-used-by-collective-wests-big-players---russian-envoy-to-un-1101785237.html)).
# - **Delhi.** India abstained, upheld the Charter and territorial integrity, and asked whether a
#   process without one of the two sides can lead anywhere
#   ([India West, February 2023](https://indiawest.com/india-again-abstains-on-un-resolution-on-ukraine/)).
# - **A critic in the United States.** Shidore finds that states of the Global South follow their own
#   interests and do not want to choose sides, and that pressing them costs Washington more than
#   rivals do
#   ([Quincy Institute](https://quincyinst.org/report/winning-the-majority-a-new-u-s-bargain-with-the-global-south/)).
#
# **Turn the frame round.** On many texts of 2025 the United States voted against nearly everybody,
# allies included. Write claim C12 with another subject: "... is weakening American influence
# globally". Which numbers of this lesson would you quote for each candidate?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion enter your best score (most likely) and two ends: a right score below the lowest,
# or above the highest, should surprise you one time in ten. Add one line of evidence. Judge the **cooperation**: what would be different if both countries existed with
# the same aims, but did not cooperate? Trade belongs to lesson 4, payments to lesson 7. Your sheet
# is kept in `my-work/` and feeds the board in lesson 8. Nobody grades it.

# %%
from alignment.widgets import ScoreSheet

sheet = ScoreSheet("D")
sheet

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own numbers and your own note, and run it.

# %%
# sheet.set("A", 20, 35, 55, note="why I think so, with the figure I used")
sheet.to_frame()

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** China and Russia vote alike often. China's vote was pivotal on none of the
#   Ukraine texts we know. China vetoes only together with Russia; Russia often vetoes alone. They
#   oppose each other first on nuclear disarmament.
# - **Mixed.** Whether agreement rose or fell since 2018 depends on the definition and on the agenda.
#   Third states mostly vote with the two when these face the United States, but up to 2021 less
#   and less.
# - **Not settled here.** Why states vote as they do; what summits and protection from isolation are
#   worth; what happened in the gap from May 2022 to 2024.
#
# Confidence: high for votes and vetoes, moderate for trends across changing agendas, low for every
# statement about influence.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 06; its link stands at the end of this page.
#
# **Discuss.** Is voting together "weakening US influence", or normal diplomacy? Who decides what is
# put to a vote? What does the US vote of February 2025 do to the picture in the reading?
#
# **Read.** A summary of Andersson on China and Russia at the UN, the source of the published figures
# ([MERICS, via a copy](https://applevalleycitizens.org/note/11347/friends-moving-apart-china-and-russia-at-the));
# Nurullayev on three decades of votes
# ([The Diplomat](https://thediplomat.com/2023/09/in-global-battle-for-hearts-and-minds-china-and-russia-have-edge-over-us/));
# Bailey, Strezhnev and Voeten 2017 on why changing agendas make agreement hard to compare
# ([Journal of Conflict Resolution](https://doi.org/10.1177/0022002715595700)).
