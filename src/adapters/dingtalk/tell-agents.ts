import type { TalkRecord } from '../../bot/talk-record.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { AgentCalls } from './agent-calls.ts';

/** Milliseconds after which it is forgotten that a group was told. */
const REMEMBERED = 7 * 24 * 3_600_000;
/** Milliseconds for which one instance keeps the others from telling it, too. */
const HELD = 30_000;
/** Milliseconds until it is tried again after DingTalk did not take it. */
const AGAIN = 30_000;

interface TellAgentsParts extends Pick<VendorParts, 'store' | 'bus' | 'time'> {
  readonly calls: AgentCalls;
  readonly onFault: (error: unknown) => void;
}

/** Tells a group of agents once of everybody who begins to wait for a person, whatever channel they came by; gives what ends it. */
export function tellAgents({ store, bus, time, calls, onFault }: TellAgentsParts): () => void {
  const { vendor } = store;
  const told = new Set<string>();
  let looking = false;
  let again = false;
  let callOff: (() => void) | undefined;

  const tell = async (record: TalkRecord): Promise<void> => {
    const name = `dingtalk:told:${record.id}:${record.case.waitingSince}`;
    if (told.has(name)) return;
    const now = time.now();
    const at = now.toISOString();
    const isTold = (await vendor.recall(name, at)) !== undefined;
    if (!isTold) {
      if (!(await vendor.hold(name, at, new Date(now.getTime() + HELD).toISOString()))) return;
      await calls.call(record);
      await vendor.remember(name, 'told', new Date(now.getTime() + REMEMBERED).toISOString(), at);
    }
    told.add(name);
  };
  const look = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        const waiting = await store.cases(['queued', 'ringing']);
        for (const record of waiting) await tell(record);
        calls.keep(new Set(waiting.map(({ id }) => id)));
        if (waiting.length === 0) told.clear();
      }
    } catch (error) {
      onFault(error);
      callOff ??= time.after(AGAIN, () => {
        callOff = undefined;
        void look();
      });
    } finally {
      looking = false;
    }
  };
  const unsubscribe = bus.subscribeAll((_talk, note) => {
    if (!note) void look();
  });
  void look();
  return () => {
    unsubscribe();
    callOff?.();
  };
}
