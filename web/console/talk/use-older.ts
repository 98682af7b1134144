import { useCallback, useRef, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { queryClient } from '../api/query-client.ts';
import { olderOf, readOlder, talkKey } from '../api/talk-lines.ts';
import type { TalkView } from '../api/types.ts';

/** Lines before those that are shown. */
export interface Older {
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  /** Reads some more of them; all of them where one looks for a text. */
  read(all?: boolean): Promise<void>;
}

export function useOlder(talk: string): Older {
  const busy = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const read = useCallback(
    async (all = false) => {
      if (busy.current) return;
      busy.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        do {
          const left = leftOf(talk);
          if (left === 0) break;
          await readOlder(talk);
          // Nothing came: what was there is erased.
          if (leftOf(talk) === left) break;
        } while (all);
      } catch (error) {
        setProblem(messageOf(error));
      } finally {
        busy.current = false;
        setBusy(false);
      }
    },
    [talk],
  );
  return { isBusy, problem, read };
}

function leftOf(talk: string): number {
  const view = queryClient.getQueryData<TalkView>(talkKey(talk));
  return view ? olderOf(view) : 0;
}
