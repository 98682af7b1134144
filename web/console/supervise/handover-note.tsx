import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import { noteOf, useKeptText } from '../talk/kept-text.ts';
import { visitorName } from '../words.ts';
import { refreshHandover } from './supervise-queries.ts';

/** A note for the next shift: an ordinary note of the conversation, which the help pane shows too. */
export function HandoverNote({ talk }: { readonly talk: string }) {
  const [text, setText] = useKeptText(noteOf(talk));
  const [isOpen, setOpen] = useState(text !== '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function add(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await call('POST', `/talks/${encodeURIComponent(talk)}/note`, { text });
      setText('');
      setOpen(false);
      await Promise.all([refreshTalk(talk), refreshHandover()]);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (!isOpen) {
    return (
      <Button className="handed-write" type="link" onClick={() => setOpen(true)}>
        {t('写交班备注')}
      </Button>
    );
  }
  return (
    <div className="handed-write">
      <textarea
        className="area"
        rows={2}
        aria-label={t('给下一班的备注：{name}', { name: visitorName(talk) })}
        placeholder={t('写给下一班的话，用户看不到')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} loading={isBusy} onClick={() => void add()}>
        {t('记下备注')}
      </Button>
      <Button type="text" onClick={() => setOpen(false)}>
        {t('收起')}
      </Button>
      {problem && (
        <p className="gate-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
