// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBoard } from '../../app/_board/core/store/board-context.tsx';
import { CrossLinkList } from '../../app/_board/panel/cross-link-list.tsx';
import { followFocus } from '../../app/_ui/focus/catch-focus.ts';
import { aDebate, crossLink } from '../support/debate-builder.ts';
import { show } from './show.tsx';

let stop: () => void;
beforeEach(() => {
  stop = followFocus();
});
afterEach(() => {
  stop();
  cleanup();
  vi.restoreAllMocks();
});

function Links() {
  const claim = useBoard(({ replica }) => replica.view.claims.get('c-a'));
  return (
    <>
      <div role="treeitem" aria-selected="false" tabIndex={0} />
      {claim && <CrossLinkList claim={claim} />}
    </>
  );
}

test('a retracted link says so, with Undo, and gives the focus back to the claims', async () => {
  const debate = aDebate().does('dana', crossLink('l-x', 'c-a', 'c-b'));
  const { asked } = show(debate, 'dana', <Links />);
  act(() => screen.getByRole('button', { name: 'Retract link' }).focus());
  await userEvent.keyboard('{Enter}');
  expect(asked()).toEqual([{ type: 'link.retract', linkId: 'l-x' }]);
  expect(screen.getByText('Link retracted.')).toBeTruthy();
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('treeitem'));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('button', { name: 'Retract link' })).toBeTruthy();
});
