// The search field: hits grouped by type, each with what the node does; arrows, Enter, Esc.

const QUERY = document.getElementById("query");
const HITS = document.getElementById("hits");
const HITS_PER_TYPE = 6;

let hits = [];
let active = 0;

/** How well a node answers a query: 0 begins with it, 1 contains it, 2 has its characters in order, null not. */
function match(node, query) {
  const texts = [node.name, node.label, detail(node, "number")].map((text) => text.toLowerCase());
  if (texts.some((text) => text.startsWith(query))) return 0;
  if (texts.some((text) => text.includes(query))) return 1;
  if (query.length < 2) return null;
  let at = -1;
  return [...query].every((c) => (at = texts[0].indexOf(c, at + 1)) >= 0) ? 2 : null;
}

/** The hits for a query, by type and then by how well and how much. */
function found(query) {
  const scored = NODES.map((node) => [match(node, query), node]).filter(([score]) => score !== null);
  scored.sort((p, q) => p[0] - q[0] || q[1].links.length - p[1].links.length || p[1].i - q[1].i);
  const best = (type) => Math.min(...scored.filter(([, node]) => node.type === type).map(([score]) => score));
  const types = TYPES.filter((type) => best(type) < 9).sort((p, q) => best(p) - best(q));
  return types.flatMap((type) => scored.filter(([, node]) => node.type === type).slice(0, HITS_PER_TYPE).map(([, node]) => node));
}

/** Shows the hits for what is typed. */
function showHits() {
  const query = QUERY.value.trim().toLowerCase();
  hits = query ? found(query) : [];
  active = 0;
  const lines = [];
  hits.forEach((node, n) => {
    if (n === 0 || hits[n - 1].type !== node.type) lines.push(el("p", { className: "type", textContent: t(node.type), role: "presentation" }));
    lines.push(hit(node, n, query));
  });
  if (query && !hits.length) lines.push(el("p", { className: "type", textContent: t("nothing") }));
  fill(HITS, ...lines);
  HITS.hidden = !query;
  QUERY.setAttribute("aria-expanded", String(Boolean(query)));
  markActive();
}

/** One hit: symbol, name with the query in bold, and what the node does. */
function hit(node, n, query) {
  const at = node.name.toLowerCase().indexOf(query);
  const name = at < 0 ? [node.name]
    : [node.name.slice(0, at), el("b", { textContent: node.name.slice(at, at + query.length) }), node.name.slice(at + query.length)];
  const line = el("div", { className: "hit", id: `hit${n}`, role: "option" }, symbol(node.type),
    el("span", { className: "name" }, ...name), el("small", { textContent: caption(node) }));
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
  if (!hits[n]) return;
  const { i } = hits[n];
  closeHits();
  QUERY.blur();
  choose(i, null, true);
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
function buildSearch() {
  QUERY.addEventListener("input", showHits);
  QUERY.addEventListener("keydown", typed);
  QUERY.addEventListener("blur", () => { HITS.hidden = true; });
  QUERY.addEventListener("focus", showHits);
}
