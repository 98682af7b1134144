import '../../styles/chat-preview.css';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { t } from '../../../shared/t.ts';
import { messageOf } from '../../api/api-error.ts';
import { Field } from '../../parts/field.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useToasts } from '../../parts/toast.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import type { Canned } from '../types.ts';
import { changeCanned } from './change-canned.ts';

interface CannedSheetProps {
  /** The word of the reply that is changed; empty for a new one. */
  readonly word: string;
  readonly replies: readonly Canned[];
  readonly onClose: () => void;
}

/** One reply. Closing keeps what was typed; only saving forgets it. */
export function CannedSheet({ word, replies, onClose }: CannedSheetProps) {
  const toasts = useToasts();
  const [draft, keep] = useDraft<Canned>(`canned:${word}`);
  const stored = replies.find(({ key }) => key === word);
  const value = draft ?? stored ?? { key: '', text: '' };
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const wordProblem = problemOf(value.key, word, replies);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await changeCanned((list) => put(list, word, value));
      toasts.done(t('“{word}”已保存', { word: value.key }), () =>
        changeCanned((list) => (stored ? put(list, value.key, stored) : list.filter(({ key }) => key !== value.key))),
      );
      keep(undefined);
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <Sheet title={word === '' ? t('加一条快捷回复') : t('修改“{word}”', { word })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={t('快捷词')}
          hint={t('1 到 30 个字，不能有空格')}
          problem={value.key === '' ? undefined : wordProblem}
        >
          {(given) => (
            <Input
              {...given}
              data-first
              value={value.key}
              maxLength={30}
              autoComplete="off"
              onChange={(event) => keep({ ...value, key: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('内容')}
          hint={t('{count} / 2000 字，可以写列表、**加粗**和链接', { count: value.text.length })}
        >
          {(given) => (
            <textarea
              {...given}
              className="area"
              rows={5}
              maxLength={2000}
              value={value.text}
              onChange={(event) => keep({ ...value, text: event.target.value })}
            />
          )}
        </Field>
        {value.text.trim() !== '' && (
          <div className="chat">
            <p className="form-label">{t('用户看到的样子')}</p>
            <div className="chat-bubble chat-bubble-agent">
              <div className="chat-text">
                <MarkdownText text={value.text} />
              </div>
            </div>
          </div>
        )}
        <p className="form-problem" role="alert">
          {problem}
        </p>
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={isBusy}
          disabled={wordProblem !== undefined || value.text.trim() === ''}
        >
          {t('保存')}
        </Button>
      </form>
    </Sheet>
  );
}

/** In the place of the one with this word, else at the end. */
function put(list: readonly Canned[], word: string, reply: Canned): readonly Canned[] {
  const at = list.findIndex(({ key }) => key === word);
  return at < 0 ? [...list, reply] : list.with(at, reply);
}

function problemOf(typed: string, word: string, replies: readonly Canned[]): string | undefined {
  if (!/^[\p{L}\p{N}_-]{1,30}$/u.test(typed)) return t('只能有字、数字、- 和 _。');
  const isTaken = typed !== word && replies.some(({ key }) => key === typed);
  return isTaken ? t('已经有“{word}”了，请换一个词。', { word: typed }) : undefined;
}
