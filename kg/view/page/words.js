// The words of the interface in two languages; the data stay as printed.

const WORDS = {
  zh: {
    search: "搜索人名、机构、小组、任务", language: "EN", languageName: "Switch to English",
    theme: "深色或浅色", nothing: "没有找到", close: "关闭", fit: "显示全图", closer: "放大", farther: "缩小",
    map: "图谱", shared: "共同职责", table: "列表", time: "时间线", tasksTab: "任务", query: "查询",
    person: "人物", body: "机构", group: "领导小组", task: "任务", program: "方案", document: "文件", indicator: "指标",
    leader: "正职", deputy: "副职", member: "成员", lead: "牵头", participant: "配合",
    responsible: "责任", holds: "任职", other: "其他关系", ended: "已结束",
    facetType: "类型", facetKind: "关系与角色", facetPlace: "地区", facetDocument: "文件", facetCertainty: "名称依据",
    facetConfidence: "置信度", high: "高", medium: "中", low: "低",
    highNote: "原句印有名称", mediumNote: "取自上下文", lowNote: "所指有疑",
    highWhy: "原句印有名称的全称或简称，所指没有疑问", mediumWhy: "名称取自标题、上下文，或只有一个机构与简称相合", lowWhy: "名称所指可能另有其人或机构",
    facetDate: "日期", from: "自", to: "至", any: "不限", only: "只看", all: "全选", filters: "筛选与图例",
    printed: "原文全称", shortened: "原文简称", context: "由上下文", noPlace: "未注明",
    hidden: "已隐藏 {n} 个节点、{m} 条关系", noneHidden: "全部 {n} 个节点、{m} 条关系", showAll: "全部显示",
    nothingLeft: "筛选后没有可以显示的内容。", dayIs: "有效日 {day}", anyDay: "不限日期",
    start: "从这里开始", read: "怎样看这张图", evidence: "依据", more: "还有 {n} 项", relation: "关系",
    askGroup: "{name}有哪些人？", askBody: "{name}承担哪些任务？", askPerson: "{name}在哪些小组任职？",
    members: "{n} 名成员", tasks: "{n} 项任务", groups: "{n} 个小组", links: "{n} 条关系", nodes: "{n} 个节点",
    readNode: "点一个节点：只留下与它有关的人和机构，右边列出每一条关系及其原文。双击再展开一步。",
    readTwo: "按住 Shift 再点一个：看两者的共同之处和最短路径。",
    readLink: "点一条线：看这条关系出自哪份文件的哪一句。",
    readKeys: "按 / 搜索，按 Esc 返回，浏览器的后退键可以回到上一步。",
    readBubbles: "每个圆是一个地区或群体。点圆看其中有谁，再点名称展开其周围。",
    path: "所在章节", number: "文号", date: "日期", kind: "类别", unit: "单位", jurisdiction: "地区", alias: "又称",
    posts: "职务", note: "说明", deadline: "期限", duty: "职责", value: "目标值", year: "年份", page: "页", cell: "单元格", role: "角色",
    until: "至", unsourced: "来源未具名", colon: "：", rule: "规则", confidence: "置信度", cite: "复制引文", copied: "已复制",
    grow: "展开一步", compare: "与另一个比较", picking: "请点选或搜索第二个节点", onMap: "在图中显示",
    common: "共同之处", noCommon: "没有直接的共同之处。", path_between: "最短路径", noPath: "两者之间没有路径。",
    steps: "{n} 步", commonTasks: "共同任务 {n} 项", commonGroups: "共同小组 {n} 个", bothOf: "与",
    ofBodies: "机构 · 共同任务", ofPersons: "人员 · 共同小组", matrix: "矩阵", combos: "组合",
    matrixNote: "格中数字是两者共同的{what}数，颜色越浓越多；对角线是各自的总数。按相似程度排序。",
    what_bodies: "任务", what_persons: "小组", topOf: "只列前 {n} 个，共 {m} 个。", findRow: "筛选行列",
    combosNote: "同时承担多项任务的机构组合", combosNotePersons: "同时在多个小组任职的人员组合", noShared: "没有两者共同的内容。",
    source: "主体", target: "客体", document_col: "文件", place_col: "出处", moreRows: "再显示 {n} 行",
    rows: "{n} 条关系", documentsByMonth: "各月文件", postsAsBars: "任职起止",
    barsNote: "条带从载明该任职的文件日期开始；后来的文件写明离任的，止于那一天，否则向右延续。",
    validOn: "只看某日有效的关系", minMembers: "至少", count: "数量", noTasks: "没有读到任务。",
    noPosts: "没有读到任职。", tasksNote: "{n} 项任务", leadCol: "牵头·责任", participantCol: "配合", targetCol: "目标", deadlineCol: "期限",
    export: "导出", png: "图片 PNG", svg: "矢量图 SVG", csv: "关系表 CSV", csvMatrix: "共同职责 CSV", print: "打印",
    openFilters: "筛选", done: "完成", back_overview: "返回总览", moreAround: "还有 {n} 个相邻节点", skip: "跳到内容",
    mapOf: "关系图：{n} 个节点。列表页有同样的内容，可用键盘浏览。", tabs: "视图",
    question: "提问", askThis: "提问：{q}", asking: "正在查找…", notAnswered: "没有得到回答：{error}", named: "回答中的名称", ran: "所用的查询",
    searchOrAsk: "搜索，或提问：哪些部门共同承担职责",
    run: "运行", running: "正在运行…", ready: "常用问题", results: "{n} 行结果", showFound: "在图中显示", badQuery: "查询有误：{error}",
    rest: "其余",
  },
  en: {
    search: "Search people, bodies, groups, tasks", language: "中文", languageName: "切换到中文",
    theme: "Dark or light", nothing: "Nothing found", close: "Close", fit: "Show the whole map", closer: "Zoom in",
    farther: "Zoom out",
    map: "Map", shared: "Shared duties", table: "Table", time: "Timeline", tasksTab: "Tasks", query: "Query",
    person: "People", body: "Bodies", group: "Leading groups", task: "Tasks", program: "Plans", document: "Documents",
    indicator: "Indicators",
    leader: "Head", deputy: "Deputy head", member: "Member", lead: "Leads", participant: "Takes part",
    responsible: "Responsible", holds: "Holds a post", other: "Other relation", ended: "Ended",
    facetType: "Type", facetKind: "Relation and role", facetPlace: "Jurisdiction", facetDocument: "Document",
    facetCertainty: "Name in the source", facetDate: "Date", from: "From", to: "To", any: "any", only: "only", all: "all",
    filters: "Filters and legend",
    facetConfidence: "Confidence", high: "High", medium: "Medium", low: "Low",
    highNote: "named there", mediumNote: "from context", lowNote: "in doubt",
    highWhy: "The sentence prints the names, in full or in short, and nothing speaks against them",
    mediumWhy: "A name comes from a title or the context, or is a short form that only one body fits",
    lowWhy: "A name may be that of another person or body",
    printed: "Printed in full", shortened: "Printed in short", context: "From context", noPlace: "Not stated",
    hidden: "{n} nodes, {m} relations hidden", noneHidden: "All {n} nodes, {m} relations", showAll: "show all",
    nothingLeft: "The filters leave nothing to show.", dayIs: "Valid on {day}", anyDay: "any day",
    start: "Start here", read: "How to read the map", evidence: "Evidence", more: "{n} more", relation: "Relation",
    askGroup: "Who sits on {name}?", askBody: "Which tasks does {name} have?", askPerson: "On which groups does {name} sit?",
    members: "{n} members", tasks: "{n} tasks", groups: "{n} groups", links: "{n} relations", nodes: "{n} nodes",
    readNode: "Click a node: only what it is related to stays; the panel lists every relation with its sentence. Double click goes one step further.",
    readTwo: "Shift-click a second one: see what both share and the shortest path.",
    readLink: "Click a line: see which sentence of which document states it.",
    readKeys: "Press / to search, Esc to return; the browser's Back button undoes a step.",
    readBubbles: "Each circle is a jurisdiction or community. Click it to see who is in it, then a name to see what is around it.",
    path: "Section", number: "Number", date: "Date", kind: "Kind", unit: "Unit", jurisdiction: "Jurisdiction", alias: "Also",
    posts: "Posts", note: "Note", deadline: "Deadline", duty: "Duty", value: "Target", year: "Year", page: "Page", cell: "Cell", role: "Role",
    until: "until", unsourced: "unnamed source", colon: ": ", rule: "Rule", confidence: "Confidence", cite: "Copy citation", copied: "Copied",
    grow: "One step further", compare: "Compare with another", picking: "Click or search a second node", onMap: "Show on the map",
    common: "What both share", noCommon: "Nothing directly in common.", path_between: "Shortest path", noPath: "There is no path between them.",
    steps: "{n} steps", commonTasks: "{n} shared tasks", commonGroups: "{n} shared groups", bothOf: "and",
    ofBodies: "Bodies · shared tasks", ofPersons: "People · shared groups", matrix: "Matrix", combos: "Combinations",
    matrixNote: "A cell counts the {what} that both share, a stronger colour is more; the diagonal is the total of each. Ordered by similarity.",
    what_bodies: "tasks", what_persons: "groups", topOf: " The first {n} of {m} are shown.", findRow: "Filter rows and columns",
    combosNote: "Bodies that answer together for several tasks", combosNotePersons: "People who sit together on several groups",
    noShared: "No two have anything in common.",
    source: "Subject", target: "Object", document_col: "Document", place_col: "Place", moreRows: "Show {n} more rows",
    rows: "{n} relations", documentsByMonth: "Documents by month", postsAsBars: "Posts over time",
    barsNote: "A bar begins on the date of the document that states the post; it ends where a later document says so, else it runs on.",
    validOn: "Only relations valid on a day", minMembers: "At least", count: "Count", noTasks: "No tasks were read.",
    noPosts: "No posts were read.", tasksNote: "{n} tasks", leadCol: "Leads · responsible", participantCol: "Takes part", targetCol: "Targets", deadlineCol: "Deadline",
    export: "Export", png: "Image PNG", svg: "Vector SVG", csv: "Relations CSV", csvMatrix: "Shared duties CSV", print: "Print",
    openFilters: "Filters", done: "Done", back_overview: "Back to the overview", moreAround: "{n} more neighbours", skip: "Skip to the content",
    mapOf: "Map of relations: {n} nodes. The table shows the same and works with the keyboard.", tabs: "Views",
    question: "Question", askThis: "Ask: {q}", asking: "Looking it up…", notAnswered: "No answer came: {error}", named: "Named in the answer", ran: "The query behind it",
    searchOrAsk: "Search, or ask: who leads …?",
    run: "Run", running: "Running…", ready: "Ready questions", results: "{n} rows", showFound: "Show on the map", badQuery: "The query has a mistake: {error}",
    rest: "The rest",
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

// The kinds of fact, by the rule that reads them.
const RULES = {
  membership: ["成员名单", "roster of seats"], change: ["成员调整", "change of seats"], member_body: ["成员单位名单", "roster of bodies"],
  office: ["办公室条款", "office clause"], creation: ["设立条款", "creation clause"], post_held: ["署名与任职", "post in text"],
  assignment: ["责任分工条款", "responsibility clause"], appointment: ["任免条款", "appointment clause"],
  indicator: ["指标表", "table of indicators"], target: ["量化目标", "numeric target"], document: ["公文格式", "form of a document"],
  gazette: ["公报刊头", "masthead"], contents: ["目录", "table of contents"],
};

export const speech = { language: "zh" };

/** The present language's own word of a pair [zh, en]. */
const spoken = (pair) => pair[speech.language === "zh" ? 0 : 1];

/** A word of the interface, with {n} and {name} filled in. */
export function t(key, values = {}) {
  const word = WORDS[speech.language][key] ?? WORDS.zh[key] ?? key;
  return word.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The keys of both languages, for the test that none is missing. */
export const wordKeys = () => Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, Object.keys(words)]));

/** The word for one node of a type. */
export const typeWord = (type) => t(WORDS[speech.language][`one_${type}`] ? `one_${type}` : type);

/** The heading of a relation as seen from its source (0) or its target (1). */
export const heading = (relation, side) => (RELATIONS[relation] ? spoken(RELATIONS[relation][side]) : relation);

/** The word for the rule that reads a kind of fact. */
export const ruleWord = (kind) => (RULES[kind] ? spoken(RULES[kind]) : kind);

/** The word for one link: its printed role, else the relation. */
export function wordFor(link) {
  if (link.role) return link.role;
  return link.kind === "other" ? heading(link.relation, 0) : t(link.kind);
}
