import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPhoneIn } from '../../../../src/bot/understanding/phone/phone.ts';
import { readPhoneRules } from '../../../../src/bot/understanding/phone/rules.ts';
import { createNormalise } from '../../../../src/text/normalise.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rules-'));
  for (const file of ['android.json', 'phones.json']) await cp(join('data/rules', file), join(dir, file));
});
afterEach(() => rm(dir, { recursive: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(dir, file);
  const content = await readFile(path, 'utf8');
  expect(content).toContain(from);
  await writeFile(path, content.replace(from, to));
}

describe('the rules about phones', () => {
  it('are written as they stand after normalising', async () => {
    const normalise = createNormalise();
    const { phones, android } = await readPhoneRules('data/rules');
    const words = [
      ...[...phones.systems, ...phones.roms, ...phones.devices].flatMap(({ names }) => names),
      ...phones.devices.flatMap(({ notFollowedBy, notPrecededBy }) => [...notFollowedBy, ...notPrecededBy]),
      ...phones.stores,
      ...phones.notPhones,
      ...phones.others,
      ...phones.parts,
      ...android.releases.flatMap(({ names = [], namesAfterAndroid = [] }) => [...names, ...namesAfterAndroid]),
    ];
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((word) => normalise(word) !== word)).toEqual([]);
  });

  it('give each API level and each letter to one release', async () => {
    const { android } = await readPhoneRules('data/rules');
    const levels = android.releases.flatMap(({ api }) => api);
    const letters = android.releases.flatMap(({ letter }) => letter ?? []);
    expect(new Set(levels).size).toBe(levels.length);
    expect(new Set(letters).size).toBe(letters.length);
    expect(levels).toEqual(Array.from({ length: 28 }, (_, at) => at + 9));
  });

  it('teach a new brand without a change of code', async () => {
    const shipped = createPhoneIn(await readPhoneRules(dir));
    expect(shipped('云雀x3 安卓版本不知道,云雀')).toEqual({ platform: 'android' });
    expect(shipped('云雀手机')).toEqual({});
    await change('phones.json', '["魅族"', '["云雀", "魅族"');
    const taught = createPhoneIn(await readPhoneRules(dir));
    expect(taught('云雀手机')).toEqual({ platform: 'android' });
    expect(taught('云雀 8.1')).toEqual({ platform: 'android', osVersion: '8.1' });
  });

  it('are refused with file, line and field', async () => {
    await change('android.json', '"version": "4.4"', '"version": "four"');
    await expect(readPhoneRules(dir)).rejects.toThrow(/android\.json:24 releases\.10\.version 不对/);
  });

  it('are refused where they are no JSON', async () => {
    await change('phones.json', '"note":', '"note"');
    await expect(readPhoneRules(dir)).rejects.toThrow(/phones\.json:2 格式不对，读不出来/);
  });
});
