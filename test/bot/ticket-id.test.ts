import { expect, it } from 'vitest';
import { newTicketId } from '../../src/bot/ticket-id.ts';

it('is a number that can be read out, and no two are alike', () => {
  const ids = Array.from({ length: 2000 }, newTicketId);
  expect(new Set(ids).size).toBe(2000);
  for (const id of ids) expect(id).toMatch(/^L-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
