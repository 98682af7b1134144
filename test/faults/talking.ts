import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { openStore, type StorePlace } from '../../src/adapters/store/open-store.ts';
import { lookAtDesk } from '../../src/bot/desk-view.ts';
import type { Answered, Talk } from '../../src/bot/message.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { layFoundation, type OwnFoundation } from '../../src/foundation.ts';
import { lightAssistant } from '../people/crash/light-assistant.ts';

/** Whoever says something tries again with the same id this often, as widgets and vendors do. */
const TRIES = 100;
const EVERY = 100;

/** A service without its doors: its store, locks and bus as it lays them, and people who say things. */
export interface Talking {
  readonly foundation: OwnFoundation;
  /** What the log was told. */
  readonly faults: readonly unknown[];
  /** Once. */
  say(person: string, id: string): Promise<Answered>;
  /** Until it is acknowledged. */
  insist(person: string, id: string): Promise<Answered>;
  /** That every acknowledged message is there once, in order, with its answer once, and is answered the same again. */
  check(): Promise<void>;
}

export async function openTalking(place: StorePlace, people: readonly string[]): Promise<Talking> {
  const faults: unknown[] = [];
  const foundation = await layFoundation(
    { ...place, vaultKey: undefined },
    () => openStore(place),
    (error) => faults.push(error),
  );
  onTestFinished(() => foundation.close());
  const { store } = foundation;
  const assistant = lightAssistant(lookAtDesk(store));
  const turn = createTurn({ ...foundation, assistant, onFault: (error) => faults.push(error) });
  const talkOf = (person: string): Talk => ({ channel: 'wechat', room: person, user: person });
  for (const person of people) {
    await store.open({ id: person, talk: talkOf(person), at: now(), tokenHash: null, welcome: [] });
  }
  const acknowledged = new Map<string, Answered>();

  async function say(person: string, id: string): Promise<Answered> {
    const answered = await turn({ id, at: now(), talk: talkOf(person), text: `问题 ${id}` });
    acknowledged.set(`${person} ${id}`, answered);
    return answered;
  }

  return {
    foundation,
    faults,
    say,
    async insist(person, id) {
      for (let nth = 1; ; nth++) {
        try {
          return await say(person, id);
        } catch (error) {
          if (nth === TRIES) throw error;
          await pause(EVERY);
        }
      }
    },
    async check() {
      for (const person of people) {
        const lines = await store.lines(person, 0, 10_000);
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1));
        const own = [...acknowledged].filter(([key]) => key.startsWith(`${person} `));
        for (const [key, answered] of own) {
          const [, id = ''] = key.split(' ');
          expect(lines.filter(({ by, text }) => by === 'user' && text === `问题 ${id}`)).toHaveLength(1);
          expect(lines.filter(({ by, text }) => by === 'bot' && text === `收到：问题 ${id}`)).toHaveLength(1);
          for (const message of answered.messages) expect(lines).toContainEqual(message);
          expect(JSON.stringify(await say(person, id))).toBe(JSON.stringify(answered));
        }
        expect(lines.filter(({ by }) => by === 'user')).toHaveLength(own.length);
      }
    },
  };
}

function now(): string {
  return new Date().toISOString();
}

/** The codes of what the log was told, the causes of it included. */
export function codesOf(faults: readonly unknown[]): ReadonlySet<unknown> {
  const all = faults.flatMap((fault) => {
    const { code, cause } = fault as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
    return [code, cause?.code];
  });
  return new Set(all.filter((code) => code !== undefined));
}
