"""The page as a server hands it out: with a script of that server, to which the search field gives its questions."""

from __future__ import annotations

import re

__all__ = ["served"]

POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content="[^"]*?)(script-src )')
HEAD = re.compile(r"(?=</head>)")


def served(page: str, script: str) -> str:
    """A page that loads a script of its own server and may connect to that server, and to nothing else.

    The script gives `askServer(question)`, a promise of what `kg ask --json` prints. The page of a file can
    neither load nor connect.
    """
    allowed = POLICY.sub(r"\1connect-src &#39;self&#39;; \2&#39;self&#39; ", page, count=1)
    return HEAD.sub(f'<script src="{script}"></script>\n', allowed, count=1)
