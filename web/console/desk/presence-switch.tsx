import { InputNumber, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { keys, usePresence } from '../api/desk-queries.ts';
import { queryClient } from '../api/query-client.ts';
import { useMe } from '../me.ts';
import { useToasts } from '../parts/toast.tsx';

/** What an agent takes at once unless they say otherwise. */
const USUAL = 3;

/** Whether I take conversations, and how many at once. */
export function PresenceSwitch() {
  const { id } = useMe();
  const { data: present, isPending } = usePresence();
  const toasts = useToasts();
  const mine = present?.find(({ agent }) => agent === id);
  const stored = mine?.capacity || USUAL;
  const [capacity, setCapacity] = useState(stored);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setCapacity(stored), [stored]);
  const available = mine?.available ?? false;
  const load = mine?.load ?? 0;

  async function set(next: { readonly available: boolean; readonly capacity: number }): Promise<void> {
    setBusy(true);
    try {
      await call('POST', '/presence', next);
      await queryClient.invalidateQueries({ queryKey: keys.presence });
    } catch (error) {
      toasts.failed(error);
      setCapacity(stored);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="presence">
      <Switch
        aria-label={t('接待')}
        checked={available}
        loading={isBusy || isPending}
        onChange={(next) => void set({ available: next, capacity })}
      />
      <span className="presence-words">
        {available ? t('接待中') : t('没有接待')} <b>{load}</b> /
      </span>
      <InputNumber
        aria-label={t('同时接待几个')}
        size="small"
        min={1}
        max={50}
        precision={0}
        value={capacity}
        onChange={(next) => setCapacity(next ?? stored)}
        onBlur={() => capacity !== stored && void set({ available, capacity })}
        onPressEnter={() => void set({ available, capacity })}
      />
    </div>
  );
}
