import { describe, expect, it } from 'vitest';
import { wantsPerson } from '../../../src/bot/understanding/wants-person.ts';
import { createNormalise } from '../../../src/text/normalise.ts';
import { demands, noDemands } from '../person-wordings.ts';

const normalise = createNormalise();

describe('the wish for a person', () => {
  it.each(Object.entries(demands))('is heard in %s words', (_tone, wordings) => {
    expect(wordings.filter((said) => !wantsPerson(normalise(said)))).toEqual([]);
  });

  it('is not heard where a person is only mentioned', () => {
    expect(noDemands.filter(({ said }) => wantsPerson(normalise(said)))).toEqual([]);
  });

  it('knows enough wordings of either side', () => {
    expect(Object.values(demands).flat().length).toBeGreaterThanOrEqual(80);
    expect(noDemands.length).toBeGreaterThanOrEqual(60);
  });
});
