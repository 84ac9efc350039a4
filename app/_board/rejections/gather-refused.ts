import type { Operation } from '../../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import type { Target } from '../../../domain/debate/links/link.ts';
import type { RefusedOperation } from '../../../domain/sync/outbox.ts';
import { targetOf } from '../claim/use-target.ts';

/** Refusals that have the same cause, in the order they were asked for. */
export interface RefusedGroup {
  /** The id of what they are about; empty for the debate itself. */
  readonly key: string;
  /** What they are about, where it is still there to go to. */
  readonly about: Target | null;
  readonly items: readonly RefusedOperation[];
}

/**
 * Gathers refusals by what stands in their way: an argument under one's own refused argument goes with that one, since what
 * helps the one helps the other.
 */
export function gatherRefused(refused: readonly RefusedOperation[], view: DebateState): RefusedGroup[] {
  const made = madeBy(refused);
  const groups = new Map<string, RefusedOperation[]>();
  for (const one of refused) {
    const key = rootOf(one, made, view) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, items]) => ({ key, about: targetOf(view, key), items }));
}

/** Whether what an operation is about was to be made by another refused one. */
export function buildsOnRefused(
  one: RefusedOperation,
  refused: readonly RefusedOperation[],
  view: DebateState,
): boolean {
  return madeBy(refused).has(concerned(one, view) ?? '');
}

/** What builds, however far, on what another refused operation was to make; in the order it was asked for. */
export function builtOn(
  maker: RefusedOperation,
  refused: readonly RefusedOperation[],
  view: DebateState,
): RefusedOperation[] {
  const made = new Set(idsMadeBy(maker.operation));
  return refused.filter((one) => {
    const builds = one !== maker && idsNamedBy(one.operation, view).some((id) => made.has(id));
    if (builds) for (const id of idsMadeBy(one.operation)) made.add(id);
    return builds;
  });
}

/** The claim, position or comment that an operation met with when it was refused; null: the debate itself. */
export function concerned({ operation, rejection }: RefusedOperation, view: DebateState): string | null {
  const target = targetedBy(operation);
  const isNew = operation.type === 'claim.add' || operation.type === 'comment.add';
  if (target && (isNew || OF_TARGETS.includes(rejection.code))) return standing(target, view);
  return subjectOf(operation, view);
}

/** Codes that speak of what an operation points at, not of what it changes. */
const OF_TARGETS: readonly RejectionCode[] = [
  'target_retracted',
  'link_retracted',
  'position_removed',
  'unknown_target',
  'unknown_link',
];

function madeBy(refused: readonly RefusedOperation[]): Map<string, RefusedOperation> {
  return new Map(refused.flatMap((one) => idsMadeBy(one.operation).map((id) => [id, one] as const)));
}

function idsMadeBy(operation: Operation): string[] {
  switch (operation.type) {
    case 'claim.add':
      return [operation.claimId, operation.linkId];
    case 'link.add':
      return [operation.linkId];
    case 'comment.add':
      return [operation.commentId];
    default:
      return [];
  }
}

/** What an operation cannot be without. */
function idsNamedBy(operation: Operation, view: DebateState): string[] {
  const replyTo = operation.type === 'comment.add' ? operation.replyTo : null;
  return [targetedBy(operation)?.id, subjectOf(operation, view), replyTo].filter(
    (id) => typeof id === 'string',
  );
}

function rootOf(
  one: RefusedOperation,
  made: ReadonlyMap<string, RefusedOperation>,
  view: DebateState,
): string | null {
  let id = concerned(one, view);
  const seen = new Set<string>();
  for (let maker = made.get(id ?? ''); id && maker && !seen.has(id); maker = made.get(id ?? '')) {
    seen.add(id);
    id = concerned(maker, view);
  }
  return id;
}

export function targetedBy(operation: Operation): Target | null {
  if ('target' in operation) return operation.target;
  return operation.type === 'comment.add' ? operation.on : null;
}

/** A step from one claim to another stands with the claim it comes from. */
function standing({ kind, id }: Target, view: DebateState): string {
  return kind === 'link' ? (view.links.get(id)?.from ?? id) : id;
}

/** A comment stands with what it is on. */
function contributionAt(id: string, view: DebateState): string {
  const on = view.comments.get(id)?.on;
  return on ? standing(on, view) : id;
}

/** What an operation changes. */
function subjectOf(operation: Operation, view: DebateState): string | null {
  if ('claimId' in operation) return operation.claimId;
  if ('from' in operation) return operation.from;
  if ('linkId' in operation) return view.links.get(operation.linkId)?.from ?? operation.linkId;
  if ('commentId' in operation) return contributionAt(operation.commentId, view);
  if ('what' in operation || operation.type === 'report.make') return contributionAt(operation.on, view);
  return operation.type === 'position.edit' ? operation.positionId : null;
}
