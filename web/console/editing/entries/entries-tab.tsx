import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { t } from '../../../shared/t.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useEntries } from '../editing-queries.ts';
import { EntryDetail } from './entry-detail.tsx';
import { EntryList } from './entry-list.tsx';

/** The entries: what each says, how it is asked for, how users see it. */
export function EntriesTab() {
  const { '*': rest = '' } = useParams();
  const [, number] = rest.split('/');
  const entries = useEntries();
  const [wanted, want] = useState('');
  return (
    <div className="split split-entries" data-at={number ? 'detail' : 'list'}>
      <section className="panel split-list">
        <div className="panel-head">
          <h3>{t('条目')}</h3>
        </div>
        <Loaded query={entries} rows={12}>
          {(answer) => <EntryList entries={answer.entries} chosen={Number(number)} wanted={wanted} want={want} />}
        </Loaded>
      </section>
      <div className="split-detail">
        {entries.data && number && <Chosen entries={entries.data.entries} number={Number(number)} />}
        {!number && (
          <section className="panel">
            <p className="page-empty">{t('从左边选一个条目，看它的内容、问法和用户看到的样子。')}</p>
          </section>
        )}
      </div>
    </div>
  );
}

interface ChosenProps {
  readonly entries: Parameters<typeof EntryList>[0]['entries'];
  readonly number: number;
}

function Chosen({ entries, number }: ChosenProps) {
  const entry = entries.find((one) => one.number === number);
  if (entry) return <EntryDetail key={number} entry={entry} />;
  return (
    <section className="panel">
      <p className="page-empty">
        {t('没有第{number}条。', { number })} <Link to="/knowledge/entries">{t('看全部条目')}</Link>
      </p>
    </section>
  );
}
