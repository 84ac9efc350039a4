// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useCaughtFocus } from '../../app/_board/core/focus/use-caught-focus.ts';
import { FollowProvider, useFollow } from '../../app/_board/features/follow/follow-context.tsx';
import FollowSign from '../../app/_board/features/follow/follow-sign.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const EMIL = { id: 'emil', name: 'Emil' };

function Board() {
  const { following, follow } = useFollow();
  useCaughtFocus();
  return (
    <>
      <div role="treeitem" id="c-a" tabIndex={0} aria-selected={false}>
        A claim
      </div>
      <button type="button" onClick={() => follow('emil')}>
        Follow
      </button>
      {following !== null && <FollowSign />}
    </>
  );
}

const board = (
  <FollowProvider>
    <Board />
  </FollowProvider>
);

test('following is said in a region that was there before', async () => {
  show(aDebate(), 'dana', board, [EMIL]);
  const regions = [...document.querySelectorAll('[aria-live]')];
  await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
  expect(regions.some(({ textContent }) => textContent === 'Following Emil')).toBe(true);
});

test.each(['{Enter}', '{Escape}'])(
  '%s on the button to stop gives the focus to the last claim',
  async (key) => {
    show(aDebate(), 'dana', board, [EMIL]);
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
    screen.getByRole('button', { name: 'Stop' }).focus();
    await userEvent.keyboard(key);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    await expect.poll(() => document.activeElement?.id).toBe('c-a');
  },
);
