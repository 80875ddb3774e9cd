// The data of the page as objects, made once from its rows.

// The order in which types are listed, and kinds of link are ranked.
export const TYPES = ["group", "body", "person", "task", "program", "document", "indicator"];
export const KINDS = ["leader", "deputy", "member", "lead", "participant", "responsible", "holds", "other"];
export const DUTIES = ["lead", "participant", "responsible"];

export const model = {
  title: "", city: "", mode: "full", nodes: [], links: [], facts: [], sounds: {}, bubbles: [], ties: [], regions: [], queries: false, byId: new Map(), days: [],
};

/** Fills the model from the page's data as rows. */
export function load(data) {
  const text = (n) => data.texts[n];
  const nodes = data.nodes.map(([id, name, type, label, x, y, size, hub, place, details, aliases], i) => ({
    key: i, i, id, name, type: text(type), label, x, y, size, hub, place: text(place), details, aliases, links: [],
  }));
  const links = data.links.map(([a, b, relation, role, date, until, kind, certainty, fact, bow, confidence, trust], j) => ({
    j, a, b, relation: text(relation), role: text(role), date: text(date), until: text(until), kind: text(kind),
    certainty: text(certainty), fact, bow, confidence, trust: text(trust),
  }));
  const facts = data.facts.map(([document, printed, file, line, kind, quote, details, url]) => ({
    document, printed: text(printed), file: text(file), line, kind: text(kind), quote, details, url,
  }));
  for (const link of links) {
    nodes[link.a].links.push(link);
    if (link.b !== link.a) nodes[link.b].links.push(link);
  }
  const bubbles = (data.bubbles ?? []).map(bubbleOf);
  const regions = (data.regions ?? []).map(([name, x, y, r]) => ({ name, x, y, r }));
  const days = [...new Set(links.flatMap((it) => [it.date, it.until]))].filter(Boolean).sort();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const { title, city, mode = "full", sounds = {}, ties = [], queries = false } = data;
  Object.assign(model, { title, city, mode, nodes, links, facts, sounds, bubbles, ties, regions, queries, byId, days });
  return model;
}

/** A bubble of the overview, drawn like a node. */
const bubbleOf = ([name, count, x, y, size], k) => ({
  key: k, i: -1, bubble: k, id: `bubble:${k}`, name, label: name, type: "bubble", count, x, y, size, hub: k,
});

/** The other end of a link. */
export const across = (link, i) => model.nodes[link.a === i ? link.b : link.a];

/** One detail of a node (number, date …), or an empty text. */
export const detail = (node, field) => (node.details.find(([name]) => name === field) ?? ["", ""])[1];

/** How many different nodes a node has to do with by some relations. */
export function countAcross(node, relations) {
  return new Set(node.links.filter((it) => relations.includes(it.relation)).map((it) => across(it, node.i).i)).size;
}

/** The document that states a link: its node's id, else the words printed for it, else its file. */
export function documentOf(link) {
  const fact = model.facts[link.fact];
  return fact.document === null ? fact.printed || fact.file : model.nodes[fact.document].id;
}

/** The name of a document by the key that `documentOf` gives. */
export function documentName(key) {
  const node = model.byId.get(key);
  return node ? node.label : key;
}

/** Whether a link holds on a day: stated by then, and not ended. */
export const holdsOn = (link, day) => (!link.date || link.date <= day) && (!link.until || day < link.until);
