// The page put together: tabs, keys, buttons, and what tests and embedding pages may ask.

import { canAsk } from "./asking.js";
import { el, button, fill, signButton } from "./dom.js";
import { exportsBy, preparePaper } from "./exports.js";
import { showFacets } from "./facetbar.js";
import { total } from "./facets.js";
import { labels } from "./layer.js";
import { keepInSight, map, zoom, zoomBy } from "./map.js";
import { load, model } from "./model.js";
import { showPanel } from "./panel.js";
import { unpacked } from "./rows.js";
import { scene } from "./scene.js";
import { HITS, QUERY, buildSearch, showHits } from "./searchbox.js";
import { TABS, stateOf, tabs } from "./state.js";
import { act, choose, chooseLink, follow, listen, look, refreshLook, retreat, showEverything, sift, state } from "./store.js";
import { showQuery } from "./tab_query.js";
import { showShared } from "./tab_shared.js";
import { showTable } from "./tab_table.js";
import { showTasks } from "./tab_tasks.js";
import { showTime } from "./tab_time.js";
import { keep, kept, ROOT, startTheme, toggleTheme } from "./theme.js";
import { speech, t } from "./words.js";

const MAP = document.getElementById("map");
const SHOW = { query: showQuery, shared: showShared, table: showTable, time: showTime, tasks: showTasks };
const WORDS_OF_TABS = { map: "map", shared: "shared", table: "table", time: "time", tasks: "tasksTab", query: "query" };
const at = (id) => document.getElementById(id);

/** Brings the page up to date after a change; `move` brings the selection into sight on the map. */
function refresh(change, move) {
  ROOT.classList.toggle("wide", state.tab !== "map" && state.node === null && state.link === null);
  for (const name of TABS.slice(1)) at(`view-${name}`).hidden = name !== state.tab;
  at("view-map").inert = state.tab !== "map"; // it keeps its size, for pictures and for coming back
  if (state.tab === "map") map.select(MAP);
  showTabs();
  showFacets();
  showPanel();
  showNotes();
  if (state.tab !== "map") return SHOW[state.tab]?.();
  if (scene.kind !== "full") return undefined;
  const fresh = "tab" in change;
  return requestAnimationFrame(() => (move || fresh ? map.fit(look.lit === null ? null : [...look.lit]) : keepInSight()));
}

/** The tabs, the chosen one marked. */
function showTabs() {
  const names = tabs();
  const focus = document.activeElement?.dataset?.tab;
  fill(at("tabs"), ...names.map((name) => {
    const tab = button(t(WORDS_OF_TABS[name]), () => act({ tab: name }), { role: "tab", id: `tab-${name}`, "aria-selected": String(name === state.tab), "aria-controls": `view-${name}` });
    tab.tabIndex = name === state.tab ? 0 : -1;
    tab.dataset.tab = name;
    return tab;
  }));
  if (focus) at(`tab-${state.tab}`).focus();
}

/** Moves between tabs by the arrow keys. */
function walkTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const names = tabs();
  if (step) act({ tab: names[(names.indexOf(state.tab) + step + names.length) % names.length] });
}

/** What stands over the map: the day, an empty filter, the way back to the overview. */
function showNotes() {
  const { day } = state.filter;
  const alone = model.mode === "overview" && scene.kind !== "overview";
  fill(at("notes"),
    day && state.tab !== "time" ? button(`${t("dayIs", { day })} ×`, () => sift({ day: "" }), { className: "note" }) : null,
    state.picking ? el("span", { className: "note", textContent: t("picking") }) : null,
    alone && state.tab === "map" ? button(t("back_overview"), () => act({ node: null, other: null, link: null, grown: [] }), { className: "note" }) : null,
    total(look.nodeOn) ? null : el("span", { className: "note" }, `${t("nothingLeft")} `, button(t("showAll"), showEverything, { className: "showall" })));
}

/** Gives a button its word or sign, and a name for those who do not see it. */
function rename(id, text, name) {
  fill(at(id), text);
  at(id).title = t(name);
  at(id).setAttribute("aria-label", t(name));
}

