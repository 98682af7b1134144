import { useState } from 'react';
import { Link } from 'react-router';
import { t, written } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { useReminders } from './editing-queries.ts';
import type { Reminder } from './types.ts';

/** Shown before somebody asks for the rest. */
const FIRST = 3;

/** What waits to be looked after, each with the way there. Nothing where nothing waits. */
export function Reminders() {
  const { data: reminders = [] } = useReminders();
  const [showsAll, showAll] = useState(false);
  if (reminders.length === 0) return null;
  const shown = showsAll ? reminders : reminders.slice(0, FIRST);
  return (
    <section className="reminders" data-open={showsAll} aria-label={t('待办')}>
      <h3>
        <Icon name="clock" size={18} /> {t('待办 {count} 件', { count: reminders.length })}
      </h3>
      <ul>
        {shown.map((reminder) => (
          <li key={`${reminder.kind} ${reminder.name}`}>
            <Link to={placeOf(reminder)}>{written(reminder.text)}</Link>
          </li>
        ))}
      </ul>
      {reminders.length > 1 && (
        <button type="button" className="quiet reminders-more" onClick={() => showAll(!showsAll)}>
          {showsAll ? t('收起') : t('看全部 {count} 件', { count: reminders.length })}
        </button>
      )}
    </section>
  );
}

function placeOf({ kind, name }: Reminder): string {
  if (kind === 'entry' || kind === 'defect') return `/knowledge/entries/${encodeURIComponent(name)}`;
  return '/knowledge/rules';
}
