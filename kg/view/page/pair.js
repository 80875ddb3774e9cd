// Two nodes side by side: what both have to do with, each role with its evidence, and the shortest path.

import { evidenceRow, nodeButton } from "./cards.js";
import { el } from "./dom.js";
import { KINDS, model } from "./model.js";
import { between, sharedBy, shortest } from "./paths.js";
import { look } from "./store.js";
import { t, wordFor } from "./words.js";

/** The parts of the panel for two nodes. */
export function pairParts(a, b) {
  const rank = (i) => Math.min(...between(i, a, look.linkOn).map((it) => KINDS.indexOf(it.kind)));
  const common = sharedBy(a, b, look.linkOn).sort((p, q) => rank(p) - rank(q) || p - q);
  const direct = between(a, b, look.linkOn);
  return [
    el("div", { className: "ends" }, nodeButton(model.nodes[a]), el("p", { className: "between", textContent: t("bothOf") }), nodeButton(model.nodes[b])),
    el("section", {}, el("h3", { textContent: summary(common) }),
      common.length ? null : el("p", { className: "empty", textContent: t("noCommon") }),
      ...common.map((i) => shared(i, a, b))),
    direct.length ? el("section", {}, el("h3", { textContent: t("relation") }), el("ul", {}, ...direct.map(lineOf))) : null,
    pathSection(a, b),
  ];
}

/** How much is shared, by what it is. */
function summary(common) {
  const count = (type) => common.filter((i) => model.nodes[i].type === type).length;
  const words = [["task", "commonTasks"], ["group", "commonGroups"]].filter(([type]) => count(type)).map(([type, key]) => t(key, { n: count(type) }));
  return words.join(" · ") || t("common");
}

/** One shared node with the links of both to it. */
function shared(i, a, b) {
  const lines = [a, b].flatMap((end) => between(i, end, look.linkOn).map((link) => sayWho(link, end)));
  return el("div", { className: "shared" }, nodeButton(model.nodes[i]), el("ul", {}, ...lines));
}

/** A link told by one of its ends and its role. */
const sayWho = (link, end) => evidenceRow([link], el("span", { className: "who", textContent: model.nodes[end].label }), wordFor(link));

/** A link told by both ends. */
const lineOf = (link) => evidenceRow([link], el("span", { className: "who", textContent: `${model.nodes[link.a].label} → ${model.nodes[link.b].label}` }), wordFor(link));

/** The shortest path as a list of nodes with the links between them. */
function pathSection(a, b) {
  const way = shortest(a, b, look.linkOn);
  const title = way ? `${t("path_between")} · ${t("steps", { n: way.length - 1 })}` : t("path_between");
  const steps = (way ?? []).flatMap((i, n) => {
    const [link] = n === 0 ? [] : between(i, way[n - 1], look.linkOn);
    return [link ? evidenceRow([link], el("span", { className: "who soft", textContent: "│" }), wordFor(link)) : null, el("li", {}, nodeButton(model.nodes[i]))];
  });
  return el("section", {}, el("h3", { textContent: title }),
    way ? el("ul", { className: "way" }, ...steps.filter(Boolean)) : el("p", { className: "empty", textContent: t("noPath") }));
}
