// Where a quoted sentence prints a name or a role.

import { model } from "./model.js";

/** Where a text stands in a quote that may have blanks between its characters: [start, end] or null. */
export function spanOf(text, quote) {
  const letters = [...text].filter((c) => c.trim());
  if (!letters.length) return null;
  const pattern = letters.map((c) => c.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s*");
  const found = new RegExp(pattern).exec(quote);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** Where a quote prints a node's name, whole or without the words it may leave out (市财政局, 卫生健康委). */
export function printedName(node, quote) {
  const name = [...node.name];
  const short = [...(node.name.startsWith(model.city) ? node.name.slice(model.city.length) : node.name)];
  const least = { person: name.length, body: 3 }[node.type] ?? 5;
  for (let start = 0; start <= name.length - least; start++) {
    const found = spanOf(name.slice(start).join(""), quote);
    if (found) return found;
  }
  for (let length = short.length - 1; length >= least; length--) {
    for (let start = 0; start + length <= short.length; start++) {
      const found = spanOf(short.slice(start, start + length).join(""), quote);
      if (found) return found;
    }
  }
  return null;
}

/** A quote in parts, each a text and what it names: a type of node, "role", or nothing. */
export function marked(quote, nodes, role) {
  const spans = [...nodes.map((node) => [...(printedName(node, quote) ?? []), node.type]),
    [...(role ? spanOf(role, quote) ?? [] : []), "role"]].filter((it) => it.length === 3).sort((p, q) => p[0] - q[0]);
  const parts = [];
  let at = 0;
  for (const [start, end, type] of spans) {
    if (start < at) continue;
    if (start > at) parts.push([quote.slice(at, start), ""]);
    parts.push([quote.slice(start, end), type]);
    at = end;
  }
  return at < quote.length ? [...parts, [quote.slice(at), ""]] : parts;
}
