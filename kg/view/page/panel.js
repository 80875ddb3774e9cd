// The panel: a node with its relations, a link with its sentence, what two nodes share, or where to start.

import { answerParts, canAsk } from "./asking.js";
import { caption } from "./caption.js";
import { card, evidenceRow, fields, nodeButton, revealMarks } from "./cards.js";
import { button, el, fill, signButton, symbol } from "./dom.js";
import { across, countAcross, DUTIES, KINDS, model } from "./model.js";
import { pairParts } from "./pair.js";
import { scene } from "./scene.js";
import { act, choose, look, retreat, state } from "./store.js";
import { heading, t, typeWord, wordFor } from "./words.js";

const PANEL = document.getElementById("panel");
const FIRST_ROWS = 12;
const ORDER = ["member", "joins", "leaves", "holds", "appointed", "removed", "lead", "responsible", "participant", "target_of",
  "office_of", "hosts", "part_of", "task_of", "program_of", "creates", "issues", "indicator_of", "cites", "contains"];

/** Shows what is selected. */
export function showPanel() {
  const nothing = state.node === null && state.link === null && state.bubble === null && !asks();
  PANEL.classList.toggle("start", nothing);
  fill(PANEL, ...parts());
  PANEL.scrollTop = 0;
  revealMarks(PANEL);
}

/** Whether an answer is what the panel shows. */
const asks = () => canAsk() && state.question !== "";

/** What the panel holds now. */
function parts() {
  if (state.other !== null) return [headOf(t("common"), ""), ...pairParts(state.node, state.other)];
  if (state.node !== null) return nodeParts(model.nodes[state.node]);
  if (state.link !== null) return linkParts(model.links[state.link]);
  if (asks()) return [headOf(state.question, t("question")), ...answerParts()];
  return state.bubble !== null ? bubbleParts(model.bubbles[state.bubble]) : startParts();
}

/** The head of the panel with the button that closes it. */
function headOf(name, kind, ...sign) {
  return el("header", {}, el("p", { className: "kind" }, ...sign, kind), signButton("×", t("close"), retreat, { className: "close" }),
    el("h2", { textContent: name }));
}

/** A node: its name, what is known of it, what can be done, and its relations by kind. */
function nodeParts(node) {
  const few = node.links.length <= 3;
  const known = [...node.details];
  if (node.place) known.unshift(["jurisdiction", node.place]);
  if (node.aliases.length) known.unshift(["alias", node.aliases.join("、")]);
  return [
    headOf(node.name, typeWord(node.type), symbol(node.type)), fields(known), actions(node),
    ...sections(node).map(([title, lines], n) => section(title, lines, node, few ? lines.length : n === 0 ? 1 : 0)),
  ];
}

/** What can be done with a selected node. */
function actions(node) {
  const grown = state.grown.includes(node.i);
  return el("p", { className: "actions" },
    state.tab === "map" ? button(t("grow"), () => act({ grown: [...neighboursOf(node)] }, { move: true }), { disabled: grown })
      : button(t("onMap"), () => act({ tab: "map" }, { move: true })),
    button(state.picking ? t("picking") : t("compare"), () => act({ picking: !state.picking }), { "aria-pressed": String(state.picking) }),
    scene.left && state.tab === "map" ? el("span", { className: "count", textContent: t("moreAround", { n: scene.left }) }) : null);
}

/** A node with all its neighbours, for one more step. */
const neighboursOf = (node) => new Set([node.i, ...node.links.filter((it) => look.linkOn[it.j]).map((it) => across(it, node.i).i)]);

/** The relations of a node: a heading each, and its lines in the order of reading.
 *
 * A line is all links that say the same of the same node: several sentences for one relation. */
function sections(node) {
  const groups = new Map();
  for (const link of node.links) {
    const side = link.a === node.i ? 0 : 1;
    const place = ORDER.indexOf(link.relation);
    const key = `${String(place < 0 ? 99 : place).padStart(2, "0")}${side}${link.relation}`;
    if (!groups.has(key)) groups.set(key, [heading(link.relation, side), []]);
    groups.get(key)[1].push(link);
  }
  const rank = (link) => KINDS.indexOf(link.kind);
  const line = (link) => model.facts[link.fact].line;
  return [...groups.keys()].sort().map((key) => {
    const [title, links] = groups.get(key);
    links.sort((p, q) => rank(p) - rank(q) || line(p) - line(q));
    const lines = new Map();
    for (const link of links) {
      const same = `${across(link, node.i).i} ${link.role}`;
      lines.set(same, [...(lines.get(same) ?? []), link]);
    }
    return [title, [...lines.values()]];
  });
}

