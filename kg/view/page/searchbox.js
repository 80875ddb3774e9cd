// The search field: hits grouped by type, each with what the node does, and the question to a server; arrows, Enter, Esc.

import { ask, canAsk } from "./asking.js";
import { caption } from "./caption.js";
import { el, fill, symbol } from "./dom.js";
import { found, soundsLike } from "./match.js";
import { choose } from "./store.js";
import { t } from "./words.js";

export const QUERY = document.getElementById("query");
export const HITS = document.getElementById("hits");

const LEAST = 4; // characters of a question

/** What can be taken: nodes, and behind them the text itself where it can be asked. */
let hits = [];
let active = 0;

/** Shows the hits for what is typed. */
export function showHits() {
  const query = QUERY.value.trim().toLowerCase();
  hits = found(query);
  const lines = hits.map((node, n) => hit(node, n, query));
  active = 0;
  const heads = hits.map((node, n) => (n === 0 || hits[n - 1].type !== node.type
    ? el("p", { className: "type", textContent: t(node.type), role: "presentation" }) : null));
  if (canAsk() && query.length >= LEAST) {
    lines.push(option(hits.length, el("span", { className: "asks", textContent: "?" }), el("span", { className: "name", textContent: t("askThis", { q: QUERY.value.trim() }) })));
    hits.push(null);
  }
  if (query && !hits.length) lines.push(el("p", { className: "type", textContent: t("nothing") }));
  fill(HITS, ...lines.flatMap((line, n) => [heads[n], line]));
  HITS.hidden = !query;
  QUERY.setAttribute("aria-expanded", String(Boolean(query)));
  markActive();
}

/** One hit: symbol, name with the query in bold, and what the node does. */
function hit(node, n, query) {
  const literal = node.name.toLowerCase().indexOf(query);
  const at = literal < 0 && /^[a-z]+$/.test(query) ? soundsLike(node.name, query) : literal;
  const name = at < 0 ? [node.name]
    : [node.name.slice(0, at), el("b", { textContent: node.name.slice(at, at + query.length) }), node.name.slice(at + query.length)];
  return option(n, symbol(node.type), el("span", { className: "name" }, ...name), el("small", { textContent: caption(node) }));
}

/** A line that can be taken. */
function option(n, ...parts) {
  const line = el("div", { className: "hit", id: `hit${n}`, role: "option" }, ...parts);
  line.onmousedown = (event) => event.preventDefault(); // the field keeps the focus until the click
  line.onclick = () => take(n);
  return line;
}

/** Marks the hit that Enter would take. */
function markActive() {
  HITS.querySelectorAll(".hit").forEach((line, n) => {
    line.setAttribute("aria-selected", String(n === active));
    if (n === active) line.scrollIntoView({ block: "nearest" });
  });
  if (hits.length) QUERY.setAttribute("aria-activedescendant", `hit${active}`);
  else QUERY.removeAttribute("aria-activedescendant");
}

/** Goes to a hit. */
function take(n) {
  if (n >= hits.length) return;
  const [node, question] = [hits[n], QUERY.value.trim()];
  closeHits();
  QUERY.blur();
  if (node) choose(node.i, { move: true });
  else ask(question);
}

/** Empties the field. */
function closeHits() {
  QUERY.value = "";
  showHits();
}

/** The keys of the field. */
function typed(event) {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    event.preventDefault();
    active = (active + step + hits.length) % hits.length;
    markActive();
  } else if (event.key === "Enter") {
    take(active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    closeHits();
    QUERY.blur();
  }
}

/** Connects the field. */
export function buildSearch() {
  QUERY.addEventListener("input", showHits);
  QUERY.addEventListener("keydown", typed);
  QUERY.addEventListener("blur", () => { HITS.hidden = true; });
  QUERY.addEventListener("focus", showHits);
}
