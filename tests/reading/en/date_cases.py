"""Sentences of our own with their date expressions: (reference, sentence, [(words, value, role), …])."""

from __future__ import annotations

Case = tuple[str, str, list[tuple[str, str | None, str]]]

SPANS: list[Case] = [
    ("2017-11-10", "The envoys met in 2016.", [("2016", "2016", "past")]),
    ("2017-11-10", "The work will be finished by 2020.", [("by 2020", "../2020", "deadline")]),
    (
        "2017-11-10",
        "The plan was drawn up at the end of October.",
        [("the end of October", "2017-10-21/2017-10-31", "past")],
    ),
    (
        "2022-04-01",
        "They will speak at 1:15 p.m. on Thursday, April 14, 2022.",
        [("1:15 p.m. on Thursday, April 14, 2022", "2022-04-14", "deadline")],
    ),
    ("2022-04-01", "They will speak on the morning of 5 May.", [("the morning of 5 May", "2022-05-05", "deadline")]),
    ("2022-04-01", "They spoke on Tuesday evening.", [("Tuesday evening", "2022-03-29", "past")]),
    (
        "2022-04-01",
        "The minister will visit from 6 to 11 September.",
        [("6 to 11 September", "2022-09-06/2022-09-11", "deadline")],
    ),
    (
        "2022-04-01",
        "Votes were cast between 5 and 7 March.",
        [("between 5 and 7 March", "2022-03-05/2022-03-07", "past")],
    ),
    ("2022-04-01", "It has grown since 2014 through 2020.", [("since 2014 through 2020", "2014/2020", "past")]),
    (
        "2025-05-01",
        "They will meet on June 9 and 10, 2025.",
        [("June 9 and 10, 2025", "2025-06-09/2025-06-10", "deadline")],
    ),
    (
        "2022-03-29",
        "He will be here on Thursday and Friday this week.",
        [("Thursday and Friday this week", "2022-03-31/2022-04-01", "deadline")],
    ),
    (
        "2023-05-26",
        "Eight years ago, on May 26, the two sides signed it.",
        [("Eight years ago", "2015", "past"), ("May 26", "2023-05-26", "time")],
    ),
    (
        "2022-04-01",
        "Reports are due in 2026, 2027, and 2028.",
        [("2026", "2026", "deadline"), ("2027", "2027", "deadline"), ("2028", "2028", "deadline")],
    ),
    (
        "2022-04-01",
        "Borders shifted in the 1930s and 1940s.",
        [("the 1930s", "1930/1939", "past"), ("1940s", "1940/1949", "past")],
    ),
    (
        "2021-11-08",
        "These are our plans until 2025 and 2030.",
        [("until 2025", "../2025", "deadline"), ("2030", "../2030", "deadline")],
    ),
    ("2021-11-08", "The final could be held in 2024 or 2025.", [("2024 or 2025", "2024/2025", "deadline")]),
    (
        "2021-12-29",
        "The exercise will be held in March or February.",
        [("March or February", "2022-02/2022-03", "deadline")],
    ),
    (
        "2021-11-08",
        "It met yesterday, exactly two weeks ago on Monday.",
        [
            ("yesterday", "2021-11-07", "past"),
            ("two weeks ago", "2021-10-25/2021-10-31", "past"),
            ("Monday", "2021-11-08", "time"),
        ],
    ),
]

EVENTS: list[Case] = [
    ("2022-04-01", "They will lay a wreath at the Harbour War Memorial.", []),
    (
        "2022-04-01",
        "The ministers met on the margins of the Lakes Summit.",
        [("on the margins of the Lakes Summit", None, "time")],
    ),
    (
        "2022-04-01",
        "They spoke ahead of the upcoming Harbour Summit.",
        [("ahead of the upcoming Harbour Summit", None, "deadline")],
    ),
    ("2022-04-01", "The envoy signed it during his visit.", [("during his visit", None, "past")]),
    (
        "2022-04-01",
        "Sanctions will stay until the full restoration of the river border.",
        [("until the full restoration of the river border", None, "deadline")],
    ),
    ("2022-04-01", "During the meeting, the leaders discussed fisheries.", []),
    ("2022-04-01", "During the call, they discussed fisheries.", []),
    (
        "2022-04-01",
        "Aid has grown since the start of the pandemic.",
        [("since the start of the pandemic", None, "past")],
    ),
    ("2022-04-01", "They will act when they meet, until the parties agree.", []),
    ("2022-09-29", "They reviewed work since the May summit.", [("May", "2022-05", "past")]),
    ("2022-04-01", "They recalled the President's visit last summer.", [("last summer", "2021-22", "past")]),
    (
        "2023-08-11",
        "Ahead of the election on August 20, the adviser met the minister.",
        [("August 20", "2023-08-20", "deadline")],
    ),
    ("2022-04-01", "They welcomed her attendance at the Lakes Summit.", []),
    ("2022-04-01", "The text was adopted at the invitation of the Presidency.", []),
    ("2022-04-01", "He will speak at the Coastal Forum, which will be held in May.", [("May", "2022-05", "deadline")]),
]

