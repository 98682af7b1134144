import type { Way } from '../talk/outgoing.ts';
import type { Talk } from '../talk/talk.ts';
import { withdrawnAt } from '../talk/withdrawn-at.ts';

const ON_ITS_WAY: readonly Way['is'][] = ['sending', 'waits', 'later'];

/**
 * Whether the person has agreed in this conversation that pictures are looked at: on this page, or as the service knows
 * it. Erasing the conversation takes that back, and so does saying so. Where the service does not answer, it is asked
 * once more.
 */
export async function consented(talk: Talk): Promise<boolean> {
  const { outgoing, lines } = talk;
  // Words that are still on their way may take it back.
  if (outgoing.value.some(({ pictures, way }) => pictures.length === 0 && ON_ITS_WAY.includes(way.is))) return false;
  const since = withdrawnAt(lines.value);
  if (outgoing.value.some(({ consents, seq }) => consents && (seq === undefined || seq > since))) return true;
  if (!talk.sessions.current) return false;
  const facts = await talk.get<{ readonly consent?: boolean }>('facts');
  return facts.ok && facts.data.consent === true;
}
