import { Select } from 'antd';
import { t, written } from '../../../shared/t.ts';
import { useEntries } from '../editing-queries.ts';
import type { GapGroup } from '../types.ts';
import type { Target } from './work.ts';

interface TargetFieldProps {
  readonly nearest: GapGroup['nearest'];
  readonly target: Target | null;
  readonly change: (next: Target) => void;
}

/** Which entry answers them, or why none does. */
export function TargetField({ nearest, target, change }: TargetFieldProps) {
  const { data, isPending } = useEntries();
  const { entries = [], outside = [] } = data ?? {};
  const options = [
    {
      label: t('条目'),
      options: entries.map(({ number, title }) => ({
        value: `similar ${number}`,
        label: t('第{number}条 {title}', { number, title: written(title) }),
      })),
    },
    {
      label: t('不归条目回答'),
      options: outside.map(({ kind, title }) => ({ value: `outside ${kind}`, label: written(title) })),
    },
  ];
  return (
    <div className="work-step">
      <label className="form-label" htmlFor="target">
        {t('归到')}
      </label>
      <Select
        id="target"
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder={t('选一个条目，或者不归条目回答的一类；可以打字找')}
        value={target ? optionOf(target) : null}
        onChange={(value: string) => change(targetIn(value))}
        options={options}
        notFoundContent={t('没有找到。换一个词试试。')}
      />
      {nearest.length > 0 && (
        <div className="work-nearest">
          <span className="form-hint">{t('最接近的：')}</span>
          {nearest.map(({ entry, title, confidence }) => (
            <button
              key={entry}
              type="button"
              className="pick-chip"
              aria-pressed={target?.subject === 'similar' && target.entry === entry}
              onClick={() => change({ subject: 'similar', entry })}
            >
              {t('第{entry}条 {title}', { entry, title: written(title) })} <small>{confidence.toFixed(2)}</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function optionOf(target: Target): string {
  return target.subject === 'similar' ? `similar ${target.entry}` : `outside ${target.kind}`;
}

function targetIn(value: string): Target {
  const [subject, name = ''] = value.split(' ');
  return subject === 'similar' ? { subject, entry: Number(name) } : { subject: 'outside', kind: name };
}
