// The map: vis-network with fixed places, our own symbols, and the label layer on top.
//
// Only this file knows vis-network; another renderer needs the same six: setData, setVisible, select, fit, on, exportImage.

import { SHAPES } from "./dom.js";
import { drawGrounds } from "./grounds.js";
import { drawLabels, labelAt, labels, litNode, WEIGHTS } from "./layer.js";
import { drawn, folds, scene, sceneName, setScene } from "./scene.js";
import { look, state } from "./store.js";
import { bend, edgeStyle, linkShown } from "./strokes.js";
import { alpha, colours } from "./theme.js";

const LEAST = 5; // half the width of a symbol on the screen, in pixels; less on a small one, down to half of it
const SMALL = 110; // a screen's shorter side divided by this is the least on it
const MARGIN = { x: 84, y: 40 }; // free pixels round what is brought into sight
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([type, path]) => [type, new Path2D(path)]));

let network = null;
let edgeSet = null;
let nodeSet = null;
let painted = new Map();
let shown = [];
let badges = new Map();
const hearers = { node: () => {}, link: () => {}, nothing: () => {}, hover: () => {}, grow: () => {} };

export const zoom = () => (network ? network.getScale() : 1);

/** Half the width of a node's symbol in the units of the map. */
export function radius(node) {
  const { clientWidth, clientHeight } = network.canvas.frame;
  const least = Math.max(LEAST / 2, Math.min(LEAST, Math.min(clientWidth, clientHeight) / SMALL));
  return Math.max(node.size, (node.type === "person" ? 0.8 * least : least) / network.getScale());
}

/** Draws a node; vis-network calls it with the node's key as id. */
function renderer({ ctx, id, x, y }) {
  const node = scene.at.get(id);
  const r = radius(node);
  return { drawNode: () => drawSymbol(ctx, node, x, y, r), nodeDimensions: { width: 2 * r, height: 2 * r } };
}

/** Draws a symbol, faded when something else is selected, ringed when it is selected itself. */
function drawSymbol(ctx, node, x, y, r) {
  const chosen = node.bubble !== undefined ? node.bubble === state.bubble : node.i === state.node || node.i === state.other;
  ctx.save();
  ctx.globalAlpha = litNode(node) ? 1 : 0.12;
  ctx.translate(x, y);
  if (chosen || node.key === state.hover) {
    ctx.beginPath();
    ctx.arc(0, 0, r * 1.35 + 4 / network.getScale(), 0, 2 * Math.PI);
    ctx.fillStyle = alpha(colours[node.type], chosen ? 0.35 : 0.2);
    ctx.fill();
  }
  ctx.scale(r, r);
  ctx.fillStyle = node.bubble === undefined ? colours[node.type] : alpha(colours.bubble, 0.8);
  ctx.fill(PATHS[node.type]);
  ctx.lineWidth = 1.2 / (r * network.getScale());
  ctx.strokeStyle = colours.paper;
  ctx.stroke(PATHS[node.type]);
  ctx.restore();
}

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { shape: "custom", ctxRenderer: renderer, label: undefined, chosen: false },
  edges: { smooth: false, chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.28 } }, hoverWidth: 0, selectionWidth: 0 },
  interaction: { hover: true, dragNodes: false, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e9 },
};
const MANY = 3000; // nodes from which lines are left out while the map moves

/** Makes the map of the present scene, mirrored on a screen that is higher than wide. */
function setData(element) {
  setScene(state, look, element.clientHeight > 1.25 * element.clientWidth);
  const visible = visibleKeys();
  const order = [...scene.nodes].sort((p, q) => WEIGHTS[p.type] - WEIGHTS[q.type]);
  nodeSet = new vis.DataSet(order.map((node) => ({ id: node.key, x: node.x, y: node.y, hidden: !visible.has(node.key) })));
  const widest = Math.max(1, ...scene.ties.map(([, , n]) => n));
  const ties = scene.ties.map(([a, b, n], k) => ({
    id: `tie:${k}`, from: a, to: b, width: 0.6 + 5 * Math.sqrt(n / widest), arrows: { to: { enabled: false } },
    color: { color: alpha(colours["line-participant"], 0.6), inherit: false },
  }));
  const lines = scene.links.map((link) => ({ ...edgeStyle(link, visible), from: link.a, to: link.b, smooth: bend(link) }));
  edgeSet = new vis.DataSet([...lines, ...ties]);
  painted = new Map();
  if (network) network.setData({ nodes: nodeSet, edges: edgeSet });
  else start(element);
}

/** Starts vis-network and passes on what people do. */
function start(element) {
  const many = scene.nodes.length > MANY;
  const options = { ...OPTIONS, interaction: { ...OPTIONS.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many } };
  network = new vis.Network(element, { nodes: nodeSet, edges: edgeSet }, options);
  network.on("beforeDrawing", (ctx) => drawGrounds(ctx, shown));
  network.on("afterDrawing", layer);
  network.on("hoverNode", ({ node }) => hearers.hover(node));
  network.on("blurNode", () => hearers.hover(null));
  network.on("hoverEdge", () => { element.style.cursor = "pointer"; });
  network.on("blurEdge", () => { element.style.cursor = ""; });
  network.on("click", ({ pointer, event }) => clicked(pointer.DOM, Boolean(event.srcEvent?.shiftKey)));
  network.on("doubleClick", ({ pointer }) => {
    const key = keyAt(pointer.DOM);
    if (key !== undefined) hearers.grow(scene.at.get(key));
  });
  network.on("zoom", () => setVisible());
  network.on("resize", () => requestAnimationFrame(keepInSight));
}

