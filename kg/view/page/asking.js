// Questions in words: put to the server that the page comes from, answered in the panel with their evidence.

import { copyButton, nodeButton } from "./cards.js";
import { button, el } from "./dom.js";
import { detail, model } from "./model.js";
import { act, listen, refreshLook, state, tell } from "./store.js";
import { t } from "./words.js";

const FIRST_CARDS = 6;
const replies = new Map();
let index = null;

/** Whether a server answers questions; a page opened from a file has none. */
export const canAsk = () => typeof window.askServer === "function";

/** Asks a question: its answer takes the panel. */
export function ask(question) {
  if (replies.get(question)?.failure) replies.delete(question); // asked again, it may be answered
  act({ question, node: null, other: null, link: null, bubble: null, grown: [], marked: [] }, { move: true });
}

/** The reply to the question of the state, undefined until it is there. */
function replyTo(question) {
  if (!replies.has(question)) {
    replies.set(question, undefined);
    fetched(question).then((reply) => {
      replies.set(question, reply);
      if (state.question === question) tell({}, true);
    });
  }
  return replies.get(question);
}

/** Lights what the answer names while it is what the panel shows. */
function light() {
  if (!state.question || state.node !== null || state.link !== null) return;
  const items = replies.get(state.question)?.items ?? [];
  state.marked = [...new Set(items.map(nodeNamed).filter(Boolean).map(({ i }) => i))];
  refreshLook();
}

listen(light);

/** What the server says; a failure as its words. */
async function fetched(question) {
  try {
    return await window.askServer(question);
  } catch (error) {
    return { failure: String(error?.message ?? error) };
  }
}

/** The nodes by their names, documents by their numbers too; null for a name that several bear. */
function named() {
  const found = new Map();
  for (const node of model.nodes) {
    for (const name of new Set([node.name, detail(node, "number")])) if (name) found.set(name, found.has(name) ? null : node);
  }
  return found;
}

/** The one node that an item of an answer names, null where none or several are called so. */
function nodeNamed(item) {
  index ??= named();
  return index.get(String(Array.isArray(item) ? item[0] : item)) ?? null;
}

/** The answer to the question of the state: its words, what it names, the sentences it rests on, its query. */
export function answerParts() {
  const reply = replyTo(state.question);
  if (!reply) return [el("p", { className: "note", role: "status", textContent: t("asking") })];
  if (reply.failure) return [el("p", { className: "mistake", role: "alert", textContent: t("notAnswered", { error: reply.failure }) })];
  const items = reply.items.map(itemRow).filter(Boolean);
  return [
    el("p", { className: "answer", textContent: reply.answer }),
    el("p", { className: "note", textContent: `${t("confidence")} ${Math.round(reply.confidence * 100)}%` }),
    items.length ? el("section", {}, el("h3", { textContent: t("named") }), el("ul", {}, ...items)) : null,
    reply.evidence.length ? evidenceSection(reply.evidence) : null,
    reply.sparql ? el("details", { className: "ran" }, el("summary", { textContent: t("ran") }), el("pre", { textContent: reply.sparql })) : null,
  ];
}

/** An item that is a node, as a button, with its number. */
function itemRow(item) {
  const node = nodeNamed(item);
  if (!node) return null;
  const number = Array.isArray(item) && typeof item[1] === "number" ? String(item[1]) : "";
  return el("li", { className: "row" }, nodeButton(node), el("span", { className: "role", textContent: number }));
}

/** The sentences that an answer rests on, the first of them at once. */
function evidenceSection(evidence) {
  const list = el("div");
  const add = (some) => list.append(...some.map(quoteCard));
  add(evidence.slice(0, FIRST_CARDS));
  const more = button(t("more", { n: evidence.length - FIRST_CARDS }), () => {
    add(evidence.slice(FIRST_CARDS));
    more.remove();
  }, { className: "more" });
  return el("section", {}, el("h3", { textContent: t("evidence") }, el("span", { className: "count", textContent: evidence.length })),
    list, evidence.length > FIRST_CARDS ? more : null);
}

/** One sentence with its document and place. */
function quoteCard(one) {
  const node = nodeNamed(one.document);
  const about = [node ? one.document : "", one.date].filter(Boolean).join(" · ");
  const cited = `“${one.quote}”——《${one.title || one.document}》（${[one.document, one.date].filter(Boolean).join("，")}），${one.file}:${one.line}`;
  return el("figure", { className: "card" }, el("blockquote", { textContent: one.quote }),
    el("figcaption", {}, node ? nodeButton(node) : el("span", { textContent: one.title || one.document }),
      el("p", {}, about ? el("span", { className: "cite", textContent: about }) : null, el("code", { textContent: `${one.file}:${one.line}` })),
      el("p", { className: "how" }, el("span"), copyButton(cited))));
}
