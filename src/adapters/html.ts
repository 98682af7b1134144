const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? sign);
}

const ITEM = /^\s{0,3}(?:(\d{1,3})[.)]|[-*+])\s+(.*)$/;

/** Our small Markdown as HTML: paragraphs, lists, bold and web links; everything else stays the text it is. */
export function toHtml(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => blockOf(block.split('\n').filter((line) => line.trim() !== '')))
    .join('');
}

interface Run {
  readonly name: 'p' | 'ul' | 'ol';
  readonly start: string;
  readonly lines: string[];
}

/** Lines without an empty one between them: runs of items become lists, runs of others paragraphs. */
function blockOf(lines: readonly string[]): string {
  const runs: Run[] = [];
  for (const line of lines) {
    const [, number, item] = ITEM.exec(line) ?? [];
    const name = item === undefined ? 'p' : number === undefined ? 'ul' : 'ol';
    const last = runs.at(-1);
    if (last?.name === name) last.lines.push(item ?? line);
    else runs.push({ name, start: number ?? '1', lines: [item ?? line] });
  }
  return runs
    .map(({ name, start, lines: texts }) => {
      if (name === 'p') return `<p>${texts.map(inline).join('<br>')}</p>`;
      const from = name === 'ol' && start !== '1' ? ` start="${start}"` : '';
      return `<${name}${from}>${texts.map((text) => `<li>${inline(text)}</li>`).join('')}</${name}>`;
    })
    .join('');
}

/** An escaped sign, a run of stars (a masked number), bold, a link. */
const MARK =
  /\\([\\*_[\]()<>`#|~+\-.!])|(\*{3,})|\*\*((?:\\.|[^*\\])+)\*\*(?!\*)|\[((?:\\.|[^\][\\])+)\]\((https?:\/\/[^\s()]+)\)/gi;

function inline(text: string): string {
  let made = '';
  let end = 0;
  for (const found of text.matchAll(MARK)) {
    const [all, escaped, stars, bold, label, address] = found;
    made += escapeHtml(text.slice(end, found.index));
    if (bold !== undefined) made += `<strong>${inline(bold)}</strong>`;
    else if (label !== undefined && address !== undefined) {
      const words = escapeHtml(label.replace(/\\(.)/g, '$1'));
      made += `<a href="${escapeHtml(address)}" rel="noopener noreferrer nofollow">${words}</a>`;
    } else made += escapeHtml(escaped ?? stars ?? all);
    end = found.index + all.length;
  }
  return made + escapeHtml(text.slice(end));
}
