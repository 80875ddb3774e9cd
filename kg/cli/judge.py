"""`kg judge`: the pairs of names in doubt, asked one by one, the answers kept in corrections.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kg.cli.app import app, out
from kg.cli.folder import meant
from kg.cli.people import Folder, told
from kg.errors import OutputError
from kg.messages import say

SURE = 0.9
ANSWERS = {"s": "same", "d": "different"}


@app.command(
    epilog="Examples:  `kg judge graphs/mine`  ·  `kg judge graphs/mine --all`. The file's form, written by hand too: "
    '`[[same]]` and `[[different]]` with `people = ["…", "…"]` (ids from kg people --explain), `[[alias]]` with '
    "`printed`, `place`, `body`, `[[name]]` with `id`, `name`, `[[wrong]]` with `fact`."
)
def judge(
    folder: Folder = None,
    every: Annotated[bool, typer.Option("--all", help="Ask of every pair that is not certain.")] = False,
) -> None:
    """Ask whether the names in doubt are one person, and keep the answers for the next build."""
    from kg.identity import FILE, corrections, entry
    from kg.store import register

    home = meant(folder, "judgements.jsonl")
    decided = corrections(home / FILE).people
    asked = 0
    for one in register(home, "judgements.jsonl"):
        open_still = one["verdict"] == "unsure" or (every and one["confidence"] < SURE)
        if one["kind"] != "person" or not open_still or frozenset((one["left"], one["right"])) in decided:
            continue
        out.print(escape("\n".join(told(one))), soft_wrap=True)
        answer = typer.prompt(say("judge"), default="u", show_default=False).strip().lower()[:1]
        if answer == "q":
            break
        if answer in ANSWERS:
            append(home / FILE, entry(ANSWERS[answer], (one["left"], one["right"]), "kg judge"))
            asked += 1
    out.print(f"{say('decided')}: {asked}")


def append(path: Path, text: str) -> None:
    """Add an entry at the end of the file."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", path) from error
