import { Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useReplies } from '../api/desk-queries.ts';
import { pathOf, usePlace } from '../desk/place.ts';
import { Icon } from '../parts/icon.tsx';
import { useKeptText } from '../talk/kept-text.ts';
import { findReplies, previewOf, shownKey } from './find-replies.ts';

/** Replies that need not be typed: one press puts them into the composer, to be read once more and sent. */
export function Replies({ talk }: { readonly talk: string }) {
  const [wanted, want] = useState('');
  const { data, error } = useReplies();
  const [text, setText] = useKeptText(talk);
  const { list, isCard } = usePlace();
  const navigate = useNavigate();
  const found = findReplies(data ?? [], wanted);

  function take(reply: string): void {
    setText(text.trim() === '' || text.startsWith('/') ? reply : `${text}\n${reply}`);
    // On a narrow screen the composer is behind this pane.
    if (isCard) void navigate(pathOf(list, talk));
    document.querySelector<HTMLElement>('.composer textarea')?.focus();
  }

  return (
    <div className="replies">
      <Input
        value={wanted}
        allowClear
        aria-label={t('找快捷回复')}
        placeholder={t('找快捷回复')}
        prefix={<Icon name="search" size={16} />}
        onChange={(event) => want(event.target.value)}
      />
      {error && (
        <p className="list-problem" role="alert">
          {messageOf(error)}
        </p>
      )}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {data && found.length === 0 && (
        <p className="list-empty">{t('没有找到。换一个词，或者按条目号找，例如 第8条。')}</p>
      )}
      <ul>
        {found.map((reply) => (
          <li key={`${reply.entry} ${reply.key}`}>
            <button type="button" onClick={() => take(reply.text)}>
              <span className="reply-head">
                <b>{shownKey(reply)}</b>
                <span className="chip">
                  {reply.entry === null ? t('团队') : t('第{entry}条', { entry: reply.entry })}
                </span>
              </span>
              <span className="reply-text">{previewOf(reply)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
