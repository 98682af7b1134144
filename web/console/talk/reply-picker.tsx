import { t } from '../../shared/t.ts';
import { useReplies } from '../api/desk-queries.ts';
import type { CannedReply } from '../api/types.ts';
import { findReplies, previewOf, shownKey } from '../help/find-replies.ts';

/** What is shown at most: more is found by typing on. */
const MOST = 8;

/** Replies for what stands behind the `/`; none while nobody looks for one. */
export function useFoundReplies(wanted: string | undefined): readonly CannedReply[] {
  const { data = [] } = useReplies();
  return wanted === undefined ? [] : findReplies(data, wanted).slice(0, MOST);
}

interface ReplyPickerProps {
  readonly found: readonly CannedReply[];
  readonly picked: number;
  readonly onChoose: (reply: CannedReply) => void;
}

/** Opened by `/` in the composer: the arrows choose, Enter takes. */
export function ReplyPicker({ found, picked, onChoose }: ReplyPickerProps) {
  return (
    <div className="reply-picker">
      {found.length === 0 && <p>{t('没有这样的快捷回复。按 Esc 就当普通文字。')}</p>}
      <ul aria-label={t('快捷回复')}>
        {found.map((reply, at) => (
          <li key={`${reply.entry} ${reply.key}`}>
            <button type="button" aria-current={at === picked ? 'true' : undefined} onClick={() => onChoose(reply)}>
              <b>{shownKey(reply)}</b>
              <span className="reply-line">{previewOf(reply)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
