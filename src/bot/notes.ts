import type { Entry } from '../knowledge/entry.ts';
import type { Draft } from './draft.ts';
import { phrases } from './phrases.ts';

/** Asks what 1:1 means, or whether a picture has to be square. */
const RATIO = /1[:：比]1|一比一|正方形|方的|(正反|两)面.{0,8}(比例|一样大|一般大)/;

/** A sentence that says outright what the entry only implies, where just that is asked; undefined otherwise. */
export function noteFor({ text, heard }: Pick<Draft, 'text' | 'heard'>, entry: Entry): string | undefined {
  if (!entry.checks.includes('upload-checklist')) return undefined;
  if (entry.checks.includes('image')) return RATIO.test(text) ? phrases.sameScale : undefined;
  return heard.facts.sameHead ? phrases.uploadTwice : undefined;
}
