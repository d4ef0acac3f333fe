"""People where a text names them: name, posts on either side of it, party."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summitry.model.records import Level
from summitry.reading.en.header.names import Name, begins_no_name, postnominals, scan_name, skip_honorifics
from summitry.reading.en.header.naming import Naming
from summitry.reading.en.header.plurals import find_plurals
from summitry.reading.en.header.posts import PartiesAt, Post, begins_no_post, scan_office, scan_post
from summitry.reading.parties import find_parties, is_state

_LOWER_POST = re.compile(
    r"(?:\A|(?<=[^\w’'-]))(?:(?:deputy\s+)?prime\s+minister|(?:deputy\s+)?(?:foreign|defen[cs]e|finance|interior|trade)\s+minister"
    r"|(?:vice[\s-])?president|chancellor|foreign\s+secretary|secretary\s+of\s+state|secretary[\s-]general|king|queen)"
    r"(?=\s+(?:of\s+(?:the\s+)?)?[A-ZÀ-Þ])"
    r"|(?<=\bThe\s)(?:prime\s+minister|president|chancellor|foreign\s+minister|foreign\s+secretary)"
    r"(?=\s+(?:today\s+)?(?:met|spoke|held|hosted|received|had|welcomed|visited|called)\b)"
)
_LOWER_WORDS = ("minister", "president", "chancellor", "secretary", " king ", " queen ")
_CLOCK = re.compile(r"\d\s*\Z")
_WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]")
_GAP = re.compile(r"(?:[’']s?)?[\s]+|(?:[’'])?\s*-\s*(?=[A-Z])")
_COMMA_GAP = re.compile(r"\s*,\s+(?:the\s+)?|\s+[–—-]\s+|\s+(?:and|&)\s+|\s*/\s*|\s+")
_JOIN = re.compile(r"\s+(?:and|&)\s+(?:(?:concurrent|concurrently|as)\s+)?|\s*/\s*|\s+cum\s+")
_SPACE = re.compile(r"\s+")
_AFTER = re.compile(
    r"\s*(?:,\s+(?:who\s+is\s+)?|\(\s*|\s+[–—-]\s+|\s+as\s+)(?:the\s+|[Tt]he\s+|an?\s+|[Hh]is\s+|[Hh]er\s+)?"
)
_APPOSED = re.compile(r",\s+")
# A rank of service that goes with a person's name beside the post ("the Cabinet Secretary, Ambassador A. Odhiambo").
_TITLE = re.compile(r"(?:Ambassador|Senator|General|Admiral)\s+")
_CLOSED = re.compile(r"\s*(?:[,.;:)–—]|\Z|\s(?:and|on|in|at|to|for|by|today|met|spoke|had|held)\b)")
_OF_PARTY = re.compile(r"\s*,?\s+(?:of|from)\s+(?:the\s+)?|\s*\(\s*(?:the\s+)?")
# "Orlov, Sergei Viktorovich, Deputy Minister": a family name first, as lists of those present print it.
_LISTED = re.compile(r"(?:\A|[\n;:•·–—-])\s*\Z")


def find_namings(text: str) -> tuple[Naming, ...]:
    """Return every place where people are named by post or honorific, in text order, without overlap.

    Bare names ("Volodymyr Zelenskyy") are among them where they have at least two words.
    """
    parties = {mention.start: mention for mention in find_parties(text)}
    # Posts in small letters ("the prime minister of X") are read like those in capitals; the offsets stay.
    if any(word in text for word in _LOWER_WORDS):
        text = _LOWER_POST.sub(lambda post: post[0].title(), text)
    found = list(find_plurals(text, parties))
    taken = {naming.start: naming.end for naming in found}
    position = 0
    while match := _WORD.search(text, position):
        if match.start() in taken:
            position = taken[match.start()]
            continue
        start = match.start()
        if start not in parties and begins_no_name(text, start) and begins_no_post(text, start):
            position = match.end()
            continue
        naming = _scan(text, start, parties)
        if naming is None:
            mention = parties.get(match.start())
            position = mention.end if mention else match.end()
            continue
        found.append(naming)
        position = naming.end
    return tuple(sorted(found, key=lambda naming: naming.start) if taken else found)


# A military rank before a name is an honorific; the same word within a longer post is not.
_RANK = 3


@dataclass(slots=True)
class _Cursor:
    """What has been read so far of one naming."""

    position: int
    posts: list[Post]
    party: str | None = None
    honorific: bool = False


def _scan(text: str, start: int, parties: PartiesAt) -> Naming | None:
    if text.startswith("PM", start) and _CLOCK.search(text[max(0, start - 3) : start]):
        return None
    cursor = _Cursor(start, [])
    end = _scan_before(text, cursor, parties)
    name = scan_name(text, cursor.position, parties) or _name_in_apposition(text, cursor, parties)
    name = name and (_family_first(text, name, parties) or name)
    if name is None:
        if not cursor.posts:
            return None
        return Naming(cursor.posts[0].start, end, None, tuple(cursor.posts), _party_of(cursor))
    if not (cursor.posts or cursor.honorific) and " " not in name.text:
        return None
    cursor.position = name.end
    end = _scan_after(text, cursor, parties)
    return Naming(start, end, name, tuple(cursor.posts), _party_of(cursor), cursor.honorific)


def _family_first(text: str, family: Name, parties: PartiesAt) -> Name | None:
    """Return the whole name where a family name with a comma opens an entry of a list and a post follows it."""
    gap = _APPOSED.match(text, family.end)
    if gap is None or " " in family.text or not _LISTED.search(text[max(0, family.start - 3) : family.start]):
        return None
    given = scan_name(text, gap.end(), parties)
    after = _AFTER.match(text, given.end) if given else None
    if given is None or after is None or scan_post(text, after.end(), parties, appositive=True) is None:
        return None
    return Name(family.start, given.end, f"{family.text}, {given.text}")


def _name_in_apposition(text: str, cursor: _Cursor, parties: PartiesAt) -> Name | None:
    """Return the name between commas after a post ("the President of Poland, Jan Kowalski, visited")."""
    gap = _APPOSED.match(text, cursor.posts[-1].end) if cursor.posts else None
    title = _TITLE.match(text, gap.end()) if gap else None
    name = scan_name(text, title.end() if title else gap.end(), parties) if gap else None
    if name is None or " " not in name.text or not _CLOSED.match(text, name.end):
        return None
    return name


def _party_of(cursor: _Cursor) -> str | None:
    return next((post.party for post in cursor.posts if post.party), None) or cursor.party


def _scan_before(text: str, cursor: _Cursor, parties: PartiesAt) -> int:
    """Read parties, posts and honorifics before the name; return where the last of them ends."""
    end = cursor.position
    while True:
        skipped = skip_honorifics(text, cursor.position)
        post = scan_post(text, cursor.position, parties)
        if skipped > cursor.position and (post is None or post.end < skipped + _RANK):
            cursor.position, cursor.honorific = skipped, True
            end = skipped
            continue
        mention = parties.get(cursor.position)
        if mention is not None and not cursor.posts and mention.form != "capital":
            gap = _GAP.match(text, mention.end)
            if gap is None or scan_post(text, skip_honorifics(text, gap.end()), parties) is None:
                return end
            cursor.party, cursor.position = mention.code, gap.end()
            continue
        if post is None:
            return end
        _take(text, cursor, post, parties)
        end = post.end if cursor.posts[-1].end == post.end else cursor.posts[-1].end


def _take(text: str, cursor: _Cursor, post: Post, parties: PartiesAt) -> None:
    """Take a post and go on to what may follow it: a second post, an honorific, the name."""
    cursor.posts.append(post)
    cursor.position = post.end
    join = _JOIN.match(text, post.end)
    if join:
        following = scan_post(text, join.end(), parties)
        if (
            following is not None
            and not (post.party and following.party not in (None, post.party))
            and not _is_other(text, following, parties, post)
        ):
            cursor.position = join.end()
            return
    gap = _COMMA_GAP.match(text, post.end)
    plain = gap and not gap[0].strip(" \n\u00a0/–—-")
    if gap and "and" not in gap[0] and (plain or skip_honorifics(text, gap.end()) > gap.end()):
        cursor.position = gap.end()


def _is_other(text: str, following: Post, parties: PartiesAt, first: Post) -> bool:
    """Whether the post after "and" is somebody else's: "the President and Prime Minister Bennett" of equal rank."""
    return first.level is Level.SUMMIT and following.level is Level.SUMMIT


