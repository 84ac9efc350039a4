import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { isTextEdit } from '../../domain/debate/texts/texts.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';

/** The cost of each event on a connection, from the allowance `events`. A `submit` costs what its operation does, see `operationCost`. */
export const EVENT_COSTS: Readonly<Record<keyof ClientEvents, number>> = {
  open: 2,
  submit: 1,
  presence: 0.5,
  // Ten a second take a tenth of a person's allowance: they never delay what the person writes.
  pointer: 0.2,
  watchGroups: 1,
  clock: 0.2,
  seen: 1,
  caret: 0.25,
};

/** The cost of an unknown event, or one that can't be answered: a burst of them silences the sender. */
export const NONSENSE_COST = 10;

/**
 * The additional cost of opening a debate that doesn't exist: nobody with a real address does it often. Reserved while an opening is
 * pending, so that many at once aren't too many either: a person's twenty tabs may reconnect together.
 */
export const MISSED_COST = 4;

/** Characters of the answer to `open` for the price of one of `openings`. */
export const OPEN_CHARACTERS = 64 * 1024;

/**
 * The cost of each operation, from `events` of its sender and `operations` of its debate. One is what a person writes, votes or moves;
 * operations that read the whole board or make many entries cost more.
 */
export const OPERATION_COSTS: Readonly<Record<OperationType, number>> = {
  'debate.create': 1,
  'participant.join': 1,
  'participant.appoint': 1,
  'debate.transfer': 2,
  'participant.mute': 1,
  'participant.setMembership': 2,
  'participant.rename': 1,
  'participant.erase': 10,
  'team.choose': 1,
  'debate.edit': 1,
  'debate.configure': 2,
  'debate.setVisibility': 2,
  'debate.setStatus': 2,
  'debate.delete': 2,
  'debate.restrict': 2,
  'debate.clear': 20,
  'position.add': 1,
  'position.edit': 1,
  'summary.edit': 1,
  'claim.add': 1,
  'claim.promote': 1,
  'claim.markPromoted': 1,
  'claim.edit': 1,
  'claim.move': 1,
  'claim.retract': 1,
  'claim.restore': 1,
  'claim.merge': 2,
  'claim.unmerge': 2,
  'claim.split': 2,
  'claim.join': 2,
  'claim.cite': 1,
  'claim.uncite': 1,
  'link.add': 1,
  'link.retract': 1,
  'link.restore': 1,
  'link.weigh': 1,
  'source.add': 1,
  'source.edit': 1,
  'article.edit': 1,
  'text.seal': 1,
  'suggestion.make': 1,
  'suggestion.withdraw': 1,
  'suggestion.settle': 1,
  'vote.cast': 1,
  'vote.withdraw': 1,
  'comment.add': 1,
  'comment.edit': 1,
  'comment.withdraw': 1,
  'comment.restore': 1,
  'comment.resolve': 1,
  'content.hide': 2,
  'content.hideAllBy': 10,
  'content.restore': 2,
  'content.resubmit': 2,
  'content.sendBack': 2,
  'content.lock': 1,
  'content.unlock': 1,
  'flag.set': 1,
  'flag.clear': 1,
  'flag.answer': 1,
  'report.make': 1,
  'report.withdraw': 1,
  'report.settle': 1,
  'agenda.set': 1,
  'agenda.goTo': 2,
  'agenda.setTimer': 1,
  'group.form': 10,
  'group.assign': 1,
  'group.setStatus': 2,
  'meeting.setStatus': 2,
  'poll.open': 1,
  'poll.setStatus': 1,
  'poll.answer': 1,
  'hand.raise': 1,
  'hand.lower': 1,
  'floor.give': 1,
  'spotlight.set': 1,
};

/** Parts of an edit that are included in the price of any operation: typing, pasting or replacing has three to five. */
const INCLUDED = 10;
/** Additional parts for the price of one more operation: merging takes time per part. */
const PARTS = 10;

/**
 * The cost of an operation beyond its type's price: an edit by its parts, a citation by its passages, each of which is searched for in a
 * whole article.
 */
export function operationSurcharge(operation: Operation): number {
  if (isTextEdit(operation)) return Math.max(0, operation.change.length - INCLUDED) / PARTS;
  if (operation.type === 'claim.cite') return Math.max(0, (operation.passages?.length ?? 0) - 1);
  return 0;
}

/** The total cost of an operation. */
export function operationCost(operation: Operation): number {
  return OPERATION_COSTS[operation.type] + operationSurcharge(operation);
}
