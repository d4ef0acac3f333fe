"""What looks like a date and is none: names of documents, amounts, people, figurative words."""

from __future__ import annotations

from summitry.reading.en.dates.numbers import DASHES, year4
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary

_NAME_WINDOW = 8
_EARLIEST_YEAR = 1500
_NAMES = frozenset({"may", "april", "june", "august", "march"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr"})


def counts(tokens: Tokens, after: int) -> bool:
    """Whether the word makes the number before it an amount."""
    return tokens.low[after] in around("amount_after")


def not_a_month(tokens: Tokens, at: int) -> bool:
    """Whether a bare month's name is something else: the verb "may", a person's name, a march, a decree's name."""
    word, before, after = tokens.low[at], tokens.before(at), tokens.low[at + 1]
    if word not in _NAMES:
        return _is_decree(tokens, at + 1)
    first = at == tokens.sentence(at)[0] or before in ('"', "“", "(")
    if word == "may" and (after in around("may_is_a_verb_before") or (first and after not in (",", "'s"))):
        return True
    if word == "march" and first and after not in (",", "and", "-", "of", "'s"):
        return True
    return _is_decree(tokens, at + 1) or _is_person(tokens, at)


def _is_decree(tokens: Tokens, at: int) -> bool:
    """ "The May executive orders", "the April decree": the month is part of a document's name."""
    return any(word in around("decrees") for word in tokens.low[at : at + 2])


def _is_person(tokens: Tokens, at: int) -> bool:
    """ "Mrs. May", "Prime Minister May"."""
    before = tokens.before(at)
    if at and tokens.capital(at - 1) and before not in around("before_a_date") and before[-1:].isalpha():
        return before not in vocabulary().months
    return before == "." and tokens.before(at, 2) in _HONORIFICS


def not_a_season(tokens: Tokens, at: int) -> bool:
    """Whether a season's name is something else: a fall of something, part of a name, water, sport."""
    word, before, after = tokens.low[at], tokens.before(at), tokens.low[at + 1]
    if tokens.capital(at):
        before_it = at > 0 and tokens.capital(at - 1) and before not in around("before_a_date")
        if before_it or (after[:1].isalpha() and tokens.capital(at + 1)):
            return True
    if word == "fall" and after in around("fall_is_a_drop_before"):
        return True
    if word == "spring" and after in around("spring_is_water_before"):
        return True
    return after in around("season_is_a_name_before")


def not_a_holiday(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a feast's name is a greeting or part of a name."""
    before = tokens.before(at)
    greeting = before in around("feast_is_a_greeting_after") or before[:1].isdigit()
    return greeting or tokens.low[after] in around("feast_is_a_name_before")


def not_a_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits are something else than a year: an amount, or part of a name."""
    value, after = year4(tokens, at), tokens.low[at + 1]
    if value is None or value < _EARLIEST_YEAR or _amount(tokens, at) or _glued(tokens, at):
        return True
    if after in vocabulary().counted or after in ("%", "°"):
        return True
    if tokens.before(at) == "(" and after == ")" and _numbered(tokens, at):
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
    listed = back > 1 and tokens.before(at, back) in around("amount_before")
    return before in around("amount_before") or listed


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether the digits are part of a longer number or word ("10/2020", "post-2015", "STS-2020")."""
    before, after = tokens.before(at), tokens.low[at + 1]
    if after in ("/", ".") and tokens.low[at + 2][:1].isdigit() and tokens.ends[at] == tokens.starts[at + 1]:
        return True
    if not before or before not in {"/", ".", ":", "+", *DASHES} or tokens.ends[at - 1] != tokens.starts[at]:
        return False
    dated = at >= 2 and (year4(tokens, at - 2) is not None or tokens.before(at, 2) in ("mid", "early", "late", "end"))
    return not dated


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
    opens = at - 1 == tokens.sentence(at)[0]
    capital = tokens.capital(at - 1) and before[0].isalpha()
    return capital and (not opens or before in vocabulary().document_words or tokens.raw[at - 1].isupper())


def document_follows(tokens: Tokens, after: int) -> bool:
    """Whether capitalised words that name a document or body follow."""
    for step in range(after, min(after + _NAME_WINDOW, tokens.size)):
        word, capital = tokens.low[step], tokens.capital(step)
        if capital and word in vocabulary().document_words:
            return True
        if not capital and (step == after or word not in around("name_links")):
            return False
    return False


def in_a_title(tokens: Tokens, at: int) -> bool:
    """Whether a date or its bound belongs to a name: "the Strategy until 2030", "Work Plan IV (2021-2025)"."""
    back = 2 if tokens.before(at) in ("until", "till", "to", "for", "through", "(") else 1
    while tokens.before(at, back) in vocabulary().roman or tokens.before(at, back) in (
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
    ):
        back += 1
    return at >= back and tokens.capital(at - back) and tokens.before(at, back) in vocabulary().document_words


def figurative(tokens: Tokens, at: int, after: int) -> bool:
    """Whether "today" or "tomorrow" means an age rather than a day."""
    word, before = tokens.low[at], tokens.before(at)
    if word not in ("today", "tomorrow"):
        return False
    if tokens.low[after] == "'s" and (word == "tomorrow" or tokens.low[after + 1] in vocabulary().not_after_today):
        return True
    following = tokens.low[after : after + 3]
    if following == ("and", "into", "the") or following[:2] in (("and", "tomorrow"), ("or", "tomorrow")):
        return True
    if word == "tomorrow":
        return before in around("figurative_tomorrow_after")
    return before == "of" and tokens.before(at, 2) in around("ages_of_today")
