import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk, usePresence } from '../api/desk-queries.ts';
import type { Note } from '../api/types.ts';
import { useMe } from '../me.ts';
import { noteOf, useKeptText } from '../talk/kept-text.ts';
import { namesOf } from '../talk/say-event.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';

interface NotesProps {
  readonly talk: string;
  readonly notes: readonly Note[];
}

/** What colleagues write for each other, the latest first. Also on conversations that somebody else has. */
export function Notes({ talk, notes }: NotesProps) {
  const { id: me } = useMe();
  const { data: present } = usePresence();
  const now = useNow();
  const [text, setText] = useKeptText(noteOf(talk));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const names = namesOf(present, me);

  async function add(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await call('POST', `/talks/${encodeURIComponent(talk)}/note`, { text });
      setText('');
      await refreshTalk(talk);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="notes">
      <textarea
        className="area"
        rows={2}
        aria-label={t('写备注')}
        placeholder={t('写给同事的话，用户看不到')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} loading={isBusy} onClick={() => void add()}>
        {t('记下备注')}
      </Button>
      {problem && (
        <p className="gate-problem" role="alert">
          {problem}
        </p>
      )}
      {notes.length === 0 && <p className="list-empty">{t('还没有备注。写下的备注同事都能看到。')}</p>}
      <ul>
        {notes.toReversed().map(({ nth, at, author, body }) => (
          <li key={nth} className="note">
            <p className="turn-head">
              {names(author)} <time>{timeOf(at, now)}</time>
            </p>
            <p>{String(body.text ?? '')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