/** A heading with its relations; the first `open` of them show their evidence. */
function section(title, lines, node, open) {
  const list = el("ul");
  const add = (some) => list.append(...some.map((links) =>
    evidenceRow(links, nodeButton(across(links[0], node.i)), links[0].role || (links[0].kind === "other" ? "" : t(links[0].kind)))));
  add(lines.slice(0, FIRST_ROWS));
  [...list.querySelectorAll(".toggle")].slice(0, open).forEach((toggle) => toggle.click());
  const rest = lines.slice(FIRST_ROWS);
  const more = button(t("more", { n: rest.length }), () => {
    add(rest);
    more.remove();
  }, { className: "more" });
  return el("section", {}, el("h3", { textContent: title }, el("span", { className: "count", textContent: lines.length })),
    list, rest.length ? more : null);
}

/** A link: its two ends, its role, and the evidence of every fact that states it. */
function linkParts(link) {
  const same = (it) => it.a === link.a && it.b === link.b && it.relation === link.relation && it.role === link.role;
  const twins = [link, ...model.nodes[link.a].links.filter((it) => it !== link && same(it))];
  const more = [["role", link.role], ["date", link.date], ["until", link.until]].filter(([, text]) => text);
  return [
    headOf(heading(link.relation, 0), t("relation")),
    el("div", { className: `ends kind-${link.kind}` }, nodeButton(model.nodes[link.a]),
      el("p", { className: "between", textContent: wordFor(link) }), nodeButton(model.nodes[link.b])),
    fields(more), ...twins.map(card),
  ];
}

/** A bubble of the overview: who is in it, the best connected first. */
function bubbleParts(bubble) {
  const inside = model.nodes.filter((node) => node.hub === bubble.bubble).sort((p, q) => q.links.length - p.links.length || p.i - q.i);
  const list = el("ul");
  const add = (n) => list.append(...inside.slice(list.children.length, list.children.length + n)
    .map((node) => el("li", { className: "row" }, nodeButton(node), el("span", { className: "role", textContent: caption(node) }))));
  add(40);
  const more = button(t("more", { n: inside.length - 40 }), () => {
    add(200);
    more.remove();
  }, { className: "more" });
  return [headOf(bubble.name === "…" ? t("rest") : bubble.name, t("nodes", { n: bubble.count })), list, inside.length > 40 ? more : null];
}

/** What to show before anything is chosen: three questions that the data answer, and how to read. */
function startParts() {
  const lines = [model.mode === "overview" ? "readBubbles" : "readNode", "readTwo", "readLink", "readKeys"];
  return [
    el("header", {}, el("h2", { textContent: t("start") })),
    el("div", { className: "examples" }, ...examples().map(([node, question]) =>
      el("button", { className: "example", type: "button", onclick: () => choose(node.i, { move: true }) }, symbol(node.type),
        el("span", {}, el("b", { textContent: t(question, { name: node.label }) }), el("small", { textContent: caption(node) }))))),
    el("section", { className: "read" }, el("h3", { textContent: t("read") }),
      el("ul", {}, ...lines.map((key) => el("li", { textContent: t(key) })))),
  ];
}

/** The largest group, the body with the most tasks, the person on the most groups; else more of the largest. */
function examples() {
  const best = (type, relations, least) => model.nodes.filter((node) => node.type === type)
    .map((node) => [countAcross(node, relations), node]).filter(([count]) => count >= least)
    .sort((p, q) => q[0] - p[0] || p[1].i - q[1].i).map(([, node]) => node);
  const groups = best("group", ["member"], 1).map((node) => [node, "askGroup"]);
  const bodies = best("body", DUTIES, 1).map((node) => [node, "askBody"]);
  const persons = best("person", ["member"], 2).map((node) => [node, "askPerson"]);
  const first = [groups[0], bodies[0], persons[0]].filter(Boolean);
  return [...first, ...groups.slice(1), ...bodies.slice(1)].slice(0, 3);
}
