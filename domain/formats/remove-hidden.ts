import type { DebateState } from '../debate/engine/state.ts';
import { removeFragment } from '../debate/projection/fragment.ts';
import { hiddenIdsFor } from '../debate/visibility/hidden-content.ts';

const EVERYBODY = { seesAll: false, participantId: null };

/** A debate as every reader sees it, without what moderators and authors also see: files for readers have nothing else. */
export function removeHidden(state: DebateState): DebateState {
  return removeFragment(state, hiddenIdsFor(state, EVERYBODY));
}
