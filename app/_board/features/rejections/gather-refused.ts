import { addTo } from '#domain/collections/group-by.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import { targetOf } from '../../core/claims/use-target.ts';

/** Rejections with the same cause, in the order they were submitted. */
export interface RefusedGroup {
  /** Id of their subject; empty for the debate itself. */
  readonly key: string;
  /** Their subject, if it still exists. */
  readonly about: Target | null;
  readonly items: readonly RefusedOperation[];
}

/**
 * Groups rejections by their cause: an argument below the viewer's own rejected argument belongs to that one's group, since the same
 * remedy helps both.
 */
export function gatherRefused(refused: readonly RefusedOperation[], view: DebateState): RefusedGroup[] {
  const made = madeBy(refused);
  const groups = new Map<string, RefusedOperation[]>();
  for (const one of refused) {
    const key = rootOf(one, made, view) ?? '';
    addTo(groups, key, one);
  }
  return [...groups].map(([key, items]) => ({ key, about: targetOf(view, key), items }));
}

/** True if the subject of an operation was to be created by another rejected one. */
export function buildsOnRefused(
  one: RefusedOperation,
  refused: readonly RefusedOperation[],
  view: DebateState,
): boolean {
  return madeBy(refused).has(concerned(one, view) ?? '');
}

/** Returns what depends, directly or not, on what another rejected operation was to create; in the order of submission. */
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

/** Returns the claim, position or comment that caused an operation's rejection; `null`: the debate itself. */
export function concerned({ operation, rejection }: RefusedOperation, view: DebateState): string | null {
  const target = targetedBy(operation);
  const isNew = operation.type === 'claim.add' || operation.type === 'comment.add';
  if (target && (isNew || OF_TARGETS.includes(rejection.code))) return standing(target, view);
  return subjectOf(operation, view);
}

/** Codes about an operation's target, not about what it changes. */
const OF_TARGETS: readonly RejectionCode[] = [
  'target_retracted',
  'link_retracted',
  'position_removed',
  'unknown_target',
  'unknown_link',
];

type Makers = ReadonlyMap<string, RefusedOperation>;

/** By the rejections, once for them all: each of them asks. */
const makers = new WeakMap<readonly RefusedOperation[], Makers>();

/** Returns the rejected operations by what they were to create. */
function madeBy(refused: readonly RefusedOperation[]): Makers {
  const known = makers.get(refused);
  if (known) return known;
  const made = new Map(refused.flatMap((one) => idsMadeBy(one.operation).map((id) => [id, one] as const)));
  makers.set(refused, made);
  return made;
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

/** Returns the ids that an operation depends on. */
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

/** A step from one claim to another belongs to the claim it comes from. */
function standing({ kind, id }: Target, view: DebateState): string {
  return kind === 'link' ? (view.links.get(id)?.from ?? id) : id;
}

/** A comment belongs to what it is on. */
function contributionAt(id: string, view: DebateState): string {
  const on = view.comments.get(id)?.on;
  return on ? standing(on, view) : id;
}

/** Returns what an operation changes. */
function subjectOf(operation: Operation, view: DebateState): string | null {
  if ('claimId' in operation) return operation.claimId;
  if (operation.type === 'link.add') return operation.from;
  if ('linkId' in operation) return view.links.get(operation.linkId)?.from ?? operation.linkId;
  if ('commentId' in operation) return contributionAt(operation.commentId, view);
  if ('what' in operation || operation.type === 'report.make') return contributionAt(operation.on, view);
  return operation.type === 'position.edit' ? operation.positionId : null;
}
