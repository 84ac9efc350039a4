import type { Effect, EffectWith, LogEntry } from '../engine/entries.ts';
import { sentAs, subjectOf } from '../engine/events.ts';
import type { DebateState } from '../engine/state.ts';
import { groupsFor } from '../groups/groups.ts';
import { isModerating, type Participant } from '../participants/participant.ts';
import { hidesAnswers } from '../polls/polls.ts';
import { authorOf, dependencyPath, isHiddenFrom } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { isRatingHidden } from '../votes/ballots.ts';
import { claimsToRecount } from '../votes/claims-to-recount.ts';
import { hasRoom } from './audience-sequence.ts';

/** Viewers who may know an entry that others may not. */
export interface Knowers {
  readonly moderators: boolean;
  /** Participant ids; moderators may be among them. */
  readonly persons: readonly string[];
}

/** True if a viewer may know an entry; `null`: everyone may. */
export function isKnower(knowers: Knowers | null, { seesAll, participantId }: Viewer): boolean {
  if (knowers === null || (seesAll && knowers.moderators)) return true;
  return participantId !== null && knowers.persons.includes(participantId);
}

/**
 * The viewers whose projection an entry changes; `null`: everyone. Keep it in line with the projection (`project.ts`). `after`
 * computes the next state, only if it is needed.
 */
export function knowersOf(before: DebateState, entry: LogEntry, after: () => DebateState): Knowers | null {
  const byType = knowersByType(before, entry, after);
  const knowers = byType === 'by subject' ? knowersOfSubject(before, entry.effect, after) : byType;
  return knowers === null || hasRoom(before, knowers) ? knowers : null;
}

const alone = (person: string): Knowers => ({ moderators: false, persons: [person] });

function knowersByType(
  state: DebateState,
  { author, effect }: LogEntry,
  after: () => DebateState,
): Knowers | null | 'by subject' {
  switch (sentAs(effect)) {
    case 'tally':
    case 'rating':
      return isRatingHidden(state, effect) ? alone(author) : 'by subject';
    case 'poll':
      if (effect.type === 'poll.opened' && effect.prepared) return { moderators: true, persons: [] };
      return effect.type === 'poll.answered' && hidesAnswers(state) ? alone(author) : null;
    case 'report':
      return { moderators: true, persons: reportersOf(state, author, effect) };
    case 'sanction':
      return knowersOfSanction(state, effect);
    case 'suggestion':
      return knowersOfSuggestion(state, author, effect);
    case 'group':
      return knowersOfGroups(state, after());
    case 'entry':
      return 'embargoed' in effect && effect.embargoed ? alone(author) : 'by subject';
    case 'floor':
      return effect.type === 'floor.invited' || effect.type === 'floor.uninvited'
        ? { moderators: true, persons: [effect.participantId] }
        : 'by subject';
    case 'spotlight':
    case 'content':
      return 'by subject';
  }
}

function reportersOf({ reports }: DebateState, author: string, effect: Effect): readonly string[] {
  if (effect.type !== 'report.settled') return [author];
  return [...new Set(effect.ids.flatMap((id) => reports.get(id)?.author ?? []))];
}

function knowersOfSanction({ participants }: DebateState, effect: Effect): Knowers | null {
  const person = 'participantId' in effect ? participants.get(effect.participantId) : undefined;
  if (person === undefined) return null;
  // Moderators are numbered differently, so everyone counts a change of who moderates.
  return changesModerators(person, effect) ? null : { moderators: true, persons: [person.id] };
}

/** True if a person moderates the debate no longer, or again. A muted moderator still does. */
function changesModerators({ role, membership }: Participant, effect: Effect): boolean {
  if (effect.type !== 'participant.membershipChanged' || !isModerating(role)) return false;
  return (membership === 'member') !== (effect.membership === 'member');
}

