// The one state of the page: changed by `act`, which writes the address and tells all who listen.

import { newFilter, survey } from "./facets.js";
import { litBy } from "./paths.js";
import { addressOf, newState, stateOf } from "./state.js";

export const state = newState();

/** What follows from the state: which nodes and links are on, counts of the facets, what stays lit. */
export const look = { nodeOn: null, linkOn: null, counts: null, lit: null };

const listeners = [];

/** Calls a function after every change, with what was changed. */
export const listen = (hear) => listeners.push(hear);

/** Changes the state: writes the address, so that Back undoes it, and tells all. */
export function act(change, { move = false, quiet = false } = {}) {
  const before = addressOf(state);
  Object.assign(state, change);
  const after = addressOf(state);
  if (after !== before) remember(after, quiet);
  tell(change, move);
}

/** Puts an address into the browser's history; a frame without an address of its own does without. */
function remember(address, quiet) {
  try {
    history[quiet ? "replaceState" : "pushState"](null, "", address || location.pathname + location.search);
  } catch {
    // a notebook's frame: the page works, only Back does not
  }
}

/** Takes the state from the address. */
export function follow() {
  Object.assign(state, stateOf(location.hash));
  tell({ ...state }, true);
}

/** Works out what follows from the state, and tells all who listen. */
export function tell(change, move = false) {
  refreshLook();
  for (const hear of listeners) hear(change, move);
}

/** Works out what follows from the state. */
export function refreshLook() {
  const ends = [state.node, state.other].filter((i) => i !== null);
  Object.assign(look, survey(state.filter, ends));
  look.lit = litBy(state, look.linkOn);
}

/** Selects a node; a second one where that was asked for. */
export function choose(i, { second = false, move = false } = {}) {
  if (i !== null && (second || state.picking) && state.node !== null && i !== state.node) {
    return act({ other: i, link: null, picking: false, grown: [] }, { move });
  }
  return act({ node: i, other: null, link: null, picking: false, grown: [], marked: [], question: "" }, { move });
}

/** Selects a link. */
export const chooseLink = (j) => act({ node: null, other: null, link: j, picking: false, grown: [], marked: [], question: "" });

/** Gives up the last thing that was chosen: the second node, the selection, the bubble. */
export function retreat() {
  if (state.picking) return act({ picking: false });
  if (state.other !== null) return act({ other: null });
  if (state.node !== null || state.link !== null) return act({ node: null, link: null, grown: [] });
  return act({ bubble: null, marked: [], question: "" });
}

/** Changes the filter. */
export const sift = (change) => act({ filter: { ...state.filter, ...change } });

/** Hides or shows one value of a facet. */
export function toggleValue(facet, value) {
  const off = new Set(state.filter.off[facet]);
  if (!off.delete(value)) off.add(value);
  sift({ off: { ...state.filter.off, [facet]: off } });
}

/** Shows all there is, hidden types included. */
export const showEverything = () => act({ filter: newFilter([]) });
