import { finish } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { blankAlike } from '../debate/erasure/blank-alike.ts';
import {
  changesSince,
  isTextEdit,
  revisionIn,
  type TextName,
  textIn,
  textNamed,
} from '../debate/texts/texts.ts';
import { insertedTexts, withInserted } from '../ot/inserted-text.ts';
import { applyChange } from '../ot/text-change.ts';
import type { PendingOperation } from './pending-operation.ts';

/**
 * Handles an erasure of words between two confirmed states: an unsent edit that would insert some of them again, such as one that undoes
 * their deletion, inserts as many blanks instead. Edits that were sent stay unchanged.
 */
export function blankPending(
  pending: readonly PendingOperation[],
  before: DebateState,
  after: DebateState,
): readonly PendingOperation[] {
  if (before.erasedAt === after.erasedAt) return pending;
  return pending.map((item) => {
    const { operation, payload } = item;
    if (payload !== null || !isTextEdit(operation)) return item;
    const name = textNamed(operation);
    const [words, left] = [withWhatCame(before, after, name), textIn(after, name) ?? ''];
    // Otherwise more was written meanwhile than is remembered, and the difference doesn't show what was erased.
    if (words?.length !== left.length) return item;
    const texts = finish(blankAlike(insertedTexts(operation.change), [{ words, left }]));
    return { ...item, operation: { ...operation, change: withInserted(operation.change, texts) } };
  });
}

/** A text as it was known, with what others inserted since: as long as it is now, unless that isn't remembered. */
function withWhatCame(before: DebateState, after: DebateState, name: TextName): string | null {
  const since = changesSince(after, name, revisionIn(before, name)) ?? [];
  return since.reduce<string | null>(
    (text, { change }) => (text === null ? null : applyChange(text, change)),
    textIn(before, name) ?? '',
  );
}
