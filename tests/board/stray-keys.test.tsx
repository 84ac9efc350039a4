// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useCaughtFocus } from '../../app/_board/core/focus/use-caught-focus.ts';
import { useStrayKeys } from '../../app/_board/core/focus/use-stray-keys.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { useGuardSentence } from '../../app/_board/features/rejections/use-guard-sentence.ts';
import { Outline } from '../../app/_board/outline/outline.tsx';
import { SidePanel } from '../../app/_board/panel/side-panel.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

function Board() {
  const selected = useViewPart((parts) => parts.selected);
  useStrayKeys();
  useCaughtFocus();
  useGuardSentence();
  return (
    <FollowProvider>
      <Outline branch={undefined} after={undefined} />
      {selected && <SidePanel />}
    </FollowProvider>
  );
}

test('with the focus on a button of the panel, W and a digit rate the claim and do not vote', async () => {
  const { asked } = show(aDebate(), 'dana', <Board />);
  act(() => document.getElementById('c-b')?.focus());
  await userEvent.keyboard('{Enter}');
  const panel = await screen.findByRole('complementary');
  act(() => within(panel).getByRole('button', { name: 'Close panel' }).focus());
  await userEvent.keyboard('w');
  // The ratings get the focus once they are drawn.
  await expect.poll(() => document.activeElement?.closest('[data-section="weight"]')).not.toBeNull();
  await userEvent.keyboard('3');
  expect(asked()).toMatchObject([{ type: 'link.weigh', linkId: 'l-b', weight: 3 }]);
});

test('a weight typed before the ratings are drawn rates the claim and does not vote', async () => {
  const { asked } = show(aDebate(), 'dana', <Board />);
  act(() => document.getElementById('c-b')?.focus());
  await userEvent.setup({ delay: null }).keyboard('w3');
  await expect.poll(asked).toMatchObject([{ type: 'link.weigh', linkId: 'l-b', weight: 3 }]);
});

test('W on a claim that takes no ratings does not take the focus to those of the next one', async () => {
  const debate = aDebate().does('emil', { type: 'claim.retract', claimId: 'c-b' });
  const { asked } = show(debate, 'dana', <Board />);
  act(() => document.getElementById('c-b')?.focus());
  await userEvent.keyboard('w');
  await screen.findByRole('complementary');
  act(() => document.getElementById('c-a')?.focus());
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('[data-section="weight"]')).not.toBeNull();
  // The focus moves in the frame after its target is drawn.
  await new Promise(requestAnimationFrame);
  await userEvent.keyboard('1');
  expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-a' }]);
});

/** A board with a tool that is closed by a button in it. */
function WithTool() {
  const isOpen = useViewPart((parts) => parts.analysing);
  const { analyse } = useViewActs();
  return (
    <>
      <Board />
      <button type="button" onClick={() => analyse(!isOpen)}>
        Open
      </button>
      {isOpen && (
        <aside>
          <button type="button" onClick={() => analyse(false)}>
            Close
          </button>
        </aside>
      )}
    </>
  );
}

test('the focus in a tool that closes returns to the claim that had it', async () => {
  show(aDebate(), 'dana', <WithTool />);
  act(() => document.getElementById('c-b')?.focus());
  screen.getByRole('button', { name: 'Open' }).focus();
  await userEvent.keyboard('{Enter}');
  screen.getByRole('button', { name: 'Close' }).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.id).toBe('c-b');
});
