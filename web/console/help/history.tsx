import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { t, written } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import { shownText } from '../talk/shown-text.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { channelName, codeName, reasonName, stateName } from '../words.ts';
import { EarlierLog } from './earlier-log.tsx';
import { type EarlierTalk, useHistory } from './history-queries.ts';

/** What the same person said before, in other conversations; one of them opens in place, to be read. */
export function History({ talk }: { readonly talk: string }) {
  const { data: talks, error, refetch } = useHistory(talk);
  const [opened, open] = useState<string>();
  if (opened !== undefined) return <EarlierLog talk={opened} onClose={() => open(undefined)} />;
  return (
    <div className="history">
      {error && (
        <p className="list-problem" role="alert">
          {messageOf(error)} <Button onClick={() => refetch()}>{t('重试')}</Button>
        </p>
      )}
      {!talks && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {talks?.length === 0 && (
        <p className="list-empty">{t('没有找到同一个人以前的对话。所在的网站签名说明登录的是谁，才找得到。')}</p>
      )}
      <ul>
        {talks?.map((one) => (
          <li key={one.talk}>
            <Earlier one={one} onOpen={() => open(one.talk)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Earlier({ one, onOpen }: { readonly one: EarlierTalk; readonly onOpen: () => void }) {
  const now = useNow();
  const { channel, state, reason, code, entry, lastAt, lines } = one;
  return (
    <button type="button" className="earlier-talk" onClick={onOpen}>
      <span className="earlier-head">
        <Icon name={channelIcon(channel)} size={16} />
        <span className="hidden">{channelName(channel)}</span>
        <b>{code ? codeName(code) : stateName(state)}</b>
        <time dateTime={lastAt}>{timeOf(lastAt, now)}</time>
      </span>
      {(reason || entry) && (
        <span className="earlier-about">
          {reason && <span className="chip">{reasonName(reason)}</span>}
          {entry && <span>{t('第{number}条 {title}', { number: entry.number, title: written(entry.title) })}</span>}
        </span>
      )}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it is.
        <span key={at} className="earlier-line">
          <b>{sayBy(line.by)}</b> {shownText(line)}
        </span>
      ))}
    </button>
  );
}

function sayBy(by: EarlierTalk['lines'][number]['by']): string {
  if (by === 'user') return t('用户');
  if (by === 'bot') return t('机器人');
  return by === 'agent' ? t('客服') : t('系统');
}
