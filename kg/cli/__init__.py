"""The command line: each command parses its arguments, calls one function, prints.

What is slow to load (spaCy, networkx, pyvis) a command imports when it runs, so that the others start at once.
"""

from __future__ import annotations

import os
import sys

from rich.markup import escape

from kg.cli import (  # noqa: F401
    ask,
    build,
    changes,
    check,
    diff,
    dossier,
    doubts,
    evaluate,
    export,
    judge,
    mcp,
    open,
    path,
    people,
    serve,
    shared,
    sparql,
    task,
    together,
    top,
)
from kg.cli.app import app, err
from kg.errors import KgError
from kg.messages import say

__all__ = ["app", "main"]


def main() -> None:
    """Run a command; an error of the user's is one line and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KgError as error:
        err.print(f"[red]{say('error')}[/]: {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(error.exit_code) from None
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        told = f"{type(error).__name__}: {error}"
        err.print(f"[red]{say('bug')}[/]: {escape(told)} (KG_DEBUG=1)", soft_wrap=True, highlight=False)
        raise SystemExit(70) from None