NAMES: list[Case] = [
    ("2022-04-01", "It recalled the 1997 Asian Financial Crisis.", [("1997", "1997", "past")]),
    ("2019-04-01", "They look forward to the 2020 Summer Olympics.", [("2020", "2020", "deadline")]),
    ("2022-04-01", "Emissions will fall from 2020 levels.", [("2020", "2020", "past")]),
    ("2022-04-01", "This builds on the 2007 Joint Declaration on Security Cooperation.", []),
    ("2022-04-01", "They recalled the 19 September 2005 Joint Statement.", []),
    ("2022-04-01", "They praised the Energy Strategy until 2030.", []),
    ("2026-04-01", "The FY27 Budget Request was published.", []),
    ("2022-04-01", "Rules under GATT 1994 apply to the 2030 Agenda and to Expo 2020.", []),
    ("2022-04-01", "They recalled Resolution 2231 (2015) and Resolutions 1718 and 1874.", []),
    ("2022-04-01", "Some 2,023 nurses and 2000 soldiers took part.", []),
    ("2022-04-01", "They condemned the 26/11 attacks and praised work done 24/7.", []),
    ("2022-04-01", "They stand by the Good Friday Agreement.", []),
    ("2022-04-01", "The 13-year-old met a teacher who is 100 years old.", []),
    ("2022-04-01", "It is now the annual forum, once again held, previously and already regularly, over time.", []),
    ("2022-04-01", "These are today's challenges, for a better tomorrow.", []),
    ("2022-04-01", "Prime Minister May said that the sides may march together.", []),
    ("2022-04-01", "They marked the 30th anniversary of the treaty.", []),
]

VAGUE: list[Case] = [
    ("2022-04-01", "They will meet soon.", [("soon", None, "deadline")]),
    (
        "2022-04-01",
        "The work will shortly begin, as soon as possible.",
        [("shortly", None, "deadline"), ("as soon as possible", None, "deadline")],
    ),
    ("2022-04-01", "They will meet in the near future.", [("in the near future", None, "deadline")]),
    (
        "2022-04-01",
        "Trade has recently grown in recent months.",
        [("recently", None, "past"), ("recent months", None, "past")],
    ),
    (
        "2022-04-01",
        "Talks will go on in the coming weeks and over the next few days.",
        [("the coming weeks", None, "deadline"), ("the next few days", None, "deadline")],
    ),
    ("2022-04-01", "It was opened a few months ago.", [("a few months ago", None, "past")]),
]

ROLES: list[Case] = [
    (
        "2022-04-01",
        "They will meet the challenges of the 21st century.",
        [("the 21st century", "2001/2100", "time")],
    ),
    ("2022-04-01", "The leaders met today.", [("today", "2022-04-01", "time")]),
    ("2022-04-01", "The leaders will meet later today.", [("later today", "2022-04-01", "deadline")]),
    ("2022-04-01", "Trade will double this year.", [("this year", "2022", "deadline")]),
    ("2022-04-01", "Trade stands at two billion this year.", [("this year", "2022", "time")]),
    ("2022-04-01", "The treaty has been in force since 2014.", [("since 2014", "2014/..", "past")]),
    ("2022-04-01", "The rule applies from 2025 onwards.", [("from 2025 onwards", "2025/..", "deadline")]),
    ("2022-04-01", "The match, initially scheduled for 5 April, was moved.", [("5 April", "2022-04-05", "deadline")]),
    (
        "2022-04-01",
        "They will meet annually, and experts twice a year.",
        [("annually", None, "time"), ("twice a year", None, "time")],
    ),
    ("2022-04-01", "Storage must be filled by 1 November each year.", [("by 1 November each year", None, "time")]),
    ("2022-04-01", "It won the cup for the third consecutive year.", [("the third consecutive year", None, "time")]),
    ("2022-04-01", "They need $5 billion per year.", [("per year", None, "time")]),
    ("2022-04-01", "They need $5 billion a year.", [("a year", None, "time")]),
    (
        "2022-04-01",
        "After a two-year break they spoke for 65 minutes.",
        [("two-year", None, "duration"), ("65 minutes", None, "duration")],
    ),
    (
        "2022-04-01",
        "It began three years after the war.",
        [("three years", None, "duration"), ("after the war", None, "past")],
    ),
]

