import type { DebateState } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/participants/names.ts';
import { NOBODY } from '../debate/visibility/anonymize.ts';
import type { Caret } from '../sync/carets.ts';

/**
 * A caret as those who have the text open are told of it. In an anonymous debate it is nobody's, and goes by a name of its
 * own (`alias`), so that carets in two texts are not known to be one person's.
 */
export function projectCaret(caret: Caret, state: DebateState, alias: string): Caret {
  return isAnonymous(state) ? { ...caret, connection: alias, participantId: NOBODY } : caret;
}
