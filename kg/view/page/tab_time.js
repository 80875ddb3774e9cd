// The timeline: documents by month, posts as bars, and the day for which relations must be valid.

import { button, el, fill } from "./dom.js";
import { detail, model } from "./model.js";
import { choose, look, sift, state } from "./store.js";
import { t, wordFor } from "./words.js";

const VIEW = document.getElementById("view-time");
const FIRST_PERSONS = 60;
const SEATS = ["member", "holds", "joins", "appointed"];

/** Draws the tab. */
export function showTime() {
  fill(VIEW, slider(), documents(), posts());
}

/** The slider over the days that the data know; its left end means any day. */
function slider() {
  const days = ["", ...model.days];
  const at = Math.max(0, days.indexOf(state.filter.day));
  const said = el("output", { textContent: state.filter.day || t("anyDay") });
  const range = el("input", { type: "range", min: 0, max: days.length - 1, value: at, id: "day", "aria-label": t("validOn") });
  range.setAttribute("aria-valuetext", state.filter.day || t("anyDay"));
  range.oninput = () => fill(said, days[range.value] || t("anyDay"));
  range.onchange = () => {
    sift({ day: days[range.value] });
    document.getElementById("day")?.focus();
  };
  return el("div", { className: "tabtools day" }, el("label", { htmlFor: "day", textContent: t("validOn") }), range, said);
}

/** Every month from the first to the last. */
function monthsOf(days) {
  const months = [];
  const last = days[days.length - 1].slice(0, 7);
  for (let [year, month] = days[0].split("-").map(Number); months.length < 600;) {
    months.push(`${year}-${String(month).padStart(2, "0")}`);
    if (months[months.length - 1] >= last) break;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

/** Whether the filter leaves a document; that documents are no symbols on the map says nothing here. */
function wanted(node) {
  const { off, from, to } = state.filter;
  const day = detail(node, "date");
  return !off.document.has(node.id) && (!from || day >= from) && (!to || day <= to);
}

/** Documents by month: a bar each, its documents below it as buttons. */
function documents() {
  const dated = model.nodes.filter((node) => node.type === "document" && /^\d{4}-\d\d/.test(detail(node, "date")) && wanted(node));
  if (!dated.length) return null;
  dated.sort((p, q) => (detail(p, "date") < detail(q, "date") ? -1 : 1));
  const months = monthsOf(dated.map((node) => detail(node, "date")));
  const inMonth = (month) => dated.filter((node) => detail(node, "date").startsWith(month));
  const most = Math.max(...months.map((month) => inMonth(month).length));
  const bars = months.map((month) => {
    const some = inMonth(month);
    const bar = el("div", { className: "bar" });
    bar.style.height = `${(some.length / most) * 100}%`;
    return el("li", { title: `${month}: ${some.length}` }, el("span", { className: "count", textContent: some.length || "" }), bar,
      months.length <= 24 ? el("small", { textContent: month }) : null);
  });
  const list = el("ul", { className: "dated" }, ...[...dated].reverse().slice(0, 40).map((node) => el("li", {},
    el("time", { textContent: detail(node, "date") }), el("button", { className: "node", type: "button", onclick: () => choose(node.i) }, el("span", { textContent: node.name })),
    el("span", { className: "count", textContent: detail(node, "number") }))));
  return el("section", {}, el("h2", { textContent: t("documentsByMonth") }), el("ol", { className: "months" }, ...bars), list);
}

/** Whether a link is a dated post or seat of a person. */
const isSeat = (link) => SEATS.includes(link.relation) && Boolean(link.date) && model.nodes[link.a].type === "person";

/** The posts of each person as bars over time. */
function posts() {
  const seats = new Map();
  for (const link of model.links) {
    if (!isSeat(link) || !look.linkOn[link.j]) continue;
    seats.set(link.a, [...(seats.get(link.a) ?? []), link]);
  }
  const people = [...seats.keys()].sort((p, q) => seats.get(q).length - seats.get(p).length || p - q);
  if (!people.length) return el("section", {}, el("h2", { textContent: t("postsAsBars") }), el("p", { className: "empty", textContent: t(model.links.some(isSeat) ? "nothingLeft" : "noPosts") }));
  const list = el("ul", { className: "bars" });
  const scale = axis();
  const add = (n) => list.append(...people.slice(list.children.length, list.children.length + n).map((i) => personRow(i, seats.get(i), scale)));
  add(FIRST_PERSONS);
  const more = button(t("more", { n: people.length - FIRST_PERSONS }), () => {
    add(people.length);
    more.remove();
  }, { className: "more" });
  return el("section", {}, el("h2", { textContent: t("postsAsBars") }), el("p", { className: "note", textContent: t("barsNote") }),
    ruler(scale), list, people.length > FIRST_PERSONS ? more : null);
}

/** From days to parts of the width: first to last day, and some room for what goes on. */
function axis() {
  const first = Date.parse(model.days[0]);
  const last = Date.parse(model.days[model.days.length - 1]);
  const span = Math.max(last - first, 30 * 864e5) * 1.3;
  return { at: (day) => ((Date.parse(day) - first) / span) * 100, days: model.days };
}

/** The days above the bars, left out where they would touch. */
function ruler({ at, days }) {
  let free = -20;
  const marks = days.filter((day) => {
    if (at(day) < free + 11) return false;
    free = at(day);
    return true;
  });
  return el("div", { className: "ruler" }, ...marks.map((day) => {
    const mark = el("span", { textContent: day });
    mark.style.left = `${at(day)}%`;
    return mark;
  }));
}

/** The posts in the order of their dates; what several documents say of one post is one bar from the first on. */
function joined(links) {
  const seats = new Map();
  for (const link of [...links].sort((p, q) => (p.date < q.date ? -1 : p.date > q.date ? 1 : p.j - q.j))) {
    const key = `${link.b} ${link.relation} ${link.role}`;
    const first = seats.get(key);
    seats.set(key, first ? { ...first, until: link.until } : link);
  }
  return [...seats.values()];
}

/** One person: the name, and a bar for each post. */
function personRow(i, links, { at }) {
  const lanes = joined(links).map((link) => {
    const words = `${model.nodes[link.b].label} ${wordFor(link)}`;
    const bar = el("button", { type: "button", className: `post fill-kind-${link.kind}${link.until ? "" : " open"}`, textContent: words,
      title: `${words}，${link.date}${link.until ? `–${link.until}` : ""}`, onclick: () => choose(i) });
    bar.style.marginLeft = `${Math.min(80, at(link.date))}%`;
    if (link.until) bar.style.width = `${Math.max(4, at(link.until) - at(link.date))}%`;
    return bar;
  });
  return el("li", {}, el("button", { className: "node", type: "button", onclick: () => choose(i) }, el("span", { textContent: model.nodes[i].name })), el("div", { className: "lanes" }, ...lanes));
}