/** A pending suggestion: its author, the claim's author and moderators. An accepted one: every viewer of the claim. */
function knowersOfSuggestion(
  state: DebateState,
  author: string,
  effect: Effect,
): Knowers | null | 'by subject' {
  if (!('suggestionId' in effect)) return 'by subject';
  const { claimId, suggestionId } = effect;
  if (effect.type === 'suggestion.settled' && (effect.outcome === 'accepted' || effect.change !== null))
    return 'by subject';
  const suggested =
    effect.type === 'suggestion.settled' ? state.suggestions.get(suggestionId)?.author : author;
  const parties = new Set([suggested, state.claims.get(claimId)?.author]);
  const persons = [...parties].flatMap((id) =>
    id !== undefined && !isHiddenFrom(state, claimId, viewerOf(state, id)) ? id : [],
  );
  return { moderators: !isHiddenFrom(state, claimId, MODERATORS), persons };
}

/** Moderators, and members whose projection of the groups changes. */
function knowersOfGroups(before: DebateState, after: DebateState): Knowers {
  const members = [before, after].flatMap(({ groups }) => [...groups.values()].flatMap((one) => one.members));
  const groupsSeenBy = (state: DebateState, id: string) =>
    JSON.stringify([...groupsFor(state, viewerOf(state, id)).values()]);
  const persons = [...new Set(members)].filter((id) => groupsSeenBy(before, id) !== groupsSeenBy(after, id));
  return { moderators: true, persons };
}

const EVERYBODY: Viewer = { seesAll: false, participantId: null };
const MODERATORS: Viewer = { seesAll: true, participantId: null };

function viewerOf({ participants }: DebateState, participantId: string): Viewer {
  const person = participants.get(participantId);
  return { seesAll: person?.membership === 'member' && isModerating(person.role), participantId };
}

/** Viewers who see the subject of an effect before or after it. */
function knowersOfSubject(before: DebateState, effect: Effect, after: () => DebateState): Knowers | null {
  const ids = subjectsOf(effect);
  if (ids.length === 0 || (showsAll(before) && showsAll(after()))) return null;
  const states = [before, after()];
  const there = states.flatMap((state) => ids.flatMap((id) => (isThere(state, id) ? [{ state, id }] : [])));
  // Only claims, links, comments, sources and questions can be hidden.
  if (there.length === 0) return null;
  const isSeenBy = (viewer: Viewer) => there.some(({ state, id }) => !isHiddenFrom(state, id, viewer));
  if (isSeenBy(EVERYBODY)) return null;
  // Votes on a hidden claim may count towards a visible one.
  if (claimsToRecount(effect, after()).some((id) => !isHiddenFrom(after(), id, EVERYBODY))) return null;
  const authors = new Set(there.flatMap(({ state, id }) => withholdingAuthors(state, id)));
  return {
    moderators: isSeenBy(MODERATORS),
    persons: [...authors].filter((id) => isSeenBy(viewerOf(before, id))),
  };
}

function subjectsOf(effect: Effect): readonly string[] {
  switch (effect.type) {
    case 'content.hidden':
    case 'content.restored':
    case 'content.resubmitted':
    case 'content.sentBack':
      return effect.ids;
    // Its ids are of no contributions.
    case 'report.settled':
    case 'group.statusChanged':
      return [];
    default: {
      effect satisfies Exclude<Effect, EffectWith<'ids'>>;
      const subject = subjectOf(effect);
      return subject === null ? [] : [subject];
    }
  }
}

function showsAll({ hidden, embargoed }: DebateState): boolean {
  return hidden.size === 0 && embargoed.size === 0;
}

function isThere({ claims, links, comments, sources, questions }: DebateState, id: string): boolean {
  return [claims, links, comments, sources, questions].some((records) => records.has(id));
}

/** Authors of the hidden or unrevealed contributions that something depends on. */
function withholdingAuthors(state: DebateState, id: string): string[] {
  return [...dependencyPath(state, id)].flatMap((each) => {
    if (state.embargoed.has(each)) return state.embargoed.get(each)?.author ?? [];
    return state.hidden.has(each) ? (authorOf(state, each) ?? []) : [];
  });
}