/** Writes all words of the interface in the present language. */
function showWords() {
  ROOT.lang = speech.language === "zh" ? "zh-CN" : "en";
  QUERY.placeholder = t(canAsk() ? "searchOrAsk" : "search");
  QUERY.setAttribute("aria-label", QUERY.placeholder);
  rename("language", t("language"), "languageName");
  rename("theme", "◐", "theme");
  rename("openfilters", t("openFilters"), "filters");
  fill(at("skip"), t("skip"));
  fill(at("span"), [...new Set([model.days[0], model.days[model.days.length - 1]])].filter(Boolean).join(" – "));
  fill(at("zoom"), signButton("+", t("closer"), () => zoomBy(1.35)), signButton("−", t("farther"), () => zoomBy(1 / 1.35)),
    signButton("⤢", t("fit"), () => map.fit(null)));
  fill(at("export").firstElementChild, t("export"));
  fill(at("exports"), ...Object.entries(exportsBy).map(([name, run]) => {
    const item = button(t(name), () => {
      at("export").open = false;
      run();
    });
    item.dataset.export = name;
    return item;
  }));
  at("tabs").setAttribute("aria-label", t("tabs"));
  at("facets").setAttribute("aria-label", t("filters"));
  MAP.setAttribute("aria-label", t("mapOf", { n: model.nodes.length }));
  if (!HITS.hidden) showHits();
}

/** The keys of the page: / goes to the search field, Esc takes back the last choice. */
function pressed(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    QUERY.focus();
  } else if (event.key === "Escape") {
    at("export").open = false;
    ROOT.classList.remove("filtering");
    if (state.picking || state.node !== null || state.link !== null || state.bubble !== null || state.marked.length || state.question) retreat();
  }
}

/** Connects the page's own buttons and keys. */
function connect() {
  at("language").onclick = () => {
    speech.language = speech.language === "zh" ? "en" : "zh";
    keep("language", speech.language);
    showWords();
    refresh({}, false);
  };
  at("theme").onclick = () => {
    toggleTheme();
    map.setVisible();
  };
  at("openfilters").onclick = () => ROOT.classList.toggle("filtering");
  at("tabs").onkeydown = walkTabs;
  addEventListener("keydown", pressed);
  addEventListener("popstate", follow);
  addEventListener("beforeprint", preparePaper);
  addEventListener("click", (event) => {
    if (!at("export").contains(event.target)) at("export").open = false;
  });
}

/** Connects the map: a click selects, a click with Shift selects a second node, a double click goes a step further. */
function connectMap() {
  map.on("node", (node, shift) => {
    if (node.bubble !== undefined) return act({ bubble: node.bubble, node: null, other: null, link: null });
    return choose(node.i, { second: shift });
  });
  map.on("link", chooseLink);
  map.on("nothing", () => act({ node: null, other: null, link: null, grown: [], picking: false, marked: [], question: "" }));
  map.on("hover", map.hover);
  map.on("grow", (node) => {
    if (node.bubble === undefined) act({ node: node.i, other: null, link: null, grown: [...new Set([...state.grown, ...near(node)])] }, { quiet: true });
  });
}

/** A node with its neighbours, for one step further. */
const near = (node) => [node.i, ...model.nodes[node.i].links.filter((it) => look.linkOn[it.j]).map((it) => (it.a === node.i ? it.b : it.a))];

load(unpacked(JSON.parse(at("data").textContent)));
speech.language = kept("language") === "en" ? "en" : "zh";
startTheme(() => map.setVisible());
Object.assign(state, stateOf(location.hash));
refreshLook();
map.setData(MAP);
buildSearch();
showWords();
connect();
connectMap();
listen(refresh);
refresh({}, false);
map.fit(look.lit === null ? null : [...look.lit]);

/** For tests and for pages that embed this one. */
window.explorer = {
  select: (id) => choose(model.byId.get(id)?.i ?? null, { move: true }),
  state: () => ({
    selected: state.node === null ? null : model.nodes[state.node].id, second: state.other === null ? null : model.nodes[state.other].id,
    link: state.link, question: state.question, tab: state.tab, hidden: [...state.filter.off.type].sort(), day: state.filter.day, language: speech.language,
    theme: ROOT.dataset.theme, mode: model.mode, nodes: model.nodes.length, links: model.links.length,
    shown: total(look.nodeOn), shownLinks: total(look.linkOn), scale: zoom(),
  }),
  visibleLabels: () => labels.drawn.map(({ id, x, y, w, h, text, size }) => ({ id, x, y, w, h, text, size })),
};
