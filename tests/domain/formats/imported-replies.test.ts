import { expect, test } from 'vitest';
import { appendTo } from '#domain/collections/persistent-index.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { aDebate } from '../../support/debate-builder.ts';
import { imported } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';

/** A debate as a file may have it, with more comments on the claim of `m-a`: each with what it replies to. */
function withReplies(replies: readonly (readonly [id: string, replyTo: string])[]): DebateState {
  let { state } = aDebate();
  const first = state.comments.get('m-a') ?? expect.fail('no comment');
  for (const [id, replyTo] of replies)
    state = {
      ...state,
      comments: state.comments.set(id, { ...first, id, replyTo }),
      commentsOn: appendTo(state.commentsOn, first.on.id, id),
    };
  return state;
}

const problemIn = (state: DebateState) =>
  problemOf(() =>
    checkLimits(
      entriesOf(
        { state, names: new Map(), kept: [] },
        { ownerId: 'ivan', visibility: 'public', now: state.at },
      ),
    ),
  );

/** Replies, each to the one before. */
const chain = (levels: number) =>
  Array.from({ length: levels }, (_, at) => [`m-${at + 1}`, at === 0 ? 'm-a' : `m-${at}`] as const);

test('[CO6] replies of a file may be as deep as people write them, and in any order', async () => {
  const deepest = withReplies(chain(LIMITS.replyLevels).toReversed());
  expect(await problemIn(deepest)).toBeNull();
  const { comments } = await imported({ state: deepest, names: new Map(), kept: [] });
  expect(comments.get('m-2')?.replyTo).toBe('m-1');
});

test.each([
  ['a level too deep', chain(LIMITS.replyLevels + 1)],
  [
    'in a circle',
    [
      ['m-1', 'm-2'],
      ['m-2', 'm-1'],
    ] as const,
  ],
])('[CO6] a reply of a file that is %s is refused with its place', async (_, replies) => {
  expect(await problemIn(withReplies(replies))).toMatch(/^over_limit: comment m-\d+: replies more than 100/);
});
