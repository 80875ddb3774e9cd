// The map: vis-network with fixed places, our own symbols, and our label layer on top.

const WIDTHS = { leader: 3.4, deputy: 2, member: 1, lead: 2.4, participant: 0.9, responsible: 1.3, holds: 1, other: 0.9 };
const STRENGTHS = { leader: 0.95, deputy: 0.9, member: 0.75, lead: 0.85, participant: 0.7, responsible: 0.55, holds: 0.5, other: 0.55 };
const FADED = 0.1;
const LEAST = 5; // half the width of a symbol on the screen, in pixels; less on a small one
const MARGIN = { x: 84, y: 40 }; // free pixels round what is brought into sight
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

let network = null;
let edgeSet = null;
let nodeSet = null;
let painted = [];

/** Half the width of a node's symbol in the units of the map. */
function radius(node) {
  const least = (node.type === "person" ? LEAST - 1 : LEAST) - (network.canvas.frame.clientWidth < 600 ? 1.5 : 0);
  return Math.max(node.size, least / network.getScale());
}

/** Draws a node; vis-network calls it with the node's number as id. */
function renderer({ ctx, id, x, y }) {
  const node = NODES[id];
  const r = radius(node);
  return { drawNode: () => drawSymbol(ctx, node, x, y, r), nodeDimensions: { width: 2 * r, height: 2 * r } };
}

/** Draws a symbol, faded when something else is selected, ringed when it is selected itself. */
function drawSymbol(ctx, node, x, y, r) {
  ctx.save();
  ctx.globalAlpha = litNode(node.i) ? 1 : 0.12;
  ctx.translate(x, y);
  if (node.i === state.node || node.i === state.hover) {
    ctx.beginPath();
    ctx.arc(0, 0, r * 1.35 + 4 / network.getScale(), 0, 2 * Math.PI);
    ctx.fillStyle = alpha(colours[node.type], node.i === state.node ? 0.35 : 0.2);
    ctx.fill();
  }
  ctx.scale(r, r);
  ctx.fillStyle = colours[node.type];
  ctx.fill(PATHS[node.type]);
  ctx.lineWidth = 1.2 / (r * network.getScale());
  ctx.strokeStyle = colours.paper;
  ctx.stroke(PATHS[node.type]);
  ctx.restore();
}

/** How a link looks now. */
function edgeStyle(link) {
  const lit = litLink(link);
  const chosen = lit && state.lit !== null;
  const strength = chosen ? 1 : lit ? STRENGTHS[link.kind] : FADED;
  return {
    id: link.j,
    hidden: !visible(link.a) || !visible(link.b) || (link.bow === null && link.j !== state.link),
    width: WIDTHS[link.kind] + (chosen ? 0.8 : 0),
    color: { color: alpha(colours[`line-${link.kind}`], strength), inherit: false },
  };
}

/** Brings the map up to date with the selection, the hidden types and the theme. */
function paint() {
  const changed = [];
  LINKS.forEach((link, j) => {
    const style = edgeStyle(link);
    const mark = `${style.hidden}${style.width}${style.color.color}`;
    if (painted[j] !== mark) changed.push(style);
    painted[j] = mark;
  });
  edgeSet.update(changed);
  const turned = NODES.filter((node) => nodeSet.get(node.i).hidden === visible(node.i));
  nodeSet.update(turned.map((node) => ({ id: node.i, hidden: !visible(node.i) })));
  network.redraw();
}

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { shape: "custom", ctxRenderer: renderer, label: undefined, chosen: false },
  edges: { smooth: false, chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.28 } }, hoverWidth: 0, selectionWidth: 0 },
  interaction: { hover: true, dragNodes: false, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e9 },
};

/** How an edge bends that is not the only one between its ends. */
function bend(link) {
  if (!link.bow) return false;
  return { enabled: true, type: link.bow > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(link.bow) };
}

