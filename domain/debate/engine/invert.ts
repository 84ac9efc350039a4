import { invertChange, reapplyWording, type TextChange } from '../../ot/text-change.ts';
import { parentLinkOf } from '../claims/tree.ts';
import { openGroupOf } from '../groups/groups.ts';
import { argumentsBefore } from '../lineage/split-parts.ts';
import { ownWeight } from '../links/weights.ts';
import { flagOf } from '../moderation/flags.ts';
import { revisionIn, type TextEdit, textIn, textNamed } from '../texts/texts.ts';
import type { Effect } from './entries.ts';
import type { Operation } from './operations.ts';
import type { DebateState } from './state.ts';

/**
 * The operation that reverts an effect, for undo: built on the state before it, and decided like any other when it is submitted, so that
 * undo never reverts what others did meanwhile. Null if nothing can be reverted.
 */
export function invertEffect(before: DebateState, effect: Effect, actor: string): Operation | null {
  switch (effect.type) {
    case 'claim.added':
      return { type: 'claim.retract', claimId: effect.claimId };
    case 'claim.restored': {
      const reason = before.claims.get(effect.claimId)?.retractedFor;
      return { type: 'claim.retract', claimId: effect.claimId, ...(reason !== undefined && { reason }) };
    }
    case 'claim.retracted':
      return { type: 'claim.restore', claimId: effect.claimId };
    case 'claim.edited':
    case 'comment.edited':
    case 'summary.edited':
    case 'source.edited':
    case 'article.edited':
      return invertEdit(before, effect);
    case 'claim.moved':
      return invertMove(before, effect.claimId);
    case 'claim.merged':
      return { type: 'claim.unmerge', claimId: effect.claimId };
    case 'claim.unmerged':
      return { type: 'claim.merge', claimId: effect.claimId, into: effect.from };
    case 'claim.split': {
      const parts = effect.parts.map((part) => part.claimId);
      return { type: 'claim.join', claimId: effect.claimId, parts };
    }
    case 'claim.joined':
      return invertJoin(before, effect.claimId, effect.parts);
    case 'claim.cited':
      return invertCited(before, effect);
    case 'claim.uncited':
      return invertUncited(before, effect);
    case 'link.added':
    case 'link.restored':
      return { type: 'link.retract', linkId: effect.linkId };
    case 'link.retracted':
      return { type: 'link.restore', linkId: effect.linkId };
    case 'link.weighed':
      return invertWeight(before, effect.linkId, actor);
    case 'vote.cast':
    case 'vote.withdrawn':
      return invertVote(before, effect.claimId, actor);
    case 'comment.added':
    case 'comment.restored':
      return { type: 'comment.withdraw', commentId: effect.commentId };
    case 'comment.withdrawn':
      return { type: 'comment.restore', commentId: effect.commentId };
    case 'comment.resolved':
      return { type: 'comment.resolve', commentId: effect.commentId, resolved: !effect.resolved };
    case 'position.edited': {
      const position = before.positions.get(effect.positionId);
      if (!position) return null;
      const { type, summary, ...fields } = effect;
      return { ...fieldsBefore(position, fields), type: 'position.edit', positionId: position.id };
    }
    case 'debate.edited': {
      const { head } = before;
      const { type, ...fields } = effect;
      return head && { ...fieldsBefore(head, fields), type: 'debate.edit' };
    }
    case 'content.hidden':
      return { type: 'content.restore', ids: effect.ids };
    case 'content.restored':
      return invertRestored(before, effect.ids);
    case 'content.sentBack':
      return { type: 'content.resubmit', ids: effect.ids };
    case 'content.resubmitted': {
      const [returned] = effect.ids.flatMap((id) => before.hidden.get(id) ?? []);
      if (!returned) return { type: 'content.restore', ids: effect.ids };
      return { type: 'content.sendBack', ids: effect.ids, reason: returned.reason, note: returned.note };
    }
    case 'content.locked': {
      const lock = before.locks.get(effect.on);
      const { on } = effect;
      return lock ? { type: 'content.lock', on, branch: lock.branch } : { type: 'content.unlock', on };
    }
    case 'content.unlocked': {
      const lock = before.locks.get(effect.on);
      return lock ? { type: 'content.lock', on: lock.id, branch: lock.branch } : null;
    }
    case 'flag.set':
    case 'flag.cleared':
      return invertMark(before, effect);
    case 'flag.answered':
      return { type: 'flag.answer', on: effect.on, what: effect.what, revised: !effect.revised };
    case 'report.made':
      return { type: 'report.withdraw', reportId: effect.reportId };
    case 'report.withdrawn': {
      const report = before.reports.get(effect.reportId);
      if (!report) return null;
      const { id: reportId, on, reason, words } = report;
      return { type: 'report.make', reportId, on, reason, words };
    }
    case 'report.settled':
      return invertSettled(before, effect);
    case 'suggestion.made':
      return { type: 'suggestion.withdraw', suggestionId: effect.suggestionId };
    case 'suggestion.withdrawn': {
      const suggestion = before.suggestions.get(effect.suggestionId);
      if (!suggestion) return null;
      const { id: suggestionId, claimId, was, text, note } = suggestion;
      return { type: 'suggestion.make', suggestionId, claimId, was, text, note };
    }
    case 'suggestion.settled':
      return invertAnswered(before, effect);
    case 'group.assigned':
      return invertAssigned(before, effect.participantId);
    case 'poll.answered': {
      const { pollId } = effect;
      return { type: 'poll.answer', pollId, choice: before.answers.get(pollId)?.get(actor) ?? null };
    }
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.membershipChanged':
    case 'team.chosen':
      return invertMeasure(before, effect);
    case 'claim.promoted':
    case 'group.formed':
    case 'group.statusChanged':
    case 'meeting.started':
    case 'meeting.ended':
    case 'debate.configured':
    case 'debate.created':
    case 'debate.transferred':
    case 'debate.visibilityChanged':
    case 'debate.statusChanged':
    case 'debate.deleted':
    case 'debate.cleared':
    case 'debate.restricted':
    case 'participant.joined':
    case 'participant.renamed':
    case 'participant.erased':
    case 'position.added':
    case 'source.added':
    case 'text.sealed':
    case 'poll.opened':
    case 'poll.statusChanged':
    case 'hand.raised':
    case 'hand.lowered':
    case 'floor.given':
    case 'spotlight.set':
    case 'agenda.set':
    case 'agenda.phaseChanged':
    case 'agenda.timerChanged':
      return null;
  }
}

