import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../src/adapters/html.ts';
import { plain } from '../../src/text/markdown.ts';

describe('markup', () => {
  /** The text with our own tags taken away, which leaves what was said. */
  const without = (html: string) => html.replace(/<\/?[a-z][a-z0-9]*(?: [\w-]+(?:="[^"<>]*")?)*>/g, '');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '</p>',
          '<script>',
          '<img src=x onerror=alert(1)>',
          '**',
          '[a](',
          'javascript:',
          'https://e.com/"onclick=',
          ')',
          '\\',
          '\n',
          '- ',
          '1. ',
          '&lt;',
          '</textarea>',
          '" autofocus onfocus="',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('of nobody survives outside our own tags', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const html = toHtml(markdown);
        expect(without(html)).not.toMatch(/[<>]/);
        expect(html).not.toMatch(/<(script|img|iframe|svg|style)\b/i);
        const tags = html.match(/<[a-z][^>]*>/g) ?? [];
        const names = tags.flatMap((tag) =>
          [...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([\w-]+)=/g)].map(([, name]) => name),
        );
        expect(names.filter((name) => name?.startsWith('on') || name === 'style')).toEqual([]);
        const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => address);
        expect(links.filter((address) => !/^https?:\/\//i.test(address))).toEqual([]);
      }),
    );
  });

  it('of a person inside our own Markdown is the text it was', () => {
    const decode = (html: string) =>
      html.replace(
        /&(lt|gt|quot|#39|amp);/g,
        (_all, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
      );
    fc.assert(
      fc.property(text, (said) => {
        const shown = toHtml(`您写的是：${plain(said)}。`);
        expect(decode(shown.replace(/^<p>|<\/p>$/g, ''))).toBe(`您写的是：${said.replace(/\s+/g, ' ')}。`);
      }),
    );
  });

  it.each([
    ['a paragraph before a list', '先：\n1. 一\n2. 二', '<p>先：</p><ol><li>一</li><li>二</li></ol>'],
    ['a list that goes on', '3. 三\n4. 四', '<ol start="3"><li>三</li><li>四</li></ol>'],
    ['signs inside bold', '**提示\\(A\\)**', '<p><strong>提示(A)</strong></p>'],
    ['a masked number', '110105********002X', '<p>110105********002X</p>'],
    ['a link that runs a script', '[点](javascript:alert(1))', '<p>[点](javascript:alert(1))</p>'],
    [
      'a link with a quote',
      '[点](https://e.com/"x)',
      '<p><a href="https://e.com/&quot;x" rel="noopener noreferrer nofollow">点</a></p>',
    ],
  ])('shows %s', (_what, markdown, html) => {
    expect(toHtml(markdown)).toBe(html);
  });
});
