// The data of the page as objects, read once from the JSON that stands beside the script.

const DATA = JSON.parse(document.getElementById("data").textContent);

const NODES = DATA.nodes.map(([id, name, type, label, x, y, size, hub, details], i) => ({
  i, id, name, type: DATA.texts[type], label, x, y, size, hub, details, links: [],
}));

const LINKS = DATA.links.map(([a, b, relation, role, date, kind, fact, bow], j) => ({
  j, a, b, relation: DATA.texts[relation], role: DATA.texts[role], date: DATA.texts[date],
  kind: DATA.texts[kind], fact, bow,
}));

const FACTS = DATA.facts.map(([document, printed, file, line, quote, details]) => ({
  document, printed: DATA.texts[printed], file: DATA.texts[file], line, quote, details,
}));

const BY_ID = new Map(NODES.map((node) => [node.id, node]));

for (const link of LINKS) {
  NODES[link.a].links.push(link);
  if (link.b !== link.a) NODES[link.b].links.push(link);
}

// The order in which types are listed, and kinds of link are ranked.
const TYPES = ["group", "body", "person", "task", "program", "document", "indicator"];
const KINDS = ["leader", "deputy", "member", "lead", "participant", "responsible", "holds", "other"];

/** The other end of a link. */
const across = (link, i) => NODES[link.a === i ? link.b : link.a];

/** One detail of a node (number, date …), or an empty text. */
const detail = (node, field) => (node.details.find(([name]) => name === field) ?? ["", ""])[1];

/** How many different nodes of a type a node has to do with by some relations. */
function countAcross(node, relations) {
  return new Set(node.links.filter((it) => relations.includes(it.relation)).map((it) => across(it, node.i).i)).size;
}

const DUTIES = ["lead", "participant", "responsible"];

/** What a node does, in a few words: the role of a person, the tasks of a body. */
function caption(node) {
  const best = [...node.links].sort((p, q) => KINDS.indexOf(p.kind) - KINDS.indexOf(q.kind))[0];
  if (!best) return "";
  if (node.type === "person") {
    const seat = node.links.find((it) => it.relation === "holds") ?? best;
    return [across(seat, node.i).label, seat.role].join(" ");
  }
  if (node.type === "group") return t("members", { n: countAcross(node, ["member"]) });
  if (node.type === "body" && countAcross(node, DUTIES)) return t("tasks", { n: countAcross(node, DUTIES) });
  if (node.type === "program") return t("tasks", { n: countAcross(node, ["task_of"]) });
  if (node.type === "document") return [detail(node, "number"), detail(node, "date")].filter(Boolean).join(" · ");
  if (node.type === "task" && DUTIES.includes(best.relation)) return `${t(best.kind)} ${across(best, node.i).label}`;
  return t("links", { n: node.links.length });
}
