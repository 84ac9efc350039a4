// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { aDebate, meet } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Board() {
  const { select } = useViewActs();
  return (
    <>
      <StripWhenOn />
      <button type="button" onClick={() => select({ kind: 'claim', id: 'c-b' })}>
        Another claim
      </button>
      <main>
        <button type="button">In the debate</button>
      </main>
    </>
  );
}

const said = () => document.querySelector('[data-message]')?.textContent;
const follows = () => screen.queryByRole('button', { name: 'Following' }) !== null;

/** Dana, who has just begun to follow the facilitator. */
async function following() {
  const debate = aDebate().does('olga', meet(true), { type: 'spotlight.set', on: 'c-a', call: false });
  show(debate, 'dana', <Board />);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow' }));
  expect(follows()).toBe(true);
  screen.getByRole('button', { name: 'In the debate' }).focus();
}

test('following ends with a move of the viewer’s own, which is announced, and not with Tab or a vote', async () => {
  await following();
  await userEvent.keyboard('1{Shift>}{Tab}{/Shift}{Tab}');
  expect(follows()).toBe(true);
  await userEvent.keyboard('{ArrowDown}');
  expect(follows()).toBe(false);
  expect(said()).toBe('You moved, so you’re no longer following.');
});

test('following ends with a selection of the viewer’s own, which is announced', async () => {
  await following();
  await userEvent.click(screen.getByRole('button', { name: 'Another claim' }));
  expect(follows()).toBe(false);
  expect(said()).toBe('You moved, so you’re no longer following.');
});

test('the button that ends following needs no announcement', async () => {
  await following();
  await userEvent.click(screen.getByRole('button', { name: 'Following' }));
  expect(follows()).toBe(false);
  expect(said()).toBe('');
});
