import type { Messages } from '#app/_ui/messages/en.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';

type NamedKind = keyof Messages['undo']['step'];
type PlainKind = keyof Messages['undo']['plainStep'];

/** A step in terms of the catalogue, and the id of what it is about. */
interface StepDescription {
  readonly kind: NamedKind;
  readonly about: string;
}

/** Keys of `undo.step` by operation type; those with two directions are selected below. */
const NAMED: Partial<Record<Operation['type'], NamedKind>> = {
  'claim.add': 'claim',
  'claim.edit': 'wording',
  'claim.move': 'move',
  'claim.retract': 'retract',
  'claim.restore': 'restore',
  'claim.cite': 'cite',
  'claim.uncite': 'uncite',
  'claim.merge': 'merge',
  'claim.unmerge': 'unmerge',
  'claim.split': 'split',
  'claim.join': 'join',
  'claim.react': 'react',
  'steelman.answer': 'bestCase',
  'steelman.record': 'bestCase',
  'link.add': 'link',
  'link.retract': 'unlink',
  'link.restore': 'relink',
  'link.setScheme': 'kind',
  'link.answerQuestion': 'question',
  'link.weigh': 'weigh',
  'vote.cast': 'vote',
  'vote.withdraw': 'unvote',
  'comment.add': 'comment',
  'comment.edit': 'commentWords',
  'comment.withdraw': 'commentWithdrawn',
  'comment.restore': 'commentRestored',
  'comment.resolve': 'resolved',
  'suggestion.make': 'suggest',
  'suggestion.withdraw': 'suggest',
  'suggestion.settle': 'suggestionAnswer',
  'content.hide': 'hide',
  'content.restore': 'show',
  'content.resubmit': 'hold',
  'content.sendBack': 'return',
  'content.lock': 'lock',
  'content.unlock': 'unlock',
  'flag.set': 'flag',
  'flag.clear': 'flag',
  'flag.answer': 'flag',
  'report.make': 'report',
  'position.edit': 'position',
  'summary.edit': 'summary',
};

/** Keys of `undo.plainStep` by operation type. */
const PLAIN: Partial<Record<Operation['type'], PlainKind>> = {
  'source.edit': 'source',
  'article.edit': 'source',
  'conclusion.edit': 'conclusion',
  'conclusion.sign': 'signature',
  'conclusion.unsign': 'signature',
  'conclusion.record': 'signature',
  'debate.edit': 'debate',
  'report.settle': 'reports',
  'participant.appoint': 'role',
  'participant.mute': 'measure',
  'participant.setMembership': 'measure',
  'team.choose': 'team',
  'poll.answer': 'poll',
  'question.ask': 'floor',
  'question.support': 'floor',
  'question.withdraw': 'floor',
  'question.merge': 'floor',
  'question.pin': 'floor',
  'question.answer': 'floor',
  'task.add': 'task',
  'task.change': 'task',
  'task.remove': 'task',
  'group.assign': 'groups',
};

/** Describes the operation that began an action, for the sentence of its undo; `null` if it is about nothing that has a name. */
export function describeStep(operation: Operation, view: DebateState): StepDescription | null {
  const kind = namedKindOf(operation);
  const about = kind && subjectOf(operation, view);
  if (!kind || !about) return null;
  const comment = view.comments.get(about);
  return comment ? { kind: 'aboutComment', about: comment.on.id } : { kind, about };
}

function namedKindOf(operation: Operation): NamedKind | undefined {
  if (operation.type === 'comment.resolve') return operation.resolved ? 'resolved' : 'reopened';
  return NAMED[operation.type];
}

/** Returns the key of `undo.plainStep` for an operation without anything to name. */
export function plainKindOf(operation: Operation): PlainKind {
  if (operation.type === 'conclusion.setStatus') return operation.open ? 'reopening' : 'closing';
  return PLAIN[operation.type] ?? 'other';
}

/** Returns the id of what an operation is about; people's own comments are about what they are on. */
function subjectOf(operation: Operation, view: DebateState): string | undefined {
  if (operation.type === 'comment.add') return operation.on.id;
  if (operation.type === 'link.add') return operation.from;
  if (operation.type === 'position.edit' || operation.type === 'summary.edit') return operation.positionId;
  if ('claimId' in operation) return operation.claimId;
  if ('linkId' in operation) return operation.linkId;
  if ('commentId' in operation) return view.comments.get(operation.commentId)?.on.id;
  if ('suggestionId' in operation) return view.suggestions.get(operation.suggestionId)?.claimId;
  if ('ids' in operation) return operation.ids[0];
  return 'on' in operation && typeof operation.on === 'string' ? operation.on : undefined;
}
