import { Link } from 'react-router';
import { t, written } from '../../shared/t.ts';
import { sayEntryInFull } from '../reports/names.ts';
import { Section } from './section.tsx';
import type { Weekly } from './weekly-queries.ts';

/** How old the entries are, and what is due. */
export function Old({ old: { entries, reminders }, day }: Pick<Weekly, 'old' | 'day'>) {
  const others = reminders.filter(({ kind }) => kind !== 'entry');
  return (
    <Section name="old" title={t('条目有多旧')} hint={t('截至 {day}，从来源更新或上次核对算起。', { day })}>
      <ul className="weekly-ages">
        {entries.map(({ entry, label, dated, reviewed, days, due }) => (
          <li key={entry}>
            <Link to={`/knowledge/entries/${entry}`}>{sayEntryInFull(entry, label)}</Link>
            <span>
              {reviewed === null
                ? t('来源 {dated}，没有核对过', { dated })
                : t('来源 {dated}，核对 {reviewed}', { dated, reviewed })}
            </span>
            <span className={due ? 'chip chip-notice' : 'chip'}>
              {due ? t('{days} 天，该核对', { days }) : t('{days} 天', { days })}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h4>{t('其他该办的')}</h4>
          <ul className="plain-list weekly-due">
            {others.map(({ kind, name, text }) => (
              <li key={`${kind} ${name}`}>
                <Link to={kind === 'defect' ? `/knowledge/entries/${name}` : '/knowledge/rules'}>{written(text)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
