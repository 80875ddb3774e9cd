// The label layer: names at a constant size, the weightiest first, none on top of another.

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';
const SIZE = 13;
const MOST_LABELS = 250;
const MOST_ROLES = 15;
const STRONG = new Set(["leader", "deputy", "lead", "responsible"]); // kinds whose colour is dark enough for words
const CELL = 64;
const WEIGHTS = { group: 7e3, program: 6e3, body: 4e3, task: 3e3, person: 2e3, document: 15e2, indicator: 0 };

let drawnLabels = [];

/** How much a node's name matters now. */
function weight(node) {
  const near = state.lit !== null && state.lit.has(node.i) ? 1e5 : 0;
  const chosen = node.i === state.node || node.i === state.hover ? 1e6 : 0;
  const only = node.type === "body" && node.links.length < 2 ? -25e2 : 0; // a body known for one post only
  return chosen + near + WEIGHTS[node.type] + only + Math.min(node.links.length, 900);
}

/** The width of a text: an em for a Chinese character, less for others; measuring would cost more. */
function widthOf(text, size) {
  let em = 0;
  for (const c of text) em += c > "\u1fff" ? 1 : 0.58;
  return em * size + 4;
}

/** A label for a small screen. */
const brief = (label) => ([...label].length > 11 ? `${[...label].slice(0, 10).join("")}…` : label);

/** Boxes on a grid, to find out quickly whether a place is taken. */
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  * keys({ x, y, w, h }) {
    for (let p = Math.floor(x / CELL); p <= Math.floor((x + w) / CELL); p++) {
      for (let q = Math.floor(y / CELL); q <= Math.floor((y + h) / CELL); q++) yield `${p},${q}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  taken(box, owner) {
    for (const key of this.keys(box)) {
      for (const it of this.cells.get(key) ?? []) {
        if (it.owner !== owner && box.x < it.x + it.w && it.x < box.x + box.w
          && box.y < it.y + it.h && it.y < box.y + box.h) return true;
      }
    }
    return false;
  }
}

/** The places for a label beside a symbol: first away from the hub that the node circles. */
function anchors(node, at, w, h, hub) {
  const r = at.r + 2;
  const right = { x: at.x + r, y: at.y - h / 2 };
  const left = { x: at.x - r - w, y: at.y - h / 2 };
  const below = { x: at.x - w / 2, y: at.y + r - 1, slides: true };
  const above = { x: at.x - w / 2, y: at.y - r - h + 1, slides: true };
  if (node.hub === node.i) return [below, right, left, above];
  const dx = at.x - hub.x;
  const dy = at.y - hub.y;
  const [across1, across2] = dx > 0 ? [right, left] : [left, right];
  const [along1, along2] = dy > 0 ? [below, above] : [above, below];
  return Math.abs(dx) > Math.abs(dy) * 0.7
    ? [across1, along1, along2, across2] : [along1, across1, across2, along2];
}

/** Writes a text with a halo of the colour of the paper. */
function write(ctx, text, x, y, colour) {
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = alpha(colours.paper, 0.9);
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** Draws the layer; `spot` gives a node's place and radius on the screen. */
function drawLabels(ctx, width, height, spot) {
  const inside = (at) => at.x > -20 && at.y > -20 && at.x < width + 20 && at.y < height + 20;
  const shown = NODES.filter((node) => visible(node.i) && litNode(node.i) && inside(spot(node)));
  const symbols = new Boxes();
  for (const node of shown) {
    const { x, y, r } = spot(node);
    symbols.add({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: node.i });
  }
  const labels = new Boxes();
  labels.add({ x: width - 54, y: height - 124, w: 54, h: 124, owner: -2 }); // the buttons for the zoom
  drawnLabels = [];
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  for (const node of shown.sort((p, q) => weight(q) - weight(p) || p.i - q.i)) {
    if (drawnLabels.length >= MOST_LABELS) break;
    drawName(ctx, node, spot, labels, symbols, width, height);
  }
  drawRoles(ctx, spot, labels);
}

/** Draws one name where there is room for it. */
function drawName(ctx, node, spot, labels, symbols, width, height) {
  const heavy = node.type === "group" || node.type === "program" || node.i === state.node;
  const full = node.i === state.hover || node.i === state.node;
  const text = full && [...node.name].length <= width / 16 - 6 ? node.name : width < 600 ? brief(node.label) : node.label;
  const size = heavy ? SIZE + 1 : SIZE;
  const [w, h] = [widthOf(text, size), size + 4];
  const at = spot(node);
  const places = anchors(node, at, w, h, spot(NODES[node.hub])).map((place) => ({ ...place, w, h, owner: node.i }));
  for (const box of places.filter((it) => heavy && it.slides)) box.x = Math.max(2, Math.min(width - w - 2, box.x));
  const kept = places.filter((box) => box.x >= 0 && box.x + w <= width && box.y >= 0 && box.y + h <= height);
  const free = kept.filter((box) => !labels.taken(box, -1));
  const box = free.find((it) => !symbols.taken(it, node.i)) ?? (heavy || full ? free[0] : undefined);
  if (!box) return;
  labels.add(box);
  drawnLabels.push({ id: node.id, x: box.x, y: box.y, w, h, text, node: node.i });
  ctx.font = `${heavy ? 600 : 400} ${size}px ${FONT}`;
  write(ctx, text, box.x + 2, box.y + h / 2, colours.ink);
}

/** Draws the role words on the links of what is selected, the weightiest first. */
function drawRoles(ctx, spot, labels) {
  if (state.lit === null) return;
  const links = LINKS.filter((link) => litLink(link) && (link.bow !== null || link.j === state.link) && visible(link.a) && visible(link.b));
  const rank = (link) => KINDS.indexOf(link.kind);
  const few = links.length <= MOST_ROLES ? links : links.filter((link) => link.kind === "leader" || link.kind === "deputy");
  ctx.font = `11px ${FONT}`;
  for (const link of few.sort((p, q) => rank(p) - rank(q)).slice(0, MOST_ROLES)) {
    const text = [...wordFor(link)].slice(0, 10).join("");
    const [w, h] = [widthOf(text, 11), 15];
    const [p, q] = [spot(NODES[link.a]), spot(NODES[link.b])];
    const box = [0.5, 0.62, 0.38, 0.72, 0.28]
      .map((f) => ({ x: p.x + (q.x - p.x) * f - w / 2, y: p.y + (q.y - p.y) * f - h / 2, w, h }))
      .find((it) => !labels.taken(it, -1));
    if (!box) continue;
    labels.add({ ...box, owner: -2 });
    drawnLabels.push({ id: `link:${link.j}`, ...box, text, node: null });
    write(ctx, text, box.x + 2, box.y + h / 2, STRONG.has(link.kind) ? colours[`line-${link.kind}`] : colours.soft);
  }
}
