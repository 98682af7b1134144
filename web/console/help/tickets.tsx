import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import type { Ticket } from '../api/types.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { RevealSheet } from './reveal-sheet.tsx';

interface TicketsProps {
  readonly talk: string;
  readonly tickets: readonly Ticket[];
}

/** What somebody left word of, while nobody was there; how to reach them stays hidden until asked for. */
export function Tickets({ talk, tickets }: TicketsProps) {
  const [shown, show] = useState<string>();
  const now = useNow();
  if (tickets.length === 0) return null;
  return (
    <section className="help-part">
      <h3>{t('留言')}</h3>
      <ul className="tickets">
        {tickets.map(({ id, at, text, doneAt }) => (
          <li key={id}>
            <p className="ticket-head">
              <span>{id}</span>
              <time>{timeOf(at, now)}</time>
              <span className={doneAt === null ? 'chip chip-notice' : 'chip chip-good'}>
                {doneAt === null ? t('未回答') : t('已回答')}
              </span>
            </p>
            <p>{text}</p>
            <Button size="small" onClick={() => show(id)}>
              {t('看联系方式')}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <RevealSheet talk={talk} item={`contact:${shown}`} title={t('看联系方式')} onClose={() => show(undefined)} />
      )}
    </section>
  );
}
