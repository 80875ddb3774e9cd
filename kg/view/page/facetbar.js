// The filters, which are the legend too: each value with its symbol or line, its count, and a button "only".

import { button, drawing, el, fill, lineSample, symbol } from "./dom.js";
import { FACETS, total, valuesOf } from "./facets.js";
import { documentName, model } from "./model.js";
import { look, showEverything, sift, state, toggleValue } from "./store.js";
import { ROOT } from "./theme.js";
import { t } from "./words.js";

const BAR = document.getElementById("facets");
const FIRST = 6; // values of a facet that knows no end, until more are asked for
const ENDLESS = new Set(["place", "document"]);
const TITLES = { type: "facetType", kind: "facetKind", place: "facetPlace", document: "facetDocument", confidence: "facetConfidence", certainty: "facetCertainty" };

const HALO = () => drawing("0 0 26 8", ["M0 4H26", "halo"], ["M0 4H26", "line line-member"]);

const opened = new Set();
let values = null;

/** Draws the filters. The field that had the focus keeps it. */
export function showFacets() {
  values ??= Object.fromEntries(FACETS.map((name) => [name, valuesOf(name)]));
  const focus = document.activeElement?.dataset?.spot;
  fill(BAR, el("h2", { className: "offscreen", textContent: t("filters") }), ...FACETS.map(group).filter(Boolean), dates(), left(),
    button(t("done"), () => ROOT.classList.remove("filtering"), { className: "done" }));
  if (focus) [...BAR.querySelectorAll("[data-spot]")].find((it) => it.dataset.spot === focus)?.focus();
}

/** A facet with its values; one with a single value says nothing and is left out. */
function group(facet) {
  const all = values[facet];
  if (all.length < 2 && !state.filter.off[facet].size) return null;
  const some = opened.has(facet) || !ENDLESS.has(facet) ? all : all.slice(0, FIRST);
  const more = button(t("more", { n: all.length - some.length }), () => {
    opened.add(facet);
    showFacets();
  }, { className: "more" });
  const title = el("legend", {}, el("span", { textContent: t(TITLES[facet]) }),
    state.filter.off[facet].size ? button(t("all"), () => setOff(facet, []), { className: "all" }) : null);
  const dotted = facet === "kind" && model.links.some((link) => link.until)
    ? el("p", { className: "key" }, drawing("0 0 26 8", ["M0 4H26", "line line-ended"]), t("ended")) : null;
  return el("fieldset", { "data-facet": facet }, title, ...some.map((value) => line(facet, value)), dotted, some.length < all.length ? more : null);
}

/** The word for a value of a facet. */
function wordOf(facet, value) {
  if (facet === "place") return value || t("noPlace");
  return facet === "document" ? documentName(value) : t(value);
}

/** One value: a box to tick, its sign, its word, its count, and "only". */
function line(facet, value) {
  const box = el("input", { type: "checkbox", checked: !state.filter.off[facet].has(value), onchange: () => toggleValue(facet, value) });
  box.dataset.spot = `${facet}:${value}`;
  box.dataset[facet] = value;
  const count = look.counts[facet].get(value) ?? 0;
  const sign = facet === "type" ? symbol(value) : facet === "kind" ? lineSample(value) : value === "low" ? HALO() : null;
  const name = wordOf(facet, value);
  const only = button(t("only"), () => setOff(facet, values[facet].filter((it) => it !== value)), { className: "only", "aria-label": `${t("only")} ${name}` });
  only.dataset.spot = `only:${facet}:${value}`;
  return el("div", { className: count ? "value" : "value empty" },
    el("label", { title: facet === "confidence" ? t(`${value}Why`) : name }, box, sign, el("span", { className: "word", textContent: name }, facet === "confidence" ? el("small", { textContent: t(`${value}Note`) }) : null)), only,
    el("span", { className: "count", textContent: count }));
}

/** Hides some values of a facet and shows the others. */
const setOff = (facet, off) => sift({ off: { ...state.filter.off, [facet]: new Set(off) } });

/** The range of dates as two lists of months, and the day for which relations must be valid. */
function dates() {
  const months = [...new Set(model.days.map((day) => day.slice(0, 7)))];
  if (months.length < 2) return null;
  const pick = (key, end) => {
    const list = el("select", { onchange: () => sift({ [key]: list.value }), "aria-label": `${t("facetDate")} ${t(key)}` },
      el("option", { value: "", textContent: t("any") }), ...months.map((month) => el("option", { value: month + end, textContent: month })));
    list.value = state.filter[key];
    list.dataset.spot = `date:${key}`;
    return el("label", {}, el("span", { textContent: t(key) }), list);
  };
  return el("fieldset", { className: "dates" }, el("legend", {}, el("span", { textContent: t("facetDate") })), pick("from", "-01"), pick("to", "-31"));
}

/** How much is hidden, with the way to show it. */
function left() {
  const nodes = model.nodes.length - total(look.nodeOn);
  const links = model.links.length - total(look.linkOn);
  if (!nodes && !links) return el("p", { className: "left", textContent: t("noneHidden", { n: model.nodes.length, m: model.links.length }) });
  return el("p", { className: "left" }, el("span", { textContent: `${t("hidden", { n: nodes, m: links })} ` }), button(t("showAll"), showEverything, { className: "showall" }));
}
