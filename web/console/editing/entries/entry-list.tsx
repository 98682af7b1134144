import { Input } from 'antd';
import { Link } from 'react-router';
import { t, written } from '../../../shared/t.ts';
import { holding } from '../../parts/holding.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Entry } from '../types.ts';

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly chosen: number;
  readonly wanted: string;
  readonly want: (next: string) => void;
}

export function EntryList({ entries, chosen, wanted, want }: EntryListProps) {
  const holds = holding(wanted);
  const found = entries.filter((entry) => {
    const named = t('第{entry}条', { entry: entry.number });
    return holds(`${named} ${entry.title} ${entry.label} ${entry.errors.join(' ')}`);
  });
  return (
    <>
      <Input
        value={wanted}
        allowClear
        aria-label={t('找条目')}
        placeholder={t('找条目')}
        prefix={<Icon name="search" size={16} />}
        onChange={(event) => want(event.target.value)}
      />
      {found.length === 0 && <p className="page-empty">{t('没有找到。换一个词试试。')}</p>}
      <ul className="entry-list">
        {found.map((entry) => (
          <li key={entry.number}>
            <Link
              className="entry-item"
              to={`/knowledge/entries/${entry.number}`}
              aria-current={entry.number === chosen ? 'true' : undefined}
            >
              <b className="entry-number">{entry.number}</b>
              <span className="entry-about">
                <b>{written(entry.title)}</b>
                <span>{aboutOf(entry)}</span>
              </span>
              {entry.defects.length > 0 && <span className="chip chip-notice">{t('原文有错')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function aboutOf({ source, reviewedAt, questions }: Entry): string {
  const own = questions.filter((question) => question.own).length;
  const review = reviewedAt ? t('{date} 核对过', { date: reviewedAt }) : t('还没有核对过');
  return [
    t('来源 {date}', { date: source.date }),
    review,
    own > 0
      ? t('{all} 个问法，自己加了 {own} 个', { all: questions.length, own })
      : t('{all} 个问法', { all: questions.length }),
  ].join(' · ');
}
