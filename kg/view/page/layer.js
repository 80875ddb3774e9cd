// The label layer on top of the map: names, roles of what is selected, badges of folded members.

import { anchors, Boxes, brief, ROLE_SIZE, SIZE, widthOf } from "./labels.js";
import { KINDS, model } from "./model.js";
import { scene } from "./scene.js";
import { look, state } from "./store.js";
import { alpha, colours } from "./theme.js";
import { t, wordFor } from "./words.js";

export const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';
const REGION_SIZE = 15;
const MOST_LABELS = 250;
const MOST_ROLES = 15;
const STRONG = new Set(["leader", "deputy", "lead", "responsible"]); // kinds whose colour is dark enough for words
const BUTTONS = { w: 54, h: 124 }; // the corner of the zoom buttons
export const WEIGHTS = { bubble: 8e3, group: 7e3, program: 6e3, body: 4e3, task: 3e3, person: 2e3, document: 15e2, indicator: 0 };

/** The names now on the map: boxes in pixels from its corner, with the key of the node or null. */
export const labels = { drawn: [], boxes: null, symbols: null, ctx: null, width: 0, height: 0, spot: null };

/** Whether a node keeps its colour. */
export const litNode = (node) => look.lit === null || node.bubble !== undefined || look.lit.has(node.i);

/** Whether a link keeps its colour. */
export function litLink(link) {
  if (!look.linkOn[link.j] && link.j !== state.link) return false;
  if (state.link !== null) return link.j === state.link;
  if (look.lit === null) return true;
  if (state.node === null) return look.lit.has(link.a) && look.lit.has(link.b);
  const centres = [state.node, state.other, ...state.grown];
  return look.lit.has(link.a) && look.lit.has(link.b) && (state.other !== null || centres.includes(link.a) || centres.includes(link.b));
}

const isChosen = (node) => node.bubble !== undefined ? node.bubble === state.bubble : node.i === state.node || node.i === state.other;

/** How much a node's name matters now. */
function weight(node) {
  if (node.bubble !== undefined) return 1e3 + node.count;
  const near = look.lit !== null && look.lit.has(node.i) ? 1e5 : 0;
  const chosen = isChosen(node) ? 1e6 : node.key === state.hover ? 2e3 : 0; // hovering moves no name of a group
  const only = node.type === "body" && node.links.length < 2 ? -25e2 : 0; // a body known for one post only
  return chosen + near + WEIGHTS[node.type] + only + Math.min(node.links.length, 900);
}

