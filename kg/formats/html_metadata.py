"""What a page says about its document: meta elements, the table of 索引号 and 发文机关, the page's address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.formats.day import dated
from kg.formats.html_lines import lines_of
from kg.formats.source import Metadata

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["LABEL", "metadata_of"]

NAMES = {
    "title": ("articletitle", "og:title", "dc.title", "title"),
    "published": ("pubdate", "publishdate", "article:published_time", "dc.date", "firstpublishedtime"),
    "site": ("sitename", "og:site_name", "contentsource"),
    "index": ("indexnumber", "syh"),
    "number": ("documentnumber", "fwzh"),
}
"""The names of meta elements, in small letters, best first."""
LABELS = {
    "index": "索引号|索引编号|信息索引号?|索引码",
    "issuer": "发文机关|发布机构|发文机构|发文单位|发布机关|制发机关|发布单位|公开责任部门|信息发布机构",
    "date": "成文日期|发文日期|生成日期|制发日期|印发日期|成文时间|发文时间|生成时间|文件日期",
    "published": "发布日期|发布时间|公开日期|公开时间|信息发布日期",
    "number": "发文字号|文号|文件编号|发文文号|文件编码|文件字号",
    "title": "标题|名称|信息名称|文件名称|信息标题",
}
"""The labels of the table above a document, one group a value."""
LABEL = re.compile(
    "[【\\[]?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in LABELS.items())
    + ")[】\\]]?(?:[:：]|$)(?P<value>.*)"
)
TAIL = re.compile(r"\s*[-_|—–]+[^-_|—–]*$")
DATES = ("date", "published")


def metadata_of(page: LexborHTMLParser) -> Metadata:
    """All that a page says about its document."""
    named = meta(page)
    printed = labelled(page.body) if page.body else {}
    values = {**{name: first(named, names) for name, names in NAMES.items()}, **printed}
    values["title"] = values["title"] or heading(page)
    values["url"] = address(page, named)
    for name in DATES:
        values[name] = dated(values.get(name, ""))
    return Metadata(**values)


def meta(page: LexborHTMLParser) -> dict[str, str]:
    """The page's meta elements by name in small letters; of several with one name the first."""
    found: dict[str, str] = {}
    for node in page.css("meta"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        content = " ".join((attributes.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def first(named: dict[str, str], names: tuple[str, ...]) -> str:
    """The first of several meta elements that says something."""
    return next((named[name] for name in names if name in named), "")


def heading(page: LexborHTMLParser) -> str:
    """The title of the document by the only h1 of the page, else by the title in its head, the site's name cut off."""
    heads = [" ".join(node.text().split()) for node in page.css("h1")]
    heads = [text for text in heads if len(text) > 5]
    if len(heads) == 1:
        return heads[0]
    node = page.css_first("title")
    title = " ".join(node.text().split()) if node else ""
    return TAIL.sub("", title) if len(TAIL.sub("", title)) > 5 else title


def address(page: LexborHTMLParser, named: dict[str, str]) -> str:
    """The address that a page says it has; empty where it is none of the web."""
    link = page.css_first('link[rel="canonical"]')
    said = (link.attributes.get("href") or "") if link else ""
    found = said or named.get("og:url", "") or named.get("url", "")
    return found.strip() if found.strip().startswith(("http://", "https://")) else ""


def labelled(body: LexborNode) -> dict[str, str]:
    """The values that stand behind known labels, in the same cell or the next; two labels and more make it sure."""
    cells = [cell.strip() for line in lines_of(body) for cell in line.split("\t")]
    found: dict[str, str] = {}
    for cell, behind in zip(cells, [*cells[1:], ""], strict=False):
        match = LABEL.match("".join(cell.split())) if len(cell) < 200 else None
        if match and match.lastgroup:
            name = next(name for name in LABELS if match[name])
            value = match["value"] or ("" if LABEL.match("".join(behind.split())) else behind)
            found.setdefault(name, value[:200])
    return {name: value for name, value in found.items() if value} if len(found) > 1 else {}
