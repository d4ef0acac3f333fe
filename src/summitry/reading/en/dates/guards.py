"""What looks like a date and is none: names of documents, amounts, people, figurative words."""

from __future__ import annotations

from summitry.reading.en.dates.numbers import year4
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_NAME_WINDOW = 8
_NAME_LINKS = frozenset({"of", "on", "for", "the", "and", "in", "to", "against", "-", "–"})
_SURE_BEFORE = frozenset("in by since until till from during through throughout before after early late mid".split())
_AMOUNT_BEFORE = frozenset(
    {
        "$",
        "€",
        "£",
        "¥",
        "about",
        "over",
        "than",
        "nearly",
        "almost",
        "some",
        "least",
        "approximately",
        "no",
        "nos",
        "resolution",
        "resolutions",
        "unscr",
        "article",
        "phone",
        "#",
        "number",
        "usd",
        "eur",
    }
)
_MAY_AFTER = frozenset("i we you he she they it god this the all there not be have your our his her peace".split())
_PREPOSITIONS = frozenset(
    "in on by until till since before after during through throughout from early late mid this last next of the for and or between to last every each end beginning as around about".split()
)


def counts(tokens: Tokens, after: int) -> bool:
    """Whether the word makes the number before it an amount."""
    return tokens.low[after] in ("%", "percent", "per", "million", "billion", "thousand", "trillion")


def not_a_month(tokens: Tokens, at: int) -> bool:
    """Whether a bare month's name is something else: the verb "may", a person's name, a march."""
    word, before, after = tokens.low[at], tokens.before(at), tokens.low[at + 1]
    first = at == tokens.sentence(at)[0] or before in ('"', "“", "(")
    if word == "may":
        if after in _MAY_AFTER or (first and after not in (",", "'s", "2")):
            return True
        if tokens.low[at + 1] == "-" and tokens.low[at + 2] in ("be",):
            return True
    if word in ("march", "august") and first and after not in (",", "and", "-", "of", "'s"):
        return word == "march"
    if _is_order(tokens, at + 1):
        return True
    named = word in ("may", "april", "june", "august", "march")
    if named and at and tokens.capital(at - 1) and before not in _PREPOSITIONS and before[-1:].isalpha():
        return before not in vocabulary().months
    return named and (
        before in ("mr", "mrs", "ms", "dr", "theresa")
        or (tokens.before(at, 2) in ("mr", "mrs", "ms", "dr") and before == ".")
    )


def _is_order(tokens: Tokens, at: int) -> bool:
    """ "The May executive orders", "the April decree": the month is part of a document's name."""
    return any(word in ("order", "orders", "decree", "decrees") for word in tokens.low[at : at + 2])


def not_a_season(tokens: Tokens, at: int) -> bool:
    """Whether a season's name is something else: a fall of something, a name, an adjective, sport."""
    word, after = tokens.low[at], tokens.low[at + 1]
    if tokens.capital(at) and (
        (after[:1].isalpha() and tokens.capital(at + 1))
        or (at and tokens.capital(at - 1) and tokens.before(at) not in _PREPOSITIONS)
    ):
        return True
    if word == "fall" and after in ("of", "in", "from", "and", "under", "within", "into", "to"):
        return True
    return after in (
        "olympics",
        "olympic",
        "games",
        "paralympics",
        "school",
        "sports",
        "camp",
        "camps",
        "holidays",
        "clothing",
        "gear",
        "house",
        "clothes",
    ) or (word == "spring" and after in ("water", "from", "up"))


