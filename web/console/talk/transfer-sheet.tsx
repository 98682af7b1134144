import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { usePresence } from '../api/desk-queries.ts';
import { useMe } from '../me.ts';
import { Sheet } from '../parts/sheet.tsx';
import { agentName } from '../words.ts';

interface TransferSheetProps {
  readonly onClose: () => void;
  readonly onChoose: (to: string | null, name: string) => Promise<boolean>;
}

/** To whom a conversation goes: colleagues who take conversations first. */
export function TransferSheet({ onClose, onChoose }: TransferSheetProps) {
  const { id: me } = useMe();
  const { data: present = [] } = usePresence();
  const [isBusy, setBusy] = useState(false);
  const others = present
    .filter(({ agent, available }) => agent !== me && available)
    .sort((a, b) => a.load / (a.capacity || 1) - b.load / (b.capacity || 1));

  async function choose(to: string | null, name: string): Promise<void> {
    setBusy(true);
    if (await onChoose(to, name)) onClose();
    else setBusy(false);
  }

  return (
    <Sheet title={t('转接')} onClose={onClose}>
      <p className="sheet-hint">{t('会给对方振铃 30 秒；没有接起，就回到队伍最前面。')}</p>
      {others.length === 0 && (
        <p className="list-empty">{t('现在没有别的客服在接待。可以放回队伍，或者约个时间再看。')}</p>
      )}
      <ul className="choose">
        {others.map(({ agent, number = 0, name = '', load, capacity }, at) => (
          <li key={agent}>
            <button
              type="button"
              disabled={isBusy}
              data-first={at === 0 ? true : undefined}
              onClick={() => void choose(agent, `${agentName(number)} ${name}`)}
            >
              <b>{agentName(number)}</b>
              <span>{name}</span>
              <small>{t('{load} / {capacity} 个对话', { load, capacity: capacity ?? '' })}</small>
            </button>
          </li>
        ))}
      </ul>
      <Button block disabled={isBusy} onClick={() => void choose(null, '')}>
        {t('放回队伍最前面')}
      </Button>
    </Sheet>
  );
}
