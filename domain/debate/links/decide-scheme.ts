import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Link } from '../map/link.ts';
import { resolveMerge } from '../map/merged.ts';
import { CRITICAL_QUESTIONS, soundAnswers } from '../map/scheme.ts';

/** The kind of argument that a link is: named by its author or a moderator. */
export function decideScheme(
  state: DebateState,
  { linkId, scheme, answeredQuestions = [] }: OperationOf<'link.setScheme'>,
  actor: Actor,
): Decision {
  const link = state.links.get(linkId);
  if (!link) return refuse('unknown_link');
  if (!may(state, actor, 'link.setScheme', link.author)) return refuse('not_allowed');
  const problem = problemOf(state, link);
  if (problem) return refuse(problem);
  if (scheme === (link.scheme ?? null)) return refuse('nothing_changed');
  const own = scheme === null ? [] : soundAnswers({ scheme, answeredQuestions });
  return accept({
    type: 'link.schemeSet',
    linkId,
    scheme,
    ...(own.length > 0 && { answeredQuestions: own }),
  });
}

/** A critical question of a link’s scheme, marked as answered or open again by anyone who writes. */
export function decideAnsweredQuestion(
  state: DebateState,
  { linkId, scheme, question, answered }: OperationOf<'link.answerQuestion'>,
  actor: Actor,
): Decision {
  const link = state.links.get(linkId);
  if (!link) return refuse('unknown_link');
  if (!may(state, actor, 'link.answerQuestion')) return refuse('not_allowed');
  const problem = problemOf(state, link);
  if (problem) return refuse(problem);
  if (link.scheme !== scheme || question > CRITICAL_QUESTIONS[scheme]) return refuse('scheme_changed');
  if ((link.answeredQuestions ?? []).includes(question) === answered) return refuse('nothing_changed');
  return accept({ type: 'link.questionAnswered', linkId, scheme, question, answered });
}

/** The reason why nothing more is said about a link; null: none. */
function problemOf(state: DebateState, link: Link): RejectionCode | null {
  if (link.retracted) return 'link_retracted';
  // Cross-links of a merged claim are shown at the other one; its own place is none.
  if (link.parent && state.merges.has(link.from)) return 'claim_merged';
  return state.claims.get(resolveMerge(state, link.from))?.retracted ? 'claim_retracted' : null;
}
