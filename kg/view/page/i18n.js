// The words of the interface in two languages; the data stay as printed.

const WORDS = {
  zh: {
    search: "搜索人名、机构、小组、任务", language: "EN", languageName: "Switch to English", theme: "深色或浅色",
    nothing: "没有找到", close: "关闭", fit: "显示全图", closer: "放大", farther: "缩小", legend: "图例",
    person: "人物", body: "机构", group: "领导小组", task: "任务", program: "方案", document: "文件", indicator: "指标",
    leader: "组长·主任·指挥长", deputy: "副职", member: "成员", lead: "牵头", participant: "配合",
    responsible: "责任", holds: "任职", other: "其他关系",
    start: "从这里开始", read: "怎样看这张图", evidence: "依据", more: "还有 {n} 项", relation: "关系",
    askGroup: "{name}有哪些人？", askBody: "{name}承担哪些任务？", askPerson: "{name}在哪些小组任职？",
    members: "{n} 名成员", tasks: "{n} 项任务", groups: "{n} 个小组", links: "{n} 条关系",
    readNode: "点一个节点：只留下与它有关的人和机构，右边列出每一条关系。",
    readLink: "点一条线：看这条关系出自哪份文件的哪一句。",
    readKeys: "按 / 搜索，按 Esc 返回全图，浏览器的后退键可以回到上一步。",
    path: "所在章节", number: "文号", date: "日期", kind: "类别", unit: "单位", jurisdiction: "地区",
    posts: "职务", note: "说明", deadline: "期限", duty: "职责", value: "目标值", year: "年份", role: "角色",
    unsourced: "来源未具名",
  },
  en: {
    search: "Search people, bodies, groups, tasks", language: "中文", languageName: "切换到中文", theme: "Dark or light",
    nothing: "Nothing found", close: "Close", fit: "Show the whole map", closer: "Zoom in", farther: "Zoom out",
    legend: "Legend",
    person: "People", body: "Bodies", group: "Leading groups", task: "Tasks", program: "Plans", document: "Documents",
    indicator: "Indicators",
    leader: "Head", deputy: "Deputy head", member: "Member", lead: "Leads", participant: "Takes part",
    responsible: "Responsible", holds: "Holds a post", other: "Other relation",
    start: "Start here", read: "How to read the map", evidence: "Evidence", more: "{n} more", relation: "Relation",
    askGroup: "Who sits on {name}?", askBody: "Which tasks does {name} have?", askPerson: "On which groups does {name} sit?",
    members: "{n} members", tasks: "{n} tasks", groups: "{n} groups", links: "{n} relations",
    readNode: "Click a node: only what it is related to stays; the panel lists every relation.",
    readLink: "Click a line: see which sentence of which document states it.",
    readKeys: "Press / to search, Esc for the whole map; the browser's Back button undoes a step.",
    path: "Section", number: "Number", date: "Date", kind: "Kind", unit: "Unit", jurisdiction: "Jurisdiction",
    posts: "Posts", note: "Note", deadline: "Deadline", duty: "Duty", value: "Target", year: "Year", role: "Role",
    unsourced: "unnamed source",
    one_person: "Person", one_body: "Body", one_group: "Leading group", one_task: "Task", one_program: "Plan",
    one_document: "Document", one_indicator: "Indicator",
  },
};

// Each relation from its source and from its target: [zh, en] of a heading.
const RELATIONS = {
  member: [["参加小组", "Sits on"], ["成员", "Members"]],
  holds: [["任职", "Posts held"], ["任职人员", "Office holders"]],
  lead: [["牵头任务", "Leads"], ["牵头单位", "Led by"]],
  participant: [["配合任务", "Takes part in"], ["配合单位", "Taking part"]],
  responsible: [["责任任务", "Responsible for"], ["责任单位", "Responsible bodies"]],
  task_of: [["所属方案", "Part of plan"], ["任务", "Tasks"]],
  office_of: [["所属小组", "Office of"], ["办公室", "Office"]],
  hosts: [["承担的办公室", "Hosts office"], ["办公室设在", "Hosted by"]],
  part_of: [["上级机构", "Part of"], ["下属机构", "Parts"]],
  program_of: [["载于文件", "Set out in"], ["载有方案", "Sets out"]],
  creates: [["设立机构", "Creates"], ["设立文件", "Created by"]],
  issues: [["发布文件", "Issues"], ["发布机关", "Issued by"]],
  cites: [["引用文件", "Cites"], ["被引用", "Cited by"]],
  indicator_of: [["所属方案", "Indicator of"], ["指标", "Indicators"]],
  target_of: [["对应任务", "Target of"], ["量化目标", "Targets"]],
  revises: [["修订此前文件", "Revises"], ["此后修订", "Revised by"]],
  joins: [["增补进入", "Joins"], ["增补成员", "Joined by"]],
  leaves: [["不再担任", "Leaves"], ["退出成员", "Left by"]],
  appointed: [["任命", "Appointed"], ["任命人员", "Appointed here"]],
  removed: [["免职", "Removed"], ["免职人员", "Removed here"]],
  contains: [["收录文件", "Contains"], ["收录于", "Contained in"]],
};

let language = "zh";

/** A word of the interface, with {n} and {name} filled in. */
function t(key, values = {}) {
  const word = WORDS[language][key] ?? key;
  return word.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The word for one node of a type. */
const typeWord = (type) => t(WORDS[language][`one_${type}`] ? `one_${type}` : type);

/** The heading of a relation as seen from its source (0) or its target (1). */
function heading(relation, side) {
  const pair = RELATIONS[relation];
  return pair ? pair[side][language === "zh" ? 0 : 1] : relation;
}

/** The word for one link: its printed role, else the relation. */
function wordFor(link) {
  if (link.role) return link.role;
  return link.kind === "other" ? heading(link.relation, 0) : t(link.kind);
}
