"""A brief as Markdown (CommonMark): texts of others are escaped so that they stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.views.brief.model import Brief, Group, Line, Quoted, Reference

# All that may begin or end a construct within a line; GitHub's bare addresses and mentions too.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!@$])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
# A line that one of these begins would be a list, a heading, a quote or a rule.
_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def markdown(brief: Brief) -> str:
    """Return a brief as Markdown."""
    return "\n".join(_blocks(brief)).rstrip() + "\n"


def escape(text: str) -> str:
    """Return words so that Markdown shows them as they are."""
    plain = _ADDRESS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# {escape(brief.title)}\n"
    yield f"**{escape(brief.subtitle)}**\n"
    yield f"{escape(brief.basis)}\n"
    for figure in brief.figures:
        remark = f" ({escape(figure.remark)})" if figure.remark else ""
        yield f"- {escape(figure.name).capitalize()}: **{escape(figure.value)}**{remark}"
    for part in brief.parts:
        yield f"\n## {escape(part.title)}\n"
        if part.lead:
            yield f"{escape(part.lead)}\n"
        for group in part.groups:
            yield from _group(group)
    yield "\n## Sources\n"
    yield from (f"{source.number}. {_source(source)}" for source in brief.sources)


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield f"### {escape(group.title)}\n"
    for line in group.lines:
        yield from _line(line)
    if group.more:
        yield f"\n*{escape(group.more)}*"
    yield ""


def _line(line: Line) -> Iterator[str]:
    label = f" \\[{escape(line.label)}\\]" if line.label else ""
    yield f"- **{escape(line.text)}**{label}"
    for note in line.notes:
        yield f"  - {escape(note)}"
    for quoted in line.quotes:
        yield f"  - {_quoted(quoted)}"


def _quoted(quoted: Quoted) -> str:
    source = quoted.source
    lead = f"{escape(quoted.lead)}: " if quoted.lead else ""
    told = f"{escape(source.publisher)}, {escape(source.published)}: {_linked(source)}"
    return f"{lead}“{escape(quoted.words)}” — {told} \\[{source.number}\\]"


def _source(source: Reference) -> str:
    place = f"<{source.url}>" if source.url else escape(source.place)
    return f"{escape(source.publisher)}, {escape(source.published)}: {escape(source.title)}, {place}"


def _linked(source: Reference) -> str:
    title = escape(source.title)
    return f"[{title}](<{source.url}>)" if source.url else f"{title} ({escape(source.place)})"
