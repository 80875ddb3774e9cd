// What is looked at: the selection, the hidden types, and what of the map that leaves lit.

const state = {
  node: null, // number of the selected node
  link: null, // number of the selected link
  hover: null, // number of the node under the pointer
  hidden: new Set(["document", "indicator"]), // types that are not shown
  lit: null, // numbers of the nodes that stay when something is selected
};

/** Whether a node is drawn at all: its type is shown, or it is what is selected. */
function visible(i) {
  if (!state.hidden.has(NODES[i].type)) return true;
  const link = state.link === null ? null : LINKS[state.link];
  return i === state.node || (link !== null && (i === link.a || i === link.b));
}

/** Whether a node keeps its colour. */
const litNode = (i) => state.lit === null || state.lit.has(i);

/** Whether a link keeps its colour. */
function litLink(link) {
  if (state.node !== null) return link.a === state.node || link.b === state.node;
  return state.link === null || link.j === state.link;
}

/** Selects a node, a link or nothing. */
function setSelection(node, link) {
  state.node = node;
  state.link = link;
  if (node !== null) {
    state.lit = new Set([node, ...NODES[node].links.map((it) => across(it, node).i)]);
  } else {
    state.lit = link === null ? null : new Set([LINKS[link].a, LINKS[link].b]);
  }
}

/** The address of what is selected. */
function address() {
  if (state.node !== null) return `#n=${encodeURIComponent(NODES[state.node].id)}`;
  return state.link === null ? "" : `#e=${state.link}`;
}

/** What an address selects: [node, link], both null where it names nothing of this page. */
function addressed(hash) {
  const [, kind, value] = /^#(n|e)=(.*)$/s.exec(hash) ?? [];
  if (kind === "n") return [BY_ID.get(decoded(value))?.i ?? null, null];
  return [null, kind === "e" && /^\d+$/.test(value) && LINKS[Number(value)] ? Number(value) : null];
}

/** A part of an address as text; as it stands where it is not well formed. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