def _scan_after(text: str, cursor: _Cursor, parties: PartiesAt) -> int:
    """Read the party and the posts after a name; return where they end."""
    end = cursor.position
    if titles := postnominals().match(text, end):
        end = cursor.position = titles.end()
    party = _OF_PARTY.match(text, end)
    if party and (mention := parties.get(party.end())) and mention.form != "demonym":
        if cursor.party is None or not is_state(cursor.party):
            cursor.party = mention.code
        end = mention.end
        if text[end : end + 1] == ")":
            end += 1
    elif cursor.posts and not cursor.posts[-1].party and (office := scan_office(text, end, parties)):
        cursor.posts[-1] = replace(cursor.posts[-1], party=office[1])
        end = office[0]
    while opening := _AFTER.match(text, end):
        post = _scan_apposition(text, opening.end(), cursor, parties)
        if post is None:
            break
        cursor.posts.append(post)
        end = post.end
        while join := _JOIN.match(text, end):
            post = _scan_apposition(text, join.end(), cursor, parties)
            if post is None:
                break
            cursor.posts.append(post)
            end = post.end
        break
    return end


def _names_another(text: str, position: int, parties: PartiesAt) -> bool:
    """Whether the posts at an offset lead up to a name, so that they are that person's."""
    while plain := scan_post(text, position, parties):
        gap = _SPACE.match(text, plain.end)
        if gap and scan_name(text, skip_honorifics(text, gap.end()), parties) is not None:
            return True
        join = _JOIN.match(text, plain.end)
        if join is None:
            return False
        position = join.end()
    return False


def _scan_apposition(text: str, start: int, cursor: _Cursor, parties: PartiesAt) -> Post | None:
    """Return the post in apposition at an offset, unless it is the beginning of another person's naming."""
    mention = parties.get(start)
    position = start
    if mention is not None:
        gap = _GAP.match(text, mention.end)
        if gap is None:
            return None
        position = gap.end()
    post = scan_post(text, position, parties, appositive=True)
    if post is None:
        return None
    if _names_another(text, position, parties):
        return None
    others = {p.party for p in cursor.posts if p.party} | ({cursor.party} if cursor.party else set())
    if post.party and others and post.party not in others:
        return None
    if mention is not None:
        return Post(start, post.end, post.head, post.level, post.party or mention.code)
    return post
