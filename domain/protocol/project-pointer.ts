import { viewerIn } from '../debate/engine/project.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isHiddenFrom } from '../debate/visibility/hidden-content.ts';
import type { PointerMessage } from './pointer-messages.ts';

/** Where a person points and looks, as shown to everyone here: nowhere, if not all of them may see it. */
export function projectPointer(message: PointerMessage, state: DebateState): PointerMessage {
  const anybody = viewerIn('readers', null);
  const { over, look } = message;
  return {
    over: over && isHiddenFrom(state, over.box, anybody) ? null : over,
    look: look && isHiddenFrom(state, look.at.box, anybody) ? null : look,
  };
}
