import type { Operation, OperationType } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import { OPERATIONS } from '../engine/registry.ts';
import type { DebateState } from '../engine/state.ts';
import type { Agenda, Doing, Phase } from './agenda.ts';

/** The running phase; null: none is running, and people do what their roles allow. */
export function phaseOf({ agenda }: Pick<DebateState, 'agenda'>): Phase | null {
  return agenda === null ? null : phaseIn(agenda, agenda.at);
}

/** The agenda while it runs: in a closed or archived debate no phase and no timer does, and nobody may do anything. */
export function runningAgenda({ agenda, head }: Pick<DebateState, 'agenda' | 'head'>): Agenda | null {
  return head?.status === 'open' ? agenda : null;
}

/** A phase of an agenda by its id. */
export function phaseIn({ phases }: Pick<Agenda, 'phases'>, id: string | null): Phase | null {
  return phases.find((phase) => phase.id === id) ?? null;
}

/** True if only their authors see the claims, comments and sources added now, until the reveal. */
export function hidesClaims(state: Pick<DebateState, 'agenda'>): boolean {
  return phaseOf(state)?.hides.includes('claims') ?? false;
}

/** True if the running phase allows this. Without one everything is allowed. */
export function allowsDoing(state: Pick<DebateState, 'agenda'>, doing: Doing): boolean {
  return phaseOf(state)?.may.includes(doing) ?? true;
}

/** True if the running phase allows an operation of this type, on the caller's own contribution or on others'. */
export function allowsType(state: Pick<DebateState, 'agenda'>, type: OperationType, own: boolean): boolean {
  const phase = phaseOf(state);
  const doing = OPERATIONS[type].activity;
  if (phase === null || doing === null || phase.may.includes(doing)) return true;
  // People who may add may also edit what they added.
  return doing === 'edit' && own && phase.may.includes('add');
}

/** True if the running phase keeps everyone from doing this. The server itself may still finish its work. */
export function isOutOfPhase(state: DebateState, operation: Operation, actor: Actor): boolean {
  if (phaseOf(state) === null || actor.role === 'system') return false;
  if (leaksEmbargo(state, operation, actor)) return true;
  return !allowsType(state, operation.type, isOwn(state, operation, actor));
}

/**
 * True if, while new claims are hidden, this would put what others see where they can't see it, or disclose what they can't see. Content
 * that only its author sees may go anywhere, and nobody decides about it.
 */
function leaksEmbargo(state: DebateState, operation: Operation, { id }: Actor): boolean {
  const { embargoed } = state;
  if (operation.type === 'claim.cite')
    return embargoed.has(operation.sourceId) && !embargoed.has(operation.claimId);
  if (operation.type === 'flag.set' && operation.other !== null && embargoed.has(operation.other))
    return true;
  return namedBy(operation).some((on) => isFrozenByEmbargo(state, operation.type, on, id));
}

function namedBy(operation: Operation): readonly string[] {
  if ('ids' in operation) return operation.ids;
  if ('claimId' in operation) return [operation.claimId];
  // Nothing that can be hidden: what nobody may do now, nobody may do to that either.
  return ['on' in operation && typeof operation.on === 'string' ? operation.on : ''];
}

/** True if, while new claims are hidden, nobody, or not this person, may do something of this type to a claim, comment or source. */
export function isFrozenByEmbargo(
  state: Pick<DebateState, 'agenda' | 'embargoed'>,
  type: OperationType,
  on: string,
  participantId: string | undefined,
): boolean {
  if (!hidesClaims(state)) return false;
  const author = state.embargoed.get(on)?.author;
  switch (OPERATIONS[type].embargo) {
    case 'free':
      return false;
    case 'hidden':
      return author !== undefined;
    case 'others':
      return author !== participantId;
    case 'everything':
      return true;
  }
}

function isOwn(state: DebateState, operation: Operation, actor: Actor): boolean {
  if (operation.type === 'source.add') return true;
  if (operation.type === 'suggestion.settle') {
    const claimId = state.suggestions.get(operation.suggestionId)?.claimId;
    return state.claims.get(claimId ?? '')?.author === actor.id;
  }
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
