"""Answers about the posts of persons: which, since when, who held one, who came after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from kg.ask.asked import NOTHING, Asked, Found, names
from kg.lexicon import table, word_list
from kg.store import Record, Row, register

__all__ = ["EVER", "HANDLERS", "TITLE", "fits", "held", "post_holder", "was_left", "when"]

ENDS = ("before", "after")
EVER = "9999-12-31"
"""A day after all that is known."""
ENDED = ("remove", "retire")
"""What ends a post."""
FOLLOWS = re.compile(
    r"接替|接任|继任|前任|后任|接班|谁接|换成|换了谁|之后|以后|后来|after|succe|replac|took over|predecess|follow"
)
LOOSE = frozenset(("领导", "同志", "代表", "成员", "委员", "专家", "干部", "组长", "指挥", "指挥长", "总指挥", "顾问"))
"""Words for posts that say too little of one, or are roles on bodies of seats."""
POSTS = "|".join(sorted(set(word_list("titles.txt")) - LOOSE, key=len, reverse=True))
TITLE = re.compile(rf"(?P<title>(?:常务|第一)?(?:副|代)?(?:{POSTS})|一把手|领导|头儿|头头)")
MOVES = re.compile(r"(?:职务|岗位|职位).{0,4}(?:变|调|换)|前后不")
HEAD = re.compile(r"一把手|领导|头儿|头头|负责人")
"""Words for whoever heads a body, whatever the title."""


def person_posts(asked: Asked) -> Found:
    """Which posts a person holds, at a day where one is named."""
    told: list[str] = []
    kept: list[Row] = []
    for person in asked.persons[:1]:
        rows = held(asked.run("posts", person=person.id), asked)
        kept += rows
        told += dict.fromkeys(str(row["title"]) for row in rows)
    who = asked.persons[0].name if asked.persons else ""
    if not told and asked.period:
        return Found([], f"没有{who}届时任职的记载。", f"No post of {who} is recorded then.", cites=False)
    if not told:
        return NOTHING
    dated = "；".join(f"{title}（{when(kept, title)}）" for title in told)
    return Found(told, f"{who}的职务：{dated}。", f"Posts of {who}: {dated}.", kept)


def held(rows: list[Row], asked: Asked) -> list[Row]:
    """The rows of posts that are held, those of the latest day that is not after the one asked for.

    Who has been removed from a post since, or retired, no longer holds it.
    """
    at = asked.period
    upto = [row for row in rows if at is None or str(row["date"] or "") <= at.last]
    ended = {(holding(row), str(row["date"] or "9")) for row in upto if row["action"] in ENDED}
    kept = [
        row
        for row in upto
        if row["action"] not in ENDED
        and not any(key == holding(row) and last >= str(row["date"] or "") for key, last in ended)
    ]
    if at is None:
        return kept
    if at.first > asked.latest_day:
        return []
    kept = [row for row in kept if not was_left(row, asked, at.last)]
    days = {str(row["date"] or "") for row in kept}
    return [row for row in kept if str(row["date"] or "") == max(days)] if days else []


def was_left(row: Row, asked: Asked, last: str) -> bool:
    """Whether who holds a post had left it by a day, for another or to a successor, as a later document tells."""
    person = row.get("person") or next((one.id for one in asked.persons), "")
    bodies = {row.get("body"), *(one.id for one in asked.bodies if "body" not in row)}
    return any(
        one["before"]["body"] in bodies
        and fits(str(row["title"]), one["before"]["title"])
        and str(row["date"] or "") < one["after"]["date"] <= last
        for one in register(asked.folder, "changes.jsonl")
        if persons_of(one)[0] == person
    )


def fits(post: str, title: str) -> bool:
    """Whether a post bears a title and not that of a deputy."""
    if title == "副":
        return title in post
    return post.endswith(title) and (
        title.startswith(("副", "常务", "代")) or not post.removesuffix(title).endswith(("副", "代"))
    )


def holding(row: Row) -> tuple[object, object, object]:
    """Who holds what in which body, as far as the row of a query tells."""
    return row.get("person"), row.get("body"), row["title"]


def when(rows: Iterable[Row], title: str) -> str:
    """The days on which a post is attested."""
    days = sorted({str(row["date"]) for row in rows if row["title"] == title and row["date"]})
    return "、".join(days)


def post_change(asked: Asked) -> Found:
    """Who changed posts, who followed whom."""
    asked.ran.append("changes.jsonl: posts over time (kg people --changes)")
    found = [one for one in register(asked.folder, "changes.jsonl") if is_meant(one, asked)]
    if not found and asked.is_yes_no and asked.persons:
        name = asked.persons[0].name
        rows = asked.run("posts", person=asked.persons[0].id)
        return Found([False], f"否，没有{name}职务变动的记载。", f"No change of posts is recorded for {name}.", rows)
    label = {entry.id: entry.name for entry in asked.lexicon.entries}
    told = [item for one in found for item in items_of(one, asked, label)]
    text = "；".join(sentence(one, asked, label) for one in found)
    documents = (one[end]["document"].removeprefix("document/") for one in found for end in ENDS)
    cited = names(dict.fromkeys(documents))
    zh, en = ("是，", "Yes, ") if asked.is_yes_no else ("", "")
    if not found and asked.persons and FOLLOWS.search(asked.text):
        who = asked.persons[0].name
        return Found(
            [], f"没有{who}离任或接替的记载。", f"Nobody is recorded as following or followed by {who}.", cites=False
        )
    if not found:
        return NOTHING
    return Found(told, f"{zh}{text}。依据：{cited}。", f"{en}{text}. Sources: {cited}.", cites=False)


def persons_of(one: Record) -> list[str]:
    """Who held a post before and who after."""
    return [str(one[end].get("person", one.get("person"))) for end in ENDS]


def is_meant(one: Record, asked: Asked) -> bool:
    """Whether a change or a succession is of whom and what a question names."""
    persons, bodies = {entry.id for entry in asked.persons}, {entry.id for entry in asked.bodies}
    theirs = set(persons_of(one))
    others = not persons <= theirs if len(persons) > 1 else bool(persons) and not persons & theirs
    if others or (bodies and not bodies & {one[end]["body"] for end in ENDS}):
        return False
    title = TITLE.search(asked.linked.rest)
    if (
        title
        and not HEAD.fullmatch(title["title"])
        and one["type"] == "succession"
        and not any(one[end]["title"].endswith(title["title"]) for end in ENDS)
    ):
        return False
    succession = bool(FOLLOWS.search(asked.text) and not MOVES.search(asked.text)) or bool(bodies and not persons)
    return bool((one["type"] == "succession") == succession)


def items_of(one: Record, asked: Asked, label: Mapping[str, str]) -> list[str]:
    """What answers: who moved from where to where, or who came before or after."""
    who = [label.get(path, path) for path in persons_of(one)]
    if one["type"] == "succession":
        named = {entry.name for entry in asked.persons}
        return [who[0] if who[1] in named else who[1]]
    posts = [label.get(one[end]["body"], one[end]["body"]) + one[end]["title"] for end in ENDS]
    return [*([] if asked.persons else who[:1]), *posts]


def sentence(one: Record, asked: Asked, label: Mapping[str, str]) -> str:
    """A change in words; of a succession first who is asked for."""
    who = [label.get(path, path) for path in persons_of(one)]
    old, new = (f"{label.get(one[end]['body'], '')}{one[end]['title']}（{one[end]['date']}）" for end in ENDS)
    if one["type"] == "change":
        return f"{who[0]}：{old} → {new}"
    if who[1] in {entry.name for entry in asked.persons}:
        return f"{who[0]}，{old}；此后是{who[1]}，{new}"
    return f"{who[1]}，{new}；此前是{who[0]}，{old}"


def post_holder(asked: Asked) -> Found:
    """Who holds a post in a body, at a day where one is named."""
    if not asked.bodies:
        return NOTHING
    body = asked.bodies[0]
    rows = held_by(asked.run("holders", body=body.id), asked)
    told = list(dict.fromkeys(str(row["name"]) for row in rows))
    listed = "；".join(dict.fromkeys(f"{row['name']}（{row['title']}，{row['date'] or '日期不详'}）" for row in rows))
    return Found(told, f"{listed}。", f"{listed}.", rows)


def titles() -> list[tuple[str, list[str]]]:
    """Titles with their English names."""
    return [(zh, names.split("|")) for kind, zh, names in table("english.tsv", 3) if kind == "title"]


def held_by(rows: list[Row], asked: Asked) -> list[Row]:
    """The holders of the post that a question names: its title, its day, the latest where no day is named."""
    rest = asked.linked.text
    told = [m["title"] for m in TITLE.finditer(rest)] + [
        zh for zh, names in titles() if any(en in rest for en in names)
    ]
    title = max(told, key=len, default="")
    deputy = "副" in title or bool(re.search(r"deput|vice", rest))
    rows = [row for row in rows if ("副" in str(row["title"])) == deputy]
    exact = [row for row in rows if title and str(row["title"]).endswith(title)]
    if not exact and title and not re.search(r"一把手|领导|头|负责人", title):
        exact = [row for row in rows if str(row["title"]).endswith("负责人")]
    heads = [row for row in rows if str(row["title"]).endswith("负责人")] if exact and not asked.period else []
    rows = [*exact, *heads] or (
        []
        if title and not re.search(r"一把手|领导|头|负责人|主任|局长|长", title)
        else rows
        if re.search("一把手|领导|头|head|director|chief|负责人", rest)
        else exact
    )
    kept = held(rows, asked)
    if asked.period or deputy:
        return kept
    last = max((str(row["date"] or "") for row in kept), default="")
    return [row for row in kept if str(row["date"] or "") == last]


HANDLERS: dict[str, Callable[[Asked], Found]] = {
    "person_posts": person_posts,
    "post_change": post_change,
    "post_holder_at": post_holder,
}
"""The answers of this module by intent."""
