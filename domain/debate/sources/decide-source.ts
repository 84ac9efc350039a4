import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { embargoFlag, hasAllUnrevealed } from '../visibility/embargo.ts';

export function decideSourceAdd(
  state: DebateState,
  operation: OperationOf<'source.add'>,
  actor: Actor,
): Decision {
  const { type: _, ...source } = operation;
  if (!may(state, actor, 'source.add')) return refuse('not_allowed');
  const problem =
    textProblem(source.title, LIMITS.sourceTitleCharacters) ??
    textProblem(source.url, LIMITS.sourceUrlCharacters, 'allowed') ??
    textProblem(source.locator, LIMITS.sourceLocatorCharacters, 'allowed') ??
    textProblem(source.excerpt, LIMITS.newSourceTextCharacters, 'allowed') ??
    textProblem(source.note, LIMITS.newSourceTextCharacters, 'allowed');
  if (problem) return refuse(problem);
  if (source.url !== '' && !isWebAddress(source.url)) return refuse('invalid');
  if (isTaken(state, source.sourceId)) return refuse('id_taken');
  if (state.sources.size >= LIMITS.sources) return refuse('too_many', LIMITS.sources);
  if (hasAllUnrevealed(state, actor.id)) return refuse('unrevealed_full', LIMITS.unrevealed);
  return accept({ type: 'source.added', ...source, ...embargoFlag(state) });
}

/** Only addresses a reader may safely follow: no `javascript:`, no `data:`. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
