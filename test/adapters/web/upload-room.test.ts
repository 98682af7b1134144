import { expect, it } from 'vitest';
import { UploadRoom } from '../../../src/adapters/web/upload-room.ts';

it('has room for so many bytes at once', () => {
  const room = new UploadRoom(10);
  expect([room.take(6), room.take(5), room.take(4), room.take(1)]).toEqual([true, false, true, false]);
  room.give(6);
  expect([room.taken, room.take(6)]).toEqual([4, true]);
});
