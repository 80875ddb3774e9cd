// The tab of shared responsibility: a matrix of bodies by shared tasks (or people by shared groups), and combinations.

import { csv } from "./csv.js";
import { button, el, fill, symbol } from "./dom.js";
import { DUTIES, model } from "./model.js";
import { combinations, foremost, overlap, setsOf, similarOrder } from "./sharing.js";
import { act, choose, look, state } from "./store.js";
import { t } from "./words.js";

const VIEW = document.getElementById("view-shared");
const MOST = 40;
const STEPS = 6; // shades of the heat map
const FIRST_COMBINATIONS = 60;

let wanted = "";
let least = 2;
let shownRows = [];
let sets = new Map();

/** Draws the tab. */
export function showShared() {
  sets = setsOf(state.share, state.duties, look.linkOn);
  const matching = new Map([...sets].filter(([i]) => !wanted || model.nodes[i].name.includes(wanted)));
  const narrowed = wanted && matching.size > 1 ? matching : sets;
  const { shown, all } = foremost(narrowed, MOST);
  shownRows = similarOrder(shown, sets);
  fill(VIEW, tools(), el("div", { className: "duo" },
    el("section", { className: "heat" }, el("h2", { textContent: t("matrix") }),
      el("p", { className: "note", textContent: t("matrixNote", { what: t(`what_${state.share}`) }) + (all > shown.length ? t("topOf", { n: shown.length, m: all }) : "") }),
      shownRows.length ? grid(shownRows) : el("p", { className: "empty", textContent: t("noShared") })),
    comboSection()));
}

/** The choices above the matrix. */
function tools() {
  const pick = (share, key) => button(t(key), () => act({ share, node: null, other: null }), { "aria-pressed": String(state.share === share) });
  const duty = (name) => {
    const box = el("input", { type: "checkbox", checked: state.duties.has(name), onchange: () => {
      const duties = new Set(state.duties);
      if (!duties.delete(name)) duties.add(name);
      act({ duties });
    } });
    return el("label", { className: "check" }, box, t(name));
  };
  const field = el("input", { type: "search", value: wanted, placeholder: t("findRow"), "aria-label": t("findRow"), onchange: () => {
    wanted = field.value.trim();
    showShared();
  } });
  return el("div", { className: "tabtools" }, el("span", { className: "segment" }, pick("bodies", "ofBodies"), pick("persons", "ofPersons")),
    ...(state.share === "bodies" ? DUTIES.map(duty) : []), field);
}

/** The heat map as a table of buttons; arrow keys move between them. */
function grid(order) {
  const counts = order.map((a) => order.map((b) => (a === b ? sets.get(a).size : overlap(sets.get(a), sets.get(b)))));
  const most = Math.max(1, ...counts.flatMap((row, y) => row.filter((_, x) => x !== y)));
  const head = el("tr", {}, el("td"), ...order.map((b) => el("th", { scope: "col", title: model.nodes[b].name }, el("span", { textContent: model.nodes[b].label }))));
  const rows = order.map((a, y) => el("tr", {}, el("th", { scope: "row", title: model.nodes[a].name },
    button(model.nodes[a].label, () => choose(a))), ...order.map((b, x) => cellOf(a, b, counts[y][x], most, x, y))));
  const table = el("table", { className: "matrix" }, el("thead", {}, head), el("tbody", {}, ...rows));
  table.onkeydown = (event) => walk(event, table);
  return el("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": t("matrix") }, table);
}

/** One cell: its number, the darker the more. */
function cellOf(a, b, count, most, x, y) {
  const chosen = (state.node === a && state.other === b) || (state.node === b && state.other === a);
  const shade = a === b ? "own" : count ? `heat-${Math.ceil((count / most) * STEPS)}` : "zero";
  const name = a === b ? `${model.nodes[a].label}: ${count}` : `${model.nodes[a].label} × ${model.nodes[b].label}: ${count}`;
  const cell = el("button", { type: "button", textContent: count || "", title: name, "aria-label": name, tabIndex: x || y ? -1 : 0,
    onclick: () => (a === b ? choose(a) : act({ node: a, other: b, link: null, picking: false, grown: [] })) });
  cell.dataset.cell = `${x},${y}`;
  return el("td", { className: chosen ? `${shade} chosen` : shade }, cell);
}

/** Moves the focus between cells by the arrow keys. */
function walk(event, table) {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  const at = event.target.dataset?.cell?.split(",").map(Number);
  if (!step || !at) return;
  event.preventDefault();
  table.querySelector(`[data-cell="${at[0] + step[0]},${at[1] + step[1]}"]`)?.focus();
}

/** The combinations beside the matrix, as sorted rows. */
function comboSection() {
  const found = combinations(sets, least);
  const list = el("ol", { className: "combos" }, ...found.slice(0, FIRST_COMBINATIONS).map(comboRow));
  const pick = el("select", { "aria-label": t("minMembers"), onchange: () => {
    least = Number(pick.value);
    showShared();
  } }, ...[2, 3, 4, 5, 6].map((n) => el("option", { value: n, textContent: `≥ ${n}` })));
  pick.value = least;
  const note = t(state.share === "bodies" ? "combosNote" : "combosNotePersons");
  return el("section", { className: "combination" }, el("h2", {}, t("combos"), pick), el("p", { className: "note", textContent: note }),
    found.length ? list : el("p", { className: "empty", textContent: t("noShared") }));
}

/** A combination: who is in it, how much they share, and on a click what it is. */
function comboRow({ members, things }) {
  const names = members.map((i) => model.nodes[i].label);
  const box = el("details", {}, el("summary", {}, el("b", { className: "count", textContent: things.length }), el("span", { textContent: names.join(" + ") })));
  box.ontoggle = () => {
    if (!box.open || box.children.length > 1) return;
    box.append(el("ul", {}, ...things.map((i) => el("li", {}, el("button", { className: "node", type: "button", title: model.nodes[i].name, onclick: () => choose(i) },
      symbol(model.nodes[i].type), el("span", { textContent: model.nodes[i].name }))))));
  };
  return el("li", {}, box);
}

/** The matrix and the combinations as CSV. */
export function sharedCsv() {
  if (!sets.size) showShared();
  const name = (i) => model.nodes[i].name;
  const rows = shownRows.map((a) => [name(a), ...shownRows.map((b) => overlap(sets.get(a), sets.get(b)))]);
  const combos = combinations(sets, least).map(({ members, things }) => [members.map(name).join(" + "), things.length, things.map(name).join("；")]);
  return csv([["", ...shownRows.map(name)], ...rows, [], [t("combos"), t("count"), t(`what_${state.share}`)], ...combos]);
}
