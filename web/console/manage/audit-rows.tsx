import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import { pathOf } from '../desk/place.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { agentName, visitorName } from '../words.ts';
import type { AuditEntry, Colleague } from './manage-queries.ts';
import { sayAudit } from './say-audit.ts';

interface AuditRowsProps {
  readonly entries: readonly AuditEntry[];
  readonly people: readonly Colleague[];
}

export function AuditRows({ entries, people }: AuditRowsProps) {
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const nameOf = (id: unknown): string => {
    if (id === 'system') return t('系统');
    if (id === 'user') return t('用户');
    if (id === 'cli') return t('在服务器上操作的人');
    const one = people.find((person) => person.id === id);
    return one ? `${one.name}（${agentName(one.number)}）` : t('一位客服');
  };
  const erased = new Set(entries.flatMap(({ what, talk }) => (what === 'erase' ? [talk] : [])));
  if (entries.length === 0) {
    return <p className="page-empty">{t('没有这样的记录。做过的事会马上记在这里。')}</p>;
  }
  return (
    <ol className="audit">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{timeOf(entry.at, now)}</time>
          <b>{nameOf(entry.who)}</b>
          <span className="audit-said">
            {sayAudit(entry, nameOf)}{' '}
            {entry.talk !== null &&
              (erased.has(entry.talk) ? (
                <span className="audit-gone">{t('{name}（已删除）', { name: visitorName(entry.talk) })}</span>
              ) : (
                <Link to={pathOf('talks', entry.talk)}>{visitorName(entry.talk)}</Link>
              ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
