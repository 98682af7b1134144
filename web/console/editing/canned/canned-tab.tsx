import { Button, Input } from 'antd';
import { useState } from 'react';
import { t } from '../../../shared/t.ts';
import { Icon } from '../../parts/icon.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useCanned } from '../editing-queries.ts';
import { CannedList } from './canned-list.tsx';
import { CannedSheet } from './canned-sheet.tsx';
import { EntryReplies } from './entry-replies.tsx';

/** Replies that agents find by a slash: the team's own, then one for each entry. */
export function CannedTab() {
  const canned = useCanned();
  const [wanted, want] = useState('');
  /** The word of the one that is open; an empty one is new. */
  const [edited, edit] = useState<string>();
  return (
    <>
      <section className="panel" aria-label={t('团队的快捷回复')}>
        <div className="panel-head">
          <h3>{t('团队的快捷回复')}</h3>
          <Input
            className="panel-search"
            value={wanted}
            allowClear
            aria-label={t('找快捷回复')}
            placeholder={t('找快捷回复')}
            prefix={<Icon name="search" size={16} />}
            onChange={(event) => want(event.target.value)}
          />
          <Button type="primary" onClick={() => edit('')}>
            {t('加一条')}
          </Button>
        </div>
        <p className="form-hint">{t('客服在输入框里打 / 加快捷词就能找到，读一遍再发出。')}</p>
        <Loaded query={canned}>{(replies) => <CannedList replies={replies} wanted={wanted} onEdit={edit} />}</Loaded>
      </section>
      <EntryReplies wanted={wanted} />
      {edited !== undefined && canned.data && (
        <CannedSheet key={edited} word={edited} replies={canned.data} onClose={() => edit(undefined)} />
      )}
    </>
  );
}