VALUES: list[Case] = [
    (
        "2017-11-10",
        "It will be done before the end of this year.",
        [("before the end of this year", "../2017-12-31", "deadline")],
    ),
    ("2017-11-10", "It will be done before year-end.", [("before year-end", "../2017-12-31", "deadline")]),
    (
        "2017-11-10",
        "It will be done by the end of June 2018.",
        [("by the end of June 2018", "../2018-06-30", "deadline")],
    ),
    (
        "2017-11-10",
        "It will be done no later than 15 March.",
        [("no later than 15 March", "../2018-03-15", "deadline")],
    ),
    ("2017-11-10", "It will be done by 2050 at the latest.", [("by 2050 at the latest", "../2050", "deadline")]),
    ("2017-11-10", "It will start no sooner than May 2018.", [("no sooner than May 2018", "2018-05/..", "deadline")]),
    ("2017-11-10", "It is effective 1 March 2018.", [("effective 1 March 2018", "2018-03-01/..", "deadline")]),
    ("2017-11-10", "It will be done early in 2018.", [("early in 2018", "2018-01/2018-04", "deadline")]),
    ("2017-11-10", "It will be done in mid-May 2018.", [("mid-May 2018", "2018-05-11/2018-05-20", "deadline")]),
    (
        "2017-11-10",
        "It will be done in late 2018 or early 2019.",
        [("late 2018 or early 2019", "2018-09/2019-04", "deadline")],
    ),
    ("2017-11-10", "It will be done towards the next spring.", [("towards the next spring", "2018-21", "deadline")]),
    (
        "2022-03-02",
        "It will be done this week and next week.",
        [("this week", "2022-02-28/2022-03-06", "deadline"), ("next week", "2022-03-07/2022-03-13", "deadline")],
    ),
    ("2022-03-02", "It was done last weekend.", [("last weekend", "2022-02-26/2022-02-27", "past")]),
    (
        "2022-03-02",
        "They will meet this Friday and next Wednesday.",
        [("this Friday", "2022-03-04", "deadline"), ("next Wednesday", "2022-03-09", "deadline")],
    ),
    (
        "2022-03-02",
        "They met last Friday, last March and last spring.",
        [("last Friday", "2022-02-25", "past"), ("last March", "2021-03", "past"), ("last spring", "2021-21", "past")],
    ),
    ("2022-05-02", "They will meet next May.", [("next May", "2023-05", "deadline")]),
    ("2022-03-02", "They will meet later this week.", [("later this week", "2022-03-02/2022-03-06", "deadline")]),
    ("2022-03-02", "They met earlier this year.", [("earlier this year", "2022-01-01/2022-03-02", "past")]),
    ("2022-03-02", "They met two weeks ago.", [("two weeks ago", "2022-02-14/2022-02-20", "past")]),
    ("2022-03-02", "They will meet in two years.", [("in two years", "2024", "deadline")]),
    ("2022-03-02", "They met nearly eight decades ago.", [("nearly eight decades ago", "1942~", "past")]),
    ("2022-03-02", "They met over twenty years ago.", [("over twenty years ago", "../2002", "past")]),
    ("2022-03-02", "They met four or five months ago.", [("four or five months ago", "2021-10/2021-11", "past")]),
    ("2022-03-02", "Trade grew over the past five years.", [("the past five years", "2017-03-02/2022-03-02", "past")]),
    (
        "2022-03-02",
        "Trade will grow in the coming decade.",
        [("the coming decade", "2022-03-02/2032-03-02", "deadline")],
    ),
    (
        "2022-03-02",
        "Trade will grow over the next three to five months.",
        [("the next three to five months", "2022-03-02/2022-08-02", "deadline")],
    ),
    ("2022-03-02", "It will be done within 36 hours.", [("within 36 hours", "2022-03-02/2022-03-04", "deadline")]),
    (
        "2022-03-02",
        "It will be done within 100 days of a new threat.",
        [("within 100 days of a new threat", None, "deadline")],
    ),
    (
        "2022-03-02",
        "It will be done within 30 days from the date of this announcement.",
        [("within 30 days from the date of this announcement", "2022-03-02/2022-04-01", "deadline")],
    ),
    ("2022-03-02", "They met again six days later.", [("six days later", None, "past")]),
    (
        "2022-03-02",
        "Trade fell in 2020 and rose from the previous year.",
        [("2020", "2020", "past"), ("the previous year", "2019", "past")],
    ),
    ("2022-03-02", "It was signed the day before.", [("the day before", "2022-03-01", "past")]),
    (
        "2022-03-02",
        "It began in the mid-1990s and the late 1980s.",
        [("the mid-1990s", "1994/1996", "past"), ("the late 1980s", "1987/1989", "past")],
    ),
    ("2022-03-02", "It is a plan for the 21st century.", [("the 21st century", "2001/2100", "time")]),
    (
        "2022-03-02",
        "It grew in the first nine months of 2021.",
        [("the first nine months of 2021", "2021-01/2021-09", "past")],
    ),
    (
        "2022-03-02",
        "It will open in the second quarter of FY2024.",
        [("the second quarter of FY2024", "2024-01/2024-03", "deadline")],
    ),
    ("2022-03-02", "It will open this fiscal year.", [("this fiscal year", "2021-10/2022-09", "deadline")]),
    ("2014-03-02", "Trade with Australia was worth $70 billion in 2012-13.", [("2012-13", "2012-07/2013-06", "past")]),
    ("2024-03-02", "They welcomed its membership of the Council for 2024-25.", [("2024-25", "2024/2025", "time")]),
    (
        "2022-02-20",
        "It holds from 24 February for 30 days.",
        [("from 24 February", "2022-02-24/..", "deadline"), ("30 days", None, "duration")],
    ),
    ("2022-03-10", "It will open on the 30th.", [("the 30th", "2022-03-30", "deadline")]),
    (
        "2022-02-10",
        "It will open in the week of 3 March.",
        [("the week of 3 March", "2022-02-28/2022-03-06", "deadline")],
    ),
    ("2022-02-10", "It will be done by the decade's end.", [("by the decade's end", "../2029-12-31", "deadline")]),
    (
        "2023-12-09",
        "On Saturday, December 9, the adviser met the minister.",
        [("Saturday, December 9", "2023-12-09", "time")],
    ),
]

