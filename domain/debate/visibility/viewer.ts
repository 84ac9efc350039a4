import { MODERATORS } from '../engine/define-operation.ts';
import type { Actor } from '../engine/permissions.ts';

/** The viewer of a debate, as far as it matters for visibility. */
export interface Viewer {
  /** Moderators see everything, except what only its authors see until the reveal. */
  readonly seesAll: boolean;
  readonly participantId: string | null;
}

/** The author and actor of entries whose names are hidden from the viewer. */
export const NOBODY = '';

/** The viewer that an actor is, as far as it matters for visibility. */
export function viewerOf({ id, role }: Actor): Viewer {
  return { seesAll: role === 'system' || MODERATORS.includes(role), participantId: id };
}
