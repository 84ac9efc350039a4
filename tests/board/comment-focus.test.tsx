// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useBoard } from '../../app/_board/core/store/board-context.tsx';
import { CommentList } from '../../app/_board/features/comments/comment-list.tsx';
import { CommentThread } from '../../app/_board/features/comments/comment-thread.tsx';
import { aDebate, comment, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** A thread that begins with a comment of the viewer's own. */
function Thread() {
  const first = useBoard(({ replica }) => replica.view.comments.get('m-own'));
  return first ? <CommentThread first={first} replies={[]} /> : null;
}

function open() {
  const own = comment({ commentId: 'm-own', on: targetOf('c-a'), text: 'Who pays?' });
  show(aDebate().does('dana', own), 'dana', <Thread />);
  return userEvent.setup({ delay: null });
}

const button = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent;

test.each([
  ['is sent', 'The town.{Control>}{Enter}{/Control}'],
  ['is given up', '{Escape}'],
])('after a reply %s, the focus is on the button that opened it', async (_, keys) => {
  const user = open();
  await user.click(button('Reply'));
  await user.keyboard(keys);
  await expect.poll(focused).toBe('Reply');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('after an edit, the focus is on the button that began it', async () => {
  const user = open();
  await user.click(button('Edit'));
  (await screen.findByRole('textbox')).focus();
  await user.keyboard('{Escape}');
  await expect.poll(focused).toBe('Edit');
});

test('a comment that is withdrawn and restored keeps the focus', async () => {
  const user = open();
  await user.click(button('Comment actions'));
  await user.click(await screen.findByRole('menuitem', { name: 'Withdraw' }));
  await expect.poll(focused).toBe('Restore');
  await user.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Comment actions');
});

test('after a comment is resolved, the focus passes a thread that is being edited', async () => {
  const asks = (commentId: string, text: string) => comment({ commentId, on: targetOf('c-b'), text });
  const debate = aDebate().does('dana', asks('m-1', 'Who pays?')).does('mona', asks('m-2', 'Since when?'));
  show(debate, 'mona', <CommentList on={targetOf('c-b')} />);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  // The editor takes the focus once it is loaded.
  await expect.poll(() => document.activeElement?.getAttribute('contenteditable')).toBe('true');
  // By a key: an editor that has just opened keeps the focus until then.
  await user.tab();
  (await screen.findAllByRole('button', { name: 'Resolve' }))[0]?.focus();
  await user.keyboard('{Enter}');
  await expect.poll(focused).toBe('Show 1 resolved thread');
});

test('after a comment is resolved, the focus is in the next thread, and at last on what shows the resolved ones', async () => {
  const asks = (commentId: string, text: string) => comment({ commentId, on: targetOf('c-b'), text });
  const debate = aDebate().does('dana', asks('m-1', 'Who pays?'), asks('m-2', 'Since when?'));
  show(debate, 'mona', <CommentList on={targetOf('c-b')} />);
  const user = userEvent.setup({ delay: null });
  const resolve = async () => (await screen.findAllByRole('button', { name: 'Resolve' }))[0]?.focus();
  await resolve();
  await user.keyboard('{Enter}');
  await expect.poll(focused).toBe('Reply');
  expect(document.activeElement?.closest('article')?.textContent).toContain('Since when?');
  await resolve();
  await user.keyboard('{Enter}');
  await expect.poll(focused).toBe('Show 2 resolved threads');
  await user.keyboard('{Enter}');
  (await screen.findAllByRole('button', { name: 'Reopen' }))[0]?.focus();
  await user.keyboard('{Enter}');
  await expect.poll(focused).toBe('Resolve');
});

test('a comment sent by the button and a key is announced, and leaves the focus in the empty field', async () => {
  show(aDebate(), 'dana', <CommentList on={targetOf('c-b')} />);
  const user = userEvent.setup({ delay: null });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await user.type(field, 'Since when?');
  button('Comment').focus();
  await user.keyboard('{Enter}');
  expect(field.value).toBe('');
  expect(document.activeElement).toBe(field);
  expect(document.querySelector('[data-message]')?.textContent).toBe('Comment sent.');
});
