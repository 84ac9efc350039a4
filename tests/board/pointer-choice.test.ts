import { expect, test } from 'vitest';
import { toPointerChoice } from '#app/_board/features/pointers/pointer-choice.ts';

test.each([
  ['nothing is stored', null, { share: true, see: true }],
  ['not to share', '{"share":false,"see":true}', { share: false, see: true }],
  ['not to share, by an earlier release', '{"tell":false,"see":true}', { share: false, see: true }],
  ['something else is stored', 'null', { share: true, see: true }],
])('a stored choice of pointers: %s', (_, stored, choice) => {
  expect(toPointerChoice(stored)).toEqual(choice);
});
