import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { useMe } from '../me.ts';
import { Sheet } from '../parts/sheet.tsx';
import { agentName, visitorName } from '../words.ts';
import type { OnWall } from './types.ts';

interface AssignSheetProps {
  readonly talk: string;
  /** Who has it, or is rung at for it. */
  readonly at: string | null;
  readonly agents: readonly OnWall[];
  readonly onClose: () => void;
  readonly onChoose: (to: string | null, name: string) => Promise<boolean>;
}

/** To whom a supervisor gives a conversation: who is there, and has the most room. */
export function AssignSheet({ talk, at, agents, onClose, onChoose }: AssignSheetProps) {
  const { id: me } = useMe();
  const [isBusy, setBusy] = useState(false);
  const free = agents
    .filter(({ agent, available, isGone }) => available && !isGone && agent !== me && agent !== at)
    .toSorted((a, b) => a.load / (a.capacity || 1) - b.load / (b.capacity || 1));

  async function choose(to: string | null, name: string): Promise<void> {
    setBusy(true);
    if (await onChoose(to, name)) onClose();
    else setBusy(false);
  }

  return (
    <Sheet title={t('指派 {name}', { name: visitorName(talk) })} onClose={onClose}>
      <p className="sheet-hint">{t('会给对方振铃 30 秒；没有接起，就回到队伍里。')}</p>
      {free.length === 0 && <p className="list-empty">{t('现在没有别的客服在接待。您可以自己接手。')}</p>}
      <ul className="choose">
        {free.map(({ agent, number, name, load, capacity }, nth) => (
          <li key={agent}>
            <button
              type="button"
              disabled={isBusy}
              data-first={nth === 0 ? true : undefined}
              onClick={() => void choose(agent, `${agentName(number)} ${name}`)}
            >
              <b>{agentName(number)}</b>
              <span>{name}</span>
              <small>
                {t('{load} / {capacity} 个对话', { load, capacity })}
                {load >= capacity && ` · ${t('已满')}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {at !== null && (
        <Button block disabled={isBusy} onClick={() => void choose(null, '')}>
          {t('放回队伍')}
        </Button>
      )}
    </Sheet>
  );
}
