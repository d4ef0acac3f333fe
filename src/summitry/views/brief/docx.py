"""A brief as a Word document; the same brief gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from summitry.views.brief.model import Brief, Group, Line, Quoted, Reference

_ACCENT, _ALARM, _SOFT = RGBColor(0x12, 0x3F, 0x6B), RGBColor(0x9B, 0x1C, 0x1C), RGBColor(0x59, 0x62, 0x6C)
# The oldest moment that a ZIP archive can give its members; theirs would be that of writing.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_bytes(brief: Brief) -> bytes:
    """Return a brief as a Word document."""
    made = docx.Document()
    _prepare(made, brief)
    made.add_heading(brief.title, 0)
    _words(made.add_paragraph(), brief.subtitle, size=13, color=_SOFT)
    _figures(made, brief)
    _words(made.add_paragraph(), brief.basis, size=9, color=_SOFT)
    for part in brief.parts:
        made.add_heading(part.title, 1)
        if part.lead:
            made.add_paragraph(part.lead)
        for group in part.groups:
            _group(made, group)
    made.add_heading("Sources", 1)
    for source in brief.sources:
        _source(made, source)
    buffer = io.BytesIO()
    made.save(buffer)
    return _settled(buffer.getvalue())


def _prepare(made: Any, brief: Brief) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(21)
    page.top_margin = page.bottom_margin = Mm(20)
    styles = made.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Georgia", Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 11.5)):
        style = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), _ACCENT
        style.font.name = "Arial"
        # The theme's font would win over the name.
        style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)
        style.element.rPr.rFonts.attrib.pop(qn("w:hAnsiTheme"), None)
    properties = made.core_properties
    properties.title, properties.author = f"{brief.title}: {brief.subtitle}", "Summitry"
    properties.created = properties.modified = datetime.fromisoformat(f"{brief.day}T12:00:00")
    footer = page.footer.paragraphs[0]
    _words(footer, f"{brief.title}, {brief.subtitle[:1].lower()}{brief.subtitle[1:]}", size=8, color=_SOFT)


def _figures(made: Any, brief: Brief) -> None:
    table = made.add_table(rows=1, cols=len(brief.figures))
    for cell, figure in zip(table.rows[0].cells, brief.figures, strict=True):
        _words(cell.paragraphs[0], figure.value, size=13, color=_ACCENT, bold=True)
        _words(cell.add_paragraph(), figure.name[:1].upper() + figure.name[1:], size=9, bold=True)
        _words(cell.add_paragraph(), figure.remark, size=8.5, color=_SOFT)


def _group(made: Any, group: Group) -> None:
    if group.title:
        made.add_heading(group.title, 2)
    for line in group.lines:
        _line(made, line)
    if group.more:
        _words(made.add_paragraph(), group.more, size=9, color=_SOFT)


def _line(made: Any, line: Line) -> None:
    head = made.add_paragraph()
    head.paragraph_format.space_before = Pt(6)
    head.paragraph_format.keep_with_next = True
    _words(head, line.text, bold=True)
    if line.label:
        _words(head, f"  {line.label}", size=8.5, color=_ALARM if line.urgent else _SOFT, bold=True)
    for note in line.notes:
        _words(_inner(made), note, size=9.5)
    for quoted in line.quotes:
        _quoted(_inner(made), quoted)


def _inner(made: Any) -> Any:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(5)
    paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _quoted(paragraph: Any, quoted: Quoted) -> None:
    source = quoted.source
    if quoted.lead:
        _words(paragraph, f"{quoted.lead}: ", size=9.5, bold=True)
    _words(paragraph, f"“{quoted.words}” ", size=9.5).italic = True
    _words(paragraph, f"{source.publisher}, {source.published}: ", size=8.5, color=_SOFT)
    _link(paragraph, source, source.title)
    _words(paragraph, f" [{source.number}]", size=8.5, color=_SOFT)


def _source(made: Any, source: Reference) -> None:
    paragraph = _inner(made)
    told = f"{source.number}. {source.publisher}, {source.published}: {source.title}, "
    _words(paragraph, told, size=9)
    _link(paragraph, source, source.place)


def _link(paragraph: Any, source: Reference, words: str) -> None:
    run = _words(paragraph, words, size=8.5, color=_SOFT)
    if source.url is None:
        return
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to(source.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made.append(run._r)
    paragraph._p.append(made)


def _words(paragraph: Any, words: str, *, size: float = 10.5, color: RGBColor | None = None, bold: bool = False) -> Any:
    run = paragraph.add_run(words)
    run.font.size, run.bold = Pt(size), bold
    if color is not None:
        run.font.color.rgb = color
    return run


def _settled(data: bytes) -> bytes:
    """The same archive with members that carry no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
