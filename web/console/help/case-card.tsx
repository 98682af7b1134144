import { useState } from 'react';
import { t } from '../../shared/t.ts';
import type { Summary } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { CorrectField } from './correct-field.tsx';

interface CaseCardProps {
  readonly talk: string;
  readonly card: Summary['card'];
}

/** What is known already: nobody is asked again what stands here. What is wrong is put right in place. */
export function CaseCard({ talk, card }: CaseCardProps) {
  const [edited, edit] = useState<string>();
  if (card.length === 0) return <p className="list-empty">{t('还没有了解到情况。用户说了之后会出现在这里。')}</p>;
  return (
    <dl className="case-card">
      {card.map(({ key, label, value, editable }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {edited === key ? (
              <CorrectField talk={talk} field={key} label={label} value={value} onEnd={() => edit(undefined)} />
            ) : (
              <>
                {key === 'steps' ? <StepLines value={value} /> : <span>{value}</span>}
                {editable && (
                  <button
                    type="button"
                    className="quiet card-edit"
                    aria-label={t('改正{label}', { label })}
                    onClick={() => edit(key)}
                  >
                    <Icon name="edit" size={16} />
                  </button>
                )}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each step on a line of its own. */
function StepLines({ value }: { readonly value: string }) {
  return (
    <ol>
      {value.split('；').map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
