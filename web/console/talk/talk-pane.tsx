import '../styles/talk.css';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { ApiError, messageOf } from '../api/api-error.ts';
import { useTalk } from '../api/desk-queries.ts';
import type { TalkView } from '../api/types.ts';
import { PictureSheet } from '../help/picture-sheet.tsx';
import { useMe } from '../me.ts';
import { useToasts } from '../parts/toast.tsx';
import { Composer } from './composer.tsx';
import { giveBackText, useKeptText } from './kept-text.ts';
import { Log } from './log.tsx';
import { sendAgain, sendLine, useOutbox } from './outbox.ts';
import { StateBar } from './state-bar.tsx';
import { TalkHeader } from './talk-header.tsx';
import { openDraft, textOfDraft } from './timeline.ts';
import { useReadMark } from './use-read-mark.ts';

/** A conversation: what was said, and what one says next. */
export function TalkPane({ talk }: { readonly talk: string }) {
  const { data: view, error, isPending, refetch } = useTalk(talk);
  if (view) return <Shown view={view} />;
  return (
    <main className="talk-pane">
      <TalkHeader talk={talk} view={undefined} />
      <div className="log log-waiting">
        {isPending ? (
          <>
            <Skeleton active title={false} paragraph={{ rows: 2, width: ['50%', '35%'] }} />
            <Skeleton active title={false} paragraph={{ rows: 3, width: ['70%', '70%', '40%'] }} />
          </>
        ) : (
          <div className="list-problem" role="alert">
            {messageOf(error)}
            {!(error instanceof ApiError && error.status === 404) && (
              <Button onClick={() => refetch()}>{t('重试')}</Button>
            )}
          </div>
        )}
      </div>
    </main>
  );
}

function Shown({ view }: { readonly view: TalkView }) {
  const { summary, messages } = view;
  const { talk, owner, seq } = summary;
  const { id: me } = useMe();
  const toasts = useToasts();
  const [text, setText] = useKeptText(talk);
  const [picture, showPicture] = useState<string>();
  const [dismissed, dismiss] = useState(0);
  const [finds, setFinds] = useState(false);
  const isMine = owner === me;
  const draft = openDraft(view);
  const shownDraft = draft && draft.nth > dismissed ? draft : undefined;
  const outbox = useOutbox(me, talk);
  // Its event may come before the answer that confirms it.
  const pending = outbox.filter(
    (one) => !messages.some((line) => line.by === 'agent' && line.seq > one.after && line.text === one.text),
  );

  useReadMark(view, isMine);

  const adopt =
    isMine && shownDraft
      ? () => {
          const added = textOfDraft(shownDraft);
          setText(text.trim() === '' ? added : `${text}\n${added}`);
          dismiss(shownDraft.nth);
          document.querySelector<HTMLElement>('.composer textarea')?.focus();
        }
      : undefined;

  const refused = (unsent: string, problem: ApiError): void => {
    giveBackText(me, talk, unsent);
    toasts.failed(problem);
  };
  return (
    <main className="talk-pane">
      <TalkHeader talk={talk} view={view} onFind={() => setFinds(true)} />
      <Log
        view={view}
        finds={finds}
        onFind={setFinds}
        pending={pending}
        draft={shownDraft}
        onAdopt={adopt}
        onDismiss={() => dismiss(shownDraft?.nth ?? 0)}
        onRetry={(outgoing) => sendAgain(outgoing, refused)}
        onPicture={showPicture}
      />
      {!isMine && <StateBar view={view} />}
      {(isMine || text.trim() !== '') && (
        <Composer
          summary={summary}
          channelWindow={view.window}
          isMine={isMine}
          text={text}
          onText={setText}
          onAdopt={adopt}
          onSend={(said, pictures) => sendLine({ agent: me, talk, text: said, pictures, after: seq }, refused)}
        />
      )}
      {picture !== undefined && <PictureSheet view={view} id={picture} onClose={() => showPicture(undefined)} />}
    </main>
  );
}
