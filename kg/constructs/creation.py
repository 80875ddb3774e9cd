"""Bodies that a document sets up (成立X), with the parts that the same paragraph gives them.

::

    creation = ( "成立" | "设立" | "组建" ) name [ "（以下简称" short "）" ] [ "，" duty ]
    part     = ( short | name ) "下设" part-name | "设立" part-name        in the same paragraph
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.constructs.naming import KINDS, current_bodies, group_name, short_name
from kg.constructs.office import HOST, clean_host
from kg.constructs.registry import construct
from kg.facts import Creation, Fact, Part
from kg.notice import Block, Document
from kg.text import Text

__all__ = ["creation"]

BEHIND = r"(?=[，。；（]|组成|成员|领导|统筹|负责|的|\Z)"
CREATES = re.compile(rf"(?:成立|设立|组建)(?:了|由)?(?P<name>[^，。；：、（）《》]{{2,60}}?(?:{KINDS})){BEHIND}")
PART = re.compile(
    rf"(?P<relation>下设|内设|设立)(?P<names>[^，。；：（）]{{0,60}}?(?:{KINDS}|办公室|秘书处|[组部]))(?=[，。；（：]|\Z)"
)
SEVERAL = re.compile(r"(?:等)?[一二三四五六七八九十\d]+个(?:工作|专项)?(?:小?组|专班)\Z")
"""The number that sums up parts named before it."""
DUTY = re.compile(r"(?:（[^）]*）)?，(?P<duty>(?:统筹|具体|全面)?(?:负责|聘请|承担)[^。；]+)")
DECIDER = re.compile(
    r"(?:\A|[，。；])(?P<who>(?!经)[^，。；]{1,20}?(?:政府|委员会|党委|[省市县区]委)(?:办公室)?)(?:研究)?决定\Z"
)
TOLD = frozenset({"报告", "公报", "通报", "纪要"})
"""Kinds of documents that tell of bodies set up elsewhere."""


@construct("creation")
def creation(document: Document) -> Iterator[Fact]:
    """The bodies that a document sets up; a report only tells of them."""
    if document.issue or (document.header and document.header.kind in TOLD):
        return
    seen: set[str] = set()
    for block, body in zip(document.blocks, current_bodies(document), strict=True):
        if not any(word in block.chars for word in ("成立", "设立", "组建", "下设")):
            continue
        flat = block.text.squeezed().folded()
        match = first(flat, body, seen)
        if match:
            seen.add(group_name(match["name"]))
            yield created(document, flat, match, parts_elsewhere(document, block, body))


def first(flat: Text, body: str | None, seen: set[str]) -> re.Match[str] | None:
    """The statement that sets up the body of which the paragraph speaks."""
    for match in CREATES.finditer(flat.chars):
        name = group_name(match["name"])
        if name == body and name not in seen and not flat.chars[: match.start()].endswith(("已", "尚未")):
            return match
    return None


def parts_elsewhere(document: Document, block: Block, body: str | None) -> list[Text]:
    """The paragraphs behind the one that sets the body up which give it parts (下设办公室)."""
    index = document.blocks.index(block)
    current = current_bodies(document)
    return [
        other.text.squeezed().folded()
        for other, named in zip(document.blocks[index + 1 :], current[index + 1 :], strict=True)
        if named == body and "下设" in other.chars
    ]


def created(document: Document, flat: Text, match: re.Match[str], elsewhere: list[Text]) -> Creation:
    """The fact of a body set up by the statement `match`."""
    name = group_name(match["name"])
    duty = DUTY.match(flat.chars, match.end())
    decider = DECIDER.search(flat.chars[: match.start()])
    given = [*parts(flat, match.end()), *(part for text in elsewhere for part in parts(text, 0))]
    return Creation(
        document=document.key,
        at=flat.group(match).span,
        body=name,
        kind=str(re.search(rf"(?:{KINDS})\Z", name)[0]),  # type: ignore[index]
        short=short_name(flat.chars, name),
        creator=decider["who"] if decider else document.issuer,
        duty=duty["duty"] if duty else None,
        parts=tuple(given),
    )


def parts(flat: Text, start: int) -> Iterator[Part]:
    """The parts that a paragraph gives the body behind `start`."""
    for match in PART.finditer(flat.chars, start):
        end = flat.chars.find("。", match.end())
        sentence = flat.chars[match.end() : end if end >= 0 else len(flat)].split("；")[0]
        host = HOST.search(sentence)
        duty = re.search(r"，(?P<duty>(?:具体)?(?:负责|聘请|承担)[^。；]+)", sentence)
        for name in re.split("、|和", SEVERAL.sub("", match["names"])):
            yield Part(
                name=name,
                relation=match["relation"],
                host=clean_host(host["host"]) if host and "办公室" in name else None,
                duty=duty["duty"] if duty else None,
                at=flat.group(match).span,
            )
