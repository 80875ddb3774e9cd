// Neighbours, what two nodes share, and the shortest way between them: pure functions on the model.

import { across, DUTIES, model } from "./model.js";

/** The neighbours of a node over the links that are on. */
export function neighbours(i, linkOn) {
  return new Set(model.nodes[i].links.filter((it) => linkOn[it.j]).map((it) => across(it, i).i));
}

/** The nodes that both of two have a link to, the weightier types of tie first. */
export function sharedBy(a, b, linkOn) {
  const near = neighbours(b, linkOn);
  return [...neighbours(a, linkOn)].filter((i) => near.has(i) && i !== a && i !== b);
}

/** The links between two nodes that are on. */
export const between = (a, b, linkOn) => model.nodes[a].links.filter((it) => linkOn[it.j] && across(it, a).i === b);

/** The shortest way from one node to another as numbers of nodes, null where there is none. */
export function shortest(a, b, linkOn) {
  const from = new Map([[a, a]]);
  for (let edge = [a]; edge.length && !from.has(b);) {
    const next = [];
    for (const i of edge) {
      for (const j of neighbours(i, linkOn)) {
        if (from.has(j)) continue;
        from.set(j, i);
        next.push(j);
      }
    }
    edge = next;
  }
  if (!from.has(b)) return null;
  const way = [b];
  while (way[0] !== a) way.unshift(from.get(way[0]));
  return way;
}

/** The nodes that stay lit for a selection: it, its neighbours, and theirs where it was grown. */
export function litBy({ node, other, link, grown, marked }, linkOn) {
  if (link !== null) return new Set([model.links[link].a, model.links[link].b]);
  if (node === null) return marked.length ? new Set(marked) : null;
  if (other !== null) return new Set([node, other, ...sharedBy(node, other, linkOn), ...(shortest(node, other, linkOn) ?? [])]);
  const lit = new Set([node, ...neighbours(node, linkOn)]);
  for (const i of grown) for (const j of neighbours(i, linkOn)) lit.add(j);
  return lit;
}

const RANK = Object.fromEntries(["leader", "deputy", ...DUTIES, "member", "holds", "other"].map((kind, n) => [kind, n]));

/** The nodes round one, nearest and weightiest first, at most `most`, and how many were left out. */
export function ego(i, linkOn, grown, most) {
  const kept = new Set([i]);
  let left = 0;
  for (const centre of [i, ...grown]) {
    const links = model.nodes[centre].links.filter((it) => linkOn[it.j]);
    for (const link of links.sort((p, q) => RANK[p.kind] - RANK[q.kind] || p.j - q.j)) {
      const j = across(link, centre).i;
      if (kept.has(j)) continue;
      if (kept.size < most) kept.add(j);
      else left += 1;
    }
  }
  return { kept: [...kept], left };
}
