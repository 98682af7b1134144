import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
const english = markdownIn('docs');
const chinese = markdownIn('docs/zh');
const pages = [
  ...markdownIn('.').filter((name) => name.startsWith('README')),
  ...english.map((name) => `docs/${name}`),
  ...chinese.map((name) => `docs/zh/${name}`),
];

const text = new Map(pages.map((page) => [page, readFileSync(page, 'utf8')]));
const textOf = (page: string): string => text.get(page) ?? readFileSync(page, 'utf8');
/** Without what stands in fences: links there are examples. */
const proseOf = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```/gm, '');

/** Whatever of each page is wrong, with its page. */
function wrongIn(look: (page: string) => readonly string[], which: readonly string[] = pages): readonly string[] {
  return which.flatMap((page) => look(page).map((what) => `${page}: ${what}`));
}

interface Link {
  readonly target: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

function linksOf(page: string): readonly Link[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { target, path: path === '' ? page : join(dirname(page), decodeURIComponent(path)), anchor };
    });
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...proseOf(page).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set(anchors);
}

/** The pages that the index lists after these words. */
function listed(words: string): readonly string[] {
  const line = textOf('docs/README.md')
    .split('\n')
    .find((one) => one.startsWith(`${words}:`));
  return [...(line ?? '').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name = '']) => name).sort();
}

/** How much of a page's letters is Chinese. */
function chineseShare(page: string): number {
  const prose = proseOf(page).replace(/\]\([^)]*\)|`[^`]*`/g, '');
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han / Math.max(1, prose.match(/\p{L}/gu)?.length ?? 0);
}

describe('links and pictures', () => {
  it('lead to a file', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(wrongIn((page) => linksOf(page).flatMap(({ target, path }) => (existsSync(path) ? [] : [target])))).toEqual(
      [],
    );
  });

  it('lead to a heading, where they name one', () => {
    const lost = ({ path, anchor }: Link): boolean =>
      anchor !== undefined && path.endsWith('.md') && !anchorsOf(path).has(decodeURIComponent(anchor));
    expect(wrongIn((page) => linksOf(page).flatMap((link) => (lost(link) ? [link.target] : [])))).toEqual([]);
  });

  it('show every picture there is, none too heavy to load', () => {
    const shown = new Set(pages.flatMap((page) => linksOf(page).map(({ path }) => path)));
    const pictures = readdirSync('docs/images').map((name) => `docs/images/${name}`);
    expect(pictures.filter((path) => !shown.has(path))).toEqual([]);
    expect(pictures.filter((path) => statSync(path).size > 150_000)).toEqual([]);
  });
});

describe('the index', () => {
  it.each(['docs/README.md', 'docs/zh/README.md'])('%s has a line on every page, in either language', (index) => {
    const rows = textOf(index)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    const linked = new Set([...rows.matchAll(/\]\((?:\.\.\/)?([\w-]+\.md)\)/g)].map(([, name = '']) => name));
    expect(english.filter((name) => name !== 'README.md' && !linked.has(name))).toEqual([]);
  });

  it('says of every page without a twin in which language it is', () => {
    const alone = english.filter((name) => !chinese.includes(name));
    expect([...listed('English only'), ...listed('Chinese only')].sort()).toEqual(alone);
    expect(chinese.filter((name) => !english.includes(name))).toEqual([]);
  });

  it('tells the languages as they are', () => {
    const inChinese = [
      ...listed('Chinese only').map((name) => `docs/${name}`),
      ...chinese.map((name) => `docs/zh/${name}`),
    ];
    const inEnglish = english.map((name) => `docs/${name}`).filter((page) => !inChinese.includes(page));
    expect(inChinese.filter((page) => chineseShare(page) < 0.3)).toEqual([]);
    expect(inEnglish.filter((page) => chineseShare(page) > 0.15)).toEqual([]);
  });

  it('is reached from each page of two languages through its twin', () => {
    const twins = english.filter((name) => chinese.includes(name));
    const leads = (page: string, to: string) => (linksOf(page).some(({ path }) => path === to) ? [] : [to]);
    expect(
      wrongIn(
        (page) => leads(page, page.replace('docs/', 'docs/zh/')),
        twins.map((name) => `docs/${name}`),
      ),
    ).toEqual([]);
    expect(
      wrongIn(
        (page) => leads(page, page.replace('docs/zh/', 'docs/')),
        twins.map((name) => `docs/zh/${name}`),
      ),
    ).toEqual([]);
  });
});

describe('what the pages name', () => {
  it('are commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const unknown = (page: string) =>
      [...textOf(page).matchAll(/npm run ([a-z][\w-]*)/g)].flatMap(([, name = '']) => (name in scripts ? [] : [name]));
    expect(wrongIn(unknown)).toEqual([]);
  });

  it('are settings that there are', () => {
    const known = readFileSync('.env.example', 'utf8') + readFileSync('docs/configuration.md', 'utf8');
    const unknown = (page: string) =>
      [...proseOf(page).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].flatMap(([, name = '']) =>
        NOT_OURS.has(name) || new RegExp(`\\b${name}\\b`).test(known) ? [] : [name],
      );
    expect(wrongIn(unknown)).toEqual([]);
  });
});

/** Named in capitals, and no settings of the service: of the tests, of libraries, errors of SQLite. */
const NOT_OURS: ReadonlySet<string> = new Set([
  'TEST_DATABASE_URL',
  'NODE_OPTIONS',
  'ORT_DISABLE_TELEMETRY',
  'LANGSMITH_TRACING',
  'LANGCHAIN_TRACING_V2',
  'SQLITE_BUSY',
  'SQLITE_FULL',
]);
