import { Button } from 'antd';
import { useState } from 'react';
import { t, written } from '../../../shared/t.ts';
import { Defects } from '../defects.tsx';
import type { OtherSource, Rules } from '../types.ts';
import { useChange } from '../use-change.ts';
import { OtherSourceSheet } from './other-source-sheet.tsx';

/** In which provinces the head must be the legal representative: what the source lists, and what other dated sources say. */
export function ProvincesPanel({ provinces }: { readonly provinces: Rules['provinces'] }) {
  const { revision: base, entry, title, date, sentence, shipped, defects, others } = provinces;
  const { isBusy, problem, run } = useChange();
  const [edited, edit] = useState<number | 'new'>();

  function save(next: readonly OtherSource[], said: string): Promise<boolean> {
    return run('PUT', '/content/provinces', { others: next, base }, said);
  }

  return (
    <section className="panel" aria-label={t('省份规则')}>
      <div className="panel-head">
        <h3>{t('主体负责人须为法定代表人的省份')}</h3>
      </div>
      <p className="form-hint">{t('{title} 第{entry}条，{date}', { title: written(title), entry, date })}</p>
      <blockquote className="quoted">{written(sentence)}</blockquote>
      <p className="form-label">{t('列出的 {count} 个省份', { count: shipped.length })}</p>
      <ul className="provinces">
        {shipped.map((province) => (
          <li key={province} className="chip">
            {written(province)}
          </li>
        ))}
      </ul>
      <Defects defects={defects} />
      <div className="panel-head panel-part">
        <h3>{t('其他来源')}</h3>
        <Button onClick={() => edit('new')}>{t('加一个来源')}</Button>
      </div>
      <p className="form-hint">
        {t('没有列出的省份不等于不需要。查到有日期的官方来源，记在这里，答案会带上它的原句和日期。')}
      </p>
      <p className="form-problem" role="alert">
        {edited === undefined && problem}
      </p>
      <ul className="others">
        {others.map((other, at) => (
          <li key={`${other.title} ${other.date} ${other.sentence}`}>
            <p>
              <b>{other.provinces.map(written).join(t('、'))}</b>{' '}
              <span className={other.required ? 'chip chip-notice' : 'chip'}>
                {other.required ? t('须为法定代表人') : t('不要求')}
              </span>
            </p>
            <p>{other.sentence}</p>
            <p className="form-hint">
              {other.title} · {other.date}
            </p>
            <div className="form-actions">
              <Button type="link" onClick={() => edit(at)}>
                {t('修改')}
              </Button>
              <Button
                type="link"
                danger
                loading={isBusy}
                onClick={() =>
                  void save(
                    others.filter((_, nth) => nth !== at),
                    t('来源已去掉'),
                  )
                }
              >
                {t('去掉')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {edited !== undefined && (
        <OtherSourceSheet
          draftName={`other-source:${edited}`}
          stored={edited === 'new' ? undefined : others[edited]}
          isBusy={isBusy}
          problem={problem}
          onClose={() => edit(undefined)}
          onSave={(next) =>
            edited === 'new'
              ? save([...others, next], t('来源已加上'))
              : save(
                  others.map((one, nth) => (nth === edited ? next : one)),
                  t('来源已修改'),
                )
          }
        />
      )}
    </section>
  );
}