def not_a_holiday(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a feast's name is a greeting or part of a name."""
    before = tokens.before(at)
    return (
        before in ("happy", "merry", "a", "s")
        or tokens.before(at)[:1].isdigit()
        or tokens.low[after]
        in ("holidays", "holiday", "greetings", "tree", "island", "card", "message", "address", "wishes")
    )


def not_a_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits are something else than a year: an amount, or part of a name."""
    value = year4(tokens, at)
    before, after = tokens.before(at), tokens.low[at + 1]
    if value is None or value < 1500 or _amount(tokens, at):
        return True
    if (
        after in vocabulary().counted
        or tokens.low[at + 1] in ("%", "°")
        or (after in ("/", ".") and tokens.low[at + 2][:1].isdigit())
    ):
        return True
    if before in "-–" and tokens.before(at, 2) in ("post", "pre"):
        return True
    if (
        before in ("-", "–", "/", ".", ":", "+")
        and tokens.ends[at - 1] == tokens.starts[at]
        and not _follows_year(tokens, at)
    ):
        return True
    if before == "(" and after == ")" and _numbered(tokens, at):
        return True
    return named(tokens, at, at + 1)


def _amount(tokens: Tokens, at: int) -> bool:
    """Whether the words before make the number an amount or the number of a document ("Resolutions 1718 and 1874")."""
    before = tokens.before(at)
    if before == "than":
        return tokens.before(at, 2) not in ("later", "earlier", "sooner")
    if before == "about":
        return False
    back = 1
    while tokens.before(at, back) in (",", "and", "or", "(", ")") or tokens.before(at, back).isdigit():
        back += 1
    return before in _AMOUNT_BEFORE or (back > 1 and tokens.before(at, back) in _AMOUNT_BEFORE)


def _follows_year(tokens: Tokens, at: int) -> bool:
    return at >= 2 and (
        year4(tokens, at - 2) is not None
        or tokens.before(at, 2) in ("mid", "early", "late")
        or (tokens.before(at) in "-–" and tokens.before(at, 2) in ("mid", "end"))
    )


def _numbered(tokens: Tokens, at: int) -> bool:
    """ "Resolution 2231 (2015)"."""
    return tokens.before(at, 2)[:1].isdigit() or tokens.before(at, 2) in vocabulary().document_words


def named(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a year or date is part of a name: "the 2007 Joint Declaration", "Agenda 2030", "Expo 2020"."""
    if document_follows(tokens, after):
        return True
    before = tokens.before(at)
    if not at or before in vocabulary().capitals_before_year or before in vocabulary().months:
        return False
    start = tokens.sentence(at)[0]
    capital = tokens.capital(at - 1) and before[0].isalpha()
    return capital and (at - 1 > start or before in vocabulary().document_words or before.isupper())


def document_follows(tokens: Tokens, after: int) -> bool:
    """Whether capitalised words that name a document or body follow."""
    for step in range(after, min(after + _NAME_WINDOW, tokens.size)):
        word = tokens.low[step]
        if tokens.capital(step) and word in vocabulary().document_words:
            return True
        if (not tokens.capital(step) and word not in _NAME_LINKS) or (step == after and not tokens.capital(step)):
            return False
    return False


def in_a_title(tokens: Tokens, at: int) -> bool:
    """Whether a bound belongs to a document's name: "the Energy Strategy until 2030"."""
    return at > 0 and tokens.capital(at - 1) and tokens.before(at) in vocabulary().document_words


def figurative(tokens: Tokens, at: int, after: int) -> bool:
    """Whether "today" or "tomorrow" means an age rather than a day."""
    before = tokens.before(at)
    follows = tokens.low[after + 1] if tokens.low[after] == "'s" else tokens.low[after]
    word = tokens.low[at]
    if word in ("today", "tomorrow"):
        if tokens.low[after] == "'s" and (follows in vocabulary().not_after_today or word == "tomorrow"):
            return True
        if tokens.low[after : after + 3] == ("and", "into", "the") or tokens.low[after : after + 2] in (
            ("and", "tomorrow"),
            ("or", "tomorrow"),
        ):
            return True
        if before in ("of", "for", "than", "a", "better", "brighter", "the") and word == "tomorrow" and before != "the":
            return before not in ("for",) or True
        return before == "of" and tokens.before(at, 2) in (
            "world",
            "challenges",
            "problems",
            "realities",
            "leaders",
            "needs",
            "threats",
            "conditions",
            "issues",
            "youth",
            "generation",
        )
    return False
