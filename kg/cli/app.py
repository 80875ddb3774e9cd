"""The application that the commands join, and the consoles to which they print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer
from rich.console import Console

__all__ = ["app", "at_end", "err", "out"]

app = typer.Typer(
    help="Government gazettes (政府公报) to a knowledge graph, every fact with its sentence.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)
_ends: list[Callable[[], None]] = []


def at_end(do: Callable[[], None]) -> None:
    """Have something done when the command has ended, by an error too; what it raises is the command's error."""
    _ends.append(do)


def end() -> None:
    """Do all that was put off to the end."""
    while _ends:
        _ends.pop()()


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version

        print(version("gazette-kg"))
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Government gazettes (政府公报) to a knowledge graph, every fact with its sentence."""
    context.call_on_close(end)
