import '../styles/sign-in.css';
import type { FormEvent, ReactNode } from 'react';
import { LocaleSwitch } from '../locale/locale-switch.tsx';
import { Mark } from '../parts/mark.tsx';

interface FrameProps {
  readonly title: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form in the middle of an empty page: signing in, choosing a password. */
export function Frame({ title, hint, problem, onSubmit, children }: FrameProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <main className="gate">
      <form className="gate-card" onSubmit={submit} noValidate>
        <Mark />
        <h1>{title}</h1>
        {hint && <p className="gate-hint">{hint}</p>}
        {children}
        {/* Always there, so that what appears in it is read out. */}
        <p className="gate-problem" role="alert">
          {problem}
        </p>
      </form>
      <LocaleSwitch />
    </main>
  );
}
