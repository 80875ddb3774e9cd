"""Scripts without what only their readers need: comments, indentation and blanks. Names and texts stay as written.

A script is cut into tokens as ECMAScript does it, so that nothing inside a text, a template or a regular
expression is touched; line breaks stay wherever the language may give them a meaning. The library rjsmin is not
used: it takes blanks out of the text of a template that stands inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["slim", "tokens"]

TOKEN = re.compile(
    r"""
      (?P<blank>[ \t\ufeff\u00a0]+) | (?P<line>[\r\n\u2028\u2029]+)
    | (?P<comment>//[^\r\n\u2028\u2029]* | /\*[\s\S]*?\*/)
    | (?P<text>"(?:[^"\\\r\n]|\\[\s\S])*" | '(?:[^'\\\r\n]|\\[\s\S])*')
    | (?P<number>\.?\d(?:[\w.]|(?<=[eE])[+-])*)
    | (?P<word>[\w$]+)
    | (?P<sign>\+\+ | -- | [^\w\s"'`])
    """,
    re.VERBOSE,
)
REGEX = re.compile(r"/(?![*/])(?:[^/\\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+/[a-z]*")
TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?P<end>`|\$\{)")
"""A piece of a template: from its beginning or the end of an expression in it, to its end or the next expression."""

SILENT = ("blank", "line", "comment")
BEFORE_VALUES = frozenset(
    "return typeof case in of do else void delete throw new instanceof yield await default extends".split()  # noqa: SIM905
)
VALUES = frozenset([")", "]", "}", "++", "--"])
"""Signs with which a value may end: a slash behind it divides, and behind any other begins a regular expression."""

OPEN, SHUT = frozenset("{([,;:?=&|"), frozenset("})],;.:?=&|")
"""A line break behind the first, or before the second, says nothing."""

APART = frozenset(["++", "--", "//", "/*", "</", "<!"])
"""Two signs that would become another, or the beginning of a comment or of markup."""


def slim(script: str) -> str:
    """The same program in fewer characters."""
    kept: list[str] = []
    last, broken = "", False
    for kind, token in tokens(script):
        if kind in SILENT:
            broken = broken or "\n" in token
            continue
        kept += (between(last, token, broken), token)
        last, broken = token, False
    return "".join(kept)


def between(last: str, token: str, broken: bool) -> str:
    """What must stand between two tokens, of which the second began a new line where `broken`."""
    if broken and last and last[-1] not in OPEN and token[0] not in SHUT:
        return "\n"
    left, right = last[-1:], token[0]
    words = named(left) and (named(right) or re.match(r"\.\d", token))
    whole = left.isdigit() and right == "."
    return " " if words or whole or left + right in APART or (last, right) == ("--", ">") else ""


def named(character: str) -> bool:
    """Whether a character may stand in a name or a number."""
    return re.match(r"[\w$]", character) is not None


def tokens(script: str) -> Iterator[tuple[str, str]]:
    """The tokens of a script, each with its kind; together they are the script."""
    at, value = 0, False
    braces: list[int] = []  # for each template that is open, the open braces of its expression
    while at < len(script):
        kind, token = next_token(script, at, value, braces)
        at += len(token)
        if kind == "word":
            value = token not in BEFORE_VALUES
        elif kind not in SILENT:
            value = token in VALUES or (kind != "sign" and not token.endswith("${"))
        yield kind, token


def next_token(script: str, at: int, value: bool, braces: list[int]) -> tuple[str, str]:
    """The token that begins at a place, behind a value or not."""
    first = script[at]
    ends = first == "}" and braces and not braces[-1]
    if first == "`" or ends:
        found = TEMPLATE.match(script, at)
        kind: str | None = "template"
        if ends:
            braces.pop()
        if found and found["end"] == "${":
            braces.append(0)
    elif first == "/" and not value and (found := REGEX.match(script, at)):
        kind = "regex"
    else:
        found = TOKEN.match(script, at)
        kind = found.lastgroup if found else None
        if braces and first in "{}":
            braces[-1] += 1 if first == "{" else -1
    if found is None or kind is None:
        raise ValueError(f"no script: {script[at : at + 40]!r}")
    return kind, found[0]
