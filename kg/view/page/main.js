// The page put together: selection, address, keys and buttons.

/** Selects a node, a link or nothing, and says so in the address; `move` brings it into sight. */
function choose(node, link, move) {
  const before = address();
  setSelection(node, link);
  const after = address();
  if (after !== before) history.pushState(null, "", after || location.pathname + location.search);
  refresh(move);
}

/** Selects what the address names. */
function follow() {
  setSelection(...addressed(location.hash));
  refresh(true);
}

/** Brings map and panel up to date. */
function refresh(move) {
  paint();
  showPanel();
  if (!move) return requestAnimationFrame(keepInSight);
  return requestAnimationFrame(() => show(state.lit === null ? null : [...state.lit]));
}

/** Writes all words of the interface in the present language. */
function showWords() {
  ROOT.lang = language === "zh" ? "zh-CN" : "en";
  QUERY.placeholder = t("search");
  QUERY.setAttribute("aria-label", t("search"));
  fill(document.getElementById("language"), t("language"));
  document.getElementById("language").title = t("languageName");
  fill(document.getElementById("theme"), "◐");
  document.getElementById("theme").title = t("theme");
  document.getElementById("theme").setAttribute("aria-label", t("theme"));
  const button = (text, key, act) => el("button", { type: "button", textContent: text, title: t(key), "aria-label": t(key), onclick: act });
  fill(document.getElementById("zoom"), button("+", "closer", () => zoomBy(1.35)), button("−", "farther", () => zoomBy(1 / 1.35)),
    button("⤢", "fit", () => show(null)));
  showLegend();
  showPanel();
  if (!HITS.hidden) showHits();
  if (network) network.redraw();
}

/** The keys of the page: / goes to the search field, Esc back to the whole map. */
function pressed(event) {
  if (event.key === "/" && document.activeElement !== QUERY && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    QUERY.focus();
  } else if (event.key === "Escape" && state.lit !== null) {
    choose(null, null, false);
  }
}

/** Connects the page's own buttons and keys. */
function connect() {
  document.getElementById("language").onclick = () => {
    language = language === "zh" ? "en" : "zh";
    showWords();
  };
  document.getElementById("theme").onclick = () => {
    toggleTheme();
    paint();
  };
  DARK.addEventListener("change", () => {
    if (themeChosen) return;
    setTheme(DARK.matches ? "dark" : "light");
    paint();
  });
  addEventListener("keydown", pressed);
  addEventListener("popstate", follow);
}

setTheme(DARK.matches ? "dark" : "light");
LEGEND.open = matchMedia("(min-width: 761px)").matches;
setSelection(...addressed(location.hash));
buildMap(document.getElementById("map"));
buildSearch();
showWords();
connect();
show(state.lit === null ? null : [...state.lit]);

/** For tests and for pages that embed this one. */
window.explorer = {
  select: (id) => choose(BY_ID.get(id)?.i ?? null, null, true),
  state: () => ({
    selected: state.node === null ? null : NODES[state.node].id, link: state.link, hidden: [...state.hidden].sort(),
    language, theme: ROOT.dataset.theme, nodes: NODES.length, links: LINKS.length, scale: network.getScale(),
  }),
  visibleLabels: () => drawnLabels.map(({ id, x, y, w, h, text }) => ({ id, x, y, w, h, text })),
};
