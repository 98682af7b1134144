import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { openPeopleDesk, type PeopleDesk } from './people-desk.ts';

/** Registers a desk of its own for each test of a file, that may have had no faults. */
export function peopleStage(): { readonly desk: PeopleDesk } {
  let knowledge: Knowledge;
  let desk: PeopleDesk;
  beforeAll(async () => {
    knowledge = await trainedKnowledge();
  });
  afterAll(() => knowledge.close());
  beforeEach(async () => {
    desk = await openPeopleDesk(knowledge);
  });
  afterEach(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });
  return {
    get desk() {
      return desk;
    },
  };
}
