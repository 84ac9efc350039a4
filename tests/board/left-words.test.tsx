// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useBoard } from '../../app/_board/core/store/board-context.tsx';
import { CommentItem } from '../../app/_board/features/comments/comment-item.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function OwnComment() {
  const comment = useBoard(({ replica }) => replica.view.comments.get('m-a'));
  return comment ? <CommentItem comment={comment} /> : null;
}

/** A page of Dana's, whose page before left her comment “Why?” without a word in its editor. */
function nextPage() {
  const page = show(aDebate(), 'dana', <OwnComment />);
  act(() =>
    page.store.keepDraft('m-a', {
      text: { type: 'comment.edit', commentId: 'm-a' },
      live: 'Why?',
      unsent: [[4]],
    }),
  );
  return page;
}

/** The editor itself, which replaces a plain field once it is loaded. */
const editor = () =>
  expect
    .poll(() => screen.getByRole('textbox').getAttribute('contenteditable'))
    .toBe('true')
    .then(() => screen.getByRole('textbox'));

test('[SY22] an editor that opens for left words stays open when they fit: the next keys belong in it', async () => {
  const { store } = nextPage();
  const field = await editor();
  act(() => store.keepDraft('m-a', null));
  expect(screen.getByRole('textbox')).toBe(field);
});

test('[SY22] an editor that opened for left words closes when its author is done', async () => {
  const { store } = nextPage();
  (await editor()).focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('textbox')).toBeNull();
  expect(store.state().refused).toMatchObject([{ operation: { type: 'comment.edit', commentId: 'm-a' } }]);
});
