"""A brief as one HTML page that needs nothing else: every value is escaped, no script, made to be printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from summitry.views.brief.model import Brief


def html(brief: Brief) -> str:
    """Return a brief as an HTML page."""
    return _template().render(brief=brief)


@cache
def _template() -> Template:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("brief.html")
