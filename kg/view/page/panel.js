// The panel: a node with its relations, a link with its sentence, or where to start.

const PANEL = document.getElementById("panel");
const FIRST_ROWS = 12;

const ORDER = ["member", "holds", "lead", "responsible", "participant", "office_of", "hosts", "part_of", "task_of",
  "program_of", "creates", "issues", "target_of", "indicator_of", "cites", "contains"];

/** Shows what is selected. */
function showPanel() {
  const parts = state.node !== null ? nodeParts(NODES[state.node])
    : state.link !== null ? linkParts(LINKS[state.link]) : startParts();
  PANEL.classList.toggle("start", state.node === null && state.link === null);
  fill(PANEL, ...parts);
  PANEL.scrollTop = 0;
  revealMarks(PANEL);
}

/** Scrolls long quotes to the first marked words. */
function revealMarks(element) {
  for (const quote of element.querySelectorAll("blockquote")) {
    const mark = quote.querySelector(".named-body, .named-person") ?? quote.querySelector("mark");
    if (mark && mark.offsetTop > quote.clientHeight - 40) quote.scrollTop = mark.offsetTop - 40;
  }
}

/** The button that closes the panel's content. */
function closer() {
  return el("button", { className: "close", type: "button", textContent: "×", title: t("close"), "aria-label": t("close"),
    onclick: () => choose(null, null, false) });
}

/** A list of fields with their texts. */
function fields(pairs) {
  const list = el("dl");
  for (const [field, text] of pairs) list.append(el("dt", { textContent: t(field) }), el("dd", { textContent: text }));
  return pairs.length ? list : null;
}

/** A node: its name, what is known of it, and its relations by kind. */
function nodeParts(node) {
  const parts = sections(node);
  const few = node.links.length <= 3;
  return [
    el("header", {}, el("p", { className: "kind" }, symbol(node.type), typeWord(node.type)), closer(),
      el("h2", { textContent: node.name })),
    fields(node.details),
    ...parts.map(([title, lines], n) => section(title, lines, node, few ? lines.length : n === 0 ? 1 : 0)),
  ];
}

/** The relations of a node: a heading each, and its lines in the order of reading.
 *
 * A line is all links that say the same of the same node: several sentences for one relation. */
function sections(node) {
  const groups = new Map();
  for (const link of node.links) {
    const side = link.a === node.i ? 0 : 1;
    const place = ORDER.indexOf(link.relation);
    const key = `${String(place < 0 ? 99 : place).padStart(2, "0")}${side}${link.relation}`;
    if (!groups.has(key)) groups.set(key, [heading(link.relation, side), []]);
    groups.get(key)[1].push(link);
  }
  const rank = (link) => KINDS.indexOf(link.kind);
  const line = (link) => FACTS[link.fact].line;
  return [...groups.keys()].sort().map((key) => {
    const [title, links] = groups.get(key);
    links.sort((p, q) => rank(p) - rank(q) || line(p) - line(q));
    const lines = new Map();
    for (const link of links) {
      const same = `${across(link, node.i).i} ${link.role}`;
      lines.set(same, [...(lines.get(same) ?? []), link]);
    }
    return [title, [...lines.values()]];
  });
}

/** A heading with its relations; the first `open` of them show their evidence. */
function section(title, lines, node, open) {
  const list = el("ul");
  const add = (some) => list.append(...some.map((links) => row(links, node)));
  add(lines.slice(0, FIRST_ROWS));
  [...list.querySelectorAll(".toggle")].slice(0, open).forEach((toggle) => toggle.click());
  const rest = lines.slice(FIRST_ROWS);
  const more = el("button", { className: "more", type: "button", textContent: t("more", { n: rest.length }) });
  more.onclick = () => {
    add(rest);
    more.remove();
  };
  return el("section", {}, el("h3", { textContent: title }, el("span", { className: "count", textContent: lines.length })),
    list, rest.length ? more : null);
}

/** One line: the other end, the role, and a button that shows the evidence. */
function row(links, node) {
  const [link] = links;
  const item = el("li", { className: `row kind-${link.kind}` });
  const toggle = el("button", { className: "toggle", type: "button", textContent: "“”", title: t("evidence"), "aria-label": t("evidence") });
  const role = link.role || (link.kind === "other" ? "" : t(link.kind));
  toggle.setAttribute("aria-expanded", "false");
  toggle.onclick = () => {
    const on = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(on));
    if (on) item.append(...links.map(card));
    else item.querySelectorAll(".card").forEach((it) => it.remove());
    revealMarks(item);
  };
  item.append(nodeButton(across(link, node.i)), el("span", { className: "role" }, role,
    links.length > 1 ? el("small", { textContent: ` ×${links.length}` }) : null), toggle);
  return item;
}

