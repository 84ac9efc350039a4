import type { Effect, LogEntry, SequencedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { subjectOf } from '../engine/subject.ts';
import { groupRecipients } from '../groups/groups.ts';
import { floorRecipients } from '../meetings/floor.ts';
import { reviewsOf } from '../moderation/marks.ts';
import { reportRecipients } from '../moderation/reports.ts';
import { isAnonymous } from '../participants/names.ts';
import { suggestionRecipients, suggestionsOn } from '../suggestions/suggestions.ts';
import { identifiedActors } from './anonymize.ts';
import {
  authorOf,
  dependentsOf,
  embargoOwners,
  isHiddenFrom,
  isRootFor,
  type Viewer,
} from './hidden-content.ts';

/** Does an effect do nothing but change who may see what? It is told by what they see then. */
export function isVisibilityChange(
  effect: Effect,
): effect is Extract<
  Effect,
  { type: `content.${'hidden' | 'restored' | 'held' | 'returned'}` | 'claim.moved' | 'claim.unmerged' }
> {
  switch (effect.type) {
    case 'content.hidden':
    case 'content.restored':
    case 'content.held':
    case 'content.returned':
      return true;
    case 'claim.moved':
    case 'claim.unmerged':
      return effect.unveiled === true;
    default:
      return false;
  }
}

/**
 * The claims and comments of which this person may see more or less, or at another place, after entries that led to `state`
 * than before them, with all that hangs there. What was withheld before and is still is none of them.
 */
export function visibilityChangeRoots(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): string[] {
  const revealed = revealedBy(entries);
  // Who runs the debate has seen the rest all along.
  if (viewer.seesAll && state.veiled.size === 0) return [...revealed];
  const changed = new Set([
    ...revealed,
    ...entries.flatMap((entry) => (viewer.seesAll ? [] : changedBy(entry, state, viewer))),
  ]);
  const displaced = entries.flatMap(({ effect }) => displacedBy(effect, state));
  for (const { claimId, unveiled } of displaced) {
    const isVeiled = isHiddenFrom(state, claimId, viewer) && !isRootFor(state, claimId, viewer);
    if (unveiled || isVeiled) changed.add(claimId);
  }
  // What hung at something that is told anew may stand elsewhere by now.
  if (changed.size > 0) for (const { claimId } of displaced) changed.add(claimId);
  return [...changed];
}

/** The claims that stand elsewhere by an effect, or for the first time without one of their own. */
function displacedBy(effect: Effect, state: DebateState): { claimId: string; unveiled?: true }[] {
  const from = ({ linkId }: SequencedEntry) => state.links.get(linkId)?.from ?? [];
  const plain = (claimIds: readonly string[]) => claimIds.map((claimId) => ({ claimId }));
  switch (effect.type) {
    case 'claim.moved':
    case 'claim.merged':
    case 'claim.unmerged':
      return [effect];
    case 'claim.divided':
      return plain([...effect.parts.map(({ claimId }) => claimId), ...effect.taken.flatMap(from)]);
    case 'claim.joined':
      return plain([...effect.parts, ...effect.returned.flatMap(from)]);
    default:
      return [];
  }
}

/** Participants who get entries of their own besides their audience's: their votes, poll answers and weights. */
export function participantsWithOwnEntries(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ effect, author }) => (hasOwn(effect) ? [author] : [])));
}

function hasOwn({ type }: Effect): boolean {
  return (
    type === 'vote.cast' || type === 'vote.withdrawn' || type === 'poll.answered' || type === 'link.weighed'
  );
}

/**
 * Participants who see something else in the entries that led to `state` than all of their audience: their own contributions
 * that are withheld from others, why these are marked, what becomes of reports and of suggested wordings, which group is
 * theirs, and, in an anonymous debate, what they wrote.
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
    // What is its author's alone is told to them alone, whoever sealed it.
    for (const veiler of embargoOwners(state, subjectOf(effect))) persons.add(veiler);
    if (effect.type === 'mark.put' || effect.type === 'mark.taken')
      persons.add(authorOf(state, effect.on) ?? author);
  }
  const changed = visibilityChangeRoots(entries, state, { seesAll: false, participantId: null });
  const revealed = revealedBy(entries);
  for (const id of [...state.withheld.keys(), ...changed]) {
    const author = authorOf(state, id);
    // What is revealed they come to see as all others do.
    if (author !== undefined && !revealed.has(id)) persons.add(author);
  }
  if (changed.length === 0) return persons;
  const anew = dependentsOf(state, changed);
  for (const id of anew) {
    for (const voter of state.votes.get(id)?.keys() ?? []) persons.add(voter);
    for (const voter of state.weights.get(id)?.keys() ?? []) persons.add(voter);
    if (!isAnonymous(state)) continue;
    // Whoever wrote it, and whoever changed it last, are told so.
    for (const one of [state.links.get(id)?.author ?? authorOf(state, id), state.latest.get(id)?.by])
      if (one !== undefined) persons.add(one);
  }
  for (const suggestion of suggestionsOn(state, anew)) {
    persons.add(suggestion.author);
    persons.add(authorOf(state, suggestion.claimId) ?? suggestion.author);
  }
  // Why something is marked is told to its author alone, wherever it is: its mark may name what is told anew.
  for (const { id } of reviewsOf(state, anew)) {
    const author = authorOf(state, id);
    if (author !== undefined) persons.add(author);
  }
  return persons;
}

/** What was withheld before and is still changes for its author alone: why it is. */
function changedBy({ effect }: LogEntry, state: DebateState, { participantId }: Viewer): readonly string[] {
  switch (effect.type) {
    case 'content.hidden':
    case 'content.restored':
      return effect.ids;
    case 'content.returned':
      return effect.ids.filter((id) => authorOf(state, id) === participantId);
    case 'content.held':
      return effect.veiled ? effect.ids : effect.ids.filter((id) => authorOf(state, id) === participantId);
    default:
      return [];
  }
}

/** What was its authors' alone, and is everybody's by these entries. */
function revealedBy(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ effect }) => ('revealed' in effect ? (effect.revealed ?? []) : [])));
}
