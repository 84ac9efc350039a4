import type { Messages } from '#app/_ui/messages/en.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { targetedBy } from './gather-refused.ts';

type AskedKind = keyof Messages['rejected']['asked'];

/** Description of a request, for a sentence of `refused.asked`. */
export interface RequestDescription {
  readonly kind: AskedKind;
  /** Its target, if the rejection is not about that. */
  readonly target: string;
}

/** Keys of `refused.asked` by operation type; those with a relation are selected below. */
const KINDS: Partial<Record<Operation['type'], AskedKind>> = {
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
  'link.add': 'link',
  'link.retract': 'unlink',
  'link.restore': 'relink',
  'link.setScheme': 'kind',
  'link.answerQuestion': 'question',
  'link.weigh': 'weigh',
  'claim.react': 'react',
  'source.add': 'source',
  'source.edit': 'sourceWords',
  'article.edit': 'sourceWords',
  'suggestion.make': 'suggest',
  'suggestion.withdraw': 'suggest',
  'suggestion.settle': 'suggestionAnswer',
  'vote.withdraw': 'unvote',
  'comment.add': 'comment',
  'comment.edit': 'commentWords',
  'comment.withdraw': 'commentWithdrawn',
  'comment.restore': 'commentRestored',
  'comment.resolve': 'resolved',
  'position.add': 'newPosition',
  'position.edit': 'position',
  'summary.edit': 'summary',
  'conclusion.edit': 'conclusion',
  'conclusion.sign': 'signature',
  'conclusion.unsign': 'signature',
  'conclusion.record': 'signature',
  'debate.edit': 'debate',
  'debate.configure': 'settings',
  'content.hide': 'hide',
  'content.hideAllBy': 'hide',
  'content.restore': 'show',
  'participant.appoint': 'role',
  'debate.transfer': 'owner',
  'participant.mute': 'measure',
  'participant.setMembership': 'measure',
  'participant.rename': 'rename',
  'team.choose': 'team',
  'perspective.show': 'perspective',
  'content.resubmit': 'hold',
  'content.sendBack': 'return',
  'content.lock': 'lock',
  'content.unlock': 'unlock',
  'flag.set': 'mark',
  'flag.clear': 'unmark',
  'flag.answer': 'answer',
  'report.make': 'report',
  'report.withdraw': 'report',
  'report.settle': 'settle',
  'debate.setVisibility': 'settings',
  'debate.setStatus': 'settings',
  'debate.delete': 'settings',
  'debate.clear': 'clearing',
  'agenda.set': 'agenda',
  'agenda.goTo': 'agenda',
  'agenda.setTimer': 'agenda',
  'poll.open': 'poll',
  'poll.setStatus': 'poll',
  'poll.hideAnswer': 'hide',
  'poll.answer': 'pollAnswer',
  'question.ask': 'floorQuestion',
  'question.support': 'floorSupport',
  'question.withdraw': 'floorQuestion',
  'question.merge': 'floorQuestion',
  'question.pin': 'floorQuestion',
  'question.answer': 'floorQuestion',
  'task.add': 'task',
  'task.change': 'task',
  'task.remove': 'task',
  'steelman.answer': 'bestCase',
  'steelman.record': 'bestCase',
  'conclusion.setStatus': 'settings',
  'hand.raise': 'hand',
  'hand.lower': 'hand',
  'floor.give': 'floor',
  'floor.order': 'floor',
  'floor.invite': 'floor',
  'floor.uninvite': 'floor',
  'spotlight.set': 'spotlight',
  'group.form': 'groups',
  'group.assign': 'groups',
  'group.setStatus': 'groups',
  'meeting.setStatus': 'meeting',
};

/** Returns what was asked for, in terms of the catalogue; `about` is the subject of the rejection: it is named already. */
export function describeRequest(
  operation: Operation,
  about: string,
  textOf: (target: Target) => string,
): RequestDescription {
  const target = targetedBy(operation);
  const named = target && target.id !== about ? textOf(target) : '';
  const moved = operation.type === 'claim.move' && operation.claimId !== about ? operation.claimId : null;
  const words = moved ? textOf({ kind: 'claim', id: moved }) : named;
  return { kind: kindOf(operation, moved !== null), target: words ? excerpt(words, 60) : '' };
}

function kindOf(operation: Operation, isMovedHere: boolean): AskedKind {
  if (operation.type === 'claim.add')
    return operation.target.kind === 'link' ? 'undercut' : operation.relation;
  if (operation.type === 'vote.cast') return operation.answer;
  return isMovedHere ? 'moveHere' : (KINDS[operation.type] ?? 'other');
}
