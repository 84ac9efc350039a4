import type { LastChange } from '../claims/last-change.ts';
import { withoutMentions } from '../comments/mentions.ts';
import { type Effect, type LogEntry, type ProjectedEntry, SYSTEM } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Promotion } from '../groups/group.ts';
import type { HiddenContent, Lock } from '../moderation/hidden.ts';
import type { ModerationAction } from '../moderation/moderation-action.ts';
import { actId } from '../moderation/moderation-log.ts';
import type { Review } from '../moderation/review.ts';
import { isAnonymous } from '../participants/names.ts';
import type { Fragment } from './fragment.ts';
import type { Viewer } from './hidden-content.ts';

/** Whose words and acts they are where that is told to nobody. */
export const NOBODY = '';

/**
 * A state as somebody may know it who is told no names: in an anonymous debate all that people wrote is nobody's, save what
 * is the viewer's own. Those who run it know who takes part, and which of them moderated.
 */
export function anonymize(state: DebateState, viewer: Viewer): DebateState {
  if (!isAnonymous(state)) return state;
  const ofNobody = <T extends Written>(record: T) => unsigned(record, viewer);
  const { seesAll, participantId } = viewer;
  return {
    ...state,
    claims: state.claims.map(ofNobody),
    links: state.links.map(ofNobody),
    sources: state.sources.map(ofNobody),
    comments: state.comments.map((comment) => namingNobody(ofNobody(comment))),
    participants: seesAll ? state.participants : state.participants.filter(({ id }) => id === participantId),
    veiled: state.veiled.map(ofNobody),
    withheld: state.withheld.map((one) => withheldBy(one, viewer)),
    locks: state.locks.map((lock) => lockedBy(lock, viewer)),
    acts: state.acts.map(actOf),
    merges: state.merges.map(ofWhomever),
    splits: state.splits.map(ofWhomever),
    reviews: state.reviews.map((review) => markedBy(review, viewer)),
    reports: state.reports.map(ofNobody),
    suggestions: state.suggestions.map(ofNobody),
    brought: state.brought.map((one) => broughtFrom(one, viewer)),
    latest: state.latest.map((one) => changedBy(one, viewer)),
  };
}

/** The same for a part of the debate that `state` is. */
export function anonymizeFragment(part: Fragment, state: DebateState, viewer: Viewer): Fragment {
  if (!isAnonymous(state)) return part;
  const ofNobody = <T extends Written>(record: T) => unsigned(record, viewer);
  return {
    ...part,
    claims: part.claims.map(ofNobody),
    links: part.links.map(ofNobody),
    sources: part.sources.map(ofNobody),
    comments: part.comments.map((comment) => namingNobody(ofNobody(comment))),
    veiled: part.veiled.map(ofNobody),
    withheld: part.withheld.map((one) => withheldBy(one, viewer)),
    locks: part.locks.map((lock) => lockedBy(lock, viewer)),
    merges: part.merges.map(ofWhomever),
    splits: part.splits.map(ofWhomever),
    reviews: part.reviews.map((review) => markedBy(review, viewer)),
    acts: part.acts.map(actOf),
    reports: part.reports.map(ofNobody),
    suggestions: part.suggestions.map(ofNobody),
    brought: part.brought.map((one) => broughtFrom(one, viewer)),
    latest: part.latest.map((one) => changedBy(one, viewer)),
  };
}

/** The same for an entry that led to `state`; null: it is not told. Nothing is signed but what is known to be told. */
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
    isOfPeople(effect) ||
    isModeration(effect) ||
    isLoggedLineage(entry, state);
  if (viewer.seesAll && isOfRunning) return entry;
  if (isOfPeople(effect) && effect.participantId !== viewer.participantId) {
    // That words are gone is for all to know: what they know still has them.
    if (effect.type !== 'participant.erased' || !effect.words) return null;
    return { ...entry, actor: NOBODY, author: NOBODY, effect: { ...effect, participantId: NOBODY } };
  }
  const signed = { ...entry, actor: signature(actor, viewer), author: signature(author, viewer) };
  if (effect.type === 'comment.added') return { ...signed, effect: namingNobody(effect) };
  if (effect.type === 'claim.added' && effect.group !== undefined && !viewer.seesAll)
    return { ...signed, effect: { ...effect, group: NOBODY } };
  if (effect.type === 'suggestion.projected') {
    const suggestions = effect.suggestions.map((suggestion) => unsigned(suggestion, viewer));
    return { ...signed, effect: { ...effect, suggestions } };
  }
  if (effect.type !== 'report.projected') return signed;
  const reports = effect.reports.map((report) => unsigned(report, viewer));
  return { ...signed, effect: { ...effect, reports } };
}

