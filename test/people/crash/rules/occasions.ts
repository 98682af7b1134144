import { deskPhrases } from '../../../../src/bot/desk/desk-phrases.ts';
import { later } from '../../../../src/handoff/later.ts';
import type { Kept } from '../kept.ts';

export interface Occasions {
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

/** What the desk says at an occasion, by the word under which the occasion is noted. */
const SAID_AT: readonly (readonly [what: string, says: (text: string) => boolean])[] = [
  ['claim', (text) => text.includes('已接入')],
  ['gone', (text) => text === deskPhrases.waitsAgain],
  ['transfer', (text) => text.includes('正在把您转给')],
  ['return', (text) => text === deskPhrases.returned],
  ['close', (text) => text === deskPhrases.resolved],
  ['follow-up', (text) => text.startsWith('已记下')],
  ['due', (text) => text === deskPhrases.back],
];
const WAITING: readonly string[] = ['queued', 'ringing'];
/** Milliseconds of the desk's that a round may take: what it says bears the time at which it began. */
const ROUND = 20_000;

/** Whether every timer fired once, and everything that the desk says of itself was said once each time. */
export function occasions(kept: readonly Kept[]): Occasions {
  const problems = kept.flatMap((one) => [...saidOnce(one), ...offersOnce(one), ...rangOutOnce(one)]);
  const noted = kept.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'event');
  const counts = Object.fromEntries(
    [...SAID_AT.map(([what]) => what), 'rang-out'].map((what) => [
      what,
      noted.filter(({ body }) => body.what === what).length,
    ]),
  );
  const offers = kept.flatMap(({ lines }) => lines).filter(({ text }) => text === deskPhrases.offerTicket).length;
  return { counts: { ...counts, 'offer-ticket': offers }, problems };
}

function saidOnce({ record, lines, notes }: Kept): readonly string[] {
  return SAID_AT.flatMap(([what, says]) => {
    const said = lines.filter(({ by, text }) => by === 'system' && says(text)).length;
    const happened = notes.filter(({ kind, body }) => kind === 'event' && body.what === what).length;
    return said === happened ? [] : [`${record.id}: ${what} happened ${happened} times and was said ${said} times`];
  });
}

/** Between two offers of a 留言 the person has to have begun to wait anew. */
function offersOnce({ record, lines, transitions }: Kept): readonly string[] {
  const offered = lines.filter(({ text }) => text === deskPhrases.offerTicket).map(({ at }) => at);
  const begun = transitions.filter(({ from, to }) => WAITING.includes(to) && !WAITING.includes(from));
  return offered.flatMap((at, nth) => {
    const before = offered[nth - 1] ?? '';
    const waitsAnew = begun.some((one) => one.at > before && one.at <= later(at, ROUND));
    return waitsAnew ? [] : [`${record.id}: a 留言 was offered at ${at}, and at ${before} in the same wait`];
  });
}

/** As often as it came back to the queue by itself. */
function rangOutOnce({ record, notes, transitions }: Kept): readonly string[] {
  const noted = notes.filter(({ kind, body }) => kind === 'event' && body.what === 'rang-out').length;
  const back = transitions.filter(({ from, to, who }) => from === 'ringing' && to === 'queued' && who === 'system');
  return noted === back.length ? [] : [`${record.id}: it rang out ${back.length} times, noted ${noted} times`];
}
