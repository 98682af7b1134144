import { expect, it } from 'vitest';
import { type Inline, markdown } from '../../web/shared/markdown.ts';
import { hostileTexts, MARKDOWN, NO_LINKS, strangeTags } from '../markdown-cases.ts';

/** As the widget and the console turn it into elements. */
function rendered(text: string): string {
  return markdown(text)
    .map((block) => {
      if (block.is === 'paragraph') return `<p>${inside(block.inside)}</p>`;
      const items = block.items.map((item) => `<li>${inside(item)}</li>`).join('');
      const start = block.start > 1 ? ` start="${block.start}"` : '';
      return block.isOrdered ? `<ol${start}>${items}</ol>` : `<ul>${items}</ul>`;
    })
    .join('');
}

function inside(parts: readonly Inline[]): string {
  return parts.map(markupOf).join('');
}

function markupOf(part: Inline): string {
  switch (part.is) {
    case 'text':
      return escaped(part.text);
    case 'break':
      return '<br>';
    case 'bold':
      return `<strong>${inside(part.inside)}</strong>`;
    case 'link':
      return `<a href="${escaped(part.address).replaceAll('"', '&quot;')}">${escaped(part.label)}</a>`;
  }
}

/** As a browser writes the text of an element. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

it.each(MARKDOWN)('reads %s', (_what, text, markup) => {
  expect(rendered(text)).toBe(markup);
});

it.each(NO_LINKS)('makes no link to %s', (address) => {
  expect(rendered(`[点我](${address})`)).toBe(`<p>[点我](${address})</p>`);
});

it('makes nothing but paragraphs, lists, bold and web links out of any text', () => {
  for (const text of hostileTexts()) expect(strangeTags(rendered(text))).toEqual([]);
});
