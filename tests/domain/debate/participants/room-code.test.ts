import { describe, expect, test } from 'vitest';
import { formatRoomCode, roomCode } from '#domain/debate/participants/room-code.ts';

test('a room code is written in two parts', () => {
  expect(formatRoomCode('abcdefgh')).toBe('abcd-efgh');
});

describe('the code for a room', () => {
  const code = { kind: 'code', role: 'debater', token: 'NEWEST00', limit: null, uses: 3 } as const;

  test.each([
    ['the newest', [code, { ...code, token: 'OLDER000' }], 'NEWEST00'],
    [
      'none that makes moderators',
      [
        { ...code, role: 'moderator' as const },
        { ...code, token: 'OLDER000' },
      ],
      'OLDER000',
    ],
    ['also one with which people only read', [{ ...code, role: 'observer' as const }], 'NEWEST00'],
    [
      'the one with the highest role, though others are newer',
      [
        { ...code, role: 'observer' as const },
        { ...code, role: 'suggester' as const, token: 'SECOND00' },
        { ...code, token: 'DEBATER0' },
        { ...code, token: 'OLDER000' },
        { ...code, role: 'suggester' as const, token: 'OLDEST00' },
      ],
      'DEBATER0',
    ],
    ['none of the owner', [{ ...code, role: 'owner' as const }], null],
    ['no link', [{ ...code, kind: 'link' as const }], null],
    ['none that is used up', [{ ...code, limit: 3 }], null],
    ['one that is not', [{ ...code, limit: 4 }], 'NEWEST00'],
    ['none made under another secret', [{ ...code, token: null }], null],
  ])('[KT3] is %s', (_, invitations, shown) => expect(roomCode(invitations)).toBe(shown));
});
