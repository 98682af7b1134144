import type { TalkRecord } from '../../bot/talk-record.ts';
import type { PlaceOf } from './queue-places.ts';

/** Who has a talk, as its person is told. */
export interface TalkState {
  readonly state: 'bot' | 'queued' | 'agent' | 'ticket' | 'follow_up' | 'resolved' | 'closed';
  /** In the queue, from 1. */
  readonly position?: number;
  /** Waits, and goes on with the assistant meanwhile. */
  readonly besideBot?: boolean;
}

/** Its place may have been read so many milliseconds ago. */
export async function stateOf({ id, case: life }: TalkRecord, placeOf: PlaceOf, age = 0): Promise<TalkState> {
  switch (life.state) {
    case 'queued':
    case 'ringing': {
      const position = await placeOf(id, age);
      return { state: 'queued', ...(position !== undefined && { position }), besideBot: life.besideBot };
    }
    case 'agent':
    case 'waiting_user':
      return { state: 'agent' };
    default:
      return { state: life.state };
  }
}
