"""One place where a text names somebody: the type that reading people's names passes on."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.records import Level
from summitry.reading.en.header.names import Name
from summitry.reading.en.header.posts import Post


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a text names a person or only a post.

    Args:
        start: offset of the first word (post, honorific or name).
        end: offset after the last word, posts after the name included.
        name: the name; ``None`` where only the post is printed.
        posts: the printed posts, in text order.
        party: the side, where the words themselves tell it.
        honorific: whether an honorific stands before the name.
    """

    start: int
    end: int
    name: Name | None
    posts: tuple[Post, ...]
    party: str | None
    honorific: bool = False

    @property
    def level(self) -> Level | None:
        """The highest level among the posts; ``None`` where no post is of the executive."""
        levels = [post.level for post in self.posts if post.level]
        return min(levels, key=list(Level).index) if levels else None
