import type { Operation } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { Agenda, DebateState, Doing, Phase } from './state.ts';

/** The phase that is on; null: no agenda is being gone through, and people do what their roles allow. */
export function phaseOf({ agenda }: Pick<DebateState, 'agenda'>): Phase | null {
  return agenda === null ? null : phaseIn(agenda, agenda.at);
}

/** A phase of an agenda by its id. */
export function phaseIn({ phases }: Pick<Agenda, 'phases'>, id: string | null): Phase | null {
  return phases.find((phase) => phase.id === id) ?? null;
}

/** Are claims, comments and sources that are added now for their authors alone until the reveal? */
export function hidesClaims(state: Pick<DebateState, 'agenda'>): boolean {
  return phaseOf(state)?.hides.includes('claims') ?? false;
}

/** Does the phase that is on allow this? Without one everything is. */
export function allowsDoing(state: Pick<DebateState, 'agenda'>, doing: Doing): boolean {
  return phaseOf(state)?.may.includes(doing) ?? true;
}

/** Does the phase that is on keep this from being done, by whomever? The server itself may still finish its work. */
export function isOutOfPhase(state: DebateState, operation: Operation, actor: Actor): boolean {
  const phase = phaseOf(state);
  if (phase === null || actor.role === 'system') return false;
  if (phase.hides.includes('claims') && reshapes(state, operation, actor)) return true;
  switch (operation.type) {
    case 'claim.add':
    case 'link.add':
      return !phase.may.includes('add');
    case 'claim.split':
      return !phase.may.includes('add') || !phase.may.includes('edit');
    case 'source.add':
    case 'source.edit':
    case 'claim.cite':
    case 'claim.uncite':
    case 'claim.edit':
    case 'claim.move':
    case 'claim.retract':
    case 'claim.restore':
    case 'claim.join':
    case 'link.retract':
    case 'link.restore':
      // Who may add sees to what they added.
      return !phase.may.includes('edit') && !(phase.may.includes('add') && isOwn(state, operation, actor));
    case 'comment.add':
    case 'comment.edit':
    case 'comment.withdraw':
    case 'comment.restore':
    case 'comment.resolve':
      return !phase.may.includes('comment');
    case 'vote.cast':
    case 'vote.withdraw':
      return !phase.may.includes('vote');
    default:
      return false;
  }
}

/**
 * While new claims are hidden, would this put what others see where they do not see it, or tell by its place what they do not?
 * What is the author's alone may go anywhere.
 */
function reshapes({ veiled }: DebateState, operation: Operation, { id }: Actor): boolean {
  switch (operation.type) {
    case 'claim.merge':
    case 'claim.unmerge':
    case 'claim.split':
    case 'claim.join':
      return true;
    case 'claim.move':
      return veiled.get(operation.claimId)?.author !== id;
    case 'claim.cite':
      return veiled.has(operation.sourceId) && !veiled.has(operation.claimId);
    default:
      return false;
  }
}

function isOwn(state: DebateState, operation: Operation, actor: Actor): boolean {
  if (operation.type === 'source.add') return true;
  const record =
    'claimId' in operation
      ? state.claims.get(operation.claimId)
      : 'linkId' in operation
        ? state.links.get(operation.linkId)
        : 'sourceId' in operation
          ? state.sources.get(operation.sourceId)
          : undefined;
  return record?.author === actor.id;
}
