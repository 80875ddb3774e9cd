// How the lines of the map look.

import { litLink } from "./layer.js";
import { look, state } from "./store.js";
import { alpha, colours } from "./theme.js";

const WIDTHS = { leader: 3.4, deputy: 2, member: 1, lead: 2.6, participant: 0.9, responsible: 1.4, holds: 1, other: 0.9 };
const STRENGTHS = { leader: 0.95, deputy: 0.9, member: 0.75, lead: 0.85, participant: 0.7, responsible: 0.55, holds: 0.5, other: 0.55 };
const FADED = 0.07;

/** Whether the map has a line for a link: both ends drawn, and not the second sentence for the same. */
export function linkShown(link, visible) {
  const both = visible.has(link.a) && visible.has(link.b);
  return both && (link.j === state.link || (look.linkOn[link.j] && link.bow !== null));
}

/** Whether a link has a halo: one of its names may be somebody else's. */
export const unsure = (link) => link.trust === "low";

/** How a link looks now: dotted once it has ended, with a shadow where the graph is unsure of it. */
export function edgeStyle(link, visible) {
  const lit = litLink(link);
  const chosen = lit && look.lit !== null;
  const strength = chosen ? 1 : lit ? STRENGTHS[link.kind] : FADED;
  return {
    id: link.j,
    hidden: !linkShown(link, visible),
    width: WIDTHS[link.kind] + (chosen ? 0.8 : 0),
    dashes: link.until ? [2, 5] : false,
    shadow: unsure(link) ? { enabled: true, color: colours.group, size: 9, x: 0, y: 0 } : false,
    color: { color: alpha(colours[`line-${link.kind}`], strength), inherit: false },
  };
}

/** How an edge bends that is not the only one between its ends; one that has ended stays straight. */
export function bend(link) {
  if (!link.bow || link.until) return false;
  return { enabled: true, type: link.bow > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(link.bow) };
}
