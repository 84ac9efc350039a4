import { finish } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { gatherOpinions, unpackOpinions } from './gather-opinions.ts';
import type { Opinions } from './opinions.ts';

/** The votes of a debate as opinions, in one call. */
export function opinionsOfDebate(state: DebateState): Opinions {
  return unpackOpinions(finish(gatherOpinions(state)));
}
