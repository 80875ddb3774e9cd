// Elements and symbols. Text enters the page as text nodes only.

/** An element with properties, listeners (onclick …), attributes (aria-…, data-…) and children. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Puts children in the place of all that an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

// The symbol of each type, round 0,0 with radius 1.
export const SHAPES = {
  person: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  body: "M-.88-.88H.88V.88H-.88Z",
  group: "M0-1.2L1.2 0L0 1.2L-1.2 0Z",
  task: "M0-1.15L1.1.8H-1.1Z",
  program: "M.55-.95L1.1 0L.55.95H-.55L-1.1 0L-.55-.95Z",
  document: "M-.8-1.1H.25L.85-.5V1.1H-.8Z",
  bubble: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  indicator: "M0-1.3L.36-.36L1.3 0L.36.36L0 1.3L-.36.36L-1.3 0L-.36-.36Z",
};

/** A drawing of some paths, each with a class; `box` is the viewBox. */
export function drawing(box, ...paths) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  for (const [path, name] of paths) {
    const shape = document.createElementNS(space, "path");
    shape.setAttribute("d", path);
    shape.setAttribute("class", name);
    svg.append(shape);
  }
  return svg;
}

/** The symbol of a type for lists. */
export function symbol(type) {
  const svg = drawing("-1.4 -1.4 2.8 2.8", [SHAPES[type], `fill-${type}`]);
  svg.setAttribute("class", "symbol");
  return svg;
}

/** A line as the map draws a kind of link. */
export const lineSample = (kind) => drawing("0 0 26 8", ["M0 4H26", `line line-${kind}`]);

/** A button with a word. */
export const button = (text, act, properties = {}) => el("button", { type: "button", textContent: text, onclick: act, ...properties });

/** A button with a sign that needs a name. */
export const signButton = (sign, name, act, properties = {}) =>
  el("button", { type: "button", textContent: sign, title: name, "aria-label": name, onclick: act, ...properties });
