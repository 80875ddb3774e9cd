// Light and dark: the style sheet holds the colours, the canvas asks it for them. Choices are remembered.

import { KINDS, TYPES } from "./model.js";

export const ROOT = document.documentElement;
const DARK = matchMedia("(prefers-color-scheme: dark)");

export const colours = {};

/** A choice kept from an earlier visit, null where there is none or the browser keeps nothing. */
export function kept(name) {
  try {
    return localStorage.getItem(`gazette-kg:${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. */
export function keep(name, value) {
  try {
    localStorage.setItem(`gazette-kg:${name}`, value);
  } catch {
    // private windows and frames keep nothing
  }
}

/** Sets light or dark and reads the colours that the canvas needs. */
export function setTheme(name) {
  ROOT.dataset.theme = name;
  const style = getComputedStyle(ROOT);
  const names = ["paper", "ink", "soft", "accent", "bubble", ...TYPES, ...KINDS.map((kind) => `line-${kind}`)];
  for (const key of names) colours[key] = style.getPropertyValue(`--${key}`).trim();
}

/** The theme of the last visit, else of the system; follows the system until one is chosen. */
export function startTheme(changed) {
  setTheme(kept("theme") ?? (DARK.matches ? "dark" : "light"));
  DARK.addEventListener("change", () => {
    if (kept("theme")) return;
    setTheme(DARK.matches ? "dark" : "light");
    changed();
  });
}

/** The other theme, from now on whatever the system says. */
export function toggleTheme() {
  setTheme(ROOT.dataset.theme === "dark" ? "light" : "dark");
  keep("theme", ROOT.dataset.theme);
}

/** A colour #rrggbb made transparent. */
export const alpha = (colour, share) => colour + Math.round(share * 255).toString(16).padStart(2, "0");
