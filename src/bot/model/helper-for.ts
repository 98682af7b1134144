import { namesMasked } from '../../diagnostics/names/mask-names.ts';
import { readNames } from '../../diagnostics/names/read-names.ts';
import { botMaySpeak } from '../../handoff/may-speak.ts';
import type { Draft } from '../draft.ts';
import type { LanguageModel, ModelHelper } from '../ports.ts';
import { storedText } from '../stored-text.ts';
import { introducedMasked } from './introduced.ts';

const helpers = new WeakMap<Draft, ModelHelper>();

/** The model for one turn, whose time begins when it is first wanted; undefined without one, and where the bot is silent. */
export function helperFor(draft: Draft, model: LanguageModel | undefined): ModelHelper | undefined {
  if (!model || !botMaySpeak(draft.case)) return undefined;
  const helper = helpers.get(draft) ?? model.consult();
  helpers.set(draft, helper);
  return helper;
}

/** What the person said, as a model may read it: without numbers, accounts and names. */
export function wordsOf({ message, stored }: Pick<Draft, 'message' | 'stored'>): string {
  const said = stored ?? storedText(message.text);
  const names = readNames(message.text);
  return introducedMasked(names ? namesMasked(said, names) : said);
}
