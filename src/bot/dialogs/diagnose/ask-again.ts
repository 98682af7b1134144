import { outcome } from '../../message.ts';
import type { Parts } from '../../parts.ts';
import { phrases } from '../../phrases.ts';
import type { Heard, Turn } from '../dialogue.ts';
import { type DiagnoseState, type Open, questionOf, waitingFor, without } from './open-checks.ts';

/** Puts the question once more: the second time with every answer as a button. */
export async function askAgain(
  parts: Parts,
  turn: Turn,
  state: DiagnoseState,
  open: Open,
  lead: string,
): Promise<Heard<DiagnoseState>> {
  const { text, choices, lastResort } = questionOf(parts, turn, open);
  const offered = choices.length > 0 || open.missed === 0 ? choices : lastResort;
  await turn.say({
    text: `${lead}\n\n${text}`,
    choices: [...offered.map(({ label }) => label), phrases.unknown, phrases.person],
  });
  turn.settle(outcome('ask', { entry: open.entry, diagnostic: open.asked.check }));
  return { is: 'waiting', state: { open: [...without(state, open).open, { ...open, missed: open.missed + 1 }] } };
}

/** Three answers were not understood: a person. */
export async function giveUp(turn: Turn, state: DiagnoseState, open: Open): Promise<Heard<DiagnoseState>> {
  await turn.say({ text: `${phrases.exhausted}${phrases.offer}`, choices: [phrases.person, phrases.notYet] });
  turn.settle(outcome('handoff-offered', { entry: open.entry, diagnostic: open.asked.check, handoff: 'offered' }));
  return waitingFor(without(state, open), {
    dialog: 'offer',
    state: { reason: 'diagnostic_exhausted', entry: open.entry, declined: false },
  });
}
