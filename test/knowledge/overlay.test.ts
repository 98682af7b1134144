import { afterEach, describe, expect, it } from 'vitest';
import { exportContent } from '../../src/adapters/content/export-content.ts';
import { examplesOf } from '../../src/knowledge/corpus.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { ADDED, type Overlay } from '../../src/knowledge/overlay.ts';
import { type SmallContent, smallContent } from './small-content.ts';

const overlay: Overlay = {
  similar: new Map([
    [12, ['幕布去哪里领', '红头纸从哪里来']],
    [99, ['没有这一条']],
  ]),
  outside: new Map([['near-domain', ['备案专用的章怎么刻']]]),
};

let content: SmallContent | undefined;
afterEach(() => content?.remove());

describe('questions added over the files', () => {
  it('stand beside those of the files, and say that they were added', async () => {
    content = smallContent();
    const { entries, outside } = await loadContent(content.dataDir, overlay);
    const questions = entries.find(({ number }) => number === 12)?.questions ?? [];
    expect(questions).toHaveLength(27);
    expect(questions.slice(-2)).toEqual([
      { text: '幕布去哪里领', voice: ADDED, also: [], added: true },
      { text: '红头纸从哪里来', voice: ADDED, also: [], added: true },
    ]);
    expect(outside.filter(({ added }) => added)).toEqual([
      { text: '备案专用的章怎么刻', kind: 'near-domain', topic: ADDED, added: true },
    ]);
    expect(entries.map(({ number }) => number)).toEqual([4, 5, 12]);
  });

  it('are not doubled where the file has them', async () => {
    content = smallContent([12]);
    const [shipped] = (await loadContent(content.dataDir)).entries;
    const text = shipped?.questions[3]?.text ?? '';
    const [entry] = (await loadContent(content.dataDir, { ...overlay, similar: new Map([[12, [text, text]]]) }))
      .entries;
    expect(entry).toEqual(shipped);
  });

  it('are the same content once they are written into the files, where they count as shipped', async () => {
    content = smallContent();
    const { dataDir } = content;
    const learnt = async (over?: Overlay) => examplesOf(await loadContent(dataDir, over), (text) => text);
    const before = await learnt(overlay);
    const changed = await exportContent(dataDir, { overlay, rules: {} });
    expect([...changed].sort()).toEqual(['faq/12-download-forms.txt', 'out-of-scope/near-domain.txt']);
    expect(await learnt()).toEqual(before);
    const { entries, outside } = await loadContent(dataDir, overlay);
    expect([...entries.flatMap(({ questions }) => questions), ...outside].some(({ added }) => added)).toBe(false);
    expect(await exportContent(dataDir, { overlay, rules: {} })).toEqual([]);

    const more = { ...overlay, similar: new Map([[12, ['幕布去哪里领', '红头纸从哪里来', '样张在哪']]]) };
    expect(await exportContent(dataDir, { overlay: more, rules: {} })).toEqual(['faq/12-download-forms.txt']);
    const file = content.read('faq/12-download-forms.txt');
    expect(file.endsWith(`# ${ADDED}\n幕布去哪里领\n红头纸从哪里来\n样张在哪\n`)).toBe(true);
  });
});
