import { el, link } from './dom.js';

/** What of Markdown DingTalk shows: headings, quotes, lists, bold, links; two blanks at the end break a line. */
export function markdown(text) {
  const blocks = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    let list;
    let words;
    for (const line of paragraph.split('\n')) {
      const item = /^\s*(?:([-*])|(\d+)\.)\s+(.*)$/.exec(line);
      const heading = /^(#{1,6})\s+(.*)$/.exec(line);
      if (item) {
        const [, dash, number, said] = item;
        if (!list) {
          list = dash ? el('ul') : el('ol', { start: Number(number) });
          blocks.push(list);
        }
        list.append(el('li', {}, ...inline(said)));
        words = undefined;
        continue;
      }
      list = undefined;
      if (heading) {
        blocks.push(el('p', { className: 'heading' }, ...inline(heading[2])));
        words = undefined;
        continue;
      }
      if (words) words.append(words.dataset.breaks === 'yes' ? el('br') : ' ', ...inline(bare(line)));
      else {
        words = el(line.startsWith('>') ? 'blockquote' : 'p', {}, ...inline(bare(line)));
        blocks.push(words);
      }
      words.dataset.breaks = /\s{2}$/.test(line) ? 'yes' : 'no';
    }
  }
  return blocks;
}

const bare = (line) => line.replace(/^>\s?/, '').trimEnd();

function inline(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|\[([^\]]*)\]\(([^)]*)\)/g)) {
    const [all, bold, words, href] = match;
    parts.push(text.slice(at, match.index), bold === undefined ? link(href, words) : el('b', {}, ...inline(bold)));
    at = match.index + all.length;
  }
  return [...parts, text.slice(at)];
}
