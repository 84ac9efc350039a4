import type { DebateState } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';
import type { Caret } from '../sync/carets.ts';

/**
 * A caret as sent to people who have the text open. In an anonymous debate it has no owner, and a separate name (`alias`), so that carets
 * in two texts can't be recognized as one person's.
 */
export function projectCaret(caret: Caret, state: DebateState, alias: string): Caret {
  return isAnonymous(state) ? { ...caret, connection: alias, participantId: NOBODY } : caret;
}
