import { confidenceBins, type Evaluation, share } from '../bot/evaluate.ts';
import { percent } from './percent.ts';

/** What came of single questions, and the mistakes, for a person. */
export function questionsReport(evaluation: Evaluation): string {
  const { inScope, outOfScope } = evaluation;
  const entries = [...new Set(inScope.map(({ item }) => item.entry))].sort((a, b) => a - b);
  const kinds = [...new Set(outOfScope.map(({ item }) => item.kind))].sort();
  return [
    `有条目的 ${inScope.length} 题：${inFigures(inScope)}`,
    ...entries.map((entry) => `  第${entry}条：${inFigures(inScope.filter(({ item }) => item.entry === entry))}`),
    `没有条目的 ${outOfScope.length} 题：${outFigures(outOfScope)}`,
    ...kinds.map((kind) => `  ${kind}：${outFigures(outOfScope.filter(({ item }) => item.kind === kind))}`),
    '回答的把握与实际：',
    ...confidenceBins(evaluation).map(
      ({ from, count, meanConfidence, right }) =>
        `  ≥ ${from.toFixed(2)}：${count} 次，平均把握 ${percent(meanConfidence)}，答对 ${percent(right)}`,
    ),
    '没有答对的：',
    ...mistakesOf(evaluation).map(({ id, verdict, wanted, got, confidence, q }) =>
      [`  ${id}`, verdict, `应为 ${wanted}`, `得到 ${got}`, confidence.toFixed(2), q].join('  '),
    ),
  ].join('\n');
}

/** The same for machines. */
export function questionsJson(evaluation: Evaluation) {
  const { inScope, outOfScope } = evaluation;
  return {
    inScope: {
      count: inScope.length,
      right: share(inScope, 'right'),
      clarified: share(inScope, 'clarified'),
      wrong: share(inScope, 'wrong'),
      notCovered: share(inScope, 'not-covered'),
    },
    outOfScope: {
      count: outOfScope.length,
      answered: share(outOfScope, 'answered'),
      clarified: share(outOfScope, 'clarified'),
      declined: share(outOfScope, 'declined'),
    },
    bins: confidenceBins(evaluation),
    mistakes: mistakesOf(evaluation),
  };
}

function inFigures(judged: Evaluation['inScope']): string {
  const of = (verdict: (typeof judged)[number]['verdict']): string => percent(share(judged, verdict));
  return `答对 ${of('right')}，反问且给出 ${of('clarified')}，答错 ${of('wrong')}，说没有 ${of('not-covered')}`;
}

function outFigures(judged: Evaluation['outOfScope']): string {
  const of = (verdict: (typeof judged)[number]['verdict']): string => percent(share(judged, verdict));
  return `回答了 ${of('answered')}，反问 ${of('clarified')}，说没有 ${of('declined')}`;
}

function mistakesOf({ inScope, outOfScope }: Evaluation) {
  return [
    ...inScope.filter(({ verdict }) => verdict !== 'right').map((one) => ({ ...one, wanted: String(one.item.entry) })),
    ...outOfScope.filter(({ verdict }) => verdict !== 'declined').map((one) => ({ ...one, wanted: one.item.kind })),
  ].map(({ item, outcome, verdict, wanted }) => ({
    id: item.id,
    q: item.q,
    verdict,
    wanted,
    got: outcome.entries.join('、') || `${outcome.kind} ${outcome.candidates.join('、')}`.trim(),
    confidence: outcome.confidence,
  }));
}
