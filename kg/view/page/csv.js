// Tables as text that Excel opens: a byte order mark, and no cell that it would run; kg/text/clean.py has the same rule.

import { clean } from "./clean.js";

const FORMULA = /^'*\s*[=+\-@\t＝＋－＠]/;
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/;

/** Rows of cells as CSV with a byte order mark. */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** One cell: quoted where it must be; a text that begins like a formula, and is no number, stands behind an apostrophe. */
export function cell(value) {
  const plain = clean(value ?? "");
  const text = typeof value === "string" && FORMULA.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
