import type { DebateState } from '../debate/state.ts';
import { finish } from '../debate/steps.ts';
import { gatherOpinions, unpackOpinions } from './gather-opinions.ts';
import type { Opinions } from './opinions.ts';

/** The votes of a debate as opinions, all at once. */
export function opinionsOfDebate(state: DebateState): Opinions {
  return unpackOpinions(finish(gatherOpinions(state)));
}
