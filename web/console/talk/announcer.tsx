import { useState } from 'react';
import { t } from '../../shared/t.ts';
import type { DeskLine } from '../api/types.ts';
import { shownText } from './shown-text.ts';

/** New lines that are kept for whoever listens instead of looking. */
const LATEST = 5;

/**
 * Reads out what comes while one is here, each line once. The list itself cannot: it draws lines anew whenever one
 * scrolls.
 */
export function Announcer({ lines }: { readonly lines: readonly DeskLine[] }) {
  const [from] = useState(lines.at(-1)?.seq ?? 0);
  return (
    <div className="hidden" role="log" aria-label={t('新消息')}>
      {lines.slice(-LATEST).map((line) => line.seq > from && <p key={line.seq}>{sayLine(line)}</p>)}
    </div>
  );
}

function sayLine(line: DeskLine): string {
  const { by, name, files = [] } = line;
  const who = by === 'user' ? t('用户') : by === 'bot' ? t('机器人') : by === 'system' ? t('系统') : name;
  const pictures = files.length > 0 ? [t('{count} 张图片', { count: files.length })] : [];
  return `${who ?? t('客服')}：${[shownText(line), ...pictures].filter(Boolean).join(' ')}`;
}