/** Splits them off again as they were. */
function invertJoin(before: DebateState, claimId: string, joined: readonly string[]): Operation | null {
  const split = before.splits.get(joined[0] ?? '');
  if (!split) return null;
  const parts = joined.flatMap((id) => {
    const part = before.claims.get(id);
    if (!part) return [];
    const takes = argumentsBefore(before, id).map(({ from }) => from);
    return [{ claimId: id, linkId: part.parentLink, text: part.text, takes }];
  });
  return { type: 'claim.split', claimId, was: split.whole, text: split.left, parts };
}

/** Removes the passages again, and the source if it came with them. */
function invertCited(
  before: DebateState,
  { claimId, sourceId, passages }: Extract<Effect, { type: 'claim.cited' }>,
): Operation {
  const wasCited = before.claims.get(claimId)?.sources.includes(sourceId) ?? false;
  if (!passages) return { type: 'claim.uncite', claimId, sourceId };
  const uncite = { type: 'claim.uncite', claimId, sourceId, passages: passages.map(({ id }) => id) } as const;
  return wasCited ? { ...uncite, keeps: true } : uncite;
}

function invertUncited(
  before: DebateState,
  { claimId, sourceId, passages: gone }: Extract<Effect, { type: 'claim.uncited' }>,
): Operation {
  const cited = (before.citations.get(claimId)?.passages ?? []).filter(
    (passage) => passage.sourceId === sourceId && (gone?.includes(passage.id) ?? true),
  );
  const cite = { type: 'claim.cite', claimId, sourceId } as const;
  if (cited.length === 0) return cite;
  return { ...cite, passages: cited.map(({ sourceId: _, ...passage }) => passage) };
}

/** It waits again, or gets its earlier answer back. */
function invertAnswered(
  before: DebateState,
  { suggestionId, claimId, outcome }: Extract<Effect, { type: 'suggestion.settled' }>,
): Operation | null {
  const settle = { type: 'suggestion.settle', suggestionId, seen: '', note: '' } as const;
  if (outcome !== null) return { ...settle, outcome: null };
  const was = before.suggestions.get(suggestionId);
  const claim = before.claims.get(claimId);
  if (!was || !claim) return null;
  // Accepting it again means accepting what the claim says after the undo.
  const seen = was.outcome === 'accepted' ? reapplyWording(was.text, was.was, claim.text) : '';
  return { ...settle, outcome: was.outcome, seen, note: was.answer };
}

type Edited = Extract<
  Effect,
  { type: 'claim.edited' | 'comment.edited' | 'summary.edited' | 'source.edited' | 'article.edited' }
>;

function invertEdit(before: DebateState, effect: Edited): TextEdit | null {
  const name = textNamed(effect);
  const text = textIn(before, name);
  // No client replaces a whole text any longer.
  if (text === null || 'text' in effect) return null;
  const change = invertChange(text, effect.change);
  return change && editOf(effect, revisionIn(before, name) + 1, change);
}

