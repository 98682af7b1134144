import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Answered, Picture } from '../../../src/bot/message.ts';
import { heldPictures } from '../../../src/bot/pictures/held-pictures.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { type Desk, openDesk } from '../../desk.ts';
import { memoryVault } from '../../memory-vault.ts';
import { openPictures } from '../../pictures.ts';
import { trainedKnowledge } from '../../trained.ts';

/** A new desk for each test of a file; the eyes, which take seconds to open, are those of the whole file. */
export function desks(): () => Desk {
  const { desk: eyes } = openPictures();
  const close = async (): Promise<void> => {};
  let knowledge: Knowledge;
  let desk: Desk;
  beforeAll(async () => {
    knowledge = await trainedKnowledge();
  });
  afterAll(async () => {
    await eyes.close();
    await knowledge.close();
  });
  beforeEach(async () => {
    desk = await openDesk(knowledge, { desk: { ...eyes, close }, vault: memoryVault(), held: heldPictures() });
  });
  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
  return () => desk;
}

/** A file as it comes from a phone. */
export const named = (bytes: Uint8Array, name = '图.jpg'): Picture => ({ name, bytes });

export const said = ({ messages }: Answered): string => messages.map(({ text }) => text).join('\n');

export const buttons = ({ messages }: Answered): readonly string[] => messages.flatMap(({ choices = [] }) => choices);

export const verdicts = ({ outcome }: Answered): readonly string[] => outcome.findings.map(({ verdict }) => verdict);
