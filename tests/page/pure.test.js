// The parts of the page that need no browser; run by node's own test runner.

import assert from "node:assert/strict";
import test from "node:test";

import { cell, csv } from "../../kg/view/page/csv.js";
import { newFilter, survey, total, valuesOf } from "../../kg/view/page/facets.js";
import { anchors, Boxes, brief, widthOf } from "../../kg/view/page/labels.js";
import { found, soundsLike } from "../../kg/view/page/match.js";
import { holdsOn, load } from "../../kg/view/page/model.js";
import { ego, litBy, sharedBy, shortest } from "../../kg/view/page/paths.js";
import { marked } from "../../kg/view/page/quote.js";
import { combinations, foremost, overlap, setsOf, similarOrder } from "../../kg/view/page/sharing.js";
import { addressOf, newState, stateOf } from "../../kg/view/page/state.js";
import { speech, t, wordKeys } from "../../kg/view/page/words.js";

const texts = [];
const text = (word) => {
  if (!texts.includes(word)) texts.push(word);
  return texts.indexOf(word);
};
const node = (id, name, type, place = "") => [id, name, text(type), name, 0, 0, 5, 0, text(place), [], []];
const link = (a, b, relation, role, date, until, kind, trust = "high") =>
  [a, b, text(relation), text(role), text(date), text(until), text(kind), text("printed"), 0, 0, null, text(trust)];

/** Two bodies with tasks in common, a person on a group, a task of one body alone. */
function sample() {
  const nodes = [
    node("body/财政局", "财政局", "body", "云州市"), node("body/教育局", "教育局", "body", "云州市"),
    node("body/水利局", "水利局", "body", "雾县"), node("task/1", "控烟", "task"), node("task/2", "合理膳食", "task"),
    node("task/3", "防汛", "task"), node("person/长", "行长安", "person"), node("group/1", "防汛指挥部", "group"),
    node("document/a:b&c=d", "通知", "document"),
  ];
  const links = [
    link(0, 3, "lead", "", "2020-01-01", "", "lead"), link(1, 3, "participant", "", "2020-01-01", "", "participant"),
    link(0, 4, "participant", "", "2020-02-01", "", "participant"), link(1, 4, "participant", "", "2020-02-01", "", "participant"),
    link(2, 5, "responsible", "", "2020-03-01", "", "responsible"), link(6, 7, "member", "组长", "2020-01-01", "2020-02-15", "leader"),
    link(6, 0, "holds", "局长", "2020-01-01", "", "holds"),
  ];
  const facts = [[8, text("云政"), text("a.txt"), 3, text("assignment"), "市财政局牵头", []]];
  return load({ title: "t", city: "云州市", nodes, links, facts, texts, sounds: { 财: "c", 政: "z", 局: "j", 行: "hx", 长: "cz", 安: "a" } });
}

