import type { Promotion } from '../claims/promotion.ts';
import { withoutMentions } from '../comments/mentions.ts';
import type { LastChange } from '../contributions/last-change.ts';
import { type Effect, type EffectOn, type LogEntry, type ProjectedEntry, SYSTEM } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { LINEAGE_EVENTS } from '../lineage/events.ts';
import type { Lock } from '../locks/lock.ts';
import type { Claim } from '../map/claim.ts';
import { isSteelman } from '../map/steelman.ts';
import type { Review } from '../moderation/review.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import { actId } from '../moderation-log/moderation-log.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import type { HiddenContent } from '../visibility/hidden.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { NOBODY } from '../visibility/viewer.ts';
import type { Fragment } from './fragment.ts';

type AnyEffect = ProjectedEntry['effect'];

/**
 * A state for a viewer who may see no names: in an anonymous debate, contributions have no author, except the viewer's own. Moderators know
 * who takes part, and which of them moderated.
 */
export function anonymize(state: DebateState, viewer: Viewer): DebateState {
  if (!isAnonymous(state)) return state;
  const ofNobody = <T extends Written>(record: T) => anonymizeRecord(record, viewer);
  const { seesAll, participantId } = viewer;
  return {
    ...state,
    claims: state.claims.map((claim) => anonymizeClaim(claim, viewer)),
    links: state.links.map(ofNobody),
    sources: state.sources.map(ofNobody),
    comments: state.comments.map((comment) => withoutMentionsIn(ofNobody(comment))),
    questions: state.questions.map(ofNobody),
    signatures: state.signatures.map(ofNobody),
    participants: seesAll ? state.participants : state.participants.filter(({ id }) => id === participantId),
    embargoed: state.embargoed.map(ofNobody),
    hidden: state.hidden.map((one) => redactHiddenBy(one, viewer)),
    locks: state.locks.map((lock) => redactLock(lock, viewer)),
    moderationLog: state.moderationLog.map(redactModerationAction),
    merges: state.merges.map(withoutBy),
    splits: state.splits.map(withoutBy),
    reviews: state.reviews.map((review) => redactReview(review, viewer)),
    reports: state.reports.map(ofNobody),
    suggestions: state.suggestions.map((one) => anonymizeSuggestion(one, viewer)),
    promotions: state.promotions.map((one) => redactPromotion(one, viewer)),
    lastChanges: state.lastChanges.map((one) => redactLastChange(one, viewer)),
  };
}

/** The same for a fragment of the debate `state`. */
export function anonymizeFragment(part: Fragment, state: DebateState, viewer: Viewer): Fragment {
  if (!isAnonymous(state)) return part;
  const ofNobody = <T extends Written>(record: T) => anonymizeRecord(record, viewer);
  return {
    ...part,
    claims: part.claims.map((claim) => anonymizeClaim(claim, viewer)),
    links: part.links.map(ofNobody),
    sources: part.sources.map(ofNobody),
    comments: part.comments.map((comment) => withoutMentionsIn(ofNobody(comment))),
    questions: part.questions.map(ofNobody),
    embargoed: part.embargoed.map(ofNobody),
    hidden: part.hidden.map((one) => redactHiddenBy(one, viewer)),
    locks: part.locks.map((lock) => redactLock(lock, viewer)),
    merges: part.merges.map(withoutBy),
    splits: part.splits.map(withoutBy),
    reviews: part.reviews.map((review) => redactReview(review, viewer)),
    moderationLog: part.moderationLog.map(redactModerationAction),
    reports: part.reports.map(ofNobody),
    suggestions: part.suggestions.map((one) => anonymizeSuggestion(one, viewer)),
    promotions: part.promotions.map((one) => redactPromotion(one, viewer)),
    lastChanges: part.lastChanges.map((one) => redactLastChange(one, viewer)),
  };
}

