import type { Decision } from '../knowledge/decide.ts';
import type { OutsideKind } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases, smalltalk } from './phrases.ts';
import { notCovered, topicsOf } from './replies.ts';
import { smalltalkOf } from './understanding/smalltalk.ts';

/** What an editor may want to write an entry for. */
const WORTH_KEEPING: ReadonlySet<OutsideKind> = new Set(['near-domain', 'other-cloud-product', 'other-product']);
const INSTRUCTS = /(忽略|无视|指令|提示词|系统|角色|扮演|模式|翻译|重复|输出|ignore|prompt|system|token|密码|密钥|env|api)/;

/** Answers what no entry answers, each kind in its own tone. */
export async function outside(turn: Turn, knowledge: Knowledge, decision: Decision): Promise<void> {
  const { kind } = decision.outside;
  const { confidence } = decision;
  const talk = async (text: string): Promise<void> => {
    await turn.say({ text, choices: topicsOf(knowledge) });
    turn.settle(outcome('smalltalk', { confidence }));
  };
  switch (kind) {
    case 'smalltalk':
      return talk(smalltalk[smalltalkOf(turn.draft.text)]);
    case 'meta':
      return talk(smalltalk.other);
    case 'abuse':
      return talk(phrases.abuse);
    case 'injection':
      await turn.say({ text: INSTRUCTS.test(turn.draft.text) ? phrases.refusedInstructions : phrases.refused });
      return turn.settle(outcome('refuse', { confidence }));
    default: {
      const candidates = decision.candidates.slice(0, 3).map(({ entry }) => entry);
      const gap = WORTH_KEEPING.has(kind) ? { candidates, confidence } : undefined;
      return notCovered(turn, knowledge, phrases.notCovered, gap, confidence);
    }
  }
}
