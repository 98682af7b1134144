import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import type { TalkView } from '../api/types.ts';
import { pathOf, usePlace } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import { CODES, channelName, codeName, stateName, visitorName } from '../words.ts';
import { DueSheet } from './due-sheet.tsx';
import { ReturnSheet } from './return-sheet.tsx';
import { TransferSheet } from './transfer-sheet.tsx';
import { useSteps } from './use-steps.ts';

type Open = 'transfer' | 'return' | 'follow-up' | 'snooze';

interface TalkHeaderProps {
  readonly talk: string;
  readonly view: TalkView | undefined;
  readonly onFind?: () => void;
}

/** Whose conversation it is, and what can be done with it. */
export function TalkHeader({ talk, view, onFind }: TalkHeaderProps) {
  const { id: me } = useMe();
  const { list } = usePlace();
  const [open, setOpen] = useState<Open>();
  const steps = useSteps(talk);
  const summary = view?.summary;
  const isMine = summary?.owner === me;
  const canClose = isMine || summary?.state === 'ticket' || summary?.state === 'follow_up';
  const closeItems = CODES.map((code) => ({
    key: code,
    label: codeName(code),
    onClick: () => void steps.close(code),
  }));
  const blocked = summary?.blocked ?? false;
  const more: MenuProps['items'] = [
    { key: 'find', label: t('在对话里找'), onClick: () => onFind?.(), className: 'narrow-item' },
    ...(isMine
      ? [
          { key: 'transfer', label: t('转接'), onClick: () => setOpen('transfer'), className: 'narrow-item' },
          { key: 'return', label: t('交回机器人'), onClick: () => setOpen('return'), className: 'narrow-item' },
          { key: 'follow-up', label: t('约个时间再看'), onClick: () => setOpen('follow-up') },
          { key: 'snooze', label: t('先放一放'), onClick: () => setOpen('snooze') },
        ]
      : []),
    {
      key: 'block',
      label: blocked ? t('恢复，可以再发消息') : t('停用，不能再发消息'),
      onClick: () => void steps.block(!blocked),
    },
  ];
  const close = (): void => setOpen(undefined);
  return (
    <header className="talk-header">
      <Link className="back" to={pathOf(list)} aria-label={t('返回列表')}>
        <Icon name="back" />
      </Link>
      {summary && (
        <span className={`channel channel-${summary.channel}`}>
          <Icon name={channelIcon(summary.channel)} size={16} />
        </span>
      )}
      <div className="talk-title">
        <h2>{visitorName(talk)}</h2>
        {summary && (
          <p>
            {channelName(summary.channel)} · {stateName(summary.state)}
          </p>
        )}
      </div>
      {summary && (
        <div className="talk-actions">
          <Link className="to-card" to={pathOf(list, talk, 'card')}>
            {t('个案卡')}
          </Link>
          {isMine && (
            <>
              <Button
                className="wide-only"
                type="text"
                icon={<Icon name="transfer" size={18} />}
                onClick={() => setOpen('transfer')}
              >
                {t('转接')}
              </Button>
              <Button
                className="wide-only"
                type="text"
                icon={<Icon name="returned" size={18} />}
                onClick={() => setOpen('return')}
              >
                {t('交回机器人')}
              </Button>
            </>
          )}
          <Button
            className="wide-only"
            type="text"
            icon={<Icon name="search" size={18} />}
            aria-label={t('在对话里找')}
            title="Ctrl F"
            onClick={onFind}
          />
          <Dropdown trigger={['click']} menu={{ items: more }}>
            <Button type="text" icon={<Icon name="more" />} aria-label={t('更多')} />
          </Dropdown>
          {canClose && (
            <Dropdown trigger={['click']} menu={{ items: closeItems }}>
              <Button>{t('结束')}</Button>
            </Dropdown>
          )}
        </div>
      )}
      {open === 'transfer' && <TransferSheet onClose={close} onChoose={steps.transfer} />}
      {open === 'return' && <ReturnSheet onClose={close} onReturn={steps.giveBack} />}
      {open === 'follow-up' && (
        <DueSheet
          title={t('约个时间再看')}
          hint={t('用户会看到约好的时间；到时候回到队伍最前面。')}
          onClose={close}
          onChoose={steps.followUp}
        />
      )}
      {open === 'snooze' && (
        <DueSheet
          title={t('先放一放')}
          hint={t('还是您的对话；用户说话，或者时间到了就回来。')}
          onClose={close}
          onChoose={steps.snooze}
        />
      )}
    </header>
  );
}
