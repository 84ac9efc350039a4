import { expect, test } from 'vitest';
import { appendTo } from '#domain/collections/persistent-index.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { aDebate } from '../../support/debate-builder.ts';
import { imported } from '../../support/exchanged.ts';

/** A debate as a file may have it, with one more comment on the claim of `m-a`. */
function withReply(state: DebateState, id: string, replyTo: string): DebateState {
  const above = state.comments.get('m-a') ?? expect.fail('no comment');
  return {
    ...state,
    comments: state.comments.set(id, { ...above, id, replyTo }),
    commentsOn: appendTo(state.commentsOn, above.on.id, id),
  };
}

const repliesIn = async (state: DebateState) => {
  const { comments } = await imported({ state, names: new Map(), kept: [] });
  return (id: string) => comments.get(id)?.replyTo;
};

test('a reply of a file that is too deep stays on the deepest level', async () => {
  let { state } = aDebate();
  const id = (level: number) => (level === 0 ? 'm-a' : `m-${level}`);
  for (let level = 1; level <= LIMITS.replyLevels + 2; level += 1)
    state = withReply(state, id(level), id(level - 1));
  const replyTo = await repliesIn(state);
  const deepest = LIMITS.replyLevels;
  expect(replyTo(id(1))).toBe('m-a');
  for (const level of [deepest, deepest + 1, deepest + 2]) expect(replyTo(id(level))).toBe(id(deepest - 1));
});

test('a reply of a file to a later comment begins a thread', async () => {
  const state = withReply(withReply(aDebate().state, 'm-early', 'm-late'), 'm-late', 'm-a');
  const replyTo = await repliesIn(state);
  expect(replyTo('m-early')).toBeNull();
  expect(replyTo('m-late')).toBe('m-a');
});
