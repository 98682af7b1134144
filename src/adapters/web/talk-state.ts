import { asWaiting } from '../../bot/desk-view.ts';
import type { Store } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { positionOf } from '../../handoff/queue.ts';

/** Who has a talk, as its person is told. */
export interface TalkState {
  readonly state: 'bot' | 'queued' | 'agent' | 'ticket' | 'follow_up' | 'resolved' | 'closed';
  /** In the queue, from 1. */
  readonly position?: number;
  /** Waits, and goes on with the assistant meanwhile. */
  readonly besideBot?: boolean;
}

export async function stateOf(
  { id, case: life }: TalkRecord,
  store: Pick<Store, 'cases'>,
  now: string,
): Promise<TalkState> {
  switch (life.state) {
    case 'queued':
    case 'ringing': {
      const waiting = (await store.cases(['queued', 'ringing'])).map(asWaiting);
      const position = positionOf(id, waiting, now);
      return { state: 'queued', ...(position !== undefined && { position }), besideBot: life.besideBot };
    }
    case 'agent':
    case 'waiting_user':
      return { state: 'agent' };
    default:
      return { state: life.state };
  }
}
