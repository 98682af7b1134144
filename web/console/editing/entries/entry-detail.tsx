import { Button } from 'antd';
import { Link } from 'react-router';
import { t, written } from '../../../shared/t.ts';
import { Icon } from '../../parts/icon.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Defects } from '../defects.tsx';
import type { Entry } from '../types.ts';
import { useChange } from '../use-change.ts';
import { EntryPreview } from './entry-preview.tsx';
import { EntryQuestions } from './entry-questions.tsx';

export function EntryDetail({ entry }: { readonly entry: Entry }) {
  const { number, title, source, sections, errors, checks, defects, reviewedAt, reviewedBy } = entry;
  const { isBusy, problem, run } = useChange();
  return (
    <>
      <section className="panel">
        <div className="panel-head">
          <Link className="narrow-back" to="/knowledge/entries" aria-label={t('回到条目')}>
            <Icon name="back" />
          </Link>
          <h3>{t('第{number}条 {title}', { number, title: written(title) })}</h3>
          <Button
            type="primary"
            loading={isBusy}
            onClick={() =>
              void run('POST', `/content/entries/${number}/review`, {}, t('第{number}条已标为核对过', { number }))
            }
          >
            {t('标为已核对')}
          </Button>
        </div>
        <p className="form-problem" role="alert">
          {problem}
        </p>
        <dl className="facts">
          <dt>{t('来源')}</dt>
          <dd>
            {written(source.title)} · {source.date}
          </dd>
          <dt>{t('核对')}</dt>
          <dd>
            {reviewedAt
              ? t('{date}，{who}', { date: reviewedAt, who: reviewedBy ?? t('一位同事') })
              : t('还没有核对过：请对照官方页面看一遍，没有变就标为已核对')}
          </dd>
          {errors.length > 0 && <dt>{t('系统提示')}</dt>}
          {errors.length > 0 && <dd lang="zh-CN">{errors.map((error) => t('“{error}”', { error })).join(' ')}</dd>}
          {checks.length > 0 && <dt>{t('可做的检查')}</dt>}
          {checks.length > 0 && <dd>{checks.map((check) => written(check.title)).join(t('、'))}</dd>}
        </dl>
        <Defects defects={defects} />
      </section>
      <div className="entry-columns">
        <section className="panel entry-text" aria-label={t('条目内容')}>
          <h3>{t('条目内容')}</h3>
          {sections.map(({ heading, level, text }) => {
            const Heading = level === 2 ? 'h4' : 'h5';
            return (
              <div key={`${heading} ${text.slice(0, 12)}`}>
                <Heading>{written(heading)}</Heading>
                <MarkdownText text={written(text)} />
              </div>
            );
          })}
          <p className="form-hint">{t('内容随项目发布，在 data/faq 里修改。')}</p>
        </section>
        <EntryPreview entry={number} />
      </div>
      <EntryQuestions entry={entry} />
    </>
  );
}
