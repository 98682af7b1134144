import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sqliteStore } from '../adapters/store/sqlite.ts';
import { evaluate, InScope, OutOfScope } from '../bot/evaluate.ts';
import { Dialogue, evaluateDialogues } from '../bot/evaluate-dialogues.ts';
import { Extract, evaluateExtraction } from '../bot/evaluate-extraction.ts';
import type { LanguageModel } from '../bot/ports.ts';
import { createHear } from '../bot/understanding/facts.ts';
import { readConfig } from '../config.ts';
import { layFoundation } from '../foundation.ts';
import { answerWith, assistantOver, contentDir, learnContent } from '../house.ts';
import { type Asked, languageModel } from '../knowledge/language-model.ts';
import { comparisonJson, comparisonReport } from './comparison-report.ts';
import { type Evaluated, evaluationJson, evaluationReport } from './evaluation-report.ts';
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
    // With and without the language model that is configured, side by side.
    llm: { type: 'boolean', default: false },
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
if (values.llm && !config.languageModel) {
  console.error(
    '--llm 要比较用和不用语言模型，但是没有设置它：请设置 LLM_BASE_URL 和 LLM_MODEL，见 docs/zh/language-model.md。',
  );
  process.exit(2);
}
const knowledge = await learnContent(config, progressLines(console.error));
const hear = await createHear(join(contentDir, 'rules'), knowledge.normalise);

async function evaluated(model?: LanguageModel): Promise<Evaluated> {
  // What is sealed here is gone when the evaluation ends, and so may be its key.
  const foundation = await layFoundation({ dataDir: config.dataDir, vaultKey: randomBytes(32) }, () =>
    sqliteStore(':memory:'),
  );
  const fault = (error: unknown): never => {
    throw error;
  };
  const receive = await answerWith(foundation, knowledge, fault, model);
  const assistant = await assistantOver(knowledge, foundation, { model });
  const came = {
    questions: has('faq') || has('ood') ? await evaluate(assistant, inScope, outOfScope) : undefined,
    extraction: extracts && evaluateExtraction((text) => hear(knowledge.normalise(text), {}).facts, extracts),
    dialogues: dialogues && (await evaluateDialogues({ store: foundation.store, receive }, dialogues)),
  };
  await foundation.close();
  return came;
}

const alone = await evaluated();
if (values.llm && config.languageModel) {
  const asked: Asked[] = [];
  // Whoever compares wants every question asked.
  const endpoint = { ...config.languageModel, budget: Number.POSITIVE_INFINITY };
  const helped = await evaluated(languageModel(endpoint, { onAsked: (one) => asked.push(one) }));
  const compared = { model: endpoint.model, alone, helped, asked };
  console.log(values.json ? JSON.stringify(comparisonJson(compared), null, 2) : comparisonReport(compared));
} else console.log(values.json ? JSON.stringify(evaluationJson(alone), null, 2) : evaluationReport(alone));
await knowledge.close();
