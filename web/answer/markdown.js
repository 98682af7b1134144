import { element } from './element.js';

/** Markdown of paragraphs, lists, bold and links as DOM nodes; everything else stays the text it is. */
export function markdown(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => blocks(block.split('\n').filter((line) => line.trim() !== '')));
}

const ITEM = /^\s{0,3}(?:(\d{1,3})[.)]|[-*+])\s+(.*)$/;

/** Lines without an empty one between them: runs of items become lists, runs of others paragraphs. */
function blocks(lines) {
  const made = [];
  for (const line of lines) {
    const [, number, item] = ITEM.exec(line) ?? [];
    const last = made.at(-1);
    if (item === undefined && last?.kind === 'list' && /^\s{2,}\S/.test(line)) last.items.at(-1).push(line.trim());
    else if (item === undefined && last?.kind === 'paragraph') last.lines.push(line);
    else if (item === undefined) made.push({ kind: 'paragraph', lines: [line] });
    else if (last?.kind === 'list' && last.ordered === (number !== undefined)) last.items.push([item]);
    else made.push({ kind: 'list', ordered: number !== undefined, start: Number(number ?? 1), items: [[item]] });
  }
  return made.map(nodeOf);
}

function nodeOf(block) {
  if (block.kind === 'paragraph') {
    const inside = broken(block.lines);
    const heading = inside.length === 1 && inside[0].nodeName === 'STRONG';
    return element('p', { dir: 'auto', class: heading && 'heading' }, ...inside);
  }
  const items = block.items.map((lines) => element('li', { dir: 'auto' }, ...broken(lines)));
  if (!block.ordered) return element('ul', {}, ...items);
  const list = element('ol', { start: block.start > 1 && block.start }, ...items);
  list.style.setProperty('--before', block.start - 1);
  return list;
}

function broken(lines) {
  return lines.flatMap((line, at) => (at === 0 ? inline(line) : [element('br'), ...inline(line)]));
}

/** Characters of a bold text that never break: a name on a screen, not a sentence. */
const SHORT = 12;

/** An escaped sign, a run of stars (a masked number), bold, a link. */
const INLINE =
  /\\([\\*_[\]()<>`#|~+\-.!])|(\*{3,})|\*\*((?:\\.|[^\s*\\])(?:(?:\\.|[^*\\])*(?:\\.|[^\s*\\]))?)\*\*(?!\*)|\[((?:\\.|[^\][\\])+)\]\(([^\s()]+)\)/g;

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [all, escaped, stars, bold, label, address] = found;
    nodes.push(text.slice(end, found.index));
    if (escaped ?? stars) nodes.push(escaped ?? stars);
    else if (bold !== undefined)
      nodes.push(element('strong', { class: bold.length <= SHORT && 'short' }, ...inline(bold)));
    else nodes.push(link(label, address) ?? all);
    end = found.index + all.length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== '');
}

/** Only to web pages; undefined for anything else, `javascript:` above all. */
function link(label, address) {
  if (!/^https?:\/\/[^/]/i.test(address)) return undefined;
  return element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' },
    label.replace(/\\(.)/g, '$1'),
  );
}
