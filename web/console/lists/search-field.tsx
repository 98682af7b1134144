import { Input } from 'antd';
import { t } from '../../shared/t.ts';
import type { Summary } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { reasonName, visitorName } from '../words.ts';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  return (
    <div className="list-search">
      <Input
        value={value}
        allowClear
        aria-label={t('找对话')}
        placeholder={t('找访客、原因、报错')}
        prefix={<Icon name="search" size={16} />}
        suffix={value === '' ? <kbd>Ctrl K</kbd> : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Whether a conversation holds what is looked for: in its name, reason or card. */
export function matches({ talk, reason, card }: Summary, wanted: string): boolean {
  const word = wanted.trim().toLowerCase();
  if (word === '') return true;
  const texts = [visitorName(talk), reason ? reasonName(reason) : '', ...card.map(({ value }) => value)];
  return texts.some((text) => text.toLowerCase().includes(word));
}
