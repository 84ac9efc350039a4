// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardFrame } from '../../app/_board/screens/frame.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

const MEDIA = { addEventListener: () => {}, removeEventListener: () => {} };

beforeEach(() => void vi.stubGlobal('fetch', noServer));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Tools() {
  const { list } = useViewActs();
  return (
    <button type="button" onClick={() => list('questions')}>
      Open the list
    </button>
  );
}

/** The status that the open list of questions contains. */
async function statusInList(isWide: boolean) {
  vi.stubGlobal('matchMedia', () => ({ ...MEDIA, matches: isWide }));
  const board = (
    <FollowProvider>
      <BoardFrame>
        <Tools />
      </BoardFrame>
    </FollowProvider>
  );
  show(aDebate(), 'dana', board);
  await userEvent.click(screen.getByRole('button', { name: 'Open the list' }));
  const list = await screen.findByRole('complementary', { name: 'Questions' });
  return within(list).queryByText(/^Connecting/);
}

test('a tool that covers the header of a phone has the state of the connection', async () => {
  expect(await statusInList(false)).not.toBeNull();
});

test('a tool beside the debate leaves the state of the connection to the header', async () => {
  expect(await statusInList(true)).toBeNull();
});
