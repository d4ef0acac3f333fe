"""A brief as PDF, set by Typst: the template gets it as data, so that no text of others is ever read as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from summitry.model.errors import SummitryError
from summitry.views.brief.model import Brief

_TEMPLATE = Path(__file__).with_name("brief.typ")


def pdf(brief: Brief) -> bytes:
    """Return a brief as a tagged PDF; the same brief gives the same bytes where the same fonts are installed.

    Raises:
        SummitryError: the extra ``brief`` is not installed, or the paper cannot be set.
    """
    try:
        import typst
    except ImportError as error:
        hint = 'Install the extra with: pip install "summitry[brief]"; or take --format html, docx or md.'
        raise SummitryError("a brief as PDF needs the package typst", hint) from error
    data = json.dumps(asdict(brief), ensure_ascii=False)
    noon = datetime.fromisoformat(f"{brief.day}T12:00:00").replace(tzinfo=UTC)
    try:
        made = typst.compile(_TEMPLATE.read_bytes(), sys_inputs={"brief": data}, format="pdf", timestamp=noon)
    except typst.TypstError as error:
        raise SummitryError(f"the brief could not be set as PDF: {error}", "Take --format html or docx.") from error
    return bytes(made)