/** Writes a text with a halo of the colour of the paper. */
function write(text, x, y, colour) {
  const { ctx } = labels;
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = alpha(colours.paper, 0.9);
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** Draws the layer; `spot` gives a node's place and radius on the screen, `shown` the nodes drawn, `badges` their folded members. */
export function drawLabels(ctx, width, height, spot, shown, badges) {
  const inside = ({ x, y }) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
  const near = shown.filter((node) => litNode(node) && inside(spot(node)));
  Object.assign(labels, { drawn: [], boxes: new Boxes(), symbols: new Boxes(), hubs: new Boxes(), ctx, width, height, spot });
  for (const node of near) {
    const { x, y, r } = spot(node);
    const box = { x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: node.key };
    labels.symbols.add(box);
    if (node.type === "group" || node.type === "program") labels.hubs.add(box);
  }
  labels.boxes.add({ x: width - BUTTONS.w, y: height - BUTTONS.h, ...BUTTONS, owner: -2 });
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  if (scene.kind === "full" && look.lit === null) model.regions.forEach(drawRegion);
  for (const node of near.sort((p, q) => weight(q) - weight(p) || p.key - q.key)) {
    if (labels.drawn.length >= MOST_LABELS) break;
    drawName(node, badges.get(node.i) ?? 0);
  }
  drawRoles();
}

/** Draws the name of a region at the top of its circle. */
function drawRegion({ name, x, y, r }) {
  const { boxes, spot, ctx, width, height } = labels;
  const at = spot({ x, y, type: "region", size: r });
  const [w, h] = [widthOf(name, REGION_SIZE), REGION_SIZE + 6];
  const box = { x: at.x - w / 2, y: at.y - at.r + 1, w, h };
  if (at.r * 2 < w * 0.8 || box.x < 0 || box.y < 0 || box.x + w > width || box.y + h > height || boxes.taken(box, -1)) return;
  boxes.add({ ...box, owner: -2 });
  labels.drawn.push({ id: `region:${name}`, ...box, text: name, size: REGION_SIZE, heavy: true, colour: "soft", key: null });
  ctx.font = `600 ${REGION_SIZE}px ${FONT}`;
  write(name, box.x + 2, box.y + h / 2, colours.soft);
}

/** Draws one name where there is room for it. */
function drawName(node, folded) {
  const { boxes, symbols, hubs, width, height, spot, ctx } = labels;
  const heavy = node.type === "group" || node.type === "program" || isChosen(node);
  const full = node.key === state.hover || isChosen(node);
  const name = full && [...node.name].length <= width / 16 - 6 ? node.name : width < 600 ? brief(node.label) : node.label === "…" ? t("rest") : node.label;
  const text = folded ? `${name} +${folded}` : node.count ? `${name} ${node.count}` : name;
  const size = heavy ? SIZE + 1 : SIZE;
  const [w, h] = [widthOf(text, size), size + 4];
  const hub = node.hub === node.key ? null : scene.at.get(node.hub);
  const at = spot(node);
  const middle = node.bubble !== undefined && 2 * at.r > w ? [{ x: at.x - w / 2, y: at.y - h / 2 }] : [];
  const places = [...middle, ...anchors(at, w, h, hub ? spot(hub) : null)].map((place) => ({ ...place, w, h, owner: node.key }));
  for (const box of places.filter((it) => heavy && it.slides)) box.x = Math.max(2, Math.min(width - w - 2, box.x));
  const kept = places.filter((box) => box.x >= 0 && box.x + w <= width && box.y >= 0 && box.y + h <= height);
  const free = kept.filter((box) => !boxes.taken(box, -1));
  const box = free.find((it) => !symbols.taken(it, node.key))
    ?? (heavy || full ? free.find((it) => !hubs.taken(it, node.key)) ?? free[0] : undefined);
  if (!box) return;
  boxes.add(box);
  const { x, y } = box;
  labels.drawn.push({ id: node.id, x, y, w, h, text, size, heavy, colour: "ink", key: node.key });
  ctx.font = `${heavy ? 600 : 400} ${size}px ${FONT}`;
  write(text, x + 2, y + h / 2, colours.ink);
}

/** Draws the role words on the links of what is selected, the weightiest first. */
function drawRoles() {
  if (look.lit === null) return;
  const { boxes, spot, ctx } = labels;
  const links = scene.links.filter((link) => litLink(link) && (link.bow !== null || link.j === state.link));
  const rank = (link) => KINDS.indexOf(link.kind);
  const few = links.length <= MOST_ROLES ? links : links.filter((link) => link.kind === "leader" || link.kind === "deputy");
  ctx.font = `${ROLE_SIZE}px ${FONT}`;
  for (const link of few.sort((p, q) => rank(p) - rank(q)).slice(0, MOST_ROLES)) {
    const text = [...wordFor(link)].slice(0, 10).join("");
    const [w, h] = [widthOf(text, ROLE_SIZE), ROLE_SIZE + 4];
    const [p, q] = [spot(scene.at.get(link.a)), spot(scene.at.get(link.b))];
    const box = [0.5, 0.62, 0.38, 0.72, 0.28]
      .map((f) => ({ x: p.x + (q.x - p.x) * f - w / 2, y: p.y + (q.y - p.y) * f - h / 2, w, h }))
      .find((it) => !boxes.taken(it, -1));
    if (!box) continue;
    boxes.add({ ...box, owner: -2 });
    const colour = STRONG.has(link.kind) ? `line-${link.kind}` : "soft";
    labels.drawn.push({ id: `link:${link.j}`, ...box, text, size: ROLE_SIZE, heavy: false, colour, key: null, link: link.j });
    write(text, box.x + 2, box.y + h / 2, colours[colour]);
  }
}

/** The name or role that lies at a point of the map, undefined where there is none. */
export const labelAt = ({ x, y }) => labels.drawn.find((it) => x > it.x && x < it.x + it.w && y > it.y && y < it.y + it.h);
