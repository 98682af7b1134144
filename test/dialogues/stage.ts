import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { memoryLock } from '../../src/adapters/lock/memory-lock.ts';
import { createAssistant } from '../../src/bot/assistant.ts';
import type { Answered } from '../../src/bot/message.ts';
import type { TalkRecord } from '../../src/bot/talk-record.ts';
import { createTurn } from '../../src/bot/turn.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { alone } from '../alone.ts';
import { checks } from '../checks.ts';
import { AT, type Desk, openDesk, talk } from '../desk.ts';
import { hear } from '../hearing.ts';
import { openPictures } from '../pictures.ts';

/** A desk with one conversation whose process can end and begin anew over the same store. */
export interface Stage extends Pick<Desk, 'store' | 'seal' | 'close'> {
  readonly faults: unknown[];
  say(text: string, id?: string): Promise<Answered>;
  restart(): void;
  record(): Promise<TalkRecord>;
}

export async function openStage(knowledge: Knowledge): Promise<Stage> {
  const { store, seal, close } = await openDesk(knowledge);
  const faults: unknown[] = [];
  const pictures = openPictures();
  let [said, tickets] = [0, 0];
  const begin = () =>
    createTurn({
      store,
      seal,
      vault: pictures.vault,
      lock: memoryLock(),
      bus: memoryBus(),
      assistant: createAssistant({
        knowledge,
        checks,
        pictures,
        desk: alone,
        hear,
        newTicket: () => ({ id: `L-STAGE-${++tickets}` }),
      }),
      onFault: (error) => faults.push(error),
    });
  let receive = begin();
  return {
    store,
    seal,
    faults,
    close,
    say: (text, id = `s${++said}`) => receive({ id, at: AT, talk, text }),
    restart() {
      receive = begin();
    },
    async record() {
      const record = await store.byTalk(talk);
      if (!record) throw new Error('The conversation is gone');
      return record;
    },
  };
}

/** Everything that the store holds of the conversation, as one text to search. */
export async function keptBy(stage: Stage): Promise<string> {
  const record = await stage.record();
  const [lines, gaps, open, done] = await Promise.all([
    stage.store.lines(record.id, 0, 1000),
    stage.store.gaps(1000),
    stage.store.tickets({ done: false }),
    stage.store.tickets({ done: true }),
  ]);
  return JSON.stringify([record, lines, gaps, open, done]);
}
