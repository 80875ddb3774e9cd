"""Web pages: the document in its container, without menus; else in the densest block of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.formats.draft import Draft
from kg.formats.html_lines import is_hidden, lines_of, write
from kg.formats.html_metadata import LABEL, metadata_of
from kg.formats.source import Extracted, Metadata
from kg.formats.text import as_extracted, decode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["read_html"]

CONTAINERS = (
    "#UCAP-CONTENT, #UCAP_CONTENT",
    "#zoom, #Zoom, #ZOOM",
    ".TRS_UEDITOR, .trs_editor_view",
    ".TRS_Editor",
    ".pages_content, #pages_content",
    "#vsb_content, .v_news_content, .wp_articlecontent",
    ".article-content, .article_content, #article_content, #articleContent, .articleContent, #ArticleContent",
    ".zwxl-article, .xxgk_content, .news_content, .bt-content, .art_con, .article-con, .article_con, .con_text",
    ".view",
    "#content, .content, .main-content, .main_content, #main_content",
    "article",
)
"""Where government sites put a document, the surest first."""
SURE = CONTAINERS[:6]
"""Those of which a page may hold several parts of one document."""
ENOUGH = 40
"""Characters from which on a container is one, and not an empty frame."""
DEEPEST = 1_000
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
TAG = re.compile(
    r"<(/?)(?:div|span|table|font|b|i|u|em|strong|a|ul|ol|dl|section|article|center|blockquote|form)\b", re.I
)
WORD = re.compile(r"[^\w]+")


def read_html(data: bytes) -> Extracted:
    """The text of a page's document, its title the first line; InputError where the page shows no text."""
    from selectolax.lexbor import LexborHTMLParser

    markup, warnings = decoded(data)
    check_depth(markup)
    page = LexborHTMLParser(markup)
    metadata = metadata_of(page)
    draft = Draft()
    draft.warnings += warnings
    for node in containers(page, markup):
        write(without_labels(node), draft)
    found = draft.done(metadata)
    if not found.text.strip():
        raise InputError("the page shows no text", hint="it may be filled by a script; save it from the browser")
    return titled(found, metadata)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The markup by mark, meta element or likelihood, and a warning where bytes could not be decoded."""
    said = CHARSET.search(data[:8192])
    name = said[1].decode("ascii", "replace").lower() if said else ""
    encoding = "gb18030" if name in ("gb2312", "gbk", "gb18030", "x-gbk") else name
    try:
        return data.decode(encoding or "utf-8").removeprefix("\ufeff"), ()
    except (UnicodeDecodeError, LookupError):
        found = decode(data) or (data.decode("utf-8", "replace"), "utf-8")
        return found[0], as_extracted(*found).warnings


def check_depth(markup: str) -> None:
    """InputError for elements nested so deep that no page was meant."""
    depth = 0
    for match in TAG.finditer(markup):
        depth += -1 if match[1] else 1
        if depth > DEEPEST:
            raise InputError("its elements are nested more than 1,000 deep", hint="save the page anew from a browser")


def containers(page: LexborHTMLParser, markup: str) -> list[LexborNode]:
    """The elements that hold the document."""
    for selector in CONTAINERS:
        found = [node for node in outermost(page.css(selector)) if length(node) >= ENOUGH]
        linked = sum(length(link) for node in found for link in node.css("a"))
        if found and linked * 2 < sum(map(length, found)):
            return list(different(found)) if selector in SURE else [max(found, key=length)]
    return densest(page, markup)


def outermost(nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """Of elements in document order those that are in none of the others and are shown."""
    seen: set[int] = set()
    for node in nodes:
        above: LexborNode | None = node
        inside = hidden = False
        while above is not None:
            inside, hidden = inside or above.mem_id in seen, hidden or is_hidden(above)
            above = above.parent
        seen.add(node.mem_id)
        if not inside and not hidden:
            yield node


def different(nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """The elements, of several with the same text the first: some pages carry a document a second time to print."""
    seen: set[str] = set()
    for node in nodes:
        text = "".join("".join(lines_of(node)).split())
        if text not in seen:
            yield node
        seen.add(text)


def length(node: LexborNode) -> int:
    """Characters of an element that are no blanks."""
    return sum(len(line.replace(" ", "")) for line in lines_of(node))


def densest(page: LexborHTMLParser, markup: str) -> list[LexborNode]:
    """The block with most text by readability; the whole page where that finds little."""
    from lxml.etree import LxmlError
    from readability import Document
    from readability.readability import Unparseable
    from selectolax.lexbor import LexborHTMLParser

    whole = [page.body] if page.body else []
    try:
        summary = Document(markup).summary(html_partial=True)
    except (LxmlError, Unparseable, ValueError, RecursionError):
        return whole
    body = LexborHTMLParser(summary).body
    return [body] if body and length(body) * 3 > sum(map(length, whole)) else whole


def without_labels(node: LexborNode) -> LexborNode:
    """A container without the table of labels (索引号, 发文机关) that stands above the document."""
    for table in node.css("table"):
        cells = ["".join(cell.text().split()) for cell in table.css("td, th")]
        labels = sum(bool(LABEL.match(cell)) for cell in cells)
        if labels > 2 and labels * 4 >= len(cells):
            table.decompose()
    return node


def titled(found: Extracted, metadata: Metadata) -> Extracted:
    """A text with its title as the first line, put there where the first lines do not say it."""
    title = metadata.title
    head = WORD.sub("", found.text[: 600 + 2 * len(title)])
    about = title[title.find("关于") :] if "关于" in title else title
    if len(title) < 5 or WORD.sub("", about) in head:
        return found
    draft = Draft()
    draft.line(title)
    draft.paste(found)
    return draft.done(metadata)
