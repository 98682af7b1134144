import { Button } from 'antd';
import { useRef, useState } from 'react';
import { t } from '../../shared/t.ts';

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
}

/** A text to be taken along: copied by one press, or selected where the browser lets nobody copy. */
export function CopyText({ text, label }: CopyTextProps) {
  const shown = useRef<HTMLElement>(null);
  const [said, say] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      say(t('已复制'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      say(t('已选中，请按 Ctrl+C 复制'));
    }
  }

  return (
    <div className="copy-text">
      <span className="hidden">{label}</span>
      <code ref={shown}>{text}</code>
      <Button onClick={() => void copy()}>{t('复制')}</Button>
      <span className="form-hint" role="status">
        {said}
      </span>
    </div>
  );
}
