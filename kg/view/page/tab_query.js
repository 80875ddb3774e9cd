// The tab of queries: SPARQL over the page's own triples by Oxigraph, which starts when the tab is first used.

import { button, el, fill, symbol } from "./dom.js";
import { model } from "./model.js";
import { act, choose } from "./store.js";
import { speech, t } from "./words.js";

const VIEW = document.getElementById("view-query");
const MOST_ROWS = 2000;

const engine = { store: null, data: null, query: "", shown: null };

/** The engine's data: module, triples, questions. */
function data() {
  engine.data ??= JSON.parse(document.getElementById("sparql").textContent);
  return engine.data;
}

/** Draws the tab. */
export function showQuery() {
  const { questions, prefixes } = data();
  engine.query ||= questions[0][2];
  const words = speech.language === "zh" ? 0 : 1;
  const list = el("select", { "aria-label": t("ready"), onchange: () => {
    field.value = engine.query = questions[list.value][2];
    run(result);
  } }, ...questions.map((row, n) => el("option", { value: n, textContent: row[words] })));
  list.value = Math.max(0, questions.findIndex((row) => row[2] === engine.query));
  const field = el("textarea", { value: engine.query, spellcheck: false, rows: 9, "aria-label": "SPARQL", oninput: () => { engine.query = field.value; } });
  field.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(result);
  };
  const result = el("div", { className: "result", "aria-live": "polite" });
  fill(VIEW, el("div", { className: "tabtools" }, el("label", {}, t("ready"), list), button(t("run"), () => run(result), { className: "run", title: "Ctrl + Enter" })),
    field, el("details", { className: "prefixes" }, el("summary", { textContent: "PREFIX" }), el("pre", { textContent: prefixes })), result,
    el("p", { className: "note", textContent: "Oxigraph, MIT / Apache-2.0" }));
  if (engine.shown) fill(result, ...engine.shown());
}

/** The bytes of a packed text. */
async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** The store with the page's triples. */
async function filledStore() {
  const { module, turtle } = data();
  await oxigraph.start({ module_or_path: await unpacked(module) });
  const store = new oxigraph.Store();
  store.load(new TextDecoder().decode(await unpacked(turtle)), { format: "text/turtle" });
  return store;
}

/** Runs the query and shows what it finds. */
async function run(result) {
  const { query } = engine;
  fill(result, el("p", { className: "note", textContent: t("running") }));
  try {
    engine.store ??= filledStore();
    const store = await engine.store;
    if (query !== engine.query) return; // another question was asked meanwhile
    const found = store.query(data().prefixes + query);
    engine.shown = () => resultParts(found, query);
  } catch (error) {
    const words = String(error?.message ?? error);
    engine.shown = () => [el("p", { className: "mistake", role: "alert", textContent: t("badQuery", { error: words }) })];
  }
  fill(result, ...engine.shown());
}

/** What a query found: rows as a table, true or false, or triples. */
function resultParts(found, query) {
  if (!Array.isArray(found)) return [el("p", { textContent: String(found) })];
  const rows = found.slice(0, MOST_ROWS).map((row) => (row instanceof Map ? [...row] : ["subject", "predicate", "object"].map((key) => [key, row[key]])));
  const place = (name) => query.search(new RegExp(`[?$]${name}\\b`));
  const names = [...new Set(rows.flatMap((row) => row.map(([name]) => name)))].sort((p, q) => place(p) - place(q));
  const nodes = [...new Set(rows.flatMap((row) => row.map(([, term]) => nodeOf(term))).filter((node) => node !== undefined))];
  const line = (row) => el("tr", {}, ...names.map((name) => el("td", {}, cellOf(new Map(row).get(name)))));
  return [
    el("p", { className: "tabtools" }, el("span", { className: "count", textContent: t("results", { n: found.length }) }),
      nodes.length ? button(t("showFound"), () => act({ tab: "map", node: null, other: null, link: null, question: "", marked: nodes.map(({ i }) => i) }, { move: true }), { className: "more" }) : null),
    !rows.length ? null : el("div", { className: "scroll", tabIndex: 0 }, el("table", { className: "relations" }, el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col", textContent: name })))),
      el("tbody", {}, ...rows.map(line)))),
  ];
}

/** The node of the graph that a term names, undefined where there is none. */
function nodeOf(term) {
  const { base } = data();
  if (term?.termType !== "NamedNode" || !term.value.startsWith(base)) return undefined;
  try {
    return model.byId.get(decodeURIComponent(term.value.slice(base.length)));
  } catch {
    return undefined;
  }
}

/** A term as a cell: a node as a button, anything else as text. */
function cellOf(term) {
  if (term === undefined) return "";
  const node = nodeOf(term);
  if (!node) return term.value ?? String(term);
  return el("button", { className: "node", type: "button", title: node.name, onclick: () => choose(node.i) }, symbol(node.type), el("span", { textContent: node.name }));
}
