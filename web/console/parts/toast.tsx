import '../styles/toast.css';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';

/** Milliseconds that something done can be undone. */
const UNDOABLE = 5_000;
const LASTS = 6_000;

interface Toast {
  readonly nth: number;
  readonly text: string;
  readonly isProblem: boolean;
  readonly undo?: (() => Promise<unknown>) | undefined;
}

interface Toasts {
  done(text: string, undo?: () => Promise<unknown>): void;
  failed(error: unknown): void;
}

const Context = createContext<Toasts | undefined>(undefined);

export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error('No <ToastRoom> around');
  return toasts;
}

/** Says what was done, with a way back for five seconds, and what went wrong. */
export function ToastRoom({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  const show = useCallback(
    (next: Omit<Toast, 'nth'>) => setToast((last) => ({ ...next, nth: (last?.nth ?? 0) + 1 })),
    [],
  );
  const toasts = useMemo<Toasts>(
    () => ({
      done: (text, undo) => show({ text, undo, isProblem: false }),
      failed: (error) => show({ text: messageOf(error), isProblem: true }),
    }),
    [show],
  );
  return (
    <Context value={toasts}>
      {children}
      <div className="toast-room" role="status">
        {toast && <Shown key={toast.nth} toast={toast} onEnd={() => setToast(undefined)} onFailed={toasts.failed} />}
      </div>
    </Context>
  );
}

interface ShownProps {
  readonly toast: Toast;
  readonly onEnd: () => void;
  readonly onFailed: (error: unknown) => void;
}

function Shown({ toast: { text, undo, isProblem }, onEnd, onFailed }: ShownProps) {
  const [left, setLeft] = useState(UNDOABLE / 1000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts once; the room makes another one for the next toast.
  useEffect(() => {
    const ending = setTimeout(onEnd, undo ? UNDOABLE : LASTS);
    const counting = setInterval(() => setLeft((now) => Math.max(1, now - 1)), 1000);
    return () => {
      clearTimeout(ending);
      clearInterval(counting);
    };
  }, []);
  return (
    <div className={isProblem ? 'toast toast-problem' : 'toast'}>
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          onClick={() => {
            onEnd();
            undo().catch(onFailed);
          }}
        >
          {t('撤销 {left} 秒', { left })}
        </button>
      )}
    </div>
  );
}
