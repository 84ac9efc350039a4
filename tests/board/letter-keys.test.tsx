// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useStrayKeys } from '../../app/_board/core/focus/use-stray-keys.ts';
import { setLetterKeys } from '../../app/_board/core/keys/letter-keys.ts';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { AnswerButtons } from '../../app/_board/features/guided-voting/answer-buttons.tsx';
import KeysDialog from '../../app/_board/header/keys-dialog.tsx';
import { ToolRail } from '../../app/_board/header/tool-rail.tsx';
import { Outline } from '../../app/_board/outline/outline.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  setLetterKeys(true);
  sessionStorage.clear();
});

function Board() {
  useStrayKeys();
  return (
    <FollowProvider>
      <button type="button">Elsewhere</button>
      <Outline branch={undefined} after={undefined} />
    </FollowProvider>
  );
}

test('single letters and digits can be turned off: then none votes, whatever has the focus, and arrows still move', async () => {
  const { asked } = show(aDebate(), 'dana', <Board />);
  setLetterKeys(false);
  act(() => document.getElementById('c-b')?.focus());
  await userEvent.keyboard('1x');
  expect(document.querySelector('[data-chosen]')).toBeNull();
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
  await userEvent.keyboard('1');
  expect(asked()).toEqual([]);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('role')).toBe('treeitem');
  setLetterKeys(true);
  act(() => document.getElementById('c-b')?.focus());
  await userEvent.keyboard('1');
  expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-b' }]);
});

test('the list of shortcuts turns them off in this browser', async () => {
  show(aDebate(), 'dana', <KeysDialog onClose={() => {}} />);
  const choice = screen.getByRole('checkbox', {
    name: 'Use shortcuts that are a single letter, digit or sign',
  });
  expect(choice).toHaveProperty('checked', true);
  await userEvent.click(choice);
  expect(choice).toHaveProperty('checked', false);
  expect(localStorage.getItem('parley:letter-keys-off')).toBe('1');
});

test('the list of shortcuts names every key that zooms the map or redoes', () => {
  show(aDebate(), 'dana', <KeysDialog onClose={() => {}} />);
  expect(screen.getByText('+ -').closest('div')?.textContent).toContain('zoom in and out');
  expect(screen.getByText('Ctrl Shift Z / Ctrl Y').closest('div')?.textContent).toContain('Redo');
});

test('buttons name a letter that presses them only while it does', () => {
  const nothing = () => {};
  show(
    aDebate(),
    'dana',
    <FollowProvider>
      <ToolRail onNoteSettings={nothing} onManage={null} />
      <AnswerButtons given={null} hasKeys onAnswer={nothing} />
    </FollowProvider>,
  );
  const named = () => [...document.querySelectorAll('[aria-keyshortcuts]')].map((one) => one.textContent);
  expect(named()).toContain('Sources');
  expect(named()).toContain('AgreeA');
  act(() => setLetterKeys(false));
  expect(named()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Sources' }).title).toBe('Sources');
  expect(screen.getByRole('button', { name: 'Agree' }).textContent).toBe('Agree');
});
