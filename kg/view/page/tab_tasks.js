// The tasks of each plan under their headings: who leads, who takes part, targets and deadlines.

import { card, revealMarks } from "./cards.js";
import { el, fill } from "./dom.js";
import { detail, model } from "./model.js";
import { choose, look, state } from "./store.js";
import { t } from "./words.js";

const VIEW = document.getElementById("view-tasks");

/** Draws the tab. */
export function showTasks() {
  const plans = model.nodes.filter((node) => node.type === "program").map((plan) => [plan, tasksOf(plan)]).filter(([, tasks]) => tasks.length);
  plans.sort((p, q) => q[1].length - p[1].length || p[0].i - q[0].i);
  fill(VIEW, ...(plans.length ? plans.map(planPart) : [el("p", { className: "empty", textContent: t(model.links.some((it) => it.relation === "task_of") ? "nothingLeft" : "noTasks") })]));
}

/** The tasks of a plan that the filter leaves, in the order of the source. */
function tasksOf(plan) {
  const first = new Map();
  for (const link of plan.links) {
    if (link.relation !== "task_of" || !look.linkOn[link.j]) continue;
    const { line } = model.facts[link.fact];
    first.set(link.a, Math.min(first.get(link.a) ?? line, line));
  }
  return [...first.keys()].sort((p, q) => first.get(p) - first.get(q) || p - q).map((i) => model.nodes[i]);
}

/** A plan: its name, and a table for each heading. */
function planPart([plan, tasks]) {
  const groups = new Map();
  for (const task of tasks) {
    const path = detail(task, "path");
    groups.set(path, [...(groups.get(path) ?? []), task]);
  }
  const filled = ["participant", "target", "deadline"].filter((key) => tasks.some((task) => cellOf(task, key).length));
  return el("details", { className: "plan", open: true }, el("summary", {}, el("h2", { textContent: plan.name }),
    el("span", { className: "count", textContent: t("tasksNote", { n: tasks.length }) })),
  ...[...groups].map(([path, some]) => el("section", {}, path ? el("h3", { textContent: path }) : null, tableOf(some, filled))));
}

/** The tasks of a heading; the columns are those that the plan fills. */
function tableOf(tasks, filled) {
  const heads = ["task", "lead", ...filled];
  const words = { task: t("task"), lead: t("leadCol"), participant: t("participantCol"), target: t("targetCol"), deadline: t("deadlineCol") };
  return el("div", { className: "scroll", tabIndex: 0 }, el("table", { className: "outline" }, el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col", textContent: words[key] })))),
    el("tbody", {}, ...tasks.map((task) => el("tr", { className: state.node === task.i ? "chosen" : "" }, el("td", {}, nameOf(task)),
      ...heads.slice(1).map((key) => el("td", { className: `col-${key}` }, ...cellOf(task, key))))))));
}

/** The name of a task with the button for its sentence. */
function nameOf(task) {
  const link = task.links.find((it) => ["lead", "responsible", "participant"].includes(it.relation)) ?? task.links[0];
  const box = el("div", { className: "taskname" });
  const toggle = el("button", { className: "toggle", type: "button", textContent: "“”", title: t("evidence"), "aria-label": t("evidence"), "aria-expanded": "false" });
  toggle.onclick = () => {
    const on = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(on));
    if (on) box.append(card(link));
    else box.querySelector(".card")?.remove();
    revealMarks(box);
  };
  box.append(el("button", { className: "node", type: "button", onclick: () => choose(task.i) }, el("span", { textContent: task.name })), toggle);
  return box;
}

/** What stands in a column for a task: bodies as buttons, targets and deadlines as words. */
function cellOf(task, key) {
  const of = (...relations) => task.links.filter((it) => relations.includes(it.relation) && look.linkOn[it.j]);
  if (key === "lead") return chips(of("lead", "responsible"));
  if (key === "participant") return chips(of("participant"));
  if (key === "target") {
    return task.links.filter((it) => it.relation === "target_of").map((it) => el("p", {}, `${model.nodes[it.a].name} `, el("b", { textContent: it.role })));
  }
  const days = new Set(task.links.flatMap((it) => model.facts[it.fact].details).filter(([name]) => name === "deadline").map(([, text]) => text));
  return [...days].map((text) => el("p", { textContent: text }));
}

/** The bodies of some links, each once. */
function chips(links) {
  const seen = new Map(links.map((link) => [link.a, link]));
  return [...seen].map(([i, link]) => el("button", { type: "button", className: `chip kind-${link.kind}`, textContent: model.nodes[i].label, title: model.nodes[i].name, onclick: () => choose(i) }));
}