FAMILIES = {"spans": SPANS, "events": EVENTS, "names": NAMES, "vague": VAGUE, "roles": ROLES, "values": VALUES}

# Phrases with their value from 10 November 2017, as what is still to come.
PHRASES: list[tuple[str, str | None]] = [
    ("before the end of this year", "../2017-12-31"),
    ("early in 2018", "2018-01/2018-04"),
    ("towards the next spring", "2018-21"),
    ("from 2018 onwards", "2018/.."),
    ("in November or December this year", "2017-11/2017-12"),
    ("at the end of January", "2018-01-21/2018-01-31"),
    ("in the first half of next year", "2018-01/2018-06"),
    ("within three months", "2017-11-10/2018-02-10"),
    ("no later than 15 March", "../2018-03-15"),
    ("by the decade's end", "../2019-12-31"),
    ("in early October", "2018-10-01/2018-10-10"),
]

# More notations, from 11 October 2023.
NOTATIONS: list[tuple[str, str | None]] = [
    ("10th November 2023", "2023-11-10"),
    ("the sixth of September 2023", "2023-09-06"),
    ("9th to 11th June", "2024-06-09/2024-06-11"),
    ("with effect from 1 April 2024", "2024-04-01/.."),
    ("Q3 2024", "2024-07/2024-09"),
    ("H1 of 2025", "2025-01/2025-06"),
    ("the third and fourth quarters of 2024", "2024-07/2024-12"),
    ("the last quarter of 2023", "2023-10/2023-12"),
    ("the second half of May", "2024-05-16/2024-05-31"),
    ("the second half of the 20th century", "1951/2000"),
    ("the first two weeks of November", "2023-11-01/2023-11-14"),
    ("the last day of March", "2024-03-31"),
    ("April/May 2024", "2024-04/2024-05"),
    ("Monday through Wednesday", "2023-10-16/2023-10-18"),
    ("28 February to 2 March 2024", "2024-02-28/2024-03-02"),
    ("September 30 – October 2", "2024-09-30/2024-10-02"),
    ("10 November this year", "2023-11-10"),
    ("the 24th of this month", "2023-10-24"),
    ("the autumn of next year", "2024-23"),
    ("winter 2023-24", "2023-24"),
    ("late spring next year", "2024-05"),
    ("late last night", "2023-10-10"),
    ("midnight on 31 December", "2023-12-31"),
    ("Monday (16 October)", "2023-10-16"),
    ("Tues., Oct. 17", "2023-10-17"),
    ("31/12/2023", "2023-12-31"),
    ("10.11.2023", "2023-11-10"),
    ("by end March 2024", "../2024-03-31"),
    ("by mid-2025", "../2025-08"),
    ("by the early 2030s", "../2033"),
    ("by mid-century", "../2050~"),
    ("a quarter of a century ago", "1998"),
    ("a decade and a half ago", "2008"),
    ("the rest of the decade", "2023-10-11/2029-12-31"),
    ("the year ahead", "2023-10-11/2024-10-11"),
    ("fiscal year 2024", "2023-10/2024-09"),
    ("the 2012-13 financial year", "2012-07/2013-06"),
    ("JFY2023", "2023-04/2024-03"),
    ("since last year", "2022/.."),
    ("as of 1 January 2024", "2024-01-01/.."),
    ("every four to five years", None),
    ("the weeks ahead", None),
    ("decades ago", None),
]
