import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { Sheet } from '../parts/sheet.tsx';

interface ReturnSheetProps {
  readonly onClose: () => void;
  readonly onReturn: (summary: string) => Promise<boolean>;
}

/** Back to the assistant, with a summary for whoever comes next. */
export function ReturnSheet({ onClose, onReturn }: ReturnSheetProps) {
  const [summary, setSummary] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    setBusy(true);
    if (await onReturn(summary)) onClose();
    else setBusy(false);
  }

  return (
    <Sheet title={t('交回机器人')} onClose={onClose}>
      <label htmlFor="summary">{t('小结')}</label>
      <textarea
        id="summary"
        className="area"
        data-first
        rows={4}
        maxLength={2000}
        value={summary}
        placeholder={t('做了什么，还差什么。下一位客服会看到，用户看不到。')}
        onChange={(event) => setSummary(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && void submit()}
      />
      <Button type="primary" block loading={isBusy} onClick={() => void submit()}>
        {t('交回机器人')}
      </Button>
    </Sheet>
  );
}
