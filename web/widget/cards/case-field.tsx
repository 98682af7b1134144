import { useState } from 'preact/hooks';
import type { z } from 'zod';
import type { CardSchema } from '../../../src/adapters/schema/card.ts';
import { t, written } from '../../shared/t.ts';
import { Icon } from '../view/icon.tsx';

interface CaseFieldProps {
  readonly field: z.output<typeof CardSchema>[number];
  /** Says what is wrong with a value; undefined where it is kept. */
  readonly onCorrect: (value: string) => Promise<string | undefined>;
}

/** What pages and people say, word for word. */
const QUOTED = ['errorText', 'wish'];

/** One field of the case card, edited in place. */
export function CaseField({ field: { key, label: name, value, editable }, onCorrect }: CaseFieldProps) {
  const label = written(name);
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState('');

  async function keep(): Promise<void> {
    const wrong = await onCorrect(text ?? '');
    setProblem(wrong ?? '');
    if (wrong === undefined) setText(undefined);
  }
  return (
    <div class="case-field">
      <dt>{label}</dt>
      {text === undefined ? (
        <dd>
          <span dir="auto">{QUOTED.includes(key) ? value : written(value)}</span>
          {editable && (
            <button type="button" class="square" aria-label={t('改{label}', { label })} onClick={() => setText(value)}>
              <Icon name="pen" />
            </button>
          )}
        </dd>
      ) : (
        <dd>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void keep();
            }}
          >
            <input
              value={text}
              aria-label={label}
              ref={(input) => input?.focus()}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setText(undefined);
              }}
            />
            <button type="submit" class="button button-soft">
              {t('存好')}
            </button>
          </form>
          {problem !== '' && (
            <p class="trouble" role="alert">
              {problem}
            </p>
          )}
        </dd>
      )}
    </div>
  );
}
