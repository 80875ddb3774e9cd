// Light and dark: the style sheet holds the colours, the canvas asks it for them.

const ROOT = document.documentElement;
const DARK = matchMedia("(prefers-color-scheme: dark)");
let themeChosen = false;
let colours = {};

/** Sets light or dark and reads the colours that the canvas needs. */
function setTheme(name) {
  ROOT.dataset.theme = name;
  const style = getComputedStyle(ROOT);
  const names = ["paper", "ink", "soft", "accent", ...TYPES, ...KINDS.map((kind) => `line-${kind}`)];
  colours = Object.fromEntries(names.map((key) => [key, style.getPropertyValue(`--${key}`).trim()]));
}

/** The other theme, from now on whatever the system says. */
function toggleTheme() {
  themeChosen = true;
  setTheme(ROOT.dataset.theme === "dark" ? "light" : "dark");
}

/** A colour #rrggbb made transparent. */
function alpha(colour, share) {
  return colour + Math.round(share * 255).toString(16).padStart(2, "0");
}