type Measure = Extract<
  Effect,
  { type: 'participant.appointed' | 'participant.muted' | 'participant.membershipChanged' | 'team.chosen' }
>;

function invertMeasure(before: DebateState, effect: Measure): Operation | null {
  const person = before.participants.get(effect.participantId);
  if (!person || person.role === 'owner') return null;
  const { id: participantId, role, team, muted, membership, reason } = person;
  switch (effect.type) {
    case 'participant.appointed':
      return { type: 'participant.appoint', participantId, role };
    case 'participant.muted':
      return {
        type: 'participant.mute',
        participantId,
        muted,
        reason,
        ...lasting(before, person.mutedUntil),
      };
    case 'participant.membershipChanged':
      return {
        type: 'participant.setMembership',
        participantId,
        membership,
        reason,
        ...lasting(before, person.outUntil),
      };
    case 'team.chosen':
      return { type: 'team.choose', participantId, team };
  }
}

/** For as long as it would have lasted. */
function lasting({ at }: DebateState, until: number | undefined): { readonly minutes?: number } {
  return until === undefined ? {} : { minutes: Math.max(1, Math.ceil((until - at) / 60_000)) };
}

function editOf(effect: Edited, base: number, change: TextChange): TextEdit {
  switch (effect.type) {
    case 'claim.edited':
      return { type: 'claim.edit', claimId: effect.claimId, base, change };
    case 'comment.edited':
      return { type: 'comment.edit', commentId: effect.commentId, base, change };
    case 'summary.edited':
      return { type: 'summary.edit', positionId: effect.positionId, base, change };
    case 'article.edited':
      return { type: 'article.edit', sourceId: effect.sourceId, base, change };
    case 'source.edited':
      return { type: 'source.edit', sourceId: effect.sourceId, field: effect.field, base, change };
  }
}

/** The earlier values of a record's changed fields: only these are restored. */
function fieldsBefore<T extends object, K extends keyof T>(before: T, changed: Partial<Record<K, unknown>>) {
  const fields: Partial<Pick<T, K>> = {};
  for (const field in changed) if (field in before) fields[field] = before[field];
  return fields;
}

/** Hides them again for the reason of the first one; moderators must hide those with another reason themselves. */
function invertRestored(before: DebateState, ids: readonly string[]): Operation | null {
  const [first] = ids.flatMap((id) => before.hidden.get(id) ?? []);
  if (!first) return null;
  if (first.status !== 'hidden') return { type: 'content.resubmit', ids };
  const alike = ids.filter((id) => before.hidden.get(id)?.reason === first.reason);
  return { type: 'content.hide', ids: alike, reason: first.reason, note: first.note };
}

function invertMark(
  before: DebateState,
  { on, what }: Extract<Effect, { type: 'flag.set' | 'flag.cleared' }>,
): Operation {
  const mark = flagOf(before, on, what);
  if (!mark) return { type: 'flag.clear', on, what };
  const { other, note, revised } = mark;
  return { type: 'flag.set', on, what, other, note, revised };
}

function invertAssigned(before: DebateState, participantId: string): Operation {
  return { type: 'group.assign', participantId, groupId: openGroupOf(before, participantId)?.id ?? null };
}

/** Reopens them; or settles them again as the first one was, with those that had the same outcome. */
function invertSettled(
  before: DebateState,
  { ids, outcome }: Extract<Effect, { type: 'report.settled' }>,
): Operation | null {
  if (outcome !== null) return { type: 'report.settle', ids, outcome: null };
  const [first] = ids.flatMap((id) => before.reports.get(id) ?? []);
  if (!first) return null;
  const alike = ids.filter((id) => before.reports.get(id)?.outcome === first.outcome);
  return { type: 'report.settle', ids: alike, outcome: first.outcome };
}

function invertMove(before: DebateState, claimId: string): Operation | null {
  const link = parentLinkOf(before, claimId);
  if (!link) return null;
  const siblings = before.childLinks.get(link.target.id) ?? [];
  const after = siblings[siblings.indexOf(link.id) - 1] ?? null;
  return { type: 'claim.move', claimId, target: link.target, relation: link.relation, after };
}

function invertWeight(before: DebateState, linkId: string, actor: string): Operation | null {
  const link = before.links.get(linkId);
  return link ? { type: 'link.weigh', linkId, weight: ownWeight(before, link, actor) ?? null } : null;
}

function invertVote(before: DebateState, claimId: string, actor: string): Operation {
  const vote = before.votes.get(claimId)?.get(actor);
  if (!vote) return { type: 'vote.withdraw', claimId };
  return { type: 'vote.cast', claimId, answer: vote.answer, wording: vote.wording };
}
