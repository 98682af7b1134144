import type { ReactNode } from 'react';

export interface AskedItem {
  readonly key: string;
  /** How often. */
  readonly count: number;
  readonly unit: string;
  readonly title: ReactNode;
  /** What people said, each in a line of its own. */
  readonly said: readonly { readonly text: string; readonly note?: string }[];
  readonly about: string;
  readonly chip?: ReactNode;
}

/** Groups of questions with how often they were asked; what people said stays text. */
export function AskedList({ items, empty }: { readonly items: readonly AskedItem[]; readonly empty: string }) {
  if (items.length === 0) return <p className="page-empty">{empty}</p>;
  return (
    <ul className="weekly-list">
      {items.map(({ key, count, unit, title, said, about, chip }) => (
        <li key={key}>
          <b className="weekly-count">
            {count}
            <span className="hidden">{unit}</span>
          </b>
          <div>
            <b>{title}</b>
            {said.map(({ text, note }) => (
              <p key={text} className="weekly-said" dir="auto">
                {text}
                {note !== undefined && <small> {note}</small>}
              </p>
            ))}
            <p className="weekly-about">{about}</p>
          </div>
          {chip}
        </li>
      ))}
    </ul>
  );
}
