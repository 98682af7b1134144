import type { Evaluation } from '../bot/evaluate.ts';
import type { JudgedDialogue } from '../bot/evaluate-dialogues.ts';
import type { JudgedExtract } from '../bot/evaluate-extraction.ts';
import { dialoguesJson, dialoguesReport } from './dialogues-report.ts';
import { extractionJson, extractionReport } from './extraction-report.ts';
import { questionsJson, questionsReport } from './questions-report.ts';

/** What was evaluated; undefined where it was left out. */
export interface Evaluated {
  readonly questions: Evaluation | undefined;
  readonly extraction: readonly JudgedExtract[] | undefined;
  readonly dialogues: readonly JudgedDialogue[] | undefined;
}

/** The figures and the mistakes, for a person. */
export function evaluationReport({ questions, extraction, dialogues }: Evaluated): string {
  return [
    ...(questions ? [questionsReport(questions)] : []),
    ...(extraction ? [extractionReport(extraction)] : []),
    ...(dialogues ? [dialoguesReport(dialogues)] : []),
  ].join('\n\n');
}

/** The same for machines. */
export function evaluationJson({ questions, extraction, dialogues }: Evaluated) {
  return {
    ...(questions && questionsJson(questions)),
    ...(extraction && { extraction: extractionJson(extraction) }),
    ...(dialogues && { dialogues: dialoguesJson(dialogues) }),
  };
}
