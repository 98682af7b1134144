import type { Gap } from '../../bot/ports.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Groupable, groupQuestions } from '../../knowledge/group-questions.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { gapDigest } from './gap-digest.ts';
import type { ReadGap, ReadGaps } from './read-gaps.ts';
import type { SetContent } from './set-content.ts';

/** Questions that mean about the same and were not answered. */
interface GapGroup {
  readonly id: string;
  /** How often they were asked, without what is answered by now. */
  readonly size: number;
  /** How often what is answered by now was asked. */
  readonly covered: number;
  readonly talks: number;
  readonly lastAt: string;
  readonly examples: readonly { readonly text: string; readonly times: number; readonly covered: boolean }[];
  /** Those that are not answered yet, each once. */
  readonly texts: readonly string[];
  readonly nearest: readonly { readonly entry: number; readonly title: string; readonly confidence: number }[];
}

export interface GapGroups {
  /** What was asked most, then last, first; those that are answered by now at the end. */
  readonly groups: readonly GapGroup[];
  readonly asked: number;
  readonly dismissed: number;
  readonly by: 'meaning' | 'words';
}

const EXAMPLES = 5;
const NEAREST = 3;
/**
 * How near a question must be to the middle of its group. Measured on the 917 questions of data/eval that have an
 * entry: by meaning at .55, 75 % come into groups of two or more, of which 93 % are about the entry that most of the
 * group are about (at .5: 83 % and 86 %, at .6: 64 % and 94 %); by words at .4, 72 % and 87 %.
 */
export const THRESHOLDS = { meaning: 0.55, words: 0.4 };

/** One text of the gaps, as often as it was asked. */
interface Asked extends ReadGap {
  readonly text: string;
  readonly times: number;
  readonly talks: ReadonlySet<string>;
  readonly lastAt: string;
  readonly covered: boolean;
  readonly dismissed: boolean;
}

/** What is grouped: a normalised text, as often as it was asked. */
interface Grouped extends Groupable {
  readonly normalised: string;
}

type Group = (texts: readonly Grouped[], threshold: number) => ReturnType<typeof groupQuestions>;

/** Digests of what needs nothing: what was dismissed, and what was published as answered by no entry, though it is asked. */
export function settledGaps(
  { dismissed, overlay }: Pick<SetContent, 'dismissed' | 'overlay'>,
  { normalise }: Pick<Knowledge, 'normalise'>,
): ReadonlySet<string> {
  return new Set([...dismissed, ...[...overlay.outside.values()].flat().map((text) => gapDigest(normalise(text)))]);
}

/** Groups, and remembers how the same texts were grouped last: while nothing new is asked, that is at once. */
export function rememberedGroups(): Group {
  let last: { readonly key: string; readonly groups: ReturnType<typeof groupQuestions> } | undefined;
  return (texts, threshold) => {
    const key = gapDigest(JSON.stringify([threshold, texts.map(({ normalised, times }) => [normalised, times])]));
    if (last?.key !== key) last = { key, groups: groupQuestions(texts, threshold) };
    return last.groups;
  };
}

/**
 * Groups gaps by what they mean. A group is left out where at least half of what it still asks was dismissed: a few
 * more of the same do not bring it back, many do.
 */
export async function gapGroups(
  gaps: readonly (Gap & { readonly talk: string })[],
  { gaps: read, by }: ReadGaps,
  {
    entries,
    dismissed,
    group = rememberedGroups(),
  }: {
    readonly entries: ReadonlyMap<number, Entry>;
    /** Digests of normalised questions. */
    readonly dismissed: ReadonlySet<string>;
    readonly group?: Group;
  },
): Promise<GapGroups> {
  const texts = askedTexts(gaps, read, dismissed);
  const places = await group(texts, THRESHOLDS[by]);
  const groups = places.map((found) => found.flatMap((at) => texts[at] ?? []));
  const shown = groups.filter((one) => {
    const open = one.filter(({ covered }) => !covered);
    return open.length === 0 || open.filter(({ dismissed }) => dismissed).length * 2 < open.length;
  });
  const left = groups.filter((one) => !shown.includes(one)).flat();
  return {
    groups: shown.map((one) => groupOf(one, entries)).sort(byWeight),
    asked: gaps.length,
    dismissed: left.filter(({ covered }) => !covered).reduce((sum, { times }) => sum + times, 0),
    by,
  };
}

function askedTexts(
  gaps: readonly (Gap & { readonly talk: string })[],
  read: ReadonlyMap<string, ReadGap>,
  dismissed: ReadonlySet<string>,
): readonly Asked[] {
  const byText = new Map<string, { times: number; talks: Set<string>; lastAt: string; text: string; gap: ReadGap }>();
  for (const { text, talk, at } of gaps) {
    const gap = read.get(text);
    if (!gap) continue;
    const known = byText.get(gap.normalised) ?? { times: 0, talks: new Set(), lastAt: at, text, gap };
    known.times += 1;
    known.talks.add(talk);
    if (at > known.lastAt) known.lastAt = at;
    byText.set(gap.normalised, known);
  }
  return [...byText.values()].map(({ gap, ...asked }) => ({
    ...asked,
    ...gap,
    covered: gap.decision.kind === 'answer',
    dismissed: dismissed.has(gapDigest(gap.normalised)),
  }));
}

function groupOf(group: readonly Asked[], entries: ReadonlyMap<number, Entry>): GapGroup {
  const ordered = [...group].sort(
    (a, b) => Number(a.covered) - Number(b.covered) || b.times - a.times || b.lastAt.localeCompare(a.lastAt),
  );
  const open = ordered.filter(({ covered }) => !covered);
  const times = (asked: readonly Asked[]): number => asked.reduce((sum, one) => sum + one.times, 0);
  return {
    id: gapDigest(
      ordered
        .map(({ normalised }) => gapDigest(normalised))
        .sort()
        .join(),
    ),
    size: times(open),
    covered: times(ordered) - times(open),
    talks: new Set(ordered.flatMap(({ talks }) => [...talks])).size,
    lastAt:
      ordered
        .map(({ lastAt }) => lastAt)
        .sort()
        .at(-1) ?? '',
    examples: ordered.slice(0, EXAMPLES).map(({ text, times, covered }) => ({ text, times, covered })),
    texts: open.map(({ text }) => text),
    nearest: nearestOf(open.length > 0 ? open : ordered, entries),
  };
}

/** Less sure than one in twenty says nothing of an entry. */
const NEAR = 0.05;

/** The entries that a question of the group is most likely about, with the mean of what each question gives them. */
function nearestOf(group: readonly Asked[], entries: ReadonlyMap<number, Entry>): GapGroup['nearest'] {
  const sums = new Map<number, number>();
  for (const { decision } of group) {
    for (const { entry, probability } of decision.candidates) sums.set(entry, (sums.get(entry) ?? 0) + probability);
  }
  return [...sums]
    .map(([entry, sum]) => ({ entry, title: entries.get(entry)?.title ?? '', confidence: sum / group.length }))
    .filter(({ title, confidence }) => title !== '' && confidence >= NEAR)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, NEAREST);
}

function byWeight(a: GapGroup, b: GapGroup): number {
  return b.size - a.size || b.lastAt.localeCompare(a.lastAt) || a.id.localeCompare(b.id);
}
