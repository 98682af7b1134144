import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../../shared/t.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useRevisions } from '../editing-queries.ts';
import { RevisionItem } from './revision-item.tsx';

/** Every change of the content, newest first, each with the way back. */
export function RevisionsTab() {
  const [subject, setSubject] = useState('');
  const revisions = useRevisions(subject);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = revisions;
  return (
    <section className="panel">
      <div className="panel-head">
        <h3>{t('改动记录')}</h3>
        <select
          className="native"
          aria-label={t('改了什么')}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        >
          <option value="">{t('所有改动')}</option>
          <option value="similar">{t('条目的问法')}</option>
          <option value="outside">{t('不归条目回答的问题')}</option>
          <option value="links">{t('链接')}</option>
          <option value="releases">{t('APP 版本')}</option>
          <option value="provinces">{t('省份规则')}</option>
          <option value="canned">{t('快捷回复')}</option>
          <option value="hours">{t('服务时间')}</option>
          <option value="review">{t('核对')}</option>
          <option value="gap">{t('忽略的缺口')}</option>
        </select>
      </div>
      <Loaded query={revisions} rows={10}>
        {({ pages }) =>
          pages.flat().length === 0 ? (
            <p className="page-empty">{t('还没有改动。发布、保存和撤销都会记在这里。')}</p>
          ) : (
            <ol className="revisions">
              {pages.flat().map((revision) => (
                <RevisionItem key={revision.id} revision={revision} />
              ))}
            </ol>
          )
        }
      </Loaded>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('看更早的')}
        </Button>
      )}
    </section>
  );
}
