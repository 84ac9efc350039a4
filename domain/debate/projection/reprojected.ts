import type { EffectOf } from '../engine/define-event.ts';
import type { Effect, EffectOn, EffectWith, LogEntry, SequencedEntry } from '../engine/entries.ts';
import { sentAs, subjectOf } from '../engine/events.ts';
import type { DebateState } from '../engine/state.ts';
import { groupRecipients } from '../groups/groups.ts';
import { isAnonymous } from '../head/names.ts';
import type { LINEAGE_EVENTS } from '../lineage/events.ts';
import { floorRecipients } from '../meetings/floor.ts';
import { reviewsOf } from '../moderation/flags.ts';
import { reportRecipients } from '../moderation/reports.ts';
import { suggestionRecipients, suggestionsOn } from '../suggestions/suggestions.ts';
import { authorOf, dependentsOf, embargoOwners, isHiddenFrom } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { namesOfQuestion } from '../votes/support.ts';
import { identifiedActors } from './anonymize.ts';

/** True if an effect changes nothing but who may see what. It is sent as what they see afterwards. */
export function isVisibilityChange(
  effect: Effect,
): effect is Extract<
  Effect,
  { type: `content.${'hidden' | 'restored' | 'resubmitted' | 'sentBack'}` | 'claim.moved' | 'claim.unmerged' }
> {
  switch (effect.type) {
    case 'content.hidden':
    case 'content.restored':
    case 'content.resubmitted':
    case 'content.sentBack':
      return true;
    case 'claim.moved':
    case 'claim.unmerged':
      return effect.wasHidden === true;
    case 'content.locked':
    case 'content.unlocked':
      return false;
    default:
      effect satisfies Exclude<Effect, EffectOn<'content'> | EffectWith<'wasHidden'>>;
      return false;
  }
}

/**
 * The claims and comments that this viewer sees more or less of, or at another place, after the entries that led to `state` than before
 * them, including dependents. What was hidden before and still is, is not included.
 */
export function visibilityChangeRoots(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): string[] {
  const revealed = revealedBy(entries);
  // Moderators saw the rest all the time.
  if (viewer.seesAll && state.embargoed.size === 0) return [...revealed];
  const changed = new Set([
    ...revealed,
    ...entries
      .flatMap((entry) => (viewer.seesAll ? [] : changedBy(entry, state, viewer)))
      // Questions that were merged into one stand for themselves while it is hidden.
      .flatMap((id) => namesOfQuestion(state, id)),
  ]);
  const displaced = entries.flatMap(({ effect }) => displacedBy(effect, state));
  // One that came under hidden content may have been hidden itself later on, by an entry that this viewer does not get.
  for (const { claimId, wasHidden } of displaced)
    if (wasHidden || isHiddenFrom(state, claimId, viewer)) changed.add(claimId);
  // Dependents of something projected again may have moved meanwhile.
  if (changed.size > 0) for (const { claimId } of displaced) changed.add(claimId);
  return [...changed];
}

/** The claims that an effect moves, or gives a separate place for the first time. */
function displacedBy(effect: Effect, state: DebateState): { claimId: string; wasHidden?: true }[] {
  const from = ({ linkId }: SequencedEntry) => state.links.get(linkId)?.from ?? [];
  const plain = (claimIds: readonly string[]) => claimIds.map((claimId) => ({ claimId }));
  switch (effect.type) {
    case 'claim.moved':
    case 'claim.merged':
    case 'claim.unmerged':
      return [effect];
    case 'claim.split':
      return plain([...effect.parts.map(({ claimId }) => claimId), ...effect.taken.flatMap(from)]);
    case 'claim.joined':
      return plain([...effect.parts, ...effect.returned.flatMap(from)]);
    default:
      effect satisfies Exclude<Effect, EffectOf<keyof typeof LINEAGE_EVENTS> | EffectWith<'wasHidden'>>;
      return [];
  }
}

/** True if an effect is sent to its author as an entry of their own: a vote, a poll answer or a rating. */
export function hasOwn(effect: Effect): boolean {
  const how = sentAs(effect);
  return how === 'tally' || how === 'rating' || effect.type === 'poll.answered';
}

/**
 * Participants for whom the entries that led to `state` read differently than for their audience: their own contributions that are hidden from
 * others, why these are flagged, the outcome of reports and suggested wordings, their group, and, in an anonymous debate, what they wrote.
 */
export function participantsWithOwnFrame(
  entries: readonly LogEntry[],
  state: DebateState,
): ReadonlySet<string> {
  const persons = new Set([
    ...identifiedActors(entries, state),
    ...reportRecipients(entries, state),
    ...suggestionRecipients(entries, state),
    ...groupRecipients(entries, state),
    ...floorRecipients(entries, state),
  ]);
  for (const { effect, author } of entries) {
    // Content that only its author sees is sent only to them, no matter who sealed it.
    for (const owner of embargoOwners(state, subjectOf(effect))) persons.add(owner);
    if (effect.type === 'flag.set' || effect.type === 'flag.cleared')
      persons.add(authorOf(state, effect.on) ?? author);
  }
  const changed = visibilityChangeRoots(entries, state, { seesAll: false, participantId: null });
  const revealed = revealedBy(entries);
  for (const id of [...state.hidden.keys(), ...changed]) {
    const author = authorOf(state, id);
    // Authors see revealed content as everyone else does.
    if (author !== undefined && !revealed.has(id)) persons.add(author);
  }
  if (changed.length === 0) return persons;
  const reprojected = dependentsOf(state, changed);
  if (isAnonymous(state))
    // Authors, last editors and people who answered a best case are shown what is their own.
    for (const id of reprojected)
      for (const one of [
        state.links.get(id)?.author ?? authorOf(state, id),
        state.lastChanges.get(id)?.by,
        ...(state.claims.get(id)?.steelman?.answers.map(({ author }) => author) ?? []),
      ])
        if (one !== undefined) persons.add(one);
  for (const suggestion of suggestionsOn(state, reprojected)) {
    persons.add(suggestion.author);
    persons.add(authorOf(state, suggestion.claimId) ?? suggestion.author);
  }
  // The reason for a flag is shown only to the author, at any place: the flag may name what is projected again.
  for (const { id } of reviewsOf(state, reprojected)) {
    const author = authorOf(state, id);
    if (author !== undefined) persons.add(author);
  }
  return persons;
}

/** Content that was hidden before and still is changes only for its author: the reason. */
function changedBy({ effect }: LogEntry, state: DebateState, { participantId }: Viewer): readonly string[] {
  switch (effect.type) {
    case 'content.hidden':
    case 'content.restored':
      return effect.ids;
    case 'content.sentBack':
      return effect.ids.filter((id) => authorOf(state, id) === participantId);
    case 'content.resubmitted':
      return effect.wasVisible
        ? effect.ids
        : effect.ids.filter((id) => authorOf(state, id) === participantId);
    case 'content.locked':
    case 'content.unlocked':
      return [];
    default:
      effect satisfies Exclude<Effect, EffectOn<'content'>>;
      return [];
  }
}

/** Content that only its authors saw, and everyone sees after these entries. */
function revealedBy(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ effect }) => ('revealed' in effect ? (effect.revealed ?? []) : [])));
}
