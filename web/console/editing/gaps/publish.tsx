import { Button, Input } from 'antd';
import { t } from '../../../shared/t.ts';
import { Field } from '../../parts/field.tsx';
import type { Trial } from '../types.ts';
import { useChange } from '../use-change.ts';

interface PublishProps {
  readonly trial: Trial;
  readonly note: string;
  readonly change: (note: string) => void;
  readonly onDone: () => void;
}

/** Makes what was tried hold for everybody. */
export function Publish({ trial, note, change, onDone }: PublishProps) {
  const { isBusy, problem, run } = useChange();

  async function publish(): Promise<void> {
    const body = note.trim() === '' ? {} : { note: note.trim() };
    if (await run('POST', `/content/trials/${encodeURIComponent(trial.id)}/publish`, body, t('已发布'))) onDone();
  }

  return (
    <div className="work-publish">
      <Field label={t('备注（选填，改动记录里看得到）')}>
        {(given) => <Input {...given} value={note} maxLength={500} onChange={(event) => change(event.target.value)} />}
      </Field>
      <div className="form-actions">
        <Button type="primary" loading={isBusy} onClick={() => void publish()}>
          {t('发布')}
        </Button>
        <span className="form-hint">{t('发布之后马上重新学习，随时可以在改动记录里撤销。')}</span>
      </div>
      <p className="form-problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
