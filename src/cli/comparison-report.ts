import { share } from '../bot/evaluate.ts';
import { dialogueShares } from '../bot/evaluate-dialogues.ts';
import type { Outcome } from '../bot/message.ts';
import { type Asked, isFailure } from '../knowledge/language-model.ts';
import { type Evaluated, evaluationJson } from './evaluation-report.ts';
import { percent } from './percent.ts';

/** The same sets without and with a language model, and how its questions ended. */
interface Compared {
  readonly model: string;
  readonly alone: Evaluated;
  readonly helped: Evaluated;
  readonly asked: readonly Asked[];
}

const TASKS = { rewrite: '补全追问', split: '拆开问题' } as const;

/** What the model gains and loses, for a person. */
export function comparisonReport({ model, alone, helped, asked }: Compared): string {
  const [before, after] = [figuresOf(alone), figuresOf(helped)];
  const rows = before.flatMap(({ name, value }, at) => {
    const now = after[at]?.value ?? Number.NaN;
    return Number.isNaN(value) ? [] : [`  ${name}：${percent(value)} → ${percent(now)}（${points(now - value)}）`];
  });
  const changes = changesOf(alone, helped);
  return [
    `不用语言模型 → 用 ${model}：`,
    ...rows,
    askedReport(asked),
    ...Object.entries(TASKS).flatMap(([task, name]) =>
      taskReport(
        name,
        asked.filter((one) => one.task === task),
      ),
    ),
    `结果变了的 ${changes.length} 处：`,
    ...changes.map(({ what, was, now }) => `  ${what}：${was} → ${now}`),
  ].join('\n');
}

/** The same for machines. */
export function comparisonJson({ model, alone, helped, asked }: Compared) {
  return {
    model,
    alone: evaluationJson(alone),
    helped: evaluationJson(helped),
    asked: { count: asked.length, ms: meanOf(asked), results: countsOf(asked) },
    changes: changesOf(alone, helped),
  };
}

function figuresOf({ questions, dialogues }: Evaluated): readonly { readonly name: string; readonly value: number }[] {
  const { inScope = [], outOfScope = [] } = questions ?? {};
  const talks = dialogueShares(dialogues ?? []);
  return [
    { name: '有条目的题答对', value: share(inScope, 'right') },
    { name: '有条目的题答错', value: share(inScope, 'wrong') },
    { name: '没有条目的题说没有', value: share(outOfScope, 'declined') },
    { name: '没有条目的题误答', value: share(outOfScope, 'answered') },
    { name: '对话的回合对', value: talks.turns },
    { name: '整段对话对', value: talks.dialogues },
  ];
}

function points(difference: number): string {
  const rounded = (100 * difference).toFixed(1);
  return difference > 0 ? `+${rounded}` : rounded === '-0.0' ? '0.0' : rounded;
}

function askedReport(asked: readonly Asked[]): string {
  if (asked.length === 0) return '一次也没有问语言模型。';
  const failed = asked.filter(isFailure).length;
  const slowest = Math.max(...asked.map(({ ms }) => ms));
  return `问了 ${asked.length} 次，没有答成 ${failed} 次；平均 ${meanOf(asked)} 毫秒，最慢 ${slowest} 毫秒。`;
}

function taskReport(name: string, asked: readonly Asked[]): readonly string[] {
  if (asked.length === 0) return [];
  const counts = Object.entries(countsOf(asked)).map(
    ([result, count]) => `${RESULTS[result as Asked['result']]} ${count}`,
  );
  return [`  ${name} ${asked.length} 次：${counts.join('，')}`];
}

const RESULTS: Readonly<Record<Asked['result'], string>> = {
  used: '用上',
  nothing: '没有可改的',
  unsupported: '有没说过的话',
  'no-answer': '没有回答',
  late: '太慢',
  'wrong-form': '不是要求的 JSON',
  resting: '停用中没有问',
  'used-up': '额度用完没有问',
  closing: '正在停止',
};

function countsOf(asked: readonly Asked[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { result } of asked) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}

function meanOf(asked: readonly Asked[]): number {
  return asked.length === 0 ? 0 : Math.round(asked.reduce((sum, { ms }) => sum + ms, 0) / asked.length);
}

interface Change {
  readonly what: string;
  readonly was: string;
  readonly now: string;
}

/** Where something else came of a question or a turn. */
function changesOf(alone: Evaluated, helped: Evaluated): readonly Change[] {
  const questions = (one: Evaluated) => [...(one.questions?.inScope ?? []), ...(one.questions?.outOfScope ?? [])];
  const others = questions(helped);
  const single = questions(alone).map(({ item, outcome }, at) => ({
    what: `${item.id} ${item.q}`,
    was: plain(outcome),
    now: plain(others[at]?.outcome ?? outcome),
  }));
  const turns = turnsOf(alone, helped).map(({ what, was, now }) => ({
    what,
    was: plain(was.outcome),
    now: plain(now.outcome),
  }));
  return [...single, ...turns].filter(({ was, now }) => was !== now);
}

function turnsOf(alone: Evaluated, helped: Evaluated) {
  return (alone.dialogues ?? []).flatMap(({ id, turns }, at) =>
    turns.flatMap((was, turn) => {
      const now = helped.dialogues?.[at]?.turns[turn];
      return now ? [{ what: `${id} 第 ${was.number} 轮 ${was.said}`, was, now }] : [];
    }),
  );
}

function plain({ kind, entries, candidates, verdict }: Outcome): string {
  return [kind, entries.join('、') || candidates.join('、'), verdict].filter(Boolean).join(' ');
}
