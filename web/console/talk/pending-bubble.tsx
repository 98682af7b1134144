import { Button } from 'antd';
import { MarkdownText } from '../parts/markdown-text.tsx';
import type { Outgoing } from './outbox.ts';

/** A line that is not confirmed yet. */
export function PendingBubble({ outgoing, onRetry }: { readonly outgoing: Outgoing; readonly onRetry: () => void }) {
  const { text, problem } = outgoing;
  return (
    <article className="turn turn-agent turn-pending">
      <p className="turn-head" role={problem === undefined ? undefined : 'alert'}>
        {problem === undefined ? '发送中' : `未送达：${problem}`}
      </p>
      <div className="bubble">
        <MarkdownText text={text} />
      </div>
      {problem !== undefined && (
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
      )}
    </article>
  );
}
