import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { evaluate, InScope, OutOfScope } from '../bot/evaluate.ts';
import { readConfig } from '../config.ts';
import { assistantOver, contentDir, learnContent } from '../house.ts';
import { evaluationJson, evaluationReport } from './evaluation-report.ts';
import { progressLines } from './progress-lines.ts';

const { values } = parseArgs({
  options: {
    faq: { type: 'string', default: join(contentDir, 'eval', 'dev_faq.jsonl') },
    ood: { type: 'string', default: join(contentDir, 'eval', 'dev_ood.jsonl') },
    json: { type: 'boolean', default: false },
  },
});
const inScope = await lines(values.faq, InScope);
const outOfScope = await lines(values.ood, OutOfScope);
const knowledge = await learnContent(readConfig(process.env), progressLines(console.error));
const evaluation = await evaluate(await assistantOver(knowledge), inScope, outOfScope);
console.log(values.json ? JSON.stringify(evaluationJson(evaluation), null, 2) : evaluationReport(evaluation));
await knowledge.close();

async function lines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${at + 1} 不是评测用的一行：${parsed.error.message}`);
    return [parsed.data];
  });
}
