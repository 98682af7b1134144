import '../styles/help.css';
import { Skeleton, Tabs } from 'antd';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import { useTalk } from '../api/desk-queries.ts';
import { pathOf, usePlace } from '../desk/place.ts';
import { Icon } from '../parts/icon.tsx';
import { CaseCard } from './case-card.tsx';
import { History } from './history.tsx';
import { Notes } from './notes.tsx';
import { Pictures } from './pictures.tsx';
import { Replies } from './replies.tsx';
import { Tickets } from './tickets.tsx';

/** What is known of a conversation, and what helps to answer. */
export function HelpPane({ talk }: { readonly talk: string }) {
  const { list } = usePlace();
  const { data: view } = useTalk(talk);
  const notes = view?.notes.filter(({ kind }) => kind === 'note') ?? [];
  return (
    <aside className="help-pane" aria-label={t('个案卡和帮助')}>
      <header className="help-header">
        <Link className="back-to-talk" to={pathOf(list, talk)} aria-label={t('返回对话')}>
          <Icon name="back" />
        </Link>
        <h2>{t('个案卡')}</h2>
      </header>
      {view ? (
        <>
          <CaseCard talk={talk} card={view.summary.card} />
          <Tickets talk={talk} tickets={view.tickets} />
          <Pictures view={view} />
        </>
      ) : (
        <Skeleton className="help-skeleton" active title={false} paragraph={{ rows: 6 }} />
      )}
      <Tabs
        className="help-tabs"
        items={[
          { key: 'replies', label: t('快捷回复'), children: <Replies talk={talk} /> },
          {
            key: 'notes',
            label: notes.length > 0 ? t('备注 {count}', { count: notes.length }) : t('备注'),
            children: <Notes talk={talk} notes={notes} />,
          },
          { key: 'history', label: t('以前的对话'), children: <History talk={talk} /> },
        ]}
      />
    </aside>
  );
}
