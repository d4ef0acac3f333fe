"""The parameters that questions share, checked before anything is asked."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(given: Any) -> Any:
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError("a day is written as 2018-05-26")
    return given


Day = Annotated[date, BeforeValidator(_day)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+-]{1,16}$")]
Identity = Annotated[
    str, Path(pattern="^[0-9a-f]{6,16}$", description="The id, or (of a document) its beginning.", examples=["a1b2c3"])
]


class Query(BaseModel):
    """Parameters in the query; a name that is none is refused, so that no filter is lost by a slip."""

    model_config = ConfigDict(extra="forbid")


class Dated(Query):
    """A question as of a day."""

    as_of: Day | None = Field(None, description="Only what was published and decided by that day.")


class Asking(Dated):
    """A question about parties."""

    party: list[Code] = Field([], max_length=8, description="Codes of parties, all of which a document must be about.")


class Rows(Query):
    """Which page of an answer."""

    limit: int = Field(50, ge=1, le=500, description="Rows of a page.")
    cursor: str | None = Field(
        None, pattern=r"^[0-9]{1,9}\.[0-9a-f]{16}$", description="Where to go on: `next` of the page before."
    )


class Paged(Asking, Rows):
    """A question about parties whose answer comes in pages."""
