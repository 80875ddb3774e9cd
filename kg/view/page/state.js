// What is looked at, and the address that says it: both ways, so that a link shows what its sender saw.

import { FACETS, newFilter, valuesOf } from "./facets.js";
import { DUTIES, model } from "./model.js";

const LONGEST = 2000; // characters of a question

export const TABS = ["map", "shared", "table", "time", "tasks", "query"];

/** The tabs of this page: queries only where it carries an engine. */
export const tabs = () => TABS.filter((name) => name !== "query" || model.queries);

/** The state of a page just opened. */
export function newState() {
  return {
    tab: "map", node: null, other: null, link: null, bubble: null, grown: [], marked: [], question: "",
    hover: null, picking: false,
    filter: newFilter(), share: "bodies", duties: new Set(DUTIES),
  };
}

const same = (p, q) => p.size === q.size && [...p].every((it) => q.has(it));

/** The filter's facets as pairs for the address: what is off, or what is kept where that is shorter. */
function filterPairs(filter) {
  const usual = newFilter().off;
  const pairs = [];
  for (const name of FACETS.filter((it) => !same(filter.off[it], usual[it]))) {
    const values = valuesOf(name);
    const off = values.filter((it) => filter.off[name].has(it));
    const kept = values.filter((it) => !filter.off[name].has(it));
    if (off.length <= kept.length) pairs.push(...(off.length ? off : ["*"]).map((it) => ["f", `${name}:${off.length ? it : ""}`]));
    else pairs.push(...(kept.length ? kept : [""]).map((it) => ["o", `${name}:${it}`]));
  }
  for (const [key, word] of [["from", "from"], ["to", "to"], ["day", "day"]]) if (filter[key]) pairs.push([word, filter[key]]);
  return pairs;
}

/** The address of a state: empty for a page just opened. */
export function addressOf(state) {
  const id = (i) => model.nodes[i].id;
  const pairs = [];
  if (state.tab !== "map") pairs.push(["t", state.tab]);
  if (state.node !== null) pairs.push(["n", id(state.node)]);
  if (state.other !== null) pairs.push(["m", id(state.other)]);
  if (state.link !== null) pairs.push(["e", String(state.link)]);
  if (state.bubble !== null) pairs.push(["b", String(state.bubble)]);
  if (state.question) pairs.push(["q", state.question]);
  for (const i of state.grown) pairs.push(["x", id(i)]);
  if (state.share !== "bodies") pairs.push(["s", state.share]);
  if (state.duties.size < DUTIES.length) pairs.push(["r", DUTIES.filter((it) => state.duties.has(it)).join(".")]);
  pairs.push(...filterPairs(state.filter));
  return pairs.length ? `#${new URLSearchParams(pairs)}` : "";
}

/** The state that an address names; what names nothing of this page is left out. */
export function stateOf(hash) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const state = newState();
  const node = (id) => (id === null ? null : model.byId.get(id)?.i ?? null);
  const index = (key, list) => (/^\d+$/.test(asked.get(key) ?? "") && list[Number(asked.get(key))] ? Number(asked.get(key)) : null);
  if (tabs().includes(asked.get("t"))) state.tab = asked.get("t");
  state.node = node(asked.get("n"));
  state.other = state.node === null ? null : node(asked.get("m"));
  state.link = state.node === null ? index("e", model.links) : null;
  state.bubble = index("b", model.bubbles);
  state.question = (asked.get("q") ?? "").slice(0, LONGEST);
  state.grown = asked.getAll("x").map(node).filter((i) => i !== null);
  if (asked.get("s") === "persons") state.share = "persons";
  if (asked.has("r")) state.duties = new Set(DUTIES.filter((it) => asked.get("r").split(".").includes(it)));
  readFilter(state.filter, asked);
  return state;
}

/** Reads the facets and dates of an address into a filter. */
function readFilter(filter, asked) {
  const split = (text) => [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  const off = asked.getAll("f").map(split).filter(([name]) => FACETS.includes(name));
  const kept = asked.getAll("o").map(split).filter(([name]) => FACETS.includes(name));
  for (const name of new Set(off.map(([it]) => it))) filter.off[name] = new Set();
  for (const [name, value] of off) if (value || name === "place") filter.off[name].add(value);
  for (const name of new Set(kept.map(([it]) => it))) {
    const on = new Set(kept.filter(([it]) => it === name).map(([, value]) => value));
    filter.off[name] = new Set(valuesOf(name).filter((it) => !on.has(it)));
  }
  for (const key of ["from", "to", "day"]) if (/^\d{4}(-\d\d){0,2}$/.test(asked.get(key) ?? "")) filter[key] = asked.get(key);
}
