import type { Facts } from './facts.ts';
import type { FaceStory } from './understanding/people/face-story.ts';

/** What is known of the face verification after a message that is about it. */
export function learnFace(facts: Facts, { total, more, failed, followed, passed }: FaceStory): Facts {
  const before = facts.faceAttempts ?? 0;
  const advised = facts.failuresAfterAdvice !== undefined;
  const one = failed && !passed && (advised || before === 0) ? 1 : 0;
  // "试了一次还是失败" after the advice is one more, "都第四次了" is four in all.
  const isNew = total !== undefined && advised && (total < before || total === 1);
  const added = before + (isNew ? total : (more ?? one));
  const faceAttempts = total === undefined || isNew ? added : Math.max(before, total);
  if (faceAttempts === before && !followed) return facts;
  const sinceAdvice = (facts.failuresAfterAdvice ?? 0) + faceAttempts - before;
  // Whoever did what we advise before we advised it need not fail twice more.
  const failuresAfterAdvice = advised ? sinceAdvice : followed ? faceAttempts : undefined;
  return { ...facts, faceAttempts, ...(failuresAfterAdvice !== undefined && { failuresAfterAdvice }) };
}
