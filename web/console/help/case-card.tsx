import { useState } from 'react';
import { t } from '../../shared/t.ts';
import type { Summary } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { shownField } from '../parts/shown-field.ts';
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
      {card.map((field) => (
        <Field
          key={field.key}
          talk={talk}
          field={field}
          isEdited={edited === field.key}
          edit={(isEdited) => edit(isEdited ? field.key : undefined)}
        />
      ))}
    </dl>
  );
}

interface FieldProps {
  readonly talk: string;
  readonly field: Summary['card'][number];
  readonly isEdited: boolean;
  readonly edit: (isEdited: boolean) => void;
}

function Field({ talk, field, isEdited, edit }: FieldProps) {
  const { label, value } = shownField(field);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isEdited ? (
          <CorrectField talk={talk} field={field.key} label={label} value={field.value} onEnd={() => edit(false)} />
        ) : (
          <>
            {field.key === 'steps' ? <StepLines value={value} /> : <span>{value}</span>}
            {field.editable && (
              <button
                type="button"
                className="quiet card-edit"
                aria-label={t('改正{label}', { label })}
                onClick={() => edit(true)}
              >
                <Icon name="edit" size={16} />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
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
