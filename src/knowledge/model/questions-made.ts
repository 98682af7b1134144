import { containment, letters } from './containment.ts';

/** Words of a question that need no source. */
const ASKING =
  /请问|怎么办|怎么|如何|什么|为什么|是否|应该|可以|需要|的话|时候|情况|问题|[吗呢的了我在是后时,，?？。]/g;
/** So much of a question made must come from what it was made of, and of what was asked must be in it; shares of pairs of characters. */
const SHARED = 0.6;
const LONGEST = 120;

/** Whether a question says no more than what was asked and what it was asked after, and keeps what was asked. */
export function isStandalone(question: string, asked: string, after: string): boolean {
  if (question.length > LONGEST || !sameNumbers(question, `${asked} ${after}`)) return false;
  return containment(bare(question), bare(asked) + bare(after)) >= SHARED && kept(asked, question) >= SHARED;
}

/** Whether questions are what was asked, cut apart: in its words, and nothing of it lost. */
export function areParts(questions: readonly string[], asked: string): boolean {
  const all = questions.join(' ');
  return (
    questions.every((one) => one.length <= LONGEST && containment(bare(one), bare(asked)) >= SHARED) &&
    sameNumbers(all, asked) &&
    kept(asked, all) >= SHARED
  );
}

function bare(text: string): string {
  return letters(text).replace(ASKING, '');
}

/** How many of its characters stand in another text, 0 to 1: a follow-up may be a word or two. */
function kept(text: string, other: string): number {
  const characters = [...bare(text)];
  const there = new Set(bare(other));
  return characters.length === 0 ? 0 : characters.filter((one) => there.has(one)).length / characters.length;
}

/** No number or Latin word that is not there. */
function sameNumbers(text: string, source: string): boolean {
  const words = (one: string): readonly string[] => letters(one).match(/[a-z0-9]+(?:[.:][a-z0-9]+)*/g) ?? [];
  const there = new Set(words(source));
  return words(text).every((word) => there.has(word));
}
