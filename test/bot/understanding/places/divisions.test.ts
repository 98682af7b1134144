import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { divisions } from '../../../../src/bot/understanding/places/divisions.ts';
import { readPlaceNames } from '../../../../src/bot/understanding/places/place-names.ts';
import { createPlaces } from '../../../../src/bot/understanding/places/places.ts';
import { provinceNames } from '../../../../src/diagnostics/provinces/names.ts';
import { createNormalise } from '../../../../src/text/normalise.ts';

const normalise = createNormalise();
const names = await readPlaceNames(join('data', 'rules'));
const { provinceIn } = createPlaces(names, normalise);
const told = (text: string) => provinceIn(normalise(text));
const all = divisions();
const recorded = new Set([...names.generic, ...Object.keys(names.shared), ...Object.keys(names.prefer)]);
const provincesOf = (name: string) => new Set(all.filter((one) => one.name === name).map(({ province }) => province));

describe('the divisions of the package', () => {
  it('are the 34 provinces and what lies in them', () => {
    expect(all.filter(({ level }) => level === 'province').map(({ province }) => province)).toEqual(provinceNames);
    expect(all.filter(({ level }) => level === 'city').length).toBeGreaterThan(330);
    expect(all.filter(({ level }) => level === 'county').length).toBeGreaterThan(2_800);
    expect(all.every(({ province }) => provinceNames.includes(province))).toBe(true);
  });

  it('each tell their province by the full name, unless others share it', () => {
    const own = all.filter(({ name }) => !recorded.has(name) && provincesOf(name).size === 1);
    const wrong = own.filter(({ name, province }) => told(name) !== province || told(`公司在${name}`) !== province);
    expect(own.length).toBeGreaterThan(3_000);
    expect(wrong.map(({ name, province }) => [name, province, told(name)])).toEqual([]);
  });

  it('tell nothing by a name that several provinces share, and everything with the province before it', () => {
    const shared = all.filter(({ name }) => !recorded.has(name) && provincesOf(name).size > 1);
    expect(shared.length).toBeGreaterThan(50);
    expect(shared.filter(({ name }) => told(name) !== undefined).map(({ name }) => name)).toEqual([]);
    const wrong = shared.filter(({ name, province }) => told(`公司在${province}${name}`) !== province);
    expect(wrong.map(({ name, province }) => [name, province])).toEqual([]);
  });

  it('tell their province by the short names of provinces and cities', () => {
    const short = all.flatMap(({ short: list, level, province }) =>
      level === 'province' || level === 'city' ? list.map((name) => ({ name, province })) : [],
    );
    const open = new Set([...names.ordinary, ...Object.keys(names.shared), '海南']);
    const wrong = short.filter(({ name, province }) => !open.has(name) && told(`公司在${name}`) !== province);
    expect(short.length).toBeGreaterThan(360);
    expect(wrong).toEqual([]);
  });

  it('lose the peoples of an autonomous area in their short names', () => {
    const short = (name: string) => all.find((one) => one.name === name)?.short;
    expect(short('海南藏族自治州')).toEqual(['海南', '海南州']);
    expect(short('双江拉祜族佤族布朗族傣族自治县')).toEqual(['双江', '双江县']);
    expect(short('鄂温克族自治旗')).toEqual(['鄂温克']);
    expect(short('东乡族自治县')).toEqual(['东乡']);
    expect(short('新疆维吾尔自治区')).toEqual(['新疆']);
  });
});
