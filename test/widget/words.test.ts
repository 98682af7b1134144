import { expect, it } from 'vitest';
import { fixedTexts } from '../../web/shared/fixed-texts.ts';
import { english } from '../../web/widget/locale/english.ts';

const texts = fixedTexts('web/widget');
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

it('says every fixed text of the widget in English, and nothing else', () => {
  expect(Object.keys(english).sort()).toEqual([...texts].sort());
});

it('has the same values in both languages', () => {
  for (const text of texts) expect(places(english[text] ?? ''), text).toEqual(places(text));
});

it('speaks English without Chinese characters', () => {
  expect(Object.values(english).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
