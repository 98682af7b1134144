import { Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { provinceNames } from '../../../../src/diagnostics/provinces/names.ts';
import { t, written } from '../../../shared/t.ts';
import { Field } from '../../parts/field.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import type { OtherSource } from '../types.ts';

interface OtherSourceSheetProps {
  readonly draftName: string;
  readonly stored: OtherSource | undefined;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly onSave: (next: OtherSource) => Promise<boolean>;
}

const NONE: OtherSource = { title: '', date: '', sentence: '', provinces: [], required: true };

/** One dated source, letter by letter. Closing keeps what was typed; only saving forgets it. */
export function OtherSourceSheet({ draftName, stored, isBusy, problem, onClose, onSave }: OtherSourceSheetProps) {
  const [draft, keep] = useDraft<OtherSource>(draftName);
  const value = draft ?? stored ?? NONE;
  const change = (next: Partial<OtherSource>): void => keep({ ...value, ...next });
  const isReady =
    value.title.trim() !== '' && value.date !== '' && value.sentence.trim() !== '' && value.provinces.length > 0;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await onSave(value))) return;
    keep(undefined);
    onClose();
  }

  return (
    <Sheet title={stored ? t('修改来源') : t('加一个来源')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className="province-choice">
          <legend>{t('哪些省份')}</legend>
          {provinceNames.map((province) => (
            <label key={province}>
              <input
                type="checkbox"
                checked={value.provinces.includes(province)}
                onChange={(event) =>
                  change({
                    provinces: provinceNames.filter((one) =>
                      one === province ? event.target.checked : value.provinces.includes(one),
                    ),
                  })
                }
              />
              {written(province)}
            </label>
          ))}
        </fieldset>
        <fieldset className="province-choice">
          <legend>{t('它怎么说')}</legend>
          {[true, false].map((required) => (
            <label key={String(required)}>
              <input
                type="radio"
                name="required"
                checked={value.required === required}
                onChange={() => change({ required })}
              />
              {required ? t('须为法定代表人') : t('不要求')}
            </label>
          ))}
        </fieldset>
        <Field label={t('来源的名称')}>
          {(given) => (
            <Input
              {...given}
              value={value.title}
              maxLength={200}
              placeholder={t('例如 某省通信管理局备案规则')}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('来源的日期')}>
          {(given) => (
            <input
              {...given}
              type="date"
              className="native"
              value={value.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('原句，照抄')}>
          {(given) => (
            <textarea
              {...given}
              className="area"
              rows={3}
              maxLength={500}
              value={value.sentence}
              onChange={(event) => change({ sentence: event.target.value })}
            />
          )}
        </Field>
        <p className="form-problem" role="alert">
          {problem}
        </p>
        <Button type="primary" htmlType="submit" block loading={isBusy} disabled={!isReady}>
          {t('保存')}
        </Button>
        {draft && (
          <Button block onClick={() => keep(undefined)}>
            {t('放弃修改')}
          </Button>
        )}
      </form>
    </Sheet>
  );
}
