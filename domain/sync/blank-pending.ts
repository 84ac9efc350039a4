import type { DebateState } from '../debate/engine/state.ts';
import { blankErased } from '../debate/erasure/deleted-runs.ts';
import {
  changesSince,
  isTextEdit,
  revisionIn,
  type TextEdit,
  type TextName,
  textIn,
  textNamed,
} from '../debate/texts/texts.ts';
import { applyChange } from '../ot/text-change.ts';
import type { PendingOperation } from './pending-operation.ts';

/**
 * Words were erased between two confirmed states: an edit that was not sent yet and would put some of them in again, as one
 * that takes their deletion back, puts in as many blanks. What was sent stays as it was.
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
    // Otherwise more was written meanwhile than is remembered, and what differs says nothing of what was erased.
    if (words?.length !== left.length) return item;
    const change = operation.change.map((part): TextEdit['change'][number] => {
      if (typeof part === 'number') return part;
      const [length, ...lines] = part;
      return [length, ...blankErased(lines.join('\n'), words, left).split('\n')];
    });
    return { ...item, operation: { ...operation, change } };
  });
}

/** A text as it was known, with what others wrote into it since: as long as it is now, save where that is not remembered. */
function withWhatCame(before: DebateState, after: DebateState, name: TextName): string | null {
  const since = changesSince(after, name, revisionIn(before, name)) ?? [];
  return since.reduce<string | null>(
    (text, { change }) => (text === null ? null : applyChange(text, change)),
    textIn(before, name) ?? '',
  );
}
