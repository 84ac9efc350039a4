import type { Operation, OperationType } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { Agenda, DebateState, Doing, Phase } from './state.ts';
import { veilersOf } from './withheld.ts';

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

/** What people do by an operation, as phases speak of it; null: nothing that a phase is about. */
function doingOf(type: OperationType): Doing | null {
  switch (type) {
    case 'claim.add':
    case 'claim.split':
    case 'link.add':
      return 'add';
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
      return 'edit';
    case 'comment.add':
    case 'comment.edit':
    case 'comment.withdraw':
    case 'comment.restore':
    case 'comment.resolve':
      return 'comment';
    case 'vote.cast':
    case 'vote.withdraw':
      return 'vote';
    default:
      return null;
  }
}

/** Does the phase that is on allow an operation of this type, on something of one's own or of others? */
export function allowsType(state: Pick<DebateState, 'agenda'>, type: OperationType, own: boolean): boolean {
  const phase = phaseOf(state);
  const doing = doingOf(type);
  if (phase === null || doing === null || phase.may.includes(doing)) return true;
  // Who may add sees to what they added.
  return doing === 'edit' && own && phase.may.includes('add');
}

/** Does the phase that is on keep this from being done, by whomever? The server itself may still finish its work. */
export function isOutOfPhase(state: DebateState, operation: Operation, actor: Actor): boolean {
  if (phaseOf(state) === null || actor.role === 'system') return false;
  if (hidesClaims(state) && (reshapes(state, operation, actor) || moderatesVeiled(state, operation)))
    return true;
  return !allowsType(state, operation.type, isOwn(state, operation, actor));
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

/** Would this moderate what is its author's alone until the reveal? The moderation log would tell by then who that was. */
function moderatesVeiled(state: DebateState, operation: Operation): boolean {
  const isVeiled = (one: string | null) => veilersOf(state, one).length > 0;
  switch (operation.type) {
    case 'content.hide':
    case 'content.restore':
    case 'content.hold':
    case 'content.return':
      return operation.ids.some(isVeiled);
    case 'content.lock':
    case 'content.unlock':
    case 'mark.take':
      return isVeiled(operation.on);
    case 'mark.put':
      return isVeiled(operation.on) || isVeiled(operation.other);
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
