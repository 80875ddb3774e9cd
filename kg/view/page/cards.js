// The evidence of a link: the sentence with its names marked, the document, the place, the rule, a citation to copy.

import { button, el, fill, symbol } from "./dom.js";
import { detail, model } from "./model.js";
import { marked } from "./quote.js";
import { choose } from "./store.js";
import { ruleWord, t } from "./words.js";

/** A list of fields with their texts. */
export function fields(pairs) {
  const list = el("dl");
  for (const [field, text] of pairs) list.append(el("dt", { textContent: t(field) }), el("dd", { textContent: text }));
  return pairs.length ? list : null;
}

/** A button that selects a node. */
export function nodeButton(node, words = node.name) {
  return el("button", { className: "node", type: "button", title: node.name, onclick: () => choose(node.i, { move: true }) },
    symbol(node.type), el("span", { textContent: words }));
}

/** A link to a source that has an address, else its name and line as text. */
function placeOf(fact) {
  const words = `${fact.file}:${fact.line}`;
  const address = fact.url || fact.file;
  if (!/^https?:\/\//.test(address)) return el("code", { textContent: words });
  return el("a", { href: address, rel: "noopener noreferrer", target: "_blank", textContent: words });
}

/** The evidence card of a link. */
export function card(link) {
  const fact = model.facts[link.fact];
  const document = fact.document === null ? null : model.nodes[fact.document];
  const title = document ? nodeButton(document) : el("span", { textContent: fact.printed || t("unsourced") });
  const facts = document ? [detail(document, "number"), detail(document, "date")].filter(Boolean) : [];
  const ends = [model.nodes[link.a], model.nodes[link.b]];
  const quote = marked(fact.quote, ends, link.role).map(([text, type]) =>
    (type ? el("mark", { className: `named-${type}`, textContent: text }) : text));
  const how = [`${t("rule")}${t("colon")}${ruleWord(fact.kind)}`, t(link.certainty), sureness(link)].join(" · ");
  return el("figure", { className: "card" },
    el("blockquote", {}, ...quote), fields(fact.details),
    el("figcaption", {}, title,
      el("p", {}, facts.length ? el("span", { className: "cite", textContent: facts.join(" · ") }) : null, placeOf(fact)),
      el("p", { className: "how" }, el("span", { textContent: how, title: t(`${link.trust}Why`) }), copyButton(citation(link, fact, document)))));
}

/** How sure a link is: the band, and the graph's own figure where something had to be judged. */
export function sureness({ trust, confidence }) {
  const figure = confidence === null ? "" : ` ${Math.round(confidence * 100)}%`;
  return `${t("confidence")}${t("colon")}${t(trust)}${figure}`;
}

/** The sentence with its source, as it would be quoted. */
export function citation(link, fact, document) {
  const number = document ? detail(document, "number") : "";
  const date = document ? detail(document, "date") : "";
  const about = [number, date].filter(Boolean).join("，");
  const title = document ? document.name : fact.printed;
  return `“${fact.quote}”${title ? `——《${title}》` : ""}${about ? `（${about}）` : ""}，${fact.file}:${fact.line}${pageOf(fact)}${fact.url ? `，${fact.url}` : ""}`;
}

/** The page of a file on which a fact stands, as a citation says it. */
function pageOf(fact) {
  const page = fact.details.find(([name]) => name === "page");
  return page ? `，${t("page")} ${page[1]}` : "";
}

/** The button that copies the citation of a card. */
export function copyButton(text) {
  const copy = button(t("cite"), async () => {
    await copyText(text);
    fill(copy, t("copied"));
    setTimeout(() => fill(copy, t("cite")), 1500);
  }, { className: "copy" });
  return copy;
}

/** Puts a text on the clipboard, by the older way where a page from a file may not use the newer. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { value: text, className: "offscreen" });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** Scrolls long quotes to the first marked words. */
export function revealMarks(element) {
  for (const quote of element.querySelectorAll("blockquote")) {
    const mark = quote.querySelector(".named-body, .named-person") ?? quote.querySelector("mark");
    if (mark && mark.offsetTop > quote.clientHeight - 40) quote.scrollTop = mark.offsetTop - 40;
  }
}

/** A line about some links of the same meaning: what it says, a role, and a button that shows the evidence. */
export function evidenceRow(links, said, role) {
  const [link] = links;
  const item = el("li", { className: `row kind-${link.kind}${link.until ? " ended" : ""}` });
  const toggle = el("button", { className: "toggle", type: "button", textContent: "“”", title: t("evidence"), "aria-label": t("evidence") });
  toggle.setAttribute("aria-expanded", "false");
  toggle.onclick = () => {
    const on = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(on));
    if (on) item.append(...links.map(card));
    else item.querySelectorAll(".card").forEach((it) => it.remove());
    revealMarks(item);
  };
  const until = link.until ? el("small", { className: "until", textContent: `${t("until")} ${link.until}` }) : null;
  item.append(said, el("span", { className: "role" }, role,
    links.length > 1 ? el("small", { textContent: ` ×${links.length}` }) : null, until), toggle);
  return item;
}
