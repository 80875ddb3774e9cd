// How the page's scripts and their tests are linted: ESLint's own recommendations, and what the house asks for besides.

import { createRequire } from "node:module";
import { resolve } from "node:path";

const { configs } = createRequire(resolve(process.env.NPM_FOLDER, "package.json"))("@eslint/js");
const named = (words) => Object.fromEntries(words.split(" ").map((word) => [word, "readonly"]));

const BROWSER = "addEventListener atob Blob DecompressionStream document getComputedStyle getSelection history localStorage location "
  + "matchMedia navigator Path2D requestAnimationFrame Response setTimeout TextDecoder URL URLSearchParams window";

const STRICT = {
  "array-callback-return": "error", "consistent-return": "error", curly: ["error", "multi-line"], "default-case-last": "error",
  eqeqeq: "error", "no-alert": "error", "no-caller": "error", "no-else-return": "error", "no-eval": "error",
  "no-extend-native": "error", "no-implied-eval": "error", "no-implicit-coercion": "error", "no-lonely-if": "error",
  "no-new-func": "error", "no-new-wrappers": "error", "no-script-url": "error", "no-self-compare": "error",
  "no-shadow": "error", "no-template-curly-in-string": "error", "no-throw-literal": "error", "no-undef-init": "error",
  "no-unneeded-ternary": "error", "no-unused-expressions": "error", "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
  "no-use-before-define": ["error", { functions: false, variables: false }], "no-useless-computed-key": "error",
  "no-useless-concat": "error", "no-useless-rename": "error", "no-useless-return": "error", "no-var": "error",
  "object-shorthand": "error", "prefer-const": "error", "prefer-object-spread": "error",
  "prefer-rest-params": "error", "prefer-spread": "error", "prefer-template": "error", radix: "error",
  "max-lines": ["error", 250], "max-lines-per-function": ["error", { max: 25, skipComments: true }],
};

export default [
  { ...configs.recommended, files: ["**/*.js", "**/*.mjs"] },
  { rules: STRICT, linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["kg/view/page/**"], languageOptions: { globals: named(`${BROWSER} oxigraph vis`) } },
  { files: ["tests/page/**"], languageOptions: { globals: named("process") } },
];
