import fc from 'fast-check';
import { plain } from '../src/text/markdown.ts';

/** What our small Markdown becomes, whoever renders it: name, text, markup without attributes of looks. */
export const MARKDOWN = [
  ['paragraphs and broken lines', 'a\nb\n\nc', '<p>a<br>b</p><p>c</p>'],
  ['bold', '点**我的 > 设置**，再**看**', '<p>点<strong>我的 &gt; 设置</strong>，再<strong>看</strong></p>'],
  ['lists', '- 一\n- 二\n\n1. 甲\n2. 乙', '<ul><li>一</li><li>二</li></ul><ol><li>甲</li><li>乙</li></ol>'],
  ['a list after a line', '先：\n- 一', '<p>先：</p><ul><li>一</li></ul>'],
  [
    'a list that goes on after a paragraph',
    '3. 丙\n\n说明\n\n4. 丁',
    '<ol start="3"><li>丙</li></ol><p>说明</p><ol start="4"><li>丁</li></ol>',
  ],
  ['an item of two lines', '- 一\n  接着', '<ul><li>一<br>接着</li></ul>'],
  ['a link', '[规则](https://example.com/a?b=1&c=2)', '<p><a href="https://example.com/a?b=1&amp;c=2">规则</a></p>'],
  ['what was escaped', '\\*\\*不粗\\*\\* \\[a\\](b)', '<p>**不粗** [a](b)</p>'],
  ['what was escaped in bold', '**a\\*\\_b**', '<p><strong>a*_b</strong></p>'],
  ['what was escaped in a link', '[a\\]b](https://e.cn)', '<p><a href="https://e.cn">a]b</a></p>'],
  [
    'what the service escapes of a person’s words',
    plain('**[a](https://e.cn)** <b>`c`#|~'),
    '<p>**[a](https://e.cn)** &lt;b&gt;`c`#|~</p>',
  ],
  ['a version number', '5.0 以下不行', '<p>5.0 以下不行</p>'],
  ['stars that are no bold', '110105********002X 和 ** 空 **', '<p>110105********002X 和 ** 空 **</p>'],
  ['markup', '<b onclick="x">a</b>', '<p>&lt;b onclick="x"&gt;a&lt;/b&gt;</p>'],
  ['nothing', '', ''],
] as const;

/** Addresses that never become a link. */
export const NO_LINKS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,a',
  '//evil.example',
  '/api/talks',
  'https:///a',
  'file:///etc/passwd',
] as const;

/** Texts that try everything, always the same. */
export function hostileTexts(): readonly string[] {
  const unit = fc.constantFrom(
    '*',
    '**',
    '[',
    ']',
    '(',
    ')',
    '\\',
    '<',
    '>',
    '"',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    'a',
    '字',
    ' ',
    'https://e.cn',
    'javascript:',
    '<script>',
    '\u202e',
    '\ud800',
  );
  return fc.sample(fc.array(unit, { maxLength: 40 }), { seed: 7, numRuns: 400 }).map((parts) => parts.join(''));
}

/** Whether markup is of paragraphs, lists, bold and web links alone. */
export function strangeTags(markup: string): readonly string[] {
  const tags = [...markup.matchAll(/<([a-z]+)([^>]*)>/g)].map(([, name, rest]) => `${name}${rest}`);
  return tags.filter((tag) => !/^(p|ul|ol( start="\d+")?|li|strong|br|a href="https:\/\/e\.cn[^"]*")$/.test(tag));
}
