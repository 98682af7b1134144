import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaceNames } from '../../../../src/bot/understanding/places/place-names.ts';
import { createPlaces } from '../../../../src/bot/understanding/places/places.ts';
import { isProvince } from '../../../../src/diagnostics/provinces/names.ts';
import { createNormalise } from '../../../../src/text/normalise.ts';
import type { Phrase } from './phrase.ts';
import * as counties from './phrases-counties.ts';
import * as desk from './phrases-desk.ts';
import * as firms from './phrases-firms.ts';
import * as lately from './phrases-late.ts';
import * as mixed from './phrases-mixed.ts';
import * as names from './phrases-names.ts';
import * as papers from './phrases-papers.ts';
import * as people from './phrases-people.ts';
import * as several from './phrases-several.ts';
import * as shops from './phrases-shops.ts';
import * as spellings from './phrases-spellings.ts';
import * as stories from './phrases-stories.ts';
import * as traps from './phrases-traps.ts';
import * as unseen from './phrases-unseen.ts';
import * as voices from './phrases-voices.ts';

const normalise = createNormalise();
const places = createPlaces(await readPlaceNames(join('data', 'rules')), normalise);
const told = (text: string) => places.provinceIn(normalise(text));
const groups: Readonly<Record<string, readonly Phrase[]>> = {
  ...names,
  ...spellings,
  ...traps,
  ...several,
  ...mixed,
  ...papers,
  ...people,
  ...firms,
  ...counties,
  ...stories,
  ...shops,
  ...voices,
  ...desk,
  ...unseen,
  ...lately,
};

describe('the province that a message tells', () => {
  it.each(Object.entries(groups))('%s', (_group, phrases) => {
    const wrong = phrases
      .map(([text, province]) => ({ text, province, told: told(text) }))
      .filter((one) => one.told !== one.province);
    expect(phrases.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it('is tested with phrases that all differ', () => {
    const texts = Object.values(groups).flatMap((phrases) => phrases.map(([text]) => normalise(text)));
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it('is one of the 34, or none, whatever is typed', () => {
    const word = fc.constantFrom(
      '公司',
      '在',
      '广东',
      '北京路',
      '不是',
      '迁到',
      '老家',
      '张',
      '的',
      '，',
      '吗',
      'hk',
      '粤',
      '\u{1F4CD}',
      '(',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 }),
        (parts) => {
          const province = told(parts.join(''));
          expect(province === undefined || isProvince(province)).toBe(true);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('why', () => {
  const because = (text: string) => places.toldIn(normalise(text))?.because;

  it.each([
    ['公司注册在绍兴，人和办公都在北京', '注册'],
    ['分公司在成都，总部在北京', '分公司'],
    ['从北京迁到天津', '迁到'],
    ['江西人，厂子办在湖北', '厂子'],
    ['广东要法人，那浙江呢', '呢'],
    ['四川', ''],
  ])('%s: %s', (text, words) => {
    expect(because(text)).toBe(words);
  });

  it('is said of every place that the message names', () => {
    const text = normalise('湖南人，公司开在广西南宁，服务器在香港，兰州拉面');
    expect(places.placesIn(text).map(({ text: name, standing }) => [name, standing])).toEqual([
      ['湖南', 'home'],
      ['广西南宁', 'firm'],
      ['香港', 'never'],
    ]);
  });

  it('points at the place in the text', () => {
    const text = normalise('手机 iPhone，公司在 深圳');
    const [place] = places.placesIn(text);
    expect(text.slice(place?.start, place?.end)).toBe('深圳');
  });
});