/** The same for an entry that led to `state`; null: it is not sent. An entry keeps names only where they are known to be visible. */
export function anonymizeEntry(
  entry: ProjectedEntry,
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry | null {
  if (!isAnonymous(state)) return entry;
  const { actor, author, effect } = entry;
  const isOfRunning =
    effect.type.startsWith('debate.') ||
    effect.type.startsWith('agenda.') ||
    effect.type.startsWith('task.') ||
    isAboutParticipant(effect) ||
    isModeration(effect) ||
    isLoggedLineage(entry, state);
  if (viewer.seesAll && isOfRunning) return entry;
  if (isAboutParticipant(effect) && effect.participantId !== viewer.participantId) {
    // Everyone may know that words were erased: copies on clients still have them.
    if (effect.type !== 'participant.erased' || !effect.words) return null;
    return { ...entry, actor: NOBODY, author: NOBODY, effect: { ...effect, participantId: NOBODY } };
  }
  const signed = { ...entry, actor: signature(actor, viewer), author: signature(author, viewer) };
  if (effect.type === 'comment.added') return { ...signed, effect: withoutMentionsIn(effect) };
  if (effect.type === 'claim.added' && effect.group !== undefined && !viewer.seesAll)
    return { ...signed, effect: { ...effect, group: NOBODY } };
  if (effect.type === 'suggestion.projected') {
    const suggestions = effect.suggestions.map((one) => anonymizeSuggestion(one, viewer));
    return { ...signed, effect: { ...effect, suggestions } };
  }
  if (effect.type !== 'report.projected') return signed;
  const reports = effect.reports.map((report) => anonymizeRecord(report, viewer));
  return { ...signed, effect: { ...effect, reports } };
}

/** Participants to whom entries disclose, in an anonymous debate, what nobody else may know: that they are theirs. */
export function identifiedActors(entries: readonly LogEntry[], state: DebateState): string[] {
  if (!isAnonymous(state)) return [];
  return entries.flatMap(({ actor, author, effect }) =>
    isAboutParticipant(effect) ? [actor, author, effect.participantId] : [actor, author],
  );
}

/** True if it is about one participant. */
function isAboutParticipant(effect: AnyEffect): effect is Extract<Effect, { participantId: string }> {
  return 'participantId' in effect;
}

/** Operations that only moderators run: the actor who holds content for approval may also be its author. */
function isModeration(effect: AnyEffect): boolean {
  switch (effect.type) {
    // A reason is given only for another person's claim.
    case 'claim.retracted':
      return effect.reason !== undefined;
    case 'content.hidden':
    case 'content.restored':
    case 'content.sentBack':
    case 'content.locked':
    case 'content.unlocked':
    case 'flag.set':
    case 'flag.cleared':
    case 'report.settled':
      return true;
    case 'content.resubmitted':
    case 'content.projected':
    case 'flag.answered':
    case 'report.made':
    case 'report.withdrawn':
    case 'report.projected':
      return false;
    default:
      effect satisfies Exclude<AnyEffect, EffectOn<'content' | 'flag' | 'report', AnyEffect>>;
      return false;
  }
}

/** True if someone merged claims, or split another person's. Only moderators do this, and it is in their log. */
function isLoggedLineage({ seq, effect }: ProjectedEntry, state: DebateState): boolean {
  return Object.hasOwn(LINEAGE_EVENTS, effect.type) && state.moderationLog.has(actId(seq));
}

interface Written {
  readonly author: string;
}

function anonymizeRecord<T extends Written>(record: T, viewer: Viewer): T {
  const author = signature(record.author, viewer);
  return author === record.author ? record : { ...record, author };
}

/** A claim, and the answers to it if it is a steelman: how many there are, but not whose. */
function anonymizeClaim(claim: Claim, viewer: Viewer): Claim {
  const unsigned = anonymizeRecord(claim, viewer);
  if (!isSteelman(unsigned)) return unsigned;
  const { steelman } = unsigned;
  const answers = steelman.answers.map((answer) => anonymizeRecord(answer, viewer));
  return { ...unsigned, steelman: { ...steelman, answers } };
}

/** A suggested wording; its answer may come from the claim's author, and from before names were hidden. */
function anonymizeSuggestion(suggestion: Suggestion, viewer: Viewer): Suggestion {
  return withoutBy(anonymizeRecord(suggestion, viewer));
}

/** Mentions in it were written while names were visible. */
function withoutMentionsIn<T extends { readonly text: string }>(comment: T): T {
  const text = withoutMentions(comment.text);
  return text === comment.text ? comment : { ...comment, text };
}

function signature(participantId: string, viewer: Viewer): string {
  const isKnown = participantId === SYSTEM || participantId === viewer.participantId;
  return isKnown ? participantId : NOBODY;
}

function redactHiddenBy(hidden: HiddenContent, { seesAll }: Viewer): HiddenContent {
  return seesAll && hidden.status !== 'pending_approval' ? hidden : { ...hidden, by: NOBODY };
}

function redactLock(lock: Lock, { seesAll }: Viewer): Lock {
  return seesAll ? lock : { ...lock, by: NOBODY };
}

function redactReview(review: Review, viewer: Viewer): Review {
  if (viewer.seesAll) return review;
  return { ...review, flags: review.flags.map((mark) => ({ ...mark, by: signature(mark.by, viewer) })) };
}

/**
 * A record without the person who made it. People who merge or split others' claims are in the moderation log; authors split their own.
 */
function withoutBy<T extends { readonly by: string }>(record: T): T {
  return record.by === NOBODY ? record : { ...record, by: NOBODY };
}

/** Moderators promote claims and know the group. Others may not know it: it would show that the author is one of a few people. */
function redactPromotion(promotion: Promotion, { seesAll }: Viewer): Promotion {
  return seesAll || promotion.group === null ? promotion : { ...promotion, group: NOBODY };
}

function redactLastChange(latest: LastChange, viewer: Viewer): LastChange {
  const by = signature(latest.by, viewer);
  return by === latest.by ? latest : { ...latest, by };
}

function redactModerationAction(act: ModerationAction): ModerationAction {
  return act.what === 'resubmitted' ? { ...act, by: NOBODY } : act;
}
