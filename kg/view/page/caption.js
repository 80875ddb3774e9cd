// What a node does, in a few words, for lists.

import { across, countAcross, detail, DUTIES, KINDS } from "./model.js";
import { t } from "./words.js";

/** The post of a person, the tasks of a body, the number of a document. */
export function caption(node) {
  const best = [...node.links].sort((p, q) => KINDS.indexOf(p.kind) - KINDS.indexOf(q.kind))[0];
  if (!best) return "";
  if (node.type === "person") {
    const seat = node.links.find((it) => it.relation === "holds") ?? best;
    return [across(seat, node.i).label, seat.role].join(" ");
  }
  if (node.type === "group") return t("members", { n: countAcross(node, ["member"]) });
  if (node.type === "body" && countAcross(node, DUTIES)) return t("tasks", { n: countAcross(node, DUTIES) });
  if (node.type === "program") return t("tasks", { n: countAcross(node, ["task_of"]) });
  if (node.type === "document") return [detail(node, "number"), detail(node, "date")].filter(Boolean).join(" · ");
  if (node.type === "task" && DUTIES.includes(best.relation)) return `${t(best.kind)} ${across(best, node.i).label}`;
  return t("links", { n: node.links.length });
}
