import { readFileSync } from 'node:fs';
import { type Context, createPhoneIn, type Phone } from '../../../../src/bot/understanding/phone/phone.ts';
import { readPhoneRules } from '../../../../src/bot/understanding/phone/rules.ts';
import { createNormalise } from '../../../../src/text/normalise.ts';

const { words } = JSON.parse(readFileSync('data/rules/homophones.json', 'utf8')) as { words: Record<string, string> };
const normalise = createNormalise(words);
/** Reads what is normalised already. */
export const phoneIn = createPhoneIn(await readPhoneRules('data/rules'));

/** What the shipped rules read out of a message as a person types it. */
export function told(text: string, context?: Context): Phone {
  return phoneIn(normalise(text), context);
}

/** A phrase and what it says, written short: `android 8.1`, `ios`, `? 4.4` (a version without a system), `-` (nothing). */
export type Phrase = readonly [text: string, said: string];

/** The phone of a message in the same short form. */
export function short({ platform, osVersion }: Phone): string {
  if (!platform && !osVersion) return '-';
  return [platform ?? '?', osVersion].filter(Boolean).join(' ');
}
