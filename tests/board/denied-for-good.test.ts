import { expect, test } from 'vitest';
import { isDeniedForGood } from '../../app/_board/core/store/board-state.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';

test.each<[RejectionCode, boolean]>([
  ['debate_not_found', true],
  ['removed', true],
  ['banned', true],
  ['unavailable', false],
  ['server_outdated', false],
])('a connection refused with %s is denied for good: %s', (code, isForGood) => {
  expect(isDeniedForGood({ kind: 'refused', rejection: { code } })).toBe(isForGood);
});

test('a connection that is lost is not denied', () => {
  expect(isDeniedForGood({ kind: 'reconnecting', since: 0 })).toBe(false);
});
