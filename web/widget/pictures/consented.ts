import type { Talk } from '../talk/talk.ts';

/**
 * Whether the person has agreed in this conversation that pictures are looked at: on this page, or as the service knows
 * it. Erasing the conversation takes that back. Where the service does not answer, it is asked once more.
 */
export async function consented(talk: Talk): Promise<boolean> {
  if (talk.outgoing.value.some(({ consents }) => consents)) return true;
  if (!talk.sessions.current) return false;
  const facts = await talk.get<{ readonly consent?: boolean }>('facts');
  return facts.ok && facts.data.consent === true;
}
