import { dialogueShares, type JudgedDialogue, type JudgedTurn } from '../bot/evaluate-dialogues.ts';
import type { Miss } from '../bot/evaluate-turn.ts';
import type { Outcome } from '../bot/message.ts';
import { percent } from './percent.ts';

/** Characters of a reply that are shown. */
const SHOWN = 80;

/** How conversations went, and the turns that went amiss, for a person. */
export function dialoguesReport(judged: readonly JudgedDialogue[]): string {
  const { count, turns, skipped, shares } = figuresOf(judged);
  return [
    `对话 ${count} 段（带图片的 ${skipped} 个回合没有算）：整段对 ${percent(shares.dialogues)}`,
    `  ${turns} 个回合：条目、说法、转接都对 ${percent(shares.turns)}，检查也对 ${percent(shares.turnsWithDiagnostic)}`,
    ...mistakesOf(judged).flatMap(({ id, turn }) => [
      `  ${id} 第 ${turn.number} 轮  ${turn.said}`,
      ...turn.misses.map((miss) => `    ${plain(miss, turn.outcome)}`),
      `    答：${shown(turn.reply)}`,
    ]),
  ].join('\n');
}

/** The same for machines. */
export function dialoguesJson(judged: readonly JudgedDialogue[]) {
  const { shares, ...counts } = figuresOf(judged);
  return {
    counts,
    shares,
    mistakes: mistakesOf(judged).map(({ id, turn: { number, said, misses, outcome, reply } }) => {
      const { kind, entries, diagnostic, verdict, handoff } = outcome;
      return {
        id,
        turn: number,
        said,
        misses,
        got: { kind, entries, diagnostic, verdict, handoff },
        reply: shown(reply),
      };
    }),
  };
}

function figuresOf(judged: readonly JudgedDialogue[]) {
  return {
    /** Those with something to judge. */
    count: judged.filter(({ turns }) => turns.length > 0).length,
    turns: judged.reduce((sum, { turns }) => sum + turns.length, 0),
    skipped: judged.reduce((sum, { skipped }) => sum + skipped, 0),
    shares: dialogueShares(judged),
  };
}

function mistakesOf(judged: readonly JudgedDialogue[]): readonly { readonly id: string; readonly turn: JudgedTurn }[] {
  return judged.flatMap(({ id, turns }) =>
    turns.filter(({ misses }) => misses.length > 0).map((turn) => ({ id, turn })),
  );
}

function plain(miss: Miss, { kind, entries, diagnostic, verdict, handoff }: Outcome): string {
  switch (miss.what) {
    case 'entry':
      return `条目：应为 ${miss.wanted}，得到 ${entries.join('、')}`;
    case 'mention':
      return `说法：没有提到 ${miss.wanted.join('|')}`;
    case 'handoff':
      return `转接：应提出人工，得到 ${handoff}`;
    case 'diagnostic':
      return `检查：应为 ${miss.wanted}，得到 ${kind} ${entries.join('、') || '–'}，${diagnostic ?? '–'}/${verdict ?? '–'}`;
  }
}

function shown(reply: string): string {
  return [...reply.replace(/\s+/g, ' ')].slice(0, SHOWN).join('');
}
