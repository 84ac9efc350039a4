// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardFrame } from '../../app/_board/screens/frame.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

/** Milliseconds that no calendar has: the panel fails on showing them. */
const NO_TIME = 9e15;

/** A debate with a comment of that time on one of its two claims. */
function withBrokenComment() {
  const debate = aDebate();
  debate.now = NO_TIME;
  return debate.does('mona', {
    type: 'comment.add',
    commentId: 'broken',
    on: { kind: 'claim', id: 'c-a' },
    replyTo: null,
    text: 'Written at no time',
  });
}

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
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const FAILED = 'This part couldn’t be shown. The rest of the debate still works.';

beforeEach(() => {
  // React reports what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // The server is silent.
  vi.stubGlobal('fetch', () => new Promise(() => {}));
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a panel that fails', () => {
  test('leaves the debate alive, and says so; another claim is shown in its place', async () => {
    const { store, asked } = show(withBrokenComment(), 'dana', board);
    await press('c-a');
    expect(await screen.findByText(FAILED)).toBeDefined();
    expect(store.submit({ type: 'vote.cast', claimId: 'c-b', answer: 'agree', wording: 1 })).toBeNull();
    expect(asked()).toHaveLength(1);
    await press('c-b');
    await waitFor(() => expect(screen.queryByText(FAILED)).toBeNull());
    expect(screen.getByRole('complementary', { name: 'Selected' })).toBeDefined();
  });

  test('can be closed, and tried again', async () => {
    show(withBrokenComment(), 'dana', board);
    await press('c-a');
    await screen.findByText(FAILED);
    await press('Try again');
    expect(await screen.findByText(FAILED)).toBeDefined();
    await press('Close this part');
    await waitFor(() => expect(screen.queryByText(FAILED)).toBeNull());
    expect(screen.getByRole('button', { name: 'c-a' })).toBeDefined();
  });
});

test('guided voting covers the debate at once, with the way back, before it has loaded', () => {
  show(aDebate(), 'susi', board);
  fireEvent.keyDown(document.body, { key: 'g' });
  const sheet = within(screen.getByRole('region', { name: 'Guided voting' }));
  fireEvent.click(sheet.getByRole('button', { name: 'Back to debate' }));
  expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
});
