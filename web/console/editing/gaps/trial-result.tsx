import { t, written } from '../../../shared/t.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Trial } from '../types.ts';
import { ChangedQuestions } from './changed-questions.tsx';
import { Figures } from './figures.tsx';
import { sayDecided } from './say-decided.ts';

interface TrialResultProps {
  readonly trial: Trial;
  /** Whether it was of what is chosen now. */
  readonly isCurrent: boolean;
}

/** How a trial goes, and what it found. */
export function TrialResult({ trial, isCurrent }: TrialResultProps) {
  const { state, share, passes, why, wanted, changed, before, after, noise } = trial;
  if (state === 'queued' || state === 'running') {
    const percent = Math.round(share * 100);
    return (
      <div className="trial-progress" role="status">
        <label>
          {state === 'queued' ? t('排队等着试') : t('正在试：学过再做一遍题库，{percent}%', { percent })}
          <progress max={1} value={state === 'queued' ? 0 : share} />
        </label>
        <p className="form-hint">{t('可以先离开这一页，回来接着看。')}</p>
      </div>
    );
  }
  return (
    <div className="trial-result">
      {!isCurrent && (
        <p className="notice-line">
          <Icon name="warn" size={18} /> {t('问题或去处改过了，下面是改之前的结果。请再试一次。')}
        </p>
      )}
      <p className={passes ? 'verdict verdict-good' : 'verdict verdict-problem'} role="status">
        <Icon name={passes ? 'check' : 'warn'} size={18} /> <b>{titleOf(trial)}</b>
      </p>
      {why.length > 0 && (
        <ul className="plain-list">
          {why.map((reason) => (
            <li key={reason}>{written(reason)}</li>
          ))}
        </ul>
      )}
      {wanted.length > 0 && (
        <>
          <h4>{t('要加的问题，学过之后')}</h4>
          <ul className="wanted">
            {wanted.map(({ text, now, asWanted }) => (
              <li key={text}>
                <span className={asWanted ? 'chip chip-good' : 'chip chip-notice'}>
                  {asWanted ? t('如所愿') : t('还不是')}
                </span>
                <span>
                  {text}
                  <small>{sayDecided(now)}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {before && after && <Figures before={before} after={after} noise={noise ?? 0} />}
      {before && after && <ChangedQuestions changed={changed} />}
    </div>
  );
}

function titleOf({ state, passes, published }: Trial): string {
  if (published !== null) return t('已经发布');
  if (state === 'failed') return t('没有试成');
  return passes ? t('可以发布') : t('这样不能发布');
}
