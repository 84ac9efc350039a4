import { expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { jsonMembers, SKIPPED } from '../../server/services/privacy/json-members.ts';

test('members written in pieces are those that JSON.stringify writes, without the records that are skipped', () => {
  const rest = { id: 'a"b', at: new Date(0), none: null, left: undefined, empty: [], nested: { list: [1] } };
  const long = Array.from({ length: 30 }, (_, nth) => ({ nth, text: 'x'.repeat(9_000) }));
  const pieces = finish(
    jsonMembers({ ...rest, long: [SKIPPED, ...long, SKIPPED], skipped: [SKIPPED], last: 1 }),
  );
  expect(`{${pieces.join('')}}`).toBe(JSON.stringify({ ...rest, long, skipped: [], last: 1 }));
  expect(pieces.length).toBeGreaterThan(3);
});
