import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import type { Moved } from '../api/types.ts';
import { useToasts } from '../parts/toast.tsx';
import { visitorName } from '../words.ts';
import { refreshWall } from './supervise-queries.ts';

/** A conversation as far as the wall moves it. */
export interface Movable {
  readonly talk: string;
  readonly owner: string | null;
}

/** What a supervisor does to conversations without opening them. */
export function useWallSteps() {
  const toasts = useToasts();

  async function step(talk: string, what: 'claim' | 'take-over' | 'assign', body: object = {}): Promise<boolean> {
    try {
      await call<Moved>('POST', `/talks/${encodeURIComponent(talk)}/${what}`, body);
      return true;
    } catch (error) {
      toasts.failed(error);
      return false;
    } finally {
      // Also where it was refused: then what is shown is not how it is.
      await Promise.all([refreshTalk(talk), refreshWall()]);
    }
  }

  async function take({ talk, owner }: Movable): Promise<boolean> {
    const isDone = await step(talk, owner === null ? 'claim' : 'take-over');
    if (isDone) toasts.done(t('{name} 由您接待', { name: visitorName(talk) }));
    return isDone;
  }

  return {
    take,
    /** With null back into the queue. Undone, who waited waits again; what somebody had is the supervisor's own. */
    async assign({ talk, owner }: Movable, to: string | null, toName: string): Promise<boolean> {
      const isDone = await step(talk, 'assign', { to });
      if (!isDone) return false;
      const name = visitorName(talk);
      const said =
        to === null ? t('{name} 已放回队伍', { name }) : t('{name} 已指派给{agent}', { name, agent: toName });
      if (owner !== null) toasts.done(said, () => take({ talk, owner: null }));
      else if (to === null) toasts.done(said);
      else toasts.done(said, () => step(talk, 'assign', { to: null }));
      return true;
    },
  };
}

export type WallSteps = ReturnType<typeof useWallSteps>;
