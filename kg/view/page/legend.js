// The legend: the types with their numbers, each to be shown or hidden, and what the lines mean.

const LEGEND = document.getElementById("legend");

/** Draws the legend in the language of the page. */
function showLegend() {
  fill(LEGEND.querySelector("summary"), t("legend"));
  fill(document.getElementById("types"), ...TYPES.map(typeLine).filter(Boolean));
  const used = new Set(LINKS.map((link) => link.kind));
  fill(document.getElementById("lines"), ...KINDS.filter((kind) => used.has(kind)).map((kind) =>
    el("span", { className: "key" }, drawing("0 0 26 8", ["M0 4H26", `line line-${kind}`]), t(kind))));
}

/** A type with its symbol, its number of nodes and a box to tick. */
function typeLine(type) {
  const count = NODES.filter((node) => node.type === type).length;
  if (!count) return null;
  const box = el("input", { type: "checkbox", checked: !state.hidden.has(type) });
  box.dataset.type = type;
  box.onchange = () => {
    if (box.checked) state.hidden.delete(type);
    else state.hidden.add(type);
    paint();
  };
  return el("label", {}, box, symbol(type), el("span", { textContent: t(type) }), el("span", { className: "count", textContent: count }));
}
