// The table of relations: the map's twin for the keyboard and for screen readers.

import { csv } from "./csv.js";
import { button, el, fill, symbol } from "./dom.js";
import { detail, model } from "./model.js";
import { chooseLink, look, state } from "./store.js";
import { ruleWord, t, wordFor } from "./words.js";

const VIEW = document.getElementById("view-table");
const PAGE = 800;
const COLUMNS = [
  ["source", (link) => model.nodes[link.a].name],
  ["relation", wordFor],
  ["target", (link) => model.nodes[link.b].name],
  ["document_col", (link) => documentWords(link)],
  ["date", (link) => link.date],
  ["place_col", (link) => placeWords(link)],
];
const ORDER = new Intl.Collator("zh-u-co-pinyin", { numeric: true });

let column = 5;
let falling = false;

/** The number of the document that states a link, else its title. */
function documentWords(link) {
  const fact = model.facts[link.fact];
  const node = fact.document === null ? null : model.nodes[fact.document];
  return node ? detail(node, "number") || node.label : fact.printed;
}

/** File and line of a link. */
function placeWords(link) {
  const fact = model.facts[link.fact];
  return `${fact.file}:${fact.line}`;
}

/** The links of the table, sorted. */
function sorted() {
  const [, value] = COLUMNS[column];
  const keyed = model.links.filter((link) => look.linkOn[link.j]).map((link) => [value(link), link]);
  keyed.sort((p, q) => (falling ? -1 : 1) * ORDER.compare(p[0], q[0]) || p[1].j - q[1].j);
  return keyed.map(([, link]) => link);
}

/** Draws the tab. */
export function showTable() {
  const links = sorted();
  const body = el("tbody", {});
  const add = (n) => body.append(...links.slice(body.children.length, body.children.length + n).map(rowOf));
  add(PAGE);
  const more = button(t("moreRows", { n: Math.min(PAGE, links.length - PAGE) }), () => {
    add(PAGE);
    if (body.children.length >= links.length) more.remove();
  }, { className: "more" });
  const head = el("tr", {}, ...COLUMNS.map(([key], n) => headOf(key, n)));
  fill(VIEW, el("div", { className: "tabtools" }, el("span", { className: "count", textContent: t("rows", { n: links.length }) })),
    links.length ? el("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": t("table") }, el("table", { className: "relations" }, el("thead", {}, head), body),
      links.length > PAGE ? more : null) : el("p", { className: "empty", textContent: t("nothingLeft") }));
}

/** The head of a column, which sorts by it. */
function headOf(key, n) {
  const sort = n === column ? (falling ? "descending" : "ascending") : "none";
  const sign = n === column ? (falling ? " ▾" : " ▴") : "";
  return el("th", { scope: "col", "aria-sort": sort }, button(t(key) + sign, () => {
    falling = n === column && !falling;
    column = n;
    showTable();
    VIEW.querySelectorAll("th button")[n]?.focus();
  }));
}

/** One relation. */
function rowOf(link) {
  const end = (i) => el("td", {}, el("span", { className: "end" }, symbol(model.nodes[i].type), el("span", { textContent: model.nodes[i].name })));
  const open = button(wordFor(link), () => chooseLink(link.j), { className: `kind-${link.kind}`, title: t("evidence") });
  const row = el("tr", { className: state.link === link.j ? "chosen" : "" }, end(link.a), el("td", {}, open), end(link.b),
    ...COLUMNS.slice(3).map(([, value]) => el("td", { textContent: value(link) })));
  row.onclick = (event) => {
    if (event.target.tagName !== "BUTTON" && !getSelection().toString()) chooseLink(link.j);
  };
  return row;
}

/** The table as CSV, with how sure each relation is, the rule that read it, and its sentence. */
export function tableCsv() {
  const heads = [...COLUMNS.map(([key]) => key), "confidence", "rule", "evidence"].map((key) => t(key));
  const cells = (link) => [...COLUMNS.map(([, value]) => value(link)), t(link.trust), ruleWord(model.facts[link.fact].kind), model.facts[link.fact].quote];
  return csv([heads, ...sorted().map(cells)]);
}
