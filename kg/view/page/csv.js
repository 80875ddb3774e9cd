// Tables as text that Excel opens: a byte order mark, and no cell that it would run.

/** Rows of cells as CSV with a byte order mark. */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** One cell: quoted where it must be; a text that begins like a formula gets an apostrophe before it. */
export function cell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
