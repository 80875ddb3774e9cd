"""A doubt on the terminal: its place, its reason, its line with a caret."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from kg.errors import Place

__all__ = ["show_doubt"]


def show_doubt(console: Console, place: Place, reason: str, text: str, start: int) -> None:
    """Print the place and reason of a doubt, and its line with a caret."""
    console.print(f"[yellow]{escape(str(place))}[/]: {escape(reason)}", soft_wrap=True)
    console.print(escape(caret(text, start)), soft_wrap=True, highlight=False)


def caret(text: str, offset: int) -> str:
    """The line of `offset` with a caret below it, at most 60 characters around the place."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - 20)
    end = text.find("\n", offset)
    line = text[start : min(end if end >= 0 else len(text), offset + 40)]
    before = "".join("\u3000" if ord(char) > 0x2E7F else " " for char in text[start:offset])
    return f"    {line}\n    {before}^".replace("\t", " ")
