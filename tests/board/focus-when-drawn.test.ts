// @vitest-environment happy-dom
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { focusWhenDrawn } from '../../app/_ui/focus/catch-focus.ts';

const button = (id: string) => document.getElementById(id) ?? expect.fail(`no ${id}`);
const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
const focused = () => document.activeElement?.id;

beforeEach(() => {
  document.body.innerHTML =
    '<button id="add"></button><button id="new"></button><button id="other"></button>';
  button('add').focus();
});

test('a drawn element gets the focus, also if the page gave it to something else meanwhile', async () => {
  focusWhenDrawn('new');
  button('other').focus();
  await nextFrame();
  expect(focused()).toBe('new');
});

test('a viewer who has gone elsewhere meanwhile stays there', async () => {
  const viewer = userEvent.setup({ delay: null });
  for (const goes of [() => viewer.tab(), () => viewer.click(button('other'))]) {
    button('add').focus();
    const later = nextFrame();
    focusWhenDrawn('add');
    await goes();
    const there = focused();
    await later;
    await nextFrame();
    expect(focused()).toBe(there);
    expect(there).not.toBe('add');
  }
});
