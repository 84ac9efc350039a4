import { decideAgenda } from '../agenda/decide-agenda.ts';
import { isOutOfPhase } from '../agenda/phases.ts';
import { decideClaimAdd, decideClaimMove, decideClaimRetraction } from '../claims/decide-claim.ts';
import { decideComment } from '../comments/decide-comment.ts';
import { decideErasure } from '../erasure/decide-erasure.ts';
import { decideGroup } from '../groups/decide-group.ts';
import { decideBring, decideGive } from '../groups/decide-promotion.ts';
import { isOfPlenary } from '../groups/groups.ts';
import { decideJoin, decideMerge, decideSplit, decideUnmerge } from '../lineage/decide-lineage.ts';
import { decideLink } from '../links/decide-link.ts';
import { decideWeight } from '../links/decide-weight.ts';
import { decideFloor } from '../meetings/decide-floor.ts';
import { decideMeeting } from '../meetings/decide-meeting.ts';
import { decideLight } from '../meetings/decide-spotlight.ts';
import { decideApproval } from '../moderation/decide-approval.ts';
import { decideLock } from '../moderation/decide-lock.ts';
import { decideMark } from '../moderation/decide-mark.ts';
import { decideModeration } from '../moderation/decide-moderation.ts';
import { decideReport } from '../moderation/decide-report.ts';
import { isLockedFor } from '../moderation/locks.ts';
import {
  decideAppointment,
  decideRename,
  decideSanction,
  decideTeam,
  decideTransfer,
} from '../participants/decide-people.ts';
import { decidePoll } from '../polls/decide-poll.ts';
import {
  decideConfigure,
  decideDebate,
  decideParticipantJoin,
  decidePosition,
} from '../settings/decide-debate.ts';
import { decideLife } from '../settings/decide-status.ts';
import { decideCitation } from '../sources/decide-citation.ts';
import { decideSourceAdd } from '../sources/decide-source.ts';
import { decideSuggestion } from '../suggestions/decide-suggestion.ts';
import { decideSeal, decideTextEdit } from '../texts/decide-text.ts';
import { checkReferencesVisible } from '../visibility/check-references.ts';
import { decideVote } from '../votes/decide-vote.ts';
import { isBlockedByStatus } from './blocked-by-status.ts';
import { type Decision, refuse } from './decision.ts';
import type { Operation } from './operations.ts';
import { type Actor, sanctionAgainst } from './permissions.ts';
import type { DebateState } from './state.ts';

/**
 * The effects of an operation on this state, or the reason why it is rejected. Pure, and the same in server, browser and tests: the
 * server's answer is final; a browser's is a prediction shown until the server answers. `now`: server time; null in a prediction, which
 * leaves what depends on the time to the server.
 */
export function decide(
  state: DebateState,
  operation: Operation,
  actor: Actor,
  now: number | null = null,
): Decision {
  if (state.head === null && operation.type !== 'debate.create') return refuse('debate_not_found');
  const unseen = checkReferencesVisible(state, operation, actor);
  if (unseen) return refuse(unseen);
  const bar = sanctionAgainst(state, actor, operation.type);
  if (bar) return refuse(bar);
  if (isBlockedByStatus(state, operation.type, actor)) return refuse('debate_closed');
  if (isOfPlenary(state, operation, actor)) return refuse('decided_by_plenary');
  if (isLockedFor(state, operation, actor)) return refuse('locked');
  if (isOutOfPhase(state, operation, actor)) return refuse('phase_closed');
  switch (operation.type) {
    case 'debate.create':
    case 'debate.edit':
      return decideDebate(state, operation, actor);
    case 'debate.configure':
      return decideConfigure(state, operation, actor);
    case 'debate.setVisibility':
    case 'debate.setStatus':
    case 'debate.delete':
    case 'debate.clear':
    case 'debate.restrict':
      return decideLife(state, operation, actor);
    case 'participant.join':
      return decideParticipantJoin(state, operation, actor);
    case 'participant.appoint':
      return decideAppointment(state, operation, actor);
    case 'debate.transfer':
      return decideTransfer(state, operation, actor);
    case 'participant.mute':
    case 'participant.setMembership':
      return decideSanction(state, operation, actor);
    case 'participant.rename':
      return decideRename(state, operation, actor);
    case 'participant.erase':
      return decideErasure(state, operation, actor);
    case 'team.choose':
      return decideTeam(state, operation, actor);
    case 'position.add':
    case 'position.edit':
      return decidePosition(state, operation, actor);
    case 'claim.add':
      return decideClaimAdd(state, operation, actor, now);
    case 'claim.promote':
      return decideBring(state, operation, actor);
    case 'claim.markPromoted':
      return decideGive(state, operation, actor);
    case 'claim.edit':
    case 'comment.edit':
    case 'summary.edit':
    case 'source.edit':
    case 'article.edit':
      return decideTextEdit(state, operation, actor);
    case 'text.seal':
      return decideSeal(state, operation, actor);
    case 'claim.move':
      return decideClaimMove(state, operation, actor);
    case 'claim.retract':
    case 'claim.restore':
      return decideClaimRetraction(state, operation, actor);
    case 'claim.merge':
      return decideMerge(state, operation, actor);
    case 'claim.unmerge':
      return decideUnmerge(state, operation, actor);
    case 'claim.split':
      return decideSplit(state, operation, actor, now);
    case 'claim.join':
      return decideJoin(state, operation, actor);
    case 'claim.cite':
    case 'claim.uncite':
      return decideCitation(state, operation, actor);
    case 'source.add':
      return decideSourceAdd(state, operation, actor);
    case 'link.add':
    case 'link.retract':
    case 'link.restore':
      return decideLink(state, operation, actor);
    case 'link.weigh':
      return decideWeight(state, operation, actor);
    case 'vote.cast':
    case 'vote.withdraw':
      return decideVote(state, operation, actor);
    case 'comment.add':
    case 'comment.withdraw':
    case 'comment.restore':
    case 'comment.resolve':
      return decideComment(state, operation, actor);
    case 'content.hide':
    case 'content.hideAllBy':
    case 'content.restore':
      return decideModeration(state, operation, actor);
    case 'content.resubmit':
    case 'content.sendBack':
      return decideApproval(state, operation, actor);
    case 'content.lock':
    case 'content.unlock':
      return decideLock(state, operation, actor);
    case 'flag.set':
    case 'flag.clear':
    case 'flag.answer':
      return decideMark(state, operation, actor);
    case 'suggestion.make':
    case 'suggestion.withdraw':
    case 'suggestion.settle':
      return decideSuggestion(state, operation, actor);
    case 'agenda.set':
    case 'agenda.goTo':
    case 'agenda.setTimer':
      return decideAgenda(state, operation, actor);
    case 'report.make':
    case 'report.withdraw':
    case 'report.settle':
      return decideReport(state, operation, actor);
    case 'group.form':
    case 'group.assign':
    case 'group.setStatus':
      return decideGroup(state, operation, actor);
    case 'meeting.setStatus':
      return decideMeeting(state, operation, actor);
    case 'poll.open':
    case 'poll.setStatus':
    case 'poll.answer':
      return decidePoll(state, operation, actor);
    case 'hand.raise':
    case 'hand.lower':
    case 'floor.give':
      return decideFloor(state, operation, actor);
    case 'spotlight.set':
      return decideLight(state, operation, actor);
  }
}
