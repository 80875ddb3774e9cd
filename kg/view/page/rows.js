// The page's data as it is stored, columns of small numbers, made into rows again; kg/view/columns.py writes them.

/** A column of `count` values; one that holds a single value holds it for all. */
const column = (values, count) => (values.length === count ? values : new Array(count).fill(values[0]));

/** Numbers from their differences. */
function steps(values, count) {
  let at = 0;
  return column(values, count).map((step) => (at += step));
}

/** Numbers in the order of first use from 0 for a new one, else how far back it was new. */
function news(values, count) {
  let known = 0;
  return column(values, count).map((back) => (back ? known - back : known++));
}

/** A label from the name: the whole, its end, its beginning and …, or a text of its own. */
export function labelOf(label, name) {
  if (typeof label === "string") return label;
  return label < 0 ? `${name.slice(0, -label)}…` : name.slice(label);
}

/** The nodes as rows. */
function nodeRows({ name: names, sorts, ...packed }, texts) {
  const count = names.length;
  const [folder, rest, label, x, y, size, hub, sort] = ["folder", "rest", "label", "x", "y", "size", "hub", "sort"].map((key) => column(packed[key], count));
  return names.map((name, i) => {
    const [type, place, details, aliases] = sorts[sort[i]];
    return [texts[folder[i]] + (rest[i] === 0 ? name : rest[i]), name, type, labelOf(label[i], name), x[i], y[i], size[i], hub[i], place, details, aliases];
  });
}

/** The links as rows. */
function linkRows({ a, b, saying, said, fact }, count) {
  const [from, to, word, states] = [steps(a, count), column(b, count), column(saying, count), news(fact, count)];
  return from.map((source, j) => {
    const words = said[word[j]];
    return [source, to[j], ...words.slice(0, 6), states[j], words[8], words[7], words[6]];
  });
}

/** The facts as rows. */
function factRows({ line, quote, quotes, paper, papers }, count) {
  const [lines, quoted, found] = [steps(line, count), news(quote, count), column(paper, count)];
  return lines.map((number, n) => {
    const [document, printed, file, kind, details, url] = papers[found[n]];
    return [document, printed, file, number, kind, quotes[quoted[n]], details, url];
  });
}

/** The data with nodes, links and facts as rows. */
export function unpacked(data) {
  const { nodes, links, facts, counts, texts } = data;
  return { ...data, nodes: nodeRows(nodes, texts), links: linkRows(links, counts[0]), facts: factRows(facts, counts[1]) };
}
