"""What changed over time: posts, successions, appointments, seats on a body that has a later roster."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kg.analysis.cited import Evidence, evidence, name_of
from kg.store import Record, Store, register

__all__ = ["Change", "changes"]


class Change(NamedTuple):
    """A change: `kind` is change (a person's post), succession (a post's person), appoint, remove, retire,
    join or leave (a seat); `before` and `after` say what was and what is then, '' where there is nothing."""

    date: str
    kind: str
    subject: str
    name: str
    before: str
    after: str
    since: str
    evidence: Evidence | None


def changes(folder: Path, store: Store) -> list[Change]:
    """All changes that the documents of a built folder tell or show, by date; `since` is the earlier document's day."""
    found = [_of_post(store, one) for one in register(folder, "changes.jsonl")]
    return sorted(
        [*found, *_appointed(store), *_seats(store)], key=lambda one: (one.date, one.kind, one.subject, one.after)
    )


def _of_post(store: Store, one: Record) -> Change:
    """A change of posts, or a succession in one."""
    before, after = one["before"], one["after"]
    who = after.get("person", one.get("person", ""))
    subject = one.get("person") or one["body"]
    was, then = _post(store, before), _post(store, after)
    since, date = before["date"] or "", after["date"] or ""
    return Change(date, one["type"], subject, name_of(store, subject), was, then, since, _stated(store, who, after))


def _post(store: Store, told: Record) -> str:
    """A post as one reads it: the label of its body and its title, after the person where one is told."""
    post = name_of(store, told["body"]) + str(told["title"])
    return f"{name_of(store, told['person'])}（{post}）" if "person" in told else post


def _stated(store: Store, person: str, told: Record) -> Evidence | None:
    """The words that give a person a post in a document."""
    post = store.iri(f"post/{told['body'].removeprefix('body/')}/{told['title']}")
    text = f"""SELECT ?fact WHERE {{ ?fact org:member|gz:about {store.iri(person)} ; gz:post {post} ;
        dcterms:source {store.iri(told["document"])} }} ORDER BY ?fact LIMIT 1"""
    found = store.select(text) if post else ()
    return next((evidence(store, str(store.plain(row["fact"]))) for row in found), None)


def _appointed(store: Store) -> list[Change]:
    """Appointments, removals, retirements."""
    found = []
    for row in store.run("appointments"):
        title, action = str(row["title"] or ""), str(row["action"])
        was, then = ("", title) if action == "appoint" else (title, "")
        told = evidence(store, str(row["fact"]))
        found.append(Change(str(row["date"] or ""), action, str(row["person"]), str(row["name"]), was, then, "", told))
    return found


def _seats(store: Store) -> list[Change]:
    """Who joined a body and who left it."""
    found = []
    for row in store.run("roster-revisions"):
        kind, seat = str(row["change"]), f"{row['bodyName']}{row['role'] or ''}"
        was, then = ("", seat) if kind == "join" else (seat, "")
        told = evidence(store, str(row["fact"]))
        found.append(Change(str(row["date"] or ""), kind, str(row["person"]), str(row["name"]), was, then, "", told))
    return found
