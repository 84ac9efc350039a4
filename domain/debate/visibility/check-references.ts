import type { Reference } from '../engine/operation-rule.ts';
import type { Actor } from '../engine/permissions.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import { hasFullVisibility, isHiddenFrom } from './hidden-content.ts';
import { viewerOf } from './viewer.ts';

/**
 * The reason why an operation is rejected that names content its author may not see: for them it does not exist. Null: none. `named`:
 * what it names; `byModerators`: what only moderators may name.
 */
export function checkReferencesVisible(
  state: DebateState,
  actor: Actor,
  { named, byModerators }: { named: () => readonly Reference[]; byModerators: () => readonly Reference[] },
): RejectionCode | null {
  const viewer = viewerOf(actor);
  if (actor.role === 'system' || hasFullVisibility(state, viewer)) return null;
  const references = viewer.seesAll ? [...named(), ...byModerators()] : named();
  return references.find(([id]) => isHiddenFrom(state, id, viewer))?.[1] ?? null;
}
