import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sqliteStore } from '../adapters/store/sqlite.ts';
import { evaluate, InScope, OutOfScope } from '../bot/evaluate.ts';
import { Dialogue, evaluateDialogues } from '../bot/evaluate-dialogues.ts';
import { Extract, evaluateExtraction } from '../bot/evaluate-extraction.ts';
import { createHear } from '../bot/understanding/facts.ts';
import { readConfig } from '../config.ts';
import { answerWith, assistantOver, contentDir, layFoundation, learnContent } from '../house.ts';
import { evaluationJson, evaluationReport } from './evaluation-report.ts';
import { loadEnv } from './load-env.ts';
import { progressLines } from './progress-lines.ts';
import { readLines } from './read-lines.ts';

const SETS = ['faq', 'ood', 'extract', 'dialogues'] as const;

const shipped = (set: (typeof SETS)[number]) =>
  ({ type: 'string', default: join(contentDir, 'eval', `dev_${set}.jsonl`) }) as const;
const { values } = parseArgs({
  options: {
    faq: shipped('faq'),
    ood: shipped('ood'),
    extract: shipped('extract'),
    dialogues: shipped('dialogues'),
    // One of the sets alone; said more than once, each of them.
    only: { type: 'string', multiple: true, default: [...SETS] },
    json: { type: 'boolean', default: false },
  },
});
const stranger = values.only.find((name) => !SETS.some((set) => set === name));
if (stranger !== undefined) {
  console.error(`--only ${stranger}：没有这一组题，可以写的是 ${SETS.join('、')}`);
  process.exit(2);
}
const has = (set: (typeof SETS)[number]): boolean => values.only.includes(set);
const inScope = has('faq') ? await readLines(values.faq, InScope) : [];
const outOfScope = has('ood') ? await readLines(values.ood, OutOfScope) : [];
const extracts = has('extract') ? await readLines(values.extract, Extract) : undefined;
const dialogues = has('dialogues') ? await readLines(values.dialogues, Dialogue) : undefined;

loadEnv();
const config = readConfig(process.env);
// What is sealed here is gone when the evaluation ends, and so may be its key.
const foundation = await layFoundation({ dataDir: config.dataDir, vaultKey: randomBytes(32) }, () =>
  sqliteStore(':memory:'),
);
const knowledge = await learnContent(config, progressLines(console.error));
const hear = await createHear(join(contentDir, 'rules'), knowledge.normalise);
const receive = await answerWith(foundation, knowledge, (error) => {
  throw error;
});
const evaluated = {
  questions:
    has('faq') || has('ood')
      ? await evaluate(await assistantOver(knowledge, foundation), inScope, outOfScope)
      : undefined,
  extraction: extracts && evaluateExtraction((text) => hear(knowledge.normalise(text), {}).facts, extracts),
  dialogues: dialogues && (await evaluateDialogues({ store: foundation.store, receive }, dialogues)),
};
console.log(values.json ? JSON.stringify(evaluationJson(evaluated), null, 2) : evaluationReport(evaluated));
await knowledge.close();
await foundation.close();
