import { expect, test } from 'vitest';
import { formatRoomCode } from '#domain/debate/participants/room-code.ts';

test('a room code is written in two parts', () => {
  expect(formatRoomCode('abcdefgh')).toBe('abcd-efgh');
});
