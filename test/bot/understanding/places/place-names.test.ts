import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGazetteer } from '../../../../src/bot/understanding/places/gazetteer.ts';
import { readPlaceNames } from '../../../../src/bot/understanding/places/place-names.ts';
import { createNormalise } from '../../../../src/text/normalise.ts';

const folder = join('data', 'rules');
const names = await readPlaceNames(folder);
const normalise = createNormalise();
const { han, latin } = createGazetteer(names, normalise);

async function broken(change: (content: string) => string): Promise<unknown> {
  const dir = await mkdtemp(join(tmpdir(), 'place-names-'));
  await writeFile(join(dir, 'place-names.json'), change(await readFile(join(folder, 'place-names.json'), 'utf8')));
  return readPlaceNames(dir).catch((error: unknown) => error);
}

describe('place-names.json', () => {
  it('holds names in the form that messages have after normalising', () => {
    const all = [names.nicknames, names.oldNames, names.aliases, names.typos, names.latin].flatMap((group) =>
      Object.values(group).flat(),
    );
    expect(all.filter((name) => normalise(name) !== name)).toEqual([]);
  });

  it('lists each name once', () => {
    const all = [names.nicknames, names.oldNames, names.aliases, names.typos].flatMap((group) =>
      Object.values(group).flat(),
    );
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });

  it('writes wrong only what is written right somewhere', () => {
    expect(Object.keys(names.typos).filter((right) => !han.has(right))).toEqual([]);
  });

  it('makes every nickname, old name and spelling known', () => {
    const missing = [names.nicknames, names.oldNames, names.aliases].flatMap((group) =>
      Object.entries(group).flatMap(([province, list]) =>
        list.filter((name) => !han.get(name)?.provinces.includes(province)),
      ),
    );
    expect(missing).toEqual([]);
    expect(Object.entries(names.latin).flatMap(([, list]) => list.filter((name) => !latin.has(name)))).toEqual([]);
  });

  it('is refused with its name and field where a province is misspelt', async () => {
    const error = await broken((content) =>
      content.replace('"帝都": ', '').replace(/"nicknames": \{\s*"北京"/, '"nicknames": {"背景"'),
    );
    expect(error).toMatchObject({ code: 'content' });
    expect(String(error)).toMatch(/place-names\.json:3 nicknames\.背景 不对/);
  });

  it('is refused where it is no JSON', async () => {
    expect(String(await broken((content) => content.slice(0, 100)))).toMatch(/place-names\.json:2 格式不对，读不出来/);
  });
});
