import { type ReactNode, useId } from 'react';

interface SectionProps {
  /** For tests and styles. */
  readonly name: string;
  readonly title: string;
  /** How it is counted. */
  readonly hint: ReactNode;
  readonly children: ReactNode;
}

/** A part of the report under its heading. */
export function Section({ name, title, hint, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="panel report" aria-labelledby={heading} data-section={name}>
      <header>
        <h3 id={heading}>{title}</h3>
      </header>
      <p className="report-hint">{hint}</p>
      {children}
    </section>
  );
}