/** The keys of the nodes that are drawn now. */
function visibleKeys() {
  shown = scene.nodes.filter((node) => drawn(node, state, look, zoom()));
  badges = folds(state, look, zoom());
  return new Set(shown.map((node) => node.key));
}

/** Brings the map up to date with the selection, the filter, the zoom and the theme. */
function setVisible() {
  const visible = visibleKeys();
  const changed = [];
  for (const link of scene.links) {
    const style = edgeStyle(link, visible);
    const mark = `${style.hidden}${style.width}${style.color.color}`;
    if (painted.get(link.j) !== mark) changed.push(style);
    painted.set(link.j, mark);
  }
  edgeSet.update(changed);
  const turned = scene.nodes.filter((node) => nodeSet.get(node.key).hidden === visible.has(node.key));
  nodeSet.update(turned.map((node) => ({ id: node.key, hidden: !visible.has(node.key) })));
  network.redraw();
}

/** Shows the selection: another scene where it needs one, else other colours. */
function select(element) {
  if (sceneName(state) === scene.name) return setVisible();
  setData(element);
  return fit(null);
}

/** Where a node stands on the screen, in CSS pixels from the map's corner. */
export function screenSpot(width, height) {
  const scale = network.getScale();
  const view = network.getViewPosition();
  return (node) => ({
    x: (node.x - view.x) * scale + width / 2, y: (node.y - view.y) * scale + height / 2, r: radius(node) * scale,
  });
}

/** Draws the label layer in pixels of the screen. */
function layer(ctx) {
  const { clientWidth, clientHeight, width } = ctx.canvas;
  if (!clientWidth) return;
  ctx.save();
  ctx.setTransform(width / clientWidth, 0, 0, width / clientWidth, 0, 0);
  drawLabels(ctx, clientWidth, clientHeight, screenSpot(clientWidth, clientHeight), shown, badges);
  ctx.restore();
}

/** The node at a point: by its name, which lies on top, else by its symbol. */
const keyAt = (point) => labelAt(point)?.key ?? network.getNodeAt(point);

/** A click: on a name or a role, else on a node, else on a line, else on nothing. */
function clicked(point, shift) {
  network.unselectAll();
  const { link } = labelAt(point) ?? {};
  if (link !== undefined) return hearers.link(link);
  const key = keyAt(point);
  if (key !== undefined) return hearers.node(scene.at.get(key), shift);
  const edge = network.getEdgeAt(point);
  return typeof edge === "number" ? hearers.link(edge) : hearers.nothing();
}

const range = (numbers) => numbers.reduce(([low, high], it) => [Math.min(low, it), Math.max(high, it)], [Infinity, -Infinity]);

const motion = () => (STILL.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** Brings some nodes into sight, or the whole map. */
function fit(numbers) {
  const wanted = numbers && new Set(numbers);
  const nodes = shown.filter((node) => !wanted || wanted.has(node.i));
  network.redraw(); // takes the map's present size, which a growing panel may have changed
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  if (!nodes.length || !width) return;
  const [left, right] = range(nodes.map((node) => node.x));
  const [top, bottom] = range(nodes.map((node) => node.y));
  const room = { x: width - 2 * Math.min(MARGIN.x, width / 9), y: Math.max(height / 3, height - 2 * MARGIN.y) };
  const scale = Math.min(1.5, room.x / (right - left + 1), room.y / (bottom - top + 1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: numbers ? motion() : false });
  setVisible();
}

/** Moves the selected node back into sight after the map has changed its size. */
export function keepInSight() {
  const node = state.node === null ? undefined : scene.at.get(state.node);
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  if (!node || scene.kind === "overview" || !width) return;
  const at = screenSpot(width, height)(node);
  if (at.x < 30 || at.y < 30 || at.x > width - 30 || at.y > height - 30) {
    network.moveTo({ position: { x: node.x, y: node.y }, animation: motion() });
  }
}

/** Changes the zoom by a factor. */
export function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  setVisible();
}

/** The map as a picture on paper, as a canvas of twice the pixels of the screen. */
function exportImage() {
  setVisible();
  network.redraw();
  const from = network.canvas.frame.canvas;
  const to = document.createElement("canvas");
  [to.width, to.height] = [from.width, from.height];
  const ctx = to.getContext("2d");
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, to.width, to.height);
  ctx.drawImage(from, 0, 0);
  return to;
}

export const map = {
  setData, setVisible, select, fit, exportImage,
  on: (event, hear) => { hearers[event] = hear; },
  redraw: () => network.redraw(),
  hover: (key) => {
    state.hover = key;
    network.canvas.frame.style.cursor = key === null ? "" : "pointer";
    network.redraw();
  },
  view: () => ({ shown, badges, spot: screenSpot(labels.width, labels.height), width: labels.width, height: labels.height }),
  lines: () => {
    const visible = new Set(shown.map((node) => node.key));
    return scene.links.filter((link) => linkShown(link, visible));
  },
  lineStyle: (link) => edgeStyle(link, new Set([link.a, link.b])),
};
