import { Button, Checkbox, Input } from 'antd';
import { t } from '../../../shared/t.ts';
import { textsOf, type Work } from './work.ts';

/** As many as one trial takes. */
const MOST = 100;

interface RowFieldsProps {
  readonly work: Work;
  readonly change: (next: Partial<Work>) => void;
}

/** The questions as they will be added: each can be worded anew, or left out. */
export function RowFields({ work, change }: RowFieldsProps) {
  const { rows, remove } = work;
  return (
    <fieldset className="work-step">
      <legend>{t('要加的问题，选了 {count} 句', { count: textsOf(work).length })}</legend>
      <ul className="work-rows">
        {rows.map(({ text, isOn }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field must stay the same one while it is typed into.
          <li key={at}>
            <Checkbox
              checked={isOn}
              aria-label={t('加上第 {nth} 句', { nth: at + 1 })}
              onChange={(event) => set(at, { isOn: event.target.checked })}
            />
            <Input
              value={text}
              maxLength={200}
              aria-label={t('第 {nth} 句', { nth: at + 1 })}
              placeholder={t('用户会怎样问')}
              disabled={!isOn}
              onChange={(event) => set(at, { text: event.target.value })}
            />
          </li>
        ))}
      </ul>
      {rows.length < MOST && (
        <Button type="link" onClick={() => change({ rows: [...rows, { text: '', isOn: true }] })}>
          {t('再写一句')}
        </Button>
      )}
      {remove.length > 0 && (
        <div className="work-remove">
          <p className="form-label">{t('要拿掉的问题')}</p>
          <ul>
            {remove.map((text) => (
              <li key={text}>
                <span>{text}</span>
                <Button type="link" onClick={() => change({ remove: remove.filter((one) => one !== text) })}>
                  {t('留着')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );

  function set(at: number, next: Partial<Work['rows'][number]>): void {
    change({ rows: rows.map((row, nth) => (nth === at ? { ...row, ...next } : row)) });
  }
}
