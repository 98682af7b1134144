import { Button } from 'antd';
import { t } from '../../../shared/t.ts';

interface SaveBarProps {
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly problem: string | undefined;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Under what was changed and not saved yet. */
export function SaveBar({ isBusy, isReady, problem, onSave, onDiscard }: SaveBarProps) {
  return (
    <div className="save-line">
      <p role="alert" className={problem ? 'form-problem' : 'form-hint'}>
        {problem ?? t('改了还没有保存。离开这一页也会保留。')}
      </p>
      <Button onClick={onDiscard}>{t('放弃修改')}</Button>
      <Button type="primary" loading={isBusy} disabled={!isReady} onClick={onSave}>
        {t('保存')}
      </Button>
    </div>
  );
}
