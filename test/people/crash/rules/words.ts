import type { Line } from '../../../../src/bot/message.ts';
import type { Witnessed } from '../find.ts';
import type { Kept } from '../kept.ts';

export interface Words {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly problems: readonly string[];
}

/** Whether what people and agents said is there once, in order, and answered as they were told. */
export function words(kept: readonly Kept[], { users, agents }: Witnessed): Words {
  const [lost, doubled, problems]: [string[], string[], string[]] = [[], [], []];
  for (const { name, talk, said } of users) {
    const mine = kept.find(({ record }) => record.id === talk);
    const there = textsOf(mine?.lines ?? [], 'user');
    // Nothing is said before the one before it was acknowledged, so that the history is what was said.
    const wanted = said.map(({ text }) => text);
    compare(name, wanted, there, { lost, doubled });
    if (there.join('\n') !== wanted.join('\n')) problems.push(`${name}: what was said is in another order`);
    for (const { id, text, answer } of said) {
      if (mine?.answers.get(id) !== answer) problems.push(`${name} was told something else about ${text}`);
    }
  }
  for (const { record, lines } of kept) {
    const spoken = agents.flatMap(({ spoken }) => spoken).filter(({ talk }) => talk === record.id);
    const wanted = spoken.filter(({ isSaid }) => isSaid).map(({ text }) => text);
    compare(record.id, wanted, textsOf(lines, 'agent'), { lost, doubled });
  }
  return { lost, doubled, problems };
}

function compare(
  whose: string,
  wanted: readonly string[],
  there: readonly string[],
  { lost, doubled }: { readonly lost: string[]; readonly doubled: string[] },
): void {
  for (const text of new Set([...wanted, ...there])) {
    const [most, found] = [count(wanted, text), count(there, text)];
    if (found < most) lost.push(`${whose}: ${text} is there ${found} times, and was acknowledged ${most} times`);
    if (found > most) doubled.push(`${whose}: ${text} is there ${found} times, and was acknowledged ${most} times`);
  }
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

function textsOf(lines: readonly Line[], by: Line['by']): readonly string[] {
  return lines.filter((line) => line.by === by).map(({ text }) => text);
}
