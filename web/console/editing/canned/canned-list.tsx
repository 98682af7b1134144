import { Button } from 'antd';
import { t } from '../../../shared/t.ts';
import { holding } from '../../parts/holding.ts';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { useToasts } from '../../parts/toast.tsx';
import type { Canned } from '../types.ts';
import { changeCanned } from './change-canned.ts';

interface CannedListProps {
  readonly replies: readonly Canned[];
  readonly wanted: string;
  readonly onEdit: (word: string) => void;
}

export function CannedList({ replies, wanted, onEdit }: CannedListProps) {
  const toasts = useToasts();
  const holds = holding(wanted);
  const found = replies.filter(({ key, text }) => holds(`${key} ${text}`));

  async function remove(reply: Canned): Promise<void> {
    const at = replies.findIndex(({ key }) => key === reply.key);
    try {
      await changeCanned((list) => list.filter(({ key }) => key !== reply.key));
      toasts.done(t('“{word}”已删除', { word: reply.key }), () => changeCanned((list) => list.toSpliced(at, 0, reply)));
    } catch (error) {
      toasts.failed(error);
    }
  }

  if (replies.length === 0) {
    return <p className="page-empty">{t('还没有团队自己的快捷回复。把常说的话加在这里，所有客服马上能用。')}</p>;
  }
  if (found.length === 0) return <p className="page-empty">{t('没有找到。换一个词试试。')}</p>;
  return (
    <ul className="canned">
      {found.map((reply) => (
        <li key={reply.key}>
          <b>/{reply.key}</b>
          <div className="canned-text">
            <MarkdownText text={reply.text} />
          </div>
          <div className="form-actions">
            <Button type="link" aria-label={t('修改“{word}”', { word: reply.key })} onClick={() => onEdit(reply.key)}>
              {t('修改')}
            </Button>
            <Button
              type="link"
              danger
              aria-label={t('删除“{word}”', { word: reply.key })}
              onClick={() => void remove(reply)}
            >
              {t('删除')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
