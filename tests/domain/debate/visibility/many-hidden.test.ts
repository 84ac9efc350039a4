import { expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { removeFragment } from '#domain/debate/projection/fragment.ts';
import { dependentsOf, dependsOn } from '#domain/debate/visibility/hidden-content.ts';
import { aDebate, comment } from '#tests/support/debate-builder.ts';

const COMMENTS = 300;

/** A debate with many comments on one claim, each a reply to the one before the last. */
function discussed(): DebateState {
  const { state } = aDebate();
  const entries = Array.from({ length: COMMENTS }, (_, at) => {
    const replyTo = at < 2 ? null : `m-r${at - 2}`;
    const { on, text } = comment();
    const effect = { type: 'comment.added' as const, commentId: `m-r${at}`, on, replyTo, text };
    return { seq: state.seq + 1 + at, at: 2_000, actor: 'dana', author: 'dana', effect };
  });
  return evolveAll(state, entries);
}

/** A state that counts how often its comments are looked at. */
function counting(state: DebateState): { readonly counted: DebateState; readonly looks: () => number } {
  let looks = 0;
  const comments = new Proxy(state.comments, {
    get: (map, name) => {
      looks += 1;
      const part: unknown = Reflect.get(map, name, map);
      return typeof part === 'function' ? part.bind(map) : part;
    },
  });
  return { counted: { ...state, comments }, looks: () => looks };
}

test('the comments of a hidden claim are found in one look at each', () => {
  const { counted, looks } = counting(discussed());
  const hanging = dependentsOf(counted, ['c-a']);
  expect([...hanging].filter((id) => id.startsWith('m-r'))).toHaveLength(COMMENTS);
  expect(looks()).toBeLessThan(10 * COMMENTS);
});

test('a comment is below its claim by a look at what it replies to, not at the others', () => {
  const { counted, looks } = counting(discussed());
  expect(dependsOn(counted, 'm-r3', 'c-a')).toBe(true);
  expect(dependsOn(counted, 'm-r3', 'c-d')).toBe(false);
  expect(looks()).toBeLessThan(10);
});

test('a hidden comment takes its replies along, and theirs, and no others', () => {
  const hanging = dependentsOf(discussed(), ['m-r100']);
  expect(hanging.size).toBe(COMMENTS / 2 - 50);
  expect(hanging.has('m-r298')).toBe(true);
  expect(hanging.has('m-r299')).toBe(false);
});

test('many comments of one claim are removed together, and the rest stays in order', () => {
  const state = discussed();
  const hanging = dependentsOf(state, ['m-r100']);
  const { commentsOn, comments } = removeFragment(state, hanging);
  const left = state.commentsOn.get('c-a')?.filter((id) => !hanging.has(id));
  expect(commentsOn.get('c-a')).toEqual(left);
  expect(comments.size).toBe(state.comments.size - hanging.size);
});

test('a branch hidden from many people is removed once for all of them', () => {
  const entry = { seq: 999, at: 3_000, actor: 'mona', author: 'mona' };
  const effect = { type: 'content.hidden' as const, ids: ['c-a'], reason: 'spam', note: '' };
  const state = evolveAll(discussed(), [{ ...entry, effect }]);
  const { comments, claims } = projectState(state, 'readers', null);
  expect([comments.has('m-r0'), claims.has('c-a')]).toEqual([false, false]);
  for (const who of ['emil', 'otto']) expect(projectState(state, 'debaters', who).comments).toBe(comments);
  expect(projectState(state, 'debaters', 'dana').comments.has('m-r0')).toBe(true);
  expect(projectState(state, 'moderators', 'mona').comments).toBe(state.comments);
});
