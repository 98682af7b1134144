import { createHear, type Hear, type Heard } from '../src/bot/understanding/facts.ts';
import { loadRules } from '../src/knowledge/rules.ts';
import { createNormalise } from '../src/text/normalise.ts';

/** Hears with the shipped words of phones and places. */
export const hear: Hear = await createHear('data/rules', createNormalise((await loadRules('data')).homophones));

/** What a message says that says nothing. */
export const nothingHeard: Heard = hear('', {});
