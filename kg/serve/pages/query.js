"use strict";

const at = (id) => document.getElementById(id);
const made = (name, text, attributes = {}) =>
  Object.assign(document.createElement(name), { textContent: text ?? "" }, attributes);
const BASE = "SELECT ?base WHERE { ?set void:uriSpace ?base } LIMIT 1";
let base = "", known = [];

async function fetched(path, options = {}) {
  const reply = await fetch(path, options);
  if (!reply.ok) throw new Error((await reply.text()).trim() || reply.statusText);
  return reply;
}

const asked = (text, accept) =>
  fetched("/sparql", { method: "POST", body: text, headers: { "Content-Type": "application/sparql-query", Accept: accept } });

function say(text, wrong = false) {
  at("state").textContent = text;
  at("state").className = wrong ? "error" : "";
}

async function tried(task) {
  try {
    await task();
  } catch (error) {
    say(error.message, true);
  }
}

/** The id of a path below the base: what the path writes with percent signs, as it is. */
function idOf(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function cell(term) {
  const shown = made("td");
  if (!term) return shown;
  if (term.type !== "uri" || !base || !term.value.startsWith(base)) {
    shown.textContent = term.value;
    return shown;
  }
  const id = idOf(term.value.slice(base.length));
  const path = id.split("/").map(encodeURIComponent).join("/");
  shown.append(made("a", id, { href: `/nodes/${path}` }));
  shown.append(made("a", "图中查看 show in graph", { href: `/#n=${encodeURIComponent(id)}`, className: "graph" }));
  return shown;
}

function table(found) {
  const shown = made("table"), head = shown.createTHead().insertRow(), body = shown.createTBody();
  for (const name of found.head.vars) head.append(made("th", name));
  for (const row of found.results.bindings) {
    const line = body.insertRow();
    for (const name of found.head.vars) line.append(cell(row[name]));
  }
  return shown;
}

async function run() {
  say("…");
  at("result").replaceChildren();
  const began = performance.now();
  const reply = await asked(at("text").value, "application/sparql-results+json, text/turtle");
  const notes = reply.headers.get("Gazette-Notes");
  const text = await reply.text(), taken = `${Math.round(performance.now() - began)} ms`;
  const seconds = notes ? `${taken} · ${notes}` : taken;
  if (!reply.headers.get("Content-Type").includes("json")) {
    say(seconds);
    return at("result").replaceChildren(made("pre", text));
  }
  const found = JSON.parse(text);
  if ("boolean" in found) return say(`${found.boolean ? "是 yes" : "否 no"} · ${seconds}`);
  say(`${found.results.bindings.length} 行 rows · ${seconds}`);
  at("result").replaceChildren(table(found));
}

async function download() {
  const blob = await (await asked(at("text").value, "text/csv")).blob();
  const link = made("a", "", { href: URL.createObjectURL(blob), download: "result.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function chosen() {
  const query = known.find((one) => one.name === at("names").value);
  at("parameters").replaceChildren(...(query?.parameters ?? []).map((one) => {
    const label = made("label", `${one.zh} ${one.en} `);
    const value = query.example[one.name] ?? "";
    label.append(made("input", "", { name: one.name, placeholder: value }));
    return label;
  }));
  if (query) at("text").value = query.sparql;
}

async function filled() {
  const name = at("names").value;
  if (!name) return;
  const given = new URLSearchParams(new FormData(at("named")));
  at("text").value = await (await fetched(`/queries/${name}?${given}`)).text();
  await run();
}

at("ask").addEventListener("submit", (event) => { event.preventDefault(); tried(run); });
at("named").addEventListener("submit", (event) => { event.preventDefault(); tried(filled); });
at("csv").addEventListener("click", () => tried(download));
at("names").addEventListener("change", chosen);
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) tried(run);
});
tried(async () => {
  const found = await (await asked(BASE, "application/sparql-results+json")).json();
  base = found.results.bindings[0]?.base.value ?? "";
  known = await (await fetched("/queries")).json();
  for (const one of known) at("names").append(made("option", `${one.title.zh} · ${one.title.en}`, { value: one.name }));
});
