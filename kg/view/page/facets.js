// What the filters leave: pure functions from a filter to what is on, and to counts that follow each other.

import { documentOf, holdsOn, KINDS, model, TYPES } from "./model.js";

// Facets of nodes and of links; the value of a thing under each.
const NODE_FACETS = { type: (node) => node.type, place: (node) => node.place };
const LINK_FACETS = { kind: (link) => link.kind, document: documentOf, confidence: (link) => link.trust, certainty: (link) => link.certainty };

export const FACETS = ["type", "kind", "place", "document", "confidence", "certainty"];
export const TRUST = ["high", "medium", "low"];
export const CERTAINTIES = ["printed", "shortened", "context"];

const BITS = { type: 1, place: 2, kind: 4, document: 8, confidence: 16, certainty: 32 };
const DATES = 64;

/** A filter that lets everything pass but some types. */
export function newFilter(hiddenTypes = ["document", "indicator"]) {
  const off = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
  for (const type of hiddenTypes) off.type.add(type);
  return { off, from: "", to: "", day: "" };
}

/** The values that a facet has in the data, in the order of the legend. */
export function valuesOf(facet) {
  const things = NODE_FACETS[facet] ? model.nodes : model.links;
  const value = NODE_FACETS[facet] ?? LINK_FACETS[facet];
  const count = new Map();
  for (const thing of things) count.set(value(thing), (count.get(value(thing)) ?? 0) + 1);
  const fixed = { type: TYPES, kind: KINDS, confidence: TRUST, certainty: CERTAINTIES }[facet];
  if (fixed) return fixed.filter((it) => count.has(it));
  return [...count.keys()].sort((p, q) => (p === "") - (q === "") || count.get(q) - count.get(p) || (p < q ? -1 : 1));
}

/** Which facets a thing fails, as bits. */
function fails(thing, facets, off) {
  let bits = 0;
  for (const [name, value] of facets) if (off[name].size && off[name].has(value(thing))) bits |= BITS[name];
  return bits;
}

/** Whether a link lies outside the dates of a filter. */
function outside(link, { from, to, day }) {
  if (from && (!link.date || link.date < from)) return true;
  if (to && (!link.date || link.date > to)) return true;
  return Boolean(day) && !holdsOn(link, day);
}

/** What a filter leaves of nodes and links, and for every facet how many each value has under the others.
 *
 * Nodes in `forced` (what is selected) pass whatever their type. */
export function survey(filter, forced = []) {
  const { nodes, links } = model;
  const nodeFacets = Object.entries(NODE_FACETS);
  const linkFacets = Object.entries(LINK_FACETS);
  const nodeFail = Uint8Array.from(nodes, (node) => fails(node, nodeFacets, filter.off));
  const linkFail = Uint8Array.from(links, (link) =>
    fails(link, linkFacets, filter.off) | (outside(link, filter) ? DATES : 0));
  const narrowed = linkFail.some(Boolean);
  const linked = new Uint8Array(nodes.length);
  for (const link of links) if (!linkFail[link.j]) linked[link.a] = linked[link.b] = 1;
  const keeps = (i) => !narrowed || linked[i] || !nodes[i].links.length;
  const counts = counted(nodeFail, linkFail, keeps, nodeFacets, linkFacets);
  const pick = new Set(forced);
  const nodeOn = Uint8Array.from(nodes, (_, i) => Number(pick.has(i) || (!nodeFail[i] && keeps(i))));
  const linkOn = Uint8Array.from(links, ({ j, a, b }) => Number(!linkFail[j] && nodeOn[a] && nodeOn[b]));
  return { nodeOn, linkOn, counts };
}

/** The counts of every facet, each under all facets but itself. */
function counted(nodeFail, linkFail, keeps, nodeFacets, linkFacets) {
  const counts = Object.fromEntries(FACETS.map((name) => [name, new Map()]));
  const add = (name, value) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  for (const node of model.nodes) {
    if (!keeps(node.i)) continue;
    for (const [name, value] of nodeFacets) if (!(nodeFail[node.i] & ~BITS[name])) add(name, value(node));
  }
  for (const link of model.links) {
    if (nodeFail[link.a] || nodeFail[link.b]) continue;
    for (const [name, value] of linkFacets) if (!(linkFail[link.j] & ~BITS[name])) add(name, value(link));
  }
  return counts;
}

/** How many a survey leaves. */
export const total = (marks) => marks.reduce((sum, mark) => sum + mark, 0);