test("a cell cannot become a formula, and quotes are doubled", () => {
  for (const bad of ["=1+1", "+1a", "-1+2", "@x", "\t=1", "＝1", " =1", "'=1"]) assert.match(cell(bad), /^"?'/);
  assert.equal(cell('a"b,c'), '"a""b,c"');
  assert.equal(csv([["甲", 1], ["乙", 2]]), "\ufeff甲,1\r\n乙,2\r\n");
});

test("counts follow the other facets, and what fails is off", () => {
  const model = sample();
  const filter = newFilter();
  const all = survey(filter);
  assert.equal(total(all.nodeOn), model.nodes.length - 1);
  assert.equal(all.counts.type.get("document"), 1);
  filter.off.place.add("雾县");
  const less = survey(filter);
  assert.equal(less.counts.place.get("雾县"), 1);
  assert.equal(less.counts.type.get("body"), 2);
  assert.equal(less.linkOn[4], 0);
  filter.off.kind = new Set(valuesOf("kind").filter((it) => it !== "lead"));
  assert.deepEqual([...survey(filter).linkOn], [1, 0, 0, 0, 0, 0, 0]);
});

test("a day leaves what was stated by then and has not ended", () => {
  const model = sample();
  const on = (day) => survey({ ...newFilter(), day }).linkOn.reduce((sum, it) => sum + it, 0);
  assert.equal(on("2020-01-15"), 4);
  assert.equal(on("2020-02-15"), 5);
  assert.ok(holdsOn(model.links[5], "2020-02-14") && !holdsOn(model.links[5], "2020-02-15"));
});

test("an address leads back to the state it was made from", () => {
  sample();
  const state = newState();
  Object.assign(state, { tab: "shared", node: 0, other: 1, grown: [0, 6], share: "persons", duties: new Set(["lead"]) });
  state.filter.off = { ...state.filter.off, type: new Set(), place: new Set(["", "雾县"]), kind: new Set(["lead", "holds", "leader", "participant"]) };
  state.filter.day = "2020-02-01";
  const back = stateOf(addressOf(state));
  assert.deepEqual(back, state);
  assert.equal(addressOf(newState()), "");
  const alone = { ...newState(), node: 8 };
  assert.equal(stateOf(addressOf(alone)).node, 8);
});

test("an address that names nothing of the page is a page just opened", () => {
  sample();
  for (const bad of ["#n=nobody", "#e=99", "#e=-1", "#n=%E0%A4%A", "#t=nothing", "#f=x:y", "#day=tomorrow", "#m=body/财政局", "#x"]) {
    assert.equal(addressOf(stateOf(bad)), "", bad);
  }
});

test("what two share, and the way from one to the other", () => {
  const model = sample();
  const { linkOn } = survey(newFilter());
  assert.deepEqual(sharedBy(0, 1, linkOn), [3, 4]);
  assert.deepEqual(shortest(7, 1, linkOn), [7, 6, 0, 3, 1]);
  assert.equal(shortest(0, 2, linkOn), null);
  assert.deepEqual([...litBy({ ...newState(), node: 0, other: 1 }, linkOn)].sort(), [0, 1, 3, 4]);
  assert.equal(ego(0, linkOn, [], 3).left, 1);
  assert.equal(model.links.length, 7);
});

test("the matrix counts tasks, and combinations are closed", () => {
  sample();
  const { linkOn } = survey(newFilter());
  const sets = setsOf("bodies", new Set(["lead", "participant", "responsible"]), linkOn);
  assert.equal(overlap(sets.get(0), sets.get(1)), 2);
  assert.deepEqual(foremost(sets, 40), { shown: [0, 1], all: 2 });
  assert.deepEqual(combinations(sets, 2), [{ members: [0, 1], things: [3, 4] }]);
  assert.deepEqual(combinations(sets, 3), []);
  assert.equal(setsOf("bodies", new Set(["lead"]), linkOn).size, 1);
  assert.deepEqual([...setsOf("persons", new Set(), linkOn).keys()], [6]);
});

test("all combinations of three random families are what a search through every subset finds", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 3; round++) {
    const sets = new Map([0, 1, 2, 3, 4].map((i) => [i, new Set([10, 11, 12, 13, 14].filter(() => random() < 0.6))]));
    const closed = new Set();
    for (let mask = 0; mask < 32; mask++) {
      const things = [0, 1, 2, 3, 4].filter((bit) => mask & (1 << bit)).map((bit) => bit + 10);
      if (things.length < 2) continue;
      const members = [...sets.keys()].filter((i) => things.every((it) => sets.get(i).has(it)));
      if (members.length >= 2) closed.add(String(members));
    }
    assert.deepEqual(new Set(combinations(sets, 2).map((it) => String(it.members))), closed);
  }
});

test("similar rows stand together", () => {
  const sets = new Map([[1, new Set([1, 2, 3])], [2, new Set([7, 8])], [3, new Set([1, 2, 3])], [4, new Set([7, 8, 9])]]);
  const order = similarOrder([1, 2, 3, 4], sets);
  assert.equal(Math.abs(order.indexOf(1) - order.indexOf(3)), 1);
  assert.equal(Math.abs(order.indexOf(2) - order.indexOf(4)), 1);
});

test("initials find a name by any reading of its characters", () => {
  sample();
  for (const query of ["czj", "zj", "CZJ"]) assert.equal(found(query)[0].name, "财政局", query);
  for (const query of ["xza", "hca", "hza"]) assert.equal(found(query)[0].name, "行长安", query);
  assert.equal(soundsLike("财政局", "jz"), -1);
  assert.deepEqual(found("财政局局长").map((it) => it.name), ["行长安"]);
  assert.deepEqual(found("  "), []);
});

test("a name is marked where it is printed short or with blanks", () => {
  sample();
  const parts = marked("组 长：行 长 安（市财政局局长）", [{ name: "行长安", type: "person" }, { name: "云州市财政局", type: "body" }], "组长");
  assert.deepEqual(parts.filter(([, type]) => type), [["组 长", "role"], ["行 长 安", "person"], ["市财政局", "body"]]);
  assert.equal(parts.map(([words]) => words).join(""), "组 长：行 长 安（市财政局局长）");
});

test("boxes that touch are free, boxes that overlap are taken", () => {
  const boxes = new Boxes();
  boxes.add({ x: 0, y: 0, w: 100, h: 20, owner: 1 });
  assert.ok(boxes.taken({ x: 90, y: 10, w: 10, h: 10 }, 2));
  assert.ok(!boxes.taken({ x: 100, y: 0, w: 10, h: 10 }, 2));
  assert.ok(!boxes.taken({ x: 90, y: 10, w: 10, h: 10 }, 1));
  assert.equal(anchors({ x: 0, y: 0, r: 5 }, 10, 10, null).length, 4);
  assert.equal(widthOf("财政", 13), 30);
  assert.equal(brief("健康云州行动推进委员会咨询委员会"), "健康云州行…咨询委员会");
});

test("both languages have the same words", () => {
  const { zh, en } = wordKeys();
  assert.deepEqual(en.filter((key) => !key.startsWith("one_")).sort(), zh.sort());
  speech.language = "en";
  assert.equal(t("tasks", { n: 3 }), "3 tasks");
  speech.language = "zh";
});
