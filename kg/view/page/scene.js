// Which nodes the map draws and where: all of them, the bubbles of an overview, or what is round a node.

import { across, model } from "./model.js";
import { ego } from "./paths.js";

const MOST_AROUND = 300;
const RING = 150;
const SPACE = 62; // pixels along a ring for one node
const NEAR = 0.75; // zoom from which a packed map shows persons

/** What is drawn: nodes by key, links, ties of bubbles, and how many neighbours were left out. */
export const scene = { kind: "full", nodes: [], links: [], ties: [], at: new Map(), left: 0, name: "" };

/** The scene that a state asks for; the same name means the same scene. */
export function sceneName(state) {
  if (model.mode !== "overview") return "full";
  if (state.link !== null) return `link:${state.link}`;
  if (state.node !== null) return `ego:${state.node}:${state.other ?? ""}:${state.grown.join(".")}`;
  return "overview";
}

/** Fills the scene for a state; `turned` where the screen is higher than wide. */
export function setScene(state, look, turned) {
  const name = sceneName(state);
  const made = name === "full" ? { kind: "full", nodes: model.nodes, links: model.links }
    : name === "overview" ? { kind: "overview", nodes: model.bubbles, ties: model.ties } : around(state, look);
  if (turned && name !== scene.name && !scene.turned?.has(name)) {
    for (const it of [...made.nodes, ...(made.kind === "full" ? model.regions : [])]) [it.x, it.y] = [it.y, it.x];
    if (made.kind !== "ego") (scene.turned ??= new Set()).add(name);
  }
  Object.assign(scene, { links: [], ties: [], left: 0 }, made, { name });
  scene.at = new Map(scene.nodes.map((node) => [node.key, node]));
  return scene;
}

/** The nodes round a selection on rings: itself, its neighbours by type, and theirs behind them. */
function around(state, look) {
  const centre = state.node ?? model.links[state.link].a;
  const extra = [...(state.other === null ? [] : look.lit), ...(state.link === null ? [] : [model.links[state.link].b])];
  const { kept, left } = ego(centre, look.linkOn, state.grown, MOST_AROUND);
  const inside = new Set([...kept, ...extra]);
  const ring = new Map([[centre, [0, 0]]]);
  const first = [...inside].filter((i) => i !== centre && model.nodes[i].links.some((it) => across(it, i).i === centre));
  const kind = (i) => ["group", "program", "task", "body", "person", "document", "indicator"].indexOf(model.nodes[i].type);
  first.sort((p, q) => kind(p) - kind(q) || p - q);
  const radius = place(first, 0, RING, ring);
  const angle = (i) => Math.atan2(...[...(ring.get(i) ?? [0, 0])].reverse());
  const second = [...inside].filter((i) => !ring.has(i));
  const parent = new Map(second.map((i) => [i, first.find((j) => model.nodes[j].links.some((it) => across(it, j).i === i)) ?? centre]));
  second.sort((p, q) => angle(parent.get(p)) - angle(parent.get(q)) || p - q);
  place(second, second.length ? angle(parent.get(second[0])) : 0, radius + RING * 0.8, ring);
  const nodes = [...ring].map(([i, [x, y]]) => ({ ...model.nodes[i], key: i, x, y, hub: centre }));
  const links = nodes.flatMap(({ i }) => model.nodes[i].links.filter((it) => it.a === i && ring.has(it.b)));
  return { kind: "ego", nodes, links, left };
}

/** Places nodes on rings that hold them, from an angle on; gives the radius of the last ring. */
function place(numbers, start, least, ring) {
  let radius = least;
  for (let done = 0; done < numbers.length;) {
    const room = Math.max(6, Math.floor((2 * Math.PI * radius) / SPACE));
    const some = numbers.slice(done, done + room);
    some.forEach((i, n) => {
      const turn = start - Math.PI / 2 * (start === 0) + (2 * Math.PI * n) / some.length;
      ring.set(i, [radius * Math.cos(turn), radius * Math.sin(turn)]);
    });
    done += some.length;
    if (done < numbers.length) radius += RING * 0.55;
  }
  return radius;
}

/** Whether a person is an ordinary member with one seat, whom a middling map shows as a number on its hub. */
function foldable(node) {
  return node.type === "person" && node.hub !== node.i && node.links.length <= 2
    && node.links.every((it) => it.kind === "member" || it.kind === "holds");
}

/** Whether the map draws a node at this zoom. */
export function drawn(node, state, look, zoom) {
  if (node.bubble !== undefined) return true;
  const { i } = node;
  const link = state.link === null ? null : model.links[state.link];
  if (i === state.node || i === state.other || (link && (i === link.a || i === link.b))) return true;
  if (!look.nodeOn[i]) return false;
  if (scene.kind === "ego" || look.lit?.has(i)) return true;
  if (model.mode === "folded") return !foldable(node);
  return model.mode !== "packed" || node.type !== "person" || zoom >= NEAR;
}

/** How many members stand folded behind each hub. */
export function folds(state, look, zoom) {
  const count = new Map();
  if (model.mode !== "folded" && model.mode !== "packed") return count;
  for (const node of model.nodes) {
    if (node.type === "person" && node.hub !== node.i && look.nodeOn[node.i] && !drawn(node, state, look, zoom)) {
      count.set(node.hub, (count.get(node.hub) ?? 0) + 1);
    }
  }
  return count;
}
