import '../styles/supervise.css';
import { Button, Checkbox, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { usePresence } from '../api/desk-queries.ts';
import { useMe } from '../me.ts';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import { namesOf } from '../talk/say-event.ts';
import { useNow } from '../use-now.ts';
import { HandedCase } from './handed-case.tsx';
import { handoverText } from './handover-text.ts';
import { useHandover } from './supervise-queries.ts';
import { TextSheet } from './text-sheet.tsx';

/** Milliseconds: nothing here runs by the second, and there may be hundreds of cases. */
const COARSE = 30_000;

/** What the next shift goes on with. */
export function HandoverPage() {
  const { id: me } = useMe();
  const { data: present } = usePresence();
  const handover = useHandover();
  const toasts = useToasts();
  const [facesOnly, setFacesOnly] = useState(false);
  const [text, setText] = useState<string>();
  const names = useMemo(() => namesOf(present, me), [present, me]);
  const now = Math.floor(useNow() / COARSE) * COARSE;
  const all = handover.data?.cases ?? [];
  const faces = all.filter(({ isFace }) => isFace).length;
  const shown = facesOnly ? all.filter(({ isFace }) => isFace) : all;

  async function copy(): Promise<void> {
    const made = handoverText(shown, namesOf(present), now);
    try {
      await navigator.clipboard.writeText(made);
      toasts.done(t('已复制 {count} 个对话，号码都是打码的', { count: shown.length }));
    } catch {
      // Without HTTPS, or where the browser does not allow it, it is copied by hand.
      setText(made);
    }
  }

  return (
    <div className="handover">
      <header className="page-head">
        <h2>{t('交班')}</h2>
        {handover.data && (
          <p className="handover-count">
            {t('{count} 个没有结束，其中人脸核验 {faces} 个', { count: all.length, faces })}
          </p>
        )}
        <Checkbox checked={facesOnly} onChange={({ target }) => setFacesOnly(target.checked)}>
          {t('只看人脸核验')}
        </Checkbox>
        <Button icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {t('打印')}
        </Button>
        <Button icon={<Icon name="copy" size={18} />} disabled={shown.length === 0} onClick={() => void copy()}>
          {t('复制为文字')}
        </Button>
      </header>
      {handover.error !== null && (
        <p className="list-problem" role="alert">
          {messageOf(handover.error)}
          <Button onClick={() => void handover.refetch()}>{t('重试')}</Button>
        </p>
      )}
      {handover.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {handover.data && shown.length === 0 && (
        <p className="panel page-empty">
          {facesOnly
            ? t('没有未结束的人脸核验。')
            : t('没有要交给下一班的对话。还没结束的对话和没有回答的留言，会出现在这里。')}
        </p>
      )}
      <ol className="handed-list">
        {shown.map((one) => (
          <HandedCase key={one.summary.talk} one={one} names={names} now={now} />
        ))}
      </ol>
      {text !== undefined && <TextSheet text={text} onClose={() => setText(undefined)} />}
    </div>
  );
}
