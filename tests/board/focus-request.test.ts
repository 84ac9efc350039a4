// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createFocusRequest } from '../../app/_board/core/focus/focus-request.ts';

const frame = () => new Promise(requestAnimationFrame);

/** A request, and how often its target was given the focus after it came. */
async function grantedAfter(meanwhile: () => void): Promise<number> {
  const request = createFocusRequest();
  let granted = 0;
  request.ask();
  await frame();
  meanwhile();
  request.onAsked(() => {
    granted += 1;
  });
  await frame();
  await frame();
  return granted;
}

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

test('a target that comes later gets the focus once, also if the viewer has typed for it', async () => {
  expect(await grantedAfter(() => press('x'))).toBe(1);
});

test.each([
  ['presses the pointer', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ['presses Escape', () => press('Escape')],
])(
  'a target that comes after the viewer %s does not take the focus from where they went',
  async (_, does) => {
    expect(await grantedAfter(does)).toBe(0);
  },
);
