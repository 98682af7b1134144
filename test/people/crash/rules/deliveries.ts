import type { Witnessed } from '../find.ts';
import type { Kept } from '../kept.ts';
import type { Arrived } from '../push-channel.ts';
import type { Words } from './words.ts';

export interface Deliveries extends Words {
  readonly delivered: number;
  readonly repeated: number;
}

/**
 * Whether every line for the push channel arrived, in order, and once but where a life of the desk ended between the
 * sending and its settling: then the next life cannot know that it went out, and sends it once more. No life sends it
 * twice itself.
 */
export function deliveries(kept: readonly Kept[], { users, arrived, leftBehind }: Witnessed): Deliveries {
  const [lost, doubled, problems]: [string[], string[], string[]] = [[], [], []];
  let [delivered, repeated] = [0, 0];
  for (const { name, talk } of users.filter(({ received }) => received === undefined)) {
    const mine = arrived.filter(({ user }) => user === name);
    const { lines = [], outgoing = [] } = kept.find(({ record }) => record.id === talk) ?? {};
    const ours = lines.filter(({ by }) => by !== 'user').map(({ seq }) => seq);
    if (outgoing.map(({ seq }) => seq).join(' ') !== ours.join(' ')) problems.push(`${name}: not all lines were sent`);
    for (const { seq, speaker, settled } of outgoing) {
      const copies = mine.filter((one) => one.seq === seq);
      const isSent = settled === 'sent' || (settled === 'drafted' && speaker === 'bot') || settled === 'dropped';
      if (!isSent) lost.push(`${name}: line ${seq} of ${speaker} is ${settled ?? 'still under way'}`);
      if (settled === 'sent' && copies.length === 0) lost.push(`${name}: line ${seq} was settled and never arrived`);
      if (copies.length > 0) delivered += 1;
      for (const [nth, copy] of copies.entries()) {
        const next = copies[nth + 1];
        if (!next) continue;
        if (next.life === copy.life) doubled.push(`${name}: line ${seq} arrived twice in the life ${copy.life}`);
        else if (leftBehind[copy.life]?.some((one) => one.user === name && one.seq === seq)) repeated += 1;
        else doubled.push(`${name}: line ${seq} arrived again, though the life ${copy.life} had settled it`);
      }
      const texts = new Set(copies.map(({ text }) => text));
      if (texts.size > 1) problems.push(`${name}: line ${seq} arrived as ${[...texts].join(' and ')}`);
    }
    if (!isInOrder(mine)) problems.push(`${name}: lines arrived as ${mine.map(({ seq }) => seq).join(' ')}`);
  }
  return { lost, doubled, problems, delivered, repeated };
}

/** First arrivals alone: a repeated line comes later by its nature. */
function isInOrder(arrived: readonly Arrived[]): boolean {
  const first = [...new Set(arrived.map(({ seq }) => seq))];
  return first.every((seq, at) => at === 0 || seq > (first[at - 1] ?? 0));
}
