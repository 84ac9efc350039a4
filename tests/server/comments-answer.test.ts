import { expect, test } from 'vitest';
import { PersistentMap } from '../../domain/collections/persistent-map.ts';
import type { Comment } from '../../domain/debate/comments/comment.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { commentsAnswerOf } from '../../server/api/answers.ts';
import { commentsAnswer } from '../../server/api/shapes.ts';
import type { DebateReading } from '../../server/services/debates/debates.ts';
import { inTurns } from '../../server/services/exports/in-turns.ts';
import { A_TURN, longestTurnOf } from '../support/longest-turn.ts';

/** A debate with so many comments as a program reads it, each as long as a short paragraph; the last is the oldest, if they have no other times. */
function readingOf(count: number, at = (nth: number) => count - nth): DebateReading {
  const comments = Array.from({ length: count }, (_, nth): readonly [string, Comment] => {
    const on = { kind: 'claim', id: `c_${nth % 100}` } as const;
    const text = `${nth} "quoted" é`.repeat(30);
    const marks = { editedAt: null, withdrawn: false, resolved: false };
    return [`m_${nth}`, { id: `m_${nth}`, on, replyTo: null, text, author: 'm_ann', at: at(nth), ...marks }];
  });
  const view = { ...EMPTY_STATE, comments: PersistentMap(comments) };
  return { view, opening: { people: [{ id: 'm_ann', name: 'Ann' }] } } as unknown as DebateReading;
}

async function textOf(reading: DebateReading, on: string | null): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(commentsAnswerOf(reading, on))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test('comments are answered oldest first, as the API describes them', async () => {
  const answer = commentsAnswer.parse(JSON.parse(await textOf(readingOf(300), 'c_7')));
  expect(answer.comments.map(({ id }) => id)).toEqual(['m_207', 'm_107', 'm_7']);
  expect(JSON.parse(await textOf(readingOf(3), null)).comments).toHaveLength(3);
  expect(JSON.parse(await textOf(readingOf(0), null))).toEqual({ ok: true, comments: [] });
});

test('comments of one time are in the order of their ids, wherever they stand in the debate', async () => {
  const answer = commentsAnswer.parse(
    JSON.parse(
      await textOf(
        readingOf(12, () => 5),
        null,
      ),
    ),
  );
  const ids = answer.comments.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
});

test('the comments of a large debate are answered in turns', async () => {
  const reading = readingOf(30_000);
  const answer = async () => {
    for await (const _ of inTurns(commentsAnswerOf(reading, null)));
  };
  expect(await longestTurnOf(answer)).toBeLessThan(A_TURN);
});
