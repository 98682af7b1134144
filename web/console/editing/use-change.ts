import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useToasts } from '../parts/toast.tsx';
import { changeContent, undoRevision } from './editing-queries.ts';
import type { Changed } from './types.ts';

interface Change {
  readonly isBusy: boolean;
  /** Why the last one was refused. */
  readonly problem: string | undefined;
  /** Says what was done, with a way back; false where it was refused. */
  run(method: 'POST' | 'PUT', path: string, body: object, said: string): Promise<boolean>;
}

/** A change of the content, one at a time. */
export function useChange(): Change {
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isBusy,
    problem,
    async run(method, path, body, said) {
      if (isBusy) return false;
      setBusy(true);
      setProblem(undefined);
      try {
        const { revision, applied } = await changeContent<Changed>(method, path, body);
        toasts.done(applied ? said : t('{said}，正在重新学习，学完自动生效', { said }), () =>
          undoRevision(revision.id),
        );
        return true;
      } catch (error) {
        setProblem(messageOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