/** Participants to whom entries tell, in an anonymous debate, what they tell nobody else: that it is theirs. */
export function identifiedActors(entries: readonly LogEntry[], state: DebateState): string[] {
  if (!isAnonymous(state)) return [];
  return entries.flatMap(({ actor, author, effect }) =>
    isOfPeople(effect) ? [actor, author, effect.participantId] : [actor, author],
  );
}

/** Is it about one participant? */
function isOfPeople(effect: ProjectedEntry['effect']): effect is Extract<Effect, { participantId: string }> {
  return 'participantId' in effect;
}

/** Acts of moderation that only those who run a debate do: who lets something wait may be its author. */
function isModeration(effect: ProjectedEntry['effect']): boolean {
  switch (effect.type) {
    // A reason is given only for another person's claim.
    case 'claim.retracted':
      return effect.reason !== undefined;
    case 'content.hidden':
    case 'content.restored':
    case 'content.returned':
    case 'content.locked':
    case 'content.unlocked':
    case 'mark.put':
    case 'mark.taken':
    case 'report.settled':
      return true;
    default:
      return false;
  }
}

/** Has somebody merged claims, or split what another wrote? Only those who run the debate do: it is in their log. */
function isLoggedLineage({ seq, effect }: ProjectedEntry, state: DebateState): boolean {
  switch (effect.type) {
    case 'claim.merged':
    case 'claim.unmerged':
    case 'claim.divided':
    case 'claim.joined':
      return state.acts.has(actId(seq));
    default:
      return false;
  }
}

interface Written {
  readonly author: string;
}

function unsigned<T extends Written>(record: T, viewer: Viewer): T {
  const author = signature(record.author, viewer);
  return author === record.author ? record : { ...record, author };
}

/** What names people in it was written when they were known. */
function namingNobody<T extends { readonly text: string }>(comment: T): T {
  const text = withoutMentions(comment.text);
  return text === comment.text ? comment : { ...comment, text };
}

function signature(participantId: string, viewer: Viewer): string {
  const isTold = participantId === SYSTEM || participantId === viewer.participantId;
  return isTold ? participantId : NOBODY;
}

function withheldBy(withheld: HiddenContent, { seesAll }: Viewer): HiddenContent {
  return seesAll && withheld.how !== 'held' ? withheld : { ...withheld, by: NOBODY };
}

function lockedBy(lock: Lock, { seesAll }: Viewer): Lock {
  return seesAll ? lock : { ...lock, by: NOBODY };
}

function markedBy(review: Review, viewer: Viewer): Review {
  if (viewer.seesAll) return review;
  return { ...review, marks: review.marks.map((mark) => ({ ...mark, by: signature(mark.by, viewer) })) };
}

/** Who merged or split others' claims is in the moderation log; who split their own is its author. */
function ofWhomever<T extends { readonly by: string }>(record: T): T {
  return record.by === NOBODY ? record : { ...record, by: NOBODY };
}

/** Those who run the debate bring claims there, and know from which group; others would know that it is one of a few people's. */
function broughtFrom(brought: Promotion, { seesAll }: Viewer): Promotion {
  return seesAll || brought.group === null ? brought : { ...brought, group: NOBODY };
}

function changedBy(latest: LastChange, viewer: Viewer): LastChange {
  const by = signature(latest.by, viewer);
  return by === latest.by ? latest : { ...latest, by };
}

function actOf(act: ModerationAction): ModerationAction {
  return act.what === 'held' ? { ...act, by: NOBODY } : act;
}
