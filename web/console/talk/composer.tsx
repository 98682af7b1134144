import { Button, Segmented } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import type { Summary, TalkView } from '../api/types.ts';
import { rich } from '../locale/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import { channelName, visitorName } from '../words.ts';
import { ChannelWindow } from './channel-window.tsx';
import { noteOf, useKeptText } from './kept-text.ts';
import { ReplyPicker, useFoundReplies } from './reply-picker.tsx';
import { TYPES, usePictures } from './use-pictures.ts';
import { useSayTyping } from './use-say-typing.ts';

/** Characters of one message. */
const MOST = 2_000;

interface ComposerProps {
  readonly summary: Summary;
  /** What its channel still takes. */
  readonly channelWindow: TalkView['window'];
  /** Without it, what was typed stays, but cannot be sent. */
  readonly isMine: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onAdopt: (() => void) | undefined;
  readonly onSend: (text: string, pictures: readonly string[]) => void;
}

/** What one says next: to the person, or to colleagues. */
export function Composer({
  summary: { talk, channel },
  channelWindow,
  isMine,
  onAdopt,
  onSend,
  ...reply
}: ComposerProps) {
  const toasts = useToasts();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isNote, setNote] = useState(false);
  // Apart from each other: what is meant for colleagues never stands where it could be sent to the person.
  const [note, setNoteText] = useKeptText(noteOf(talk));
  const [text, onText] = isNote ? [note, setNoteText] : [reply.text, reply.onText];
  const [isBusy, setBusy] = useState(false);
  const pictures = usePictures(talk);
  const sayTyping = useSayTyping(talk);
  const chooser = useRef<HTMLInputElement>(null);
  const [picked, pick] = useState(0);
  const [isPickerClosed, closePicker] = useState(false);
  const wanted = !isNote && !isPickerClosed && /^\/[^\n]*$/.test(text) ? text.slice(1) : undefined;
  const found = useFoundReplies(wanted);
  const length = [...text].length;
  const canSend =
    (isMine || isNote) &&
    (text.trim() !== '' || (!isNote && pictures.pictures.length > 0)) &&
    length <= MOST &&
    !isBusy &&
    !pictures.isBusy &&
    wanted === undefined;

  useEffect(() => {
    if (isMine && window.matchMedia('(min-width: 900px)').matches) field.current?.focus();
  }, [isMine]);

  async function send(): Promise<void> {
    if (!canSend) return;
    if (!isNote) {
      onText('');
      onSend(
        text,
        pictures.pictures.map(({ id }) => id),
      );
      pictures.clear();
      return;
    }
    setBusy(true);
    try {
      await call('POST', `/talks/${encodeURIComponent(talk)}/note`, { text });
      onText('');
      await refreshTalk(talk);
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
    }
  }

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (wanted !== undefined && found.length > 0) {
      const chosen = found[Math.min(picked, found.length - 1)];
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        pick((now) => (now + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
        return;
      }
      if (key === 'Enter' && chosen) {
        event.preventDefault();
        onText(chosen.text);
        return;
      }
    }
    if (key === 'Escape' && wanted !== undefined) closePicker(true);
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (key === 'Enter' && event.altKey && onAdopt) {
      event.preventDefault();
      onAdopt();
    }
  };

  const change = (next: string): void => {
    if (!next.startsWith('/')) closePicker(false);
    pick(0);
    onText(next);
    if (isMine && !isNote && next.trim() !== '') sayTyping();
  };
  return (
    <section className={isNote ? 'composer composer-note' : 'composer'} aria-label={t('输入')}>
      {wanted !== undefined && <ReplyPicker found={found} picked={picked} onChoose={(reply) => onText(reply.text)} />}
      <div className="composer-top">
        <Segmented
          size="small"
          value={isNote ? 'note' : 'reply'}
          options={[
            { value: 'reply', label: t('回复') },
            { value: 'note', label: t('内部备注') },
          ]}
          onChange={(mode) => setNote(mode === 'note')}
        />
        <p>
          {isNote
            ? t('只有同事能看到')
            : rich('发给 {visitor} · {channel}', {
                visitor: <b>{visitorName(talk)}</b>,
                channel: channelName(channel),
              })}
        </p>
        {!isNote && <ChannelWindow window={channelWindow} />}
      </div>
      {!isMine && !isNote && (
        <p className="composer-kept">{t('这个对话现在不是您在接待。写到一半的内容保留在这里。')}</p>
      )}
      <textarea
        ref={field}
        rows={2}
        aria-label={isNote ? t('内部备注') : t('发给{visitor}的内容', { visitor: visitorName(talk) })}
        placeholder={isNote ? t('写给同事的话，用户看不到') : t('输入回复，/ 找快捷回复。写到一半离开也会保留')}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (isNote || !isMine || files.length === 0) return;
          event.preventDefault();
          void pictures.add(files);
        }}
      />
      {!isNote && pictures.pictures.length > 0 && (
        <ul className="composer-pictures" aria-label={t('一起发送的图片')}>
          {pictures.pictures.map(({ id, name }) => (
            <li key={id} className="composer-picture">
              <Icon name="picture" size={16} />
              <span>{name}</span>
              <button
                type="button"
                className="quiet"
                aria-label={t('不发送 {name}', { name })}
                onClick={() => pictures.remove(id)}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="composer-bottom">
        {!isNote && isMine && (
          <>
            <Button
              type="text"
              icon={<Icon name="picture" />}
              aria-label={t('放图片')}
              loading={pictures.isBusy}
              onClick={() => chooser.current?.click()}
            />
            <input
              ref={chooser}
              type="file"
              hidden
              multiple
              accept={TYPES}
              onChange={(event) => {
                void pictures.add([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </>
        )}
        <span className={length > MOST ? 'composer-count too-long' : 'composer-count'}>
          {length > MOST
            ? t('多了 {count} 个字，请删减', { count: length - MOST })
            : t('{length} / {most} 字', { length, most: MOST })}
        </span>
        <Button type="primary" disabled={!canSend} loading={isBusy} onClick={() => void send()}>
          {isNote ? t('记下') : t('发送')} <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </section>
  );
}
