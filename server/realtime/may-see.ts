import { viewerIn } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import type { OpenDebate } from './connection.ts';

/** True if content of this id is not hidden from the participant who has the debate open. */
export function maySee(state: DebateState, id: string, { audience, participantId }: OpenDebate): boolean {
  return !isHiddenFrom(state, id, viewerIn(audience, participantId));
}

/** The answer about what a participant can't see, and about what is not there. */
export function nothingThere(): Refusal {
  return refuse('unknown_target');
}
