// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardFrame } from '../../app/_board/screens/frame.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Claims() {
  const { select } = useViewActs();
  return ['c-a', 'c-b'].map((id) => (
    <button key={id} type="button" onClick={() => select({ kind: 'claim', id })}>
      {id}
    </button>
  ));
}

const board = (
  <FollowProvider>
    <BoardFrame>
      <Claims />
    </BoardFrame>
  </FollowProvider>
);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const lit = (on: string) => ({ type: 'spotlight.set', on, call: false });

test('leading goes on in another tab of the console and after it is closed, and is stopped above the board', async () => {
  const { asked } = show(aDebate(), 'olga', board);
  await press('Facilitate');
  await userEvent.click(await screen.findByRole('tab', { name: 'Spotlight' }));
  await press('Lead');
  await userEvent.click(screen.getByRole('tab', { name: 'Polls' }));
  await press('c-a');
  await expect.poll(asked).toEqual([lit('c-a')]);
  await press('Close console (P)');
  await press('c-b');
  await expect.poll(asked).toEqual([lit('c-a'), lit('c-b')]);
  await press('Leading');
  expect(screen.queryByRole('button', { name: 'Leading' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Follow' })).toBeDefined();
});
