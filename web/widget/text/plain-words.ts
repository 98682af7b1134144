import { type Inline, markdown } from '../../shared/markdown.ts';

/** What the service's Markdown says, without its marks: to be copied or read aloud. */
export function plainWords(text: string): string {
  return markdown(text)
    .map((block) => {
      if (block.is === 'paragraph') return words(block.inside);
      return block.items
        .map((item, at) => `${block.isOrdered ? `${block.start + at}.` : '-'} ${words(item)}`)
        .join('\n');
    })
    .join('\n\n');
}

function words(inside: readonly Inline[]): string {
  return inside.map(wordsOf).join('');
}

function wordsOf(one: Inline): string {
  switch (one.is) {
    case 'text':
      return one.text;
    case 'break':
      return '\n';
    case 'bold':
      return words(one.inside);
    case 'link':
      return one.label === one.address ? one.address : `${one.label} ${one.address}`;
  }
}
