import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFindErrors } from '../../src/knowledge/errors.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { createNormalise } from '../../src/text/normalise.ts';
import { timeOf } from '../text/texts.ts';

const { entries } = await loadContent('data');
const normalise = createNormalise(JSON.parse(readFileSync('data/rules/homophones.json', 'utf8')).words);
const findErrors = createFindErrors(entries, normalise);
const find = (text: string) => findErrors(normalise(text));
const all = entries.flatMap(({ number, errors }) => errors.map((error) => ({ number, error })));

describe('finding error strings', () => {
  it.each(all)('$error', ({ number, error }) => {
    for (const text of [
      error,
      `系统提示“${error}”怎么办`,
      `我这边显示：${error}。请问`,
      [...error].join('\n'),
      [...error].join(' '),
      error.replace(/(.{3})/gu, '$1|'),
    ]) {
      expect(find(text)[0], text).toMatchObject({ entry: number, error, edits: 0 });
    }
  });

  it.each(all.filter(({ error }) => [...error].length >= 6))(
    'with any one character lost: $error',
    ({ number, error }) => {
      const chars = [...error];
      for (const at of chars.keys()) {
        const text = chars.filter((_, i) => i !== at).join('');
        expect(
          find(`提示“${text}”怎么办`).map(({ entry }) => entry),
          text,
        ).toContain(number);
      }
    },
  );

  it('takes look-alikes for each other', () => {
    const own = createFindErrors(
      [{ ...entries[0], number: 13, errors: ['已提交的资料未通过ICP100号规则'] } as (typeof entries)[0]],
      normalise,
    );
    for (const text of ['己提交的资料末通过lCP1OO号规则', '巳提交的资料未通过ICPl〇0号规则']) {
      expect(
        own(normalise(text)).map(({ edits }) => edits),
        text,
      ).toEqual([0]);
    }
  });

  it('finds several, longest first, and of overlapping ones the longer', () => {
    expect(find('先是非法参数，后来又说检测到您上传的资料不完整，请继续上传资料').map(({ error }) => error)).toEqual([
      '检测到您上传的资料不完整，请继续上传资料',
      '非法参数',
    ]);
    expect(find('人脸核验采集人脸与公安库不一致').map(({ error }) => error)).toEqual([
      '人脸核验采集人脸与公安库不一致',
    ]);
  });

  it('tells which are long enough to decide by themselves', () => {
    expect(find('上传中').map(({ telling }) => telling)).toEqual([false]);
    expect(find('请检查姓名和证件号是否正确').map(({ telling }) => telling)).toEqual([true]);
  });

  it.each([
    '',
    '上',
    '备案多久下来',
    '上传中文名的文件',
    '资料上传中途闪退',
    '负责人的资料不全部上传行吗',
    '参数非法',
    '🙂',
    '\u200b',
  ])('finds none in %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('takes a short one with punctuation around it', () => {
    for (const text of [
      '[上传中]',
      '一直“上传中”',
      '上传中……',
      '上传中!!!',
      '卡在上传中好久了',
      '证书显示上传中怎么办',
    ]) {
      expect(
        find(text).map(({ entry }) => entry),
        text,
      ).toEqual([5]);
    }
  });

  it('takes no longer for long texts than their length says', () => {
    const short = timeOf(() => find('主办单位负责人姓名'.repeat(22)));
    const long = timeOf(() => find('主办单位负责人姓名'.repeat(220)));
    expect(long).toBeLessThan(40 * short + 5);
  });
});
