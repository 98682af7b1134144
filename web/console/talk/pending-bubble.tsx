import { Button } from 'antd';
import { t } from '../../shared/t.ts';
import { MarkdownText } from '../parts/markdown-text.tsx';
import type { Outgoing } from './outbox.ts';

/** A line that is not confirmed yet. */
export function PendingBubble({ outgoing, onRetry }: { readonly outgoing: Outgoing; readonly onRetry: () => void }) {
  const { text, problem } = outgoing;
  return (
    <article className="turn turn-agent turn-pending">
      <p className="turn-head" role={problem === undefined ? undefined : 'alert'}>
        {problem === undefined
          ? t('发送中')
          : t('未送达：{problem}', { problem: problem || t('页面关闭前没有确认送达。') })}
      </p>
      <div className="bubble">
        <MarkdownText text={text} />
      </div>
      {problem !== undefined && (
        <Button size="small" onClick={onRetry}>
          {t('重试')}
        </Button>
      )}
    </article>
  );
}