/** A button that selects a node. */
function nodeButton(node) {
  return el("button", { className: "node", type: "button", title: node.name, onclick: () => choose(node.i, null, true) },
    symbol(node.type), el("span", { textContent: node.name }));
}

/** A link: its two ends, its role, and the evidence of every fact that states it. */
function linkParts(link) {
  const same = (it) => it.a === link.a && it.b === link.b && it.relation === link.relation && it.role === link.role;
  const twins = [link, ...NODES[link.a].links.filter((it) => it !== link && same(it))];
  const more = [["role", link.role], ["date", link.date]].filter(([, text]) => text);
  return [
    el("header", {}, el("p", { className: "kind" }, t("relation")), closer(),
      el("h2", { textContent: heading(link.relation, 0) })),
    el("div", { className: `ends kind-${link.kind}` }, nodeButton(NODES[link.a]),
      el("p", { className: "between", textContent: wordFor(link) }), nodeButton(NODES[link.b])),
    fields(more),
    ...twins.map(card),
  ];
}

/** The evidence of a link: the sentence, its document, and the place in the file. */
function card(link) {
  const fact = FACTS[link.fact];
  const document = fact.document === null ? null : NODES[fact.document];
  const title = document ? nodeButton(document) : el("span", { textContent: fact.printed || t("unsourced") });
  const facts = document ? [detail(document, "number"), detail(document, "date")].filter(Boolean) : [];
  return el("figure", { className: "card" },
    el("blockquote", {}, ...marked(fact.quote, [NODES[link.a], NODES[link.b]], link.role)),
    fields(fact.details),
    el("figcaption", {}, title,
      el("p", {}, facts.length ? el("span", { className: "cite", textContent: facts.join(" · ") }) : null,
        el("code", { textContent: `${fact.file}:${fact.line}` }))));
}

/** A quote as text nodes, with the names of two nodes and a role marked. */
function marked(quote, nodes, role) {
  const spans = [...nodes.map((node) => [...(printedName(node, quote) ?? []), node.type]),
    [...(role ? spanOf(role, quote) ?? [] : []), "role"]].filter((it) => it.length === 3).sort((p, q) => p[0] - q[0]);
  const parts = [];
  let at = 0;
  for (const [start, end, type] of spans) {
    if (start < at) continue;
    parts.push(quote.slice(at, start), el("mark", { className: `named-${type}`, textContent: quote.slice(start, end) }));
    at = end;
  }
  return [...parts, quote.slice(at)];
}

/** Where a text stands in a quote that may have blanks between its characters: [start, end] or null. */
function spanOf(text, quote) {
  const letters = [...text].filter((c) => c.trim());
  if (!letters.length) return null;
  const pattern = letters.map((c) => c.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s*");
  const found = new RegExp(pattern).exec(quote);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** Where a quote prints a node's name, whole or without the words it may leave out (市财政局, 卫生健康委). */
function printedName(node, quote) {
  const name = [...node.name];
  const short = [...(node.name.startsWith(DATA.city) ? node.name.slice(DATA.city.length) : node.name)];
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

/** What to show before anything is chosen: three questions that the data answer, and how to read. */
function startParts() {
  return [
    el("header", {}, el("h2", { textContent: t("start") })),
    el("div", { className: "examples" }, ...examples().map(([node, question]) =>
      el("button", { className: "example", type: "button", onclick: () => choose(node.i, null, true) }, symbol(node.type),
        el("span", {}, el("b", { textContent: t(question, { name: node.label }) }), el("small", { textContent: caption(node) }))))),
    el("section", { className: "read" }, el("h3", { textContent: t("read") }),
      el("ul", {}, ...["readNode", "readLink", "readKeys"].map((key) => el("li", { textContent: t(key) })))),
  ];
}

/** The largest group, the body with the most tasks, the person on the most groups; else more of the largest. */
function examples() {
  const best = (type, relations, least) => NODES.filter((node) => node.type === type)
    .map((node) => [countAcross(node, relations), node]).filter(([count]) => count >= least)
    .sort((p, q) => q[0] - p[0] || p[1].i - q[1].i).map(([, node]) => node);
  const groups = best("group", ["member"], 1).map((node) => [node, "askGroup"]);
  const bodies = best("body", DUTIES, 1).map((node) => [node, "askBody"]);
  const persons = best("person", ["member"], 2).map((node) => [node, "askPerson"]);
  const first = [groups[0], bodies[0], persons[0]].filter(Boolean);
  return [...first, ...groups.slice(1), ...bodies.slice(1)].slice(0, 3);
}
