// Who answers for the same tasks, who sits on the same groups: sets, the matrix, its order, combinations.

import { model } from "./model.js";

/** For each body its tasks, or for each person the groups, over links that are on. */
export function setsOf(share, duties, linkOn) {
  const sets = new Map();
  for (const link of model.links) {
    const counts = share === "bodies" ? duties.has(link.relation)
      : link.relation === "member" && model.nodes[link.a].type === "person";
    if (!counts || !linkOn[link.j]) continue;
    if (!sets.has(link.a)) sets.set(link.a, new Set());
    sets.get(link.a).add(link.b);
  }
  return sets;
}

/** How many members two sets have in common. */
export function overlap(p, q) {
  const [small, large] = p.size < q.size ? [p, q] : [q, p];
  let n = 0;
  for (const it of small) n += large.has(it);
  return n;
}

/** The members that share most: those with something in common with another, the largest sets first. */
export function foremost(sets, most) {
  const users = new Map();
  for (const set of sets.values()) for (const it of set) users.set(it, (users.get(it) ?? 0) + 1);
  const sharing = [...sets.keys()].filter((i) => [...sets.get(i)].some((it) => users.get(it) > 1));
  sharing.sort((p, q) => sets.get(q).size - sets.get(p).size || p - q);
  return { shown: sharing.slice(0, most), all: sharing.length };
}

/** The order in which similar members stand together: average linkage, clusters joined at their nearest ends. */
export function similarOrder(members, sets) {
  const likeness = (p, q) => overlap(sets.get(p), sets.get(q)) / Math.sqrt(sets.get(p).size * sets.get(q).size);
  const table = new Map(members.map((p) => [p, new Map(members.map((q) => [q, likeness(p, q)]))]));
  const mean = (c, d) => c.reduce((sum, p) => sum + d.reduce((part, q) => part + table.get(p).get(q), 0), 0) / (c.length * d.length);
  let clusters = members.map((it) => [it]);
  while (clusters.length > 1) {
    let best = [-1, 0, 1];
    for (let p = 0; p < clusters.length; p++) {
      for (let q = p + 1; q < clusters.length; q++) {
        const like = mean(clusters[p], clusters[q]);
        if (like > best[0]) best = [like, p, q];
      }
    }
    const [, p, q] = best;
    const joined = joinEnds(clusters[p], clusters[q], (a, b) => table.get(a).get(b));
    clusters = clusters.filter((_, n) => n !== p && n !== q);
    clusters.unshift(joined);
  }
  return clusters[0] ?? [];
}

/** Two rows joined where their ends are most alike. */
function joinEnds(c, d, like) {
  const turned = [[c, d], [[...c].reverse(), d], [c, [...d].reverse()], [[...c].reverse(), [...d].reverse()]];
  const score = ([p, q]) => like(p[p.length - 1], q[0]);
  const [p, q] = turned.reduce((best, it) => (score(it) > score(best) ? it : best));
  return [...p, ...q];
}

const MOST_COMBINATIONS = 400;

/** For each thing the members that have it. */
function holdersOf(sets) {
  const holders = new Map();
  for (const [i, set] of sets) for (const it of set) holders.set(it, [...(holders.get(it) ?? []), i]);
  return holders;
}

/** Combinations of at least `least` members that share two things or more, each with what they share.
 *
 * A combination is closed: nobody can be added to it without losing a shared thing. */
export function combinations(sets, least) {
  const holders = holdersOf(sets);
  const things = [...holders.keys()].sort((p, q) => p - q);
  const found = new Map();
  let edge = things.map((it) => holders.get(it).sort((p, q) => p - q));
  const known = new Set(edge.map(String));
  for (let round = 0; edge.length && found.size < MOST_COMBINATIONS && round < 3; round++) {
    const next = [];
    for (const group of edge) {
      for (const thing of things) {
        const inside = new Set(holders.get(thing));
        const both = group.filter((i) => inside.has(i));
        const key = String(both);
        const common = both.length < 2 || found.has(key) ? [] : [...sets.get(both[0])].filter((it) => both.every((i) => sets.get(i).has(it)));
        if (common.length < 2) continue;
        found.set(key, { members: both, things: common });
        if (!known.has(key)) next.push(both);
        known.add(key);
        if (found.size >= MOST_COMBINATIONS) return ranked(found, least);
      }
    }
    edge = next;
  }
  return ranked(found, least);
}

/** The combinations with enough members, those that share most first, then the larger ones. */
function ranked(found, least) {
  return [...found.values()].filter((it) => it.members.length >= least)
    .sort((p, q) => q.things.length - p.things.length || q.members.length - p.members.length || (String(p.members) < String(q.members) ? -1 : 1));
}
