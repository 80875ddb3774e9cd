// What can be taken away: the map as PNG and SVG, the tables as CSV, and the page on paper.

import { clean } from "./clean.js";
import { el, fill, SHAPES } from "./dom.js";
import { labels } from "./layer.js";
import { map } from "./map.js";
import { model } from "./model.js";
import { look } from "./store.js";
import { unsure } from "./strokes.js";
import { sharedCsv } from "./tab_shared.js";
import { tableCsv } from "./tab_table.js";
import { alpha, colours, ROOT, setTheme } from "./theme.js";
import { t, wordFor } from "./words.js";

const PAPER = document.getElementById("paper");
const MOST_PRINTED = 3000;

/** The name of a file to save, from the title of the page. */
const fileName = (ending) => `${clean(model.title).replace(/[\\/:*?"<>|\s\ufffd]+/g, "-").slice(0, 60) || "graph"}.${ending}`;

/** Offers a file to save. */
function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const saveText = (text, kind, name) => save(new Blob([text], { type: kind }), name);

/** The exports by name, each an action. */
export const exportsBy = {
  png: () => map.exportImage().toBlob((blob) => save(blob, fileName("png")), "image/png"),
  svg: () => saveText(svgText(), "image/svg+xml", fileName("svg")),
  csv: () => saveText(tableCsv(), "text/csv", fileName("csv")),
  csvMatrix: () => saveText(sharedCsv(), "text/csv", fileName("matrix.csv")),
  print: () => window.print(),
};

const escaped = (text) => clean(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const round = (n) => Math.round(n * 10) / 10;

/** The map as SVG, as it is now on the screen. */
export function svgText() {
  const { shown, spot, width, height } = map.view();
  const at = new Map(shown.map((node) => [node.key, spot(node)]));
  const lines = map.lines().map((link) => lineOf(link, at.get(link.a), at.get(link.b)));
  const signs = shown.map((node) => {
    const { x, y, r } = at.get(node.key);
    return `<path d="${SHAPES[node.type]}" transform="translate(${round(x)} ${round(y)}) scale(${round(r)})" fill="${colours[node.type]}" opacity="${look.lit && !look.lit.has(node.i) && node.i >= 0 ? 0.12 : 1}"><title>${escaped(node.name)}</title></path>`;
  });
  const words = labels.drawn.map(({ x, y, h, text, size, heavy, colour }) =>
    `<text x="${round(x + 2)}" y="${round(y + h / 2)}" font-size="${size}"${heavy ? ' font-weight="600"' : ""} fill="${colours[colour]}">${escaped(text)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" dominant-baseline="central">`
    + `<title>${escaped(model.title)}</title><rect width="100%" height="100%" fill="${colours.paper}"/>`
    + `<g fill="none">${lines.join("")}</g>${signs.join("")}<g paint-order="stroke" stroke="${alpha(colours.paper, 0.9)}" stroke-width="3.5" stroke-linejoin="round">${words.join("")}</g></svg>`;
}

/** One line of the SVG. */
function lineOf(link, p, q) {
  const { color, width, dashes } = map.lineStyle(link);
  const bow = dashes ? 0 : link.bow ?? 0;
  const [mx, my] = [(p.x + q.x) / 2 - (q.y - p.y) * bow, (p.y + q.y) / 2 + (q.x - p.x) * bow];
  const path = bow ? `M${round(p.x)} ${round(p.y)}Q${round(mx)} ${round(my)} ${round(q.x)} ${round(q.y)}` : `M${round(p.x)} ${round(p.y)}L${round(q.x)} ${round(q.y)}`;
  const halo = unsure(link) ? `<path class="halo" d="${path}" stroke="${colours.group}" stroke-opacity="0.5" stroke-width="${round(width * 0.7 + 6)}"/>` : "";
  return `${halo}<path d="${path}" stroke="${color.color.slice(0, 7)}" stroke-opacity="${round(parseInt(color.color.slice(7), 16) / 255)}" stroke-width="${round(width * 0.7)}"${dashes ? ' stroke-dasharray="2 4"' : ""}/>`;
}

/** The map as a picture in light colours, whatever the theme: paper is white. */
function lightImage() {
  const theme = ROOT.dataset.theme;
  setTheme("light");
  const picture = map.exportImage().toDataURL("image/png");
  setTheme(theme);
  map.setVisible();
  return picture;
}

/** Puts map and table on paper before the page is printed. */
export function preparePaper() {
  const links = model.links.filter((link) => look.linkOn[link.j]).slice(0, MOST_PRINTED);
  const picture = el("img", { alt: t("map"), src: lightImage() });
  const cells = (link) => [model.nodes[link.a].name, wordFor(link), model.nodes[link.b].name, link.date, `${model.facts[link.fact].file}:${model.facts[link.fact].line}`];
  fill(PAPER, el("h1", { textContent: model.title }), picture,
    el("table", {}, el("thead", {}, el("tr", {}, ...["source", "relation", "target", "date", "place_col"].map((key) => el("th", { textContent: t(key) })))),
      el("tbody", {}, ...links.map((link) => el("tr", {}, ...cells(link).map((text) => el("td", { textContent: text })))))));
}
