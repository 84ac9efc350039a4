import { expect, test } from 'vitest';
import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
import { titleOfMotion } from '../../../../app/new/title-of-motion.ts';

test.each([
  ['Cars in the centre', 'Our city should close its centre.', true],
  ['Our city', 'Our city should close its centre.', true],
  ['Our city should close its centre', 'Our city should close its centre.', false],
  ['城市应该关闭中心', '城市应该关闭中心。', false],
  ['هل نغلق المركز', 'هل نغلق المركز؟', false],
  ['', 'Our city should close its centre.', false],
])('a debate called %j with the motion %j: %s', (title, motion, has) => {
  expect(hasOwnTitle({ title, motion })).toBe(has);
});

test('a title made from the motion is not its own, however long the motion is', () => {
  for (const motion of ['Our city should close its centre.', `${'Our city '.repeat(20)}should close.`])
    expect(hasOwnTitle({ title: titleOfMotion(motion), motion })).toBe(false);
});
