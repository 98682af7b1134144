import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('has a contrast of 4.5 or more for every ink on its grounds, light and dark', async () => {
  const css = await readFile(new URL('../../web/widget/styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const tokens = (part: string) =>
    Object.fromEntries(
      [...part.matchAll(/--b-([\w-]+): (?:var\([\w-]+, )?(#[\da-f]{6})\)?;/g)].map(([, name, value]) => [name, value]),
    );
  const pairs = [
    ['on', 'brand', 'stop'],
    ['ink', 'ground', 'surface'],
    ['ink-2', 'ground', 'surface'],
    ['brand-ink', 'ground', 'surface', 'brand-tint'],
    ['problem-ink', 'ground', 'surface', 'problem-tint'],
    ['good-ink', 'ground', 'surface', 'good-tint'],
    ['notice-ink', 'notice-tint'],
  ] as const;
  for (const theme of [tokens(light), { ...tokens(light), ...tokens(dark) }]) {
    for (const [ink, ...grounds] of pairs) {
      for (const ground of grounds) {
        const ratio = contrast(theme[ink] ?? '', theme[ground] ?? '');
        expect({ ink, ground, enough: ratio >= 4.5, ratio }).toMatchObject({ enough: true });
      }
    }
  }
});

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