/** Builds the map, mirrored on a screen that is higher than wide; small symbols are drawn first, groups last. */
function buildMap(element) {
  if (element.clientHeight > element.clientWidth) for (const node of NODES) [node.x, node.y] = [node.y, node.x];
  const order = [...NODES].sort((p, q) => WEIGHTS[p.type] - WEIGHTS[q.type]);
  nodeSet = new vis.DataSet(order.map((node) => ({ id: node.i, x: node.x, y: node.y, hidden: !visible(node.i) })));
  edgeSet = new vis.DataSet(LINKS.map((link) => ({ ...edgeStyle(link), from: link.a, to: link.b, smooth: bend(link) })));
  network = new vis.Network(element, { nodes: nodeSet, edges: edgeSet }, OPTIONS);
  network.on("beforeDrawing", drawGrounds);
  network.on("afterDrawing", layer);
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => { element.style.cursor = "pointer"; });
  network.on("blurEdge", () => { element.style.cursor = ""; });
  network.on("click", ({ pointer }) => clicked(pointer.DOM));
  network.on("resize", () => requestAnimationFrame(keepInSight));
  paint();
}

/** The radius of the ground below a group or a plan and what circles it, 0 where too little does. */
function groundOf(hub) {
  if (hub.type !== "group" && hub.type !== "program") return 0;
  const round = NODES.filter((node) => node.hub === hub.i && node.i !== hub.i && visible(node.i));
  return round.length < 3 ? 0 : Math.max(...round.map((node) => Math.hypot(node.x - hub.x, node.y - hub.y))) + 20;
}

/** Draws a light ground below every group and plan, so that they are seen at once. */
function drawGrounds(ctx) {
  for (const hub of NODES) {
    const r = visible(hub.i) ? groundOf(hub) : 0;
    if (!r) continue;
    ctx.beginPath();
    ctx.arc(hub.x, hub.y, r, 0, 2 * Math.PI);
    ctx.fillStyle = alpha(colours[hub.type], state.lit === null || hub.i === state.node ? 0.09 : 0.03);
    ctx.fill();
  }
}

/** Marks the node under the pointer. */
function hover(i) {
  state.hover = i;
  network.canvas.frame.style.cursor = i === null ? "" : "pointer";
  network.redraw();
}

/** Where a node stands on the screen, in CSS pixels from the map's corner. */
function screenSpot(width, height) {
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
  drawLabels(ctx, clientWidth, clientHeight, screenSpot(clientWidth, clientHeight));
  ctx.restore();
}

/** A click: on a name, which lies on top, else on a symbol, else on a line, else on nothing. */
function clicked({ x, y }) {
  const name = drawnLabels.find((it) => it.node !== null && x > it.x && x < it.x + it.w && y > it.y && y < it.y + it.h);
  network.unselectAll();
  if (name) return choose(name.node, null, false);
  const node = network.getNodeAt({ x, y });
  if (node !== undefined) return choose(node, null, false);
  const edge = network.getEdgeAt({ x, y });
  return choose(null, edge === undefined ? null : edge, false);
}

const range = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

const motion = () => (STILL.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** Shows some nodes, or the whole map. */
function show(numbers) {
  const nodes = (numbers ?? NODES.map((node) => node.i)).filter(visible).map((i) => NODES[i]);
  network.redraw(); // takes the map's present size, which a growing panel may have changed
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  if (!nodes.length || !width) return;
  const [left, right] = range(nodes.map((node) => node.x));
  const [top, bottom] = range(nodes.map((node) => node.y));
  const room = { x: width - 2 * Math.min(MARGIN.x, width / 9), y: height - 2 * MARGIN.y };
  const scale = Math.min(1.5, room.x / (right - left + 1), room.y / (bottom - top + 1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: numbers ? motion() : false });
}

/** Moves the selected node back into sight after the map has changed its size. */
function keepInSight() {
  if (state.node === null) return;
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  const at = screenSpot(width, height)(NODES[state.node]);
  if (at.x < 30 || at.y < 30 || at.x > width - 30 || at.y > height - 30) {
    network.moveTo({ position: { x: NODES[state.node].x, y: NODES[state.node].y }, animation: motion() });
  }
}

/** Changes the zoom by a factor. */
function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
}
