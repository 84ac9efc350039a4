import { decideAgenda } from './decide-agenda.ts';
import { decideApproval } from './decide-approval.ts';
import { decideBring, decideGive } from './decide-bring.ts';
import { decideCitation } from './decide-citation.ts';
import { decideClaimAdd, decideClaimMove, decideClaimRetraction } from './decide-claim.ts';
import { decideComment } from './decide-comment.ts';
import { decideConfigure, decideDebate, decideParticipantJoin, decidePosition } from './decide-debate.ts';
import { decideErasure } from './decide-erasure.ts';
import { decideFloor } from './decide-floor.ts';
import { decideGroup } from './decide-group.ts';
import { decideLife } from './decide-life.ts';
import { decideLight } from './decide-light.ts';
import { decideJoin, decideMerge, decideSplit, decideUnmerge } from './decide-lineage.ts';
import { decideLink } from './decide-link.ts';
import { decideLock } from './decide-lock.ts';
import { decideMark } from './decide-mark.ts';
import { decideMeeting } from './decide-meeting.ts';
import { decideModeration } from './decide-moderation.ts';
import {
  decideAppointment,
  decideRename,
  decideSanction,
  decideTeam,
  decideTransfer,
} from './decide-people.ts';
import { decidePoll } from './decide-poll.ts';
import { decideReport } from './decide-report.ts';
import { decideSourceAdd } from './decide-source.ts';
import { decideSuggestion } from './decide-suggestion.ts';
import { decideSeal, decideTextEdit } from './decide-text.ts';
import { decideVote } from './decide-vote.ts';
import { decideWeight } from './decide-weight.ts';
import { type Decision, refuse } from './decision.ts';
import { isOfPlenary } from './groups.ts';
import { isLockedFor } from './locks.ts';
import type { Operation } from './operations.ts';
import { type Actor, sanctionAgainst } from './permissions.ts';
import { isOutOfPhase } from './phases.ts';
import type { DebateState } from './state.ts';
import { isBlockedByStatus } from './stopped.ts';
import { checkReferencesVisible } from './unseen.ts';

/**
 * What an operation would do to this state, or why it may not. Pure, and the same in server, browser and tests:
 * in the server its answer is final, in a browser it is a forecast shown until the server's answer is there. `now`: server time; null
 * in a forecast, which leaves what depends on the time to the server.
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
  if (isOfPlenary(state, operation, actor)) return refuse('of_plenary');
  if (isLockedFor(state, operation, actor)) return refuse('locked');
  if (isOutOfPhase(state, operation, actor)) return refuse('phase_closed');
  switch (operation.type) {
    case 'debate.create':
    case 'debate.edit':
      return decideDebate(state, operation, actor);
    case 'debate.configure':
      return decideConfigure(state, operation, actor);
    case 'debate.show':
    case 'debate.turn':
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
    case 'participant.admit':
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
    case 'claim.bring':
      return decideBring(state, operation, actor);
    case 'claim.give':
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
    case 'content.sweep':
    case 'content.restore':
      return decideModeration(state, operation, actor);
    case 'content.hold':
    case 'content.return':
      return decideApproval(state, operation, actor);
    case 'content.lock':
    case 'content.unlock':
      return decideLock(state, operation, actor);
    case 'mark.put':
    case 'mark.take':
    case 'mark.answer':
      return decideMark(state, operation, actor);
    case 'suggestion.make':
    case 'suggestion.withdraw':
    case 'suggestion.settle':
      return decideSuggestion(state, operation, actor);
    case 'agenda.set':
    case 'agenda.turn':
    case 'agenda.time':
      return decideAgenda(state, operation, actor);
    case 'report.make':
    case 'report.withdraw':
    case 'report.settle':
      return decideReport(state, operation, actor);
    case 'group.form':
    case 'group.assign':
    case 'group.turn':
      return decideGroup(state, operation, actor);
    case 'meeting.turn':
      return decideMeeting(state, operation, actor);
    case 'poll.open':
    case 'poll.turn':
    case 'poll.answer':
      return decidePoll(state, operation, actor);
    case 'hand.raise':
    case 'hand.lower':
    case 'floor.give':
      return decideFloor(state, operation, actor);
    case 'light.put':
      return decideLight(state, operation, actor);
  }
}
