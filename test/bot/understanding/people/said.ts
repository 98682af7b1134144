import { loadRules } from '../../../../src/knowledge/rules.ts';
import { createNormalise, type Normalise } from '../../../../src/text/normalise.ts';

/** Normalises as the assistant does before a reader sees a message. */
export const said: Normalise = createNormalise((await loadRules('data')).homophones);
