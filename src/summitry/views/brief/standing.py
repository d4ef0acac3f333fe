"""Where things stand: the last engagements, and the last one on each level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.model.edtf import Edtf
from summitry.views.brief.model import Group, Line, Part
from summitry.views.brief.sources import Sources, names_words
from summitry.views.engagements import EngagementLine
from summitry.views.tracks import track_name, tracks
from summitry.views.words import count_words, date_words, fold, minutes_words, ordinal_words, printable

# People named on a line; a delegation of thirty is told of in the text itself.
_PEOPLE = 6
_LAST, _BELOW = 4, 6


def standing_part(met: Sequence[EngagementLine], uneven: Sequence[str], sources: Sources) -> Part:
    """Return the part on engagements.

    Args:
        met: engagements, the latest first.
        uneven: what is missing from series, in words.
        sources: takes up what is cited.
    """
    latest = met[:_LAST]
    shown = {line.row.id for line in latest}
    lower = [track.engagements[0] for track in tracks(met) if track.engagements[0].row.id not in shown]
    more = f"{count_words(len(met) - len(latest), 'earlier engagement')}" if len(met) > len(latest) else ""
    groups = [Group("Last engagements", tuple(_line(line, sources) for line in latest), more)] if latest else []
    if lower:
        groups.append(Group("Last on other levels", tuple(_line(line, sources) for line in lower[:_BELOW])))
    said = "; ".join(printable(words) for words in uneven)
    lead = f"Gaps and contradictions: {said}." if said else ""
    return Part("Where things stand", tuple(groups), lead if met else "No text tells of an engagement.")


def met_words(line: EngagementLine) -> str:
    """Return what an engagement was, in a few words: its number and series, or its form."""
    numbers = " or ".join(map(ordinal_words, line.row.ordinals))
    name = printable(line.row.name or f"{numbers} {line.name}")
    return name[:1].upper() + name[1:]


def dates_words(line: EngagementLine) -> str:
    """Return its date, all of them where the accounts differ."""
    return " or ".join(date_words(Edtf(day)) for day in line.row.dates) or "no date"


def places_words(line: EngagementLine) -> str:
    """Return its place by the fullest of the accounts, all of them where they differ."""
    places = [printable(place) for place in line.facts(lambda told: told.place)]
    return " or ".join(p for p in places if not any(p in other and p != other for other in places))


def _line(line: EngagementLine, sources: Sources) -> Line:
    where = ", ".join(filter(None, (dates_words(line), places_words(line))))
    levels = dict.fromkeys(track_name(account.engagement.level) for account in line.accounts)
    quotes = (sources.quote(account.finding, account.finding.evidence) for account in line.accounts)
    return Line(f"{met_words(line)}: {where}", tuple(quotes), next(iter(levels)), tuple(_notes(line)))


def _notes(line: EngagementLine) -> Iterator[str]:
    people = [_person(p.name, p.post, p.party) for p in line.participants]
    if people:
        rest = f" and {len(people) - _PEOPLE} more" if len(people) > _PEOPLE else ""
        yield f"With {'; '.join(people[:_PEOPLE])}{rest}"
    lengths = " or ".join(minutes_words(minutes) for minutes in line.facts(lambda told: told.minutes))
    occasions = [printable(occasion) for occasion in line.facts(lambda told: told.occasion)]
    told = [f"length {lengths}" if lengths else "", *(f"on the margins of {occasion}" for occasion in occasions)]
    if any(told):
        words = ", ".join(filter(None, told))
        yield words[:1].upper() + words[1:]
    published = {code for source in (*(a.finding for a in line.accounts), *line.row.texts) for code in source.publisher}
    silent = tuple(code for code in line.row.parties if code not in published)
    if silent:
        yield f"No account in the ledger from {names_words(silent, '')}"


def _person(name: str, post: str | None, party: str | None) -> str:
    more = ", ".join(filter(None, (fold(post or ""), party or "")))
    return printable(f"{name} ({more})" if more else name)
