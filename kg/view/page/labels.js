// Where names go on the map: at a constant size, the weightiest first, none on top of another.

export const SIZE = 13;
export const ROLE_SIZE = 12;
const CELL = 64;

/** The width of a text: an em for a Chinese character, less for others; measuring would cost more. */
export function widthOf(text, size) {
  let em = 0;
  for (const c of text) em += c > "\u1fff" ? 1 : 0.58;
  return em * size + 4;
}

/** A label for a small screen: its middle left out, since the end says what kind of thing it is. */
export function brief(label) {
  const letters = [...label];
  return letters.length > 11 ? `${letters.slice(0, 5).join("")}…${letters.slice(-5).join("")}` : label;
}

/** Boxes on a grid, to find out quickly whether a place is taken. */
export class Boxes {
  constructor() {
    this.cells = new Map();
  }

  * keys({ x, y, w, h }) {
    for (let p = Math.floor(x / CELL); p <= Math.floor((x + w) / CELL); p++) {
      for (let q = Math.floor(y / CELL); q <= Math.floor((y + h) / CELL); q++) yield p * 4096 + q;
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

/** The places for a label beside a symbol at `at`: first away from the hub that the node circles, null where it is one. */
export function anchors(at, w, h, hub) {
  const r = at.r + 2;
  const right = { x: at.x + r, y: at.y - h / 2 };
  const left = { x: at.x - r - w, y: at.y - h / 2 };
  const below = { x: at.x - w / 2, y: at.y + r - 1, slides: true };
  const above = { x: at.x - w / 2, y: at.y - r - h + 1, slides: true };
  if (!hub) return [below, right, left, above];
  const dx = at.x - hub.x;
  const dy = at.y - hub.y;
  const [across1, across2] = dx > 0 ? [right, left] : [left, right];
  const [along1, along2] = dy > 0 ? [below, above] : [above, below];
  return Math.abs(dx) > Math.abs(dy) * 0.7
    ? [across1, along1, along2, across2] : [along1, across1, across2, along2];
}
