// The light grounds below groups, plans and places.

import { model } from "./model.js";
import { scene } from "./scene.js";
import { look, state } from "./store.js";
import { alpha, colours } from "./theme.js";

/** The radius of the ground below a group or a plan and what circles it, 0 where too little does. */
function groundOf(hub, round) {
  if (!round || round.length < 3) return 0;
  return Math.max(...round.map((node) => Math.hypot(node.x - hub.x, node.y - hub.y))) + 20;
}

/** Draws a light ground below every group and plan, so that they are seen at once. */
export function drawGrounds(ctx, shown) {
  if (scene.kind !== "full") return;
  for (const { x, y, r } of model.regions) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fillStyle = alpha(colours.document, 0.07);
    ctx.fill();
  }
  const round = new Map();
  for (const node of shown) if (node.hub !== node.i) round.set(node.hub, [...(round.get(node.hub) ?? []), node]);
  for (const hub of shown.filter(({ type }) => type === "group" || type === "program")) {
    const r = groundOf(hub, round.get(hub.i));
    if (!r) continue;
    ctx.beginPath();
    ctx.arc(hub.x, hub.y, r, 0, 2 * Math.PI);
    ctx.fillStyle = alpha(colours[hub.type], look.lit === null || hub.i === state.node ? 0.09 : 0.03);
    ctx.fill();
  }
}
