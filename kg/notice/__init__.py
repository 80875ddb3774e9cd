"""A source's text to its documents, each with its head, its blocks under their headings, and what it says of itself.

One flow, each stage a function from value to value that asks none before it again::

    source text → lines, cut where they hold several parts → labelled lines → regions → blocks → documents

A module imports only from those above it in this list:

- `shapes`: what numbers, titles and names look like in print
- `issues`: lines to where issues begin
- `contents`: lines to the entries of tables of contents, and to the lines that print a title of theirs again
- `addressees`: the lines below a title to the bodies that it is sent to
- `unglued`: lines to lines, those that hold several parts of a notice cut
- `titles`: lines that can be lines of a title, and where it ends
- `metadata`: lines of labels and values that sites print beside a title
- `beside`: lines above and below a title to what they print
- `signature`: lines to who signs them, and when
- `openings`: lines to everything that could be a head, with what speaks for it
- `heads`: openings to heads of documents, chosen over the whole text
- `pages`: lines to where pages begin that are no documents
- `labels`: all of these once, and each line told the one thing that it is part of
- `regions`: labelled lines cut where something begins
- `foot`: a document's lines to its signature, its text to the documents that it cites
- `outline`: lines to blocks under their headings
- `masthead`: the lines of a masthead and the entries of its contents to what they say of the issue
- `stated`: head, foot and blocks of a document to what it says of itself
- `documents`: the flow itself
"""

from __future__ import annotations

from kg.notice.documents import Document, documents
from kg.notice.masthead import in_imprint
from kg.notice.outline import Block, without_ordinal
from kg.notice.stated import byline

__all__ = [
    "Block",
    "Document",
    "byline",
    "documents",
    "in_imprint",
    "without_ordinal",
]
