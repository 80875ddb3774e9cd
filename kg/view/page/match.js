// How well a node answers a query: by name, other names, number, post, or pinyin initials.

import { across, detail, model, TYPES } from "./model.js";

const HITS_PER_TYPE = 6;

/** Whether a text, from some character on, is pronounced with these initials; -1 or where it begins. */
export function soundsLike(text, letters) {
  const first = [...text].map((c) => model.sounds[c] ?? c.toLowerCase());
  for (let start = 0; start + letters.length <= first.length; start++) {
    if ([...letters].every((letter, n) => first[start + n].includes(letter))) return start;
  }
  return -1;
}

/** Whether all characters of a query occur in a text in their order. */
function inOrder(text, query) {
  let at = -1;
  return [...query].every((c) => (at = text.indexOf(c, at + 1)) >= 0);
}

/** The posts of a person with the bodies, for a query like 气象局局长. */
const postsOf = (node) => (node.type === "person"
  ? node.links.filter((it) => it.a === node.i && it.role).map((it) => across(it, node.i).label + it.role) : []);

/** 0 begins with it, 1 contains it, 2 sounds like it, 3 has its characters in order, 4 a post has it; null not. */
export function score(node, query) {
  const texts = [node.name, node.label, ...node.aliases, detail(node, "number")].map((text) => text.toLowerCase());
  if (texts.some((text) => text.startsWith(query))) return 0;
  if (texts.some((text) => text.includes(query))) return 1;
  if (query.length < 2) return null;
  if (/^[a-z]+$/.test(query)) {
    const at = [node.name, node.label, ...node.aliases].map((text) => soundsLike(text, query)).filter((it) => it >= 0);
    return at.length ? 2 + Math.min(...at) / 100 : null;
  }
  if (inOrder(texts[0], query)) return 3;
  return postsOf(node).some((text) => text.includes(query)) ? 4 : null;
}

/** The nodes that answer a query, by type, the type with the best answer first. */
export function found(query) {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const scored = model.nodes.map((node) => [score(node, wanted), node]).filter(([it]) => it !== null);
  scored.sort((p, q) => p[0] - q[0] || q[1].links.length - p[1].links.length || p[1].i - q[1].i);
  const best = new Map();
  for (const [it, { type }] of scored) if (!best.has(type)) best.set(type, it);
  const types = TYPES.filter((type) => best.has(type)).sort((p, q) => best.get(p) - best.get(q));
  return types.flatMap((type) => scored.filter(([, node]) => node.type === type).slice(0, HITS_PER_TYPE).map(([, node]) => node));
}
