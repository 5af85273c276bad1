"""The events of 2026 in our own words, and what the units of the polls mean.

`order` tells two events of one day apart.
"""

EVENTS_2026 = """
date | order | event | category
2026-01-09 | 1 | Naval exercise Will for Peace off South Africa, led by China, with Russia and Iran
    | military
2026-01-13 | 1 | Gazprom reports deliveries through Power of Siberia above design capacity for 2025
    | alignment
2026-01-14 | 1 | China reports that trade with Russia fell in 2025, the first fall since 2020 | rift
2026-01-15 | 1 | Survey of Tsinghua University: Russia stays the most liked large country, but less
    than before | alignment
2026-01-23 | 1 | First talks of the United States, Russia and Ukraine together, in Abu Dhabi
    | context
2026-01 | 1 | US defence strategy calls Russia a manageable threat to NATO's eastern members
    | context
2026-02-04 | 1 | Video call of Xi and Putin; the treaty of 2001 is called automatically extended
    | alignment
2026-02-05 | 1 | The New START treaty expires | context
2026-02-20 | 1 | The EU's foreign policy chief says Russia keeps maximal demands in Geneva | context
2026-02-23 | 1 | The EU prolongs its sanctions against Russia; the 20th package is held up | context
2026-02-24 | 1 | UN General Assembly votes for a lasting peace in Ukraine; China and the United
    States abstain | context
2026-02-28 | 1 | The United States and Israel strike Iran; Russia condemns, China voices concern
    | context
2026-03-09 | 1 | SIPRI reports a fall of Russian arms exports by almost two thirds | rift
2026-03-10 | 1 | China reports growing trade with Russia for January and February | alignment
2026-03-11 | 1 | The Security Council condemns Iranian attacks on Gulf states; China and Russia
    abstain | alignment
2026-03-12 | 1 | The US Treasury licenses Russian oil already at sea for a month | context
2026-04-07 | 1 | China and Russia veto a draft on the Strait of Hormuz | grievance
2026-04-23 | 1 | The EU adopts its 20th package, with Chinese companies on its lists | context
2026-04-25 | 1 | China protests against the 20th package and announces an answer | grievance
2026-05 | 1 | China reports growing trade with Russia for January to April | alignment
2026-05-14 | 1 | The US president visits Beijing | context
2026-05-20 | 1 | Putin visits Beijing: joint statement, declaration on a multipolar world, extension
    of the treaty of 2001 | alignment
2026-05-20 | 2 | The summit ends without a contract for Power of Siberia 2 | rift
2026-06-27 | 1 | Joint strategic air patrol, counted as the eleventh | military
"""

POLL_UNITS = {"%": "exact", "% (nearly)": "about", "% (roughly)": "about"}
