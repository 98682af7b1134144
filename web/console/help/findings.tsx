import { t, written } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { findingName, SEVERITIES } from './picture-words.ts';
import type { Judged } from './seen-pictures.ts';

interface FindingsProps {
  readonly judged: Judged;
  /** Numbers of the findings that are marked in the picture beside. */
  readonly numbers?: readonly number[];
}

/** What was found in a picture: how bad, what was seen, what to do. */
export function Findings({ judged: { findings, verdict }, numbers = [] }: FindingsProps) {
  if (findings.length === 0) {
    return (
      <p className="finding-verdict tone-good">
        <Icon name="check" size={16} /> {findingName(verdict)}
      </p>
    );
  }
  return (
    <ol className="findings">
      {findings.map(({ verdict: what, severity, evidence, advice, retryable }, at) => {
        const { icon, tone, name } = SEVERITIES[severity];
        return (
          <li key={what} className={`finding tone-${tone}`}>
            {numbers.includes(at + 1) ? <b className="finding-number">{at + 1}</b> : <Icon name={icon} size={18} />}
            <div>
              <p>
                <b>{name()}</b> · {findingName(what)}
                {retryable !== undefined && <span className="chip">{retryable ? t('可重拍') : t('需换证件')}</span>}
              </p>
              <p>{written(evidence)}</p>
              <details>
                <summary>{t('怎么办')}</summary>
                <MarkdownText text={written(advice)} />
              </details>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
