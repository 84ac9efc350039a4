import { PersistentMap } from '../../collections/persistent-map.ts';
import { groupsFor, projectGroups } from '../groups/groups.ts';
import { isAnonymous } from '../head/names.ts';
import { withoutReasons } from '../head/restrictions.ts';
import { WHOLE_DEBATE } from '../locks/lock.ts';
import { floorFor, projectFloor, speechesFor } from '../meetings/floor.ts';
import { knowsWhy, reviewsFor } from '../moderation/flags.ts';
import { projectReports, reportsFor } from '../moderation/reports.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import { withoutEnds } from '../participants/evolve-people.ts';
import { isModerating, type Participant, type Role } from '../participants/participant.ts';
import { hidesClaims } from '../phases/phases.ts';
import { projectPolls, projectPollsOf } from '../polls/project-polls.ts';
import { anonymize, anonymizeEntry, anonymizeFragment } from '../projection/anonymize.ts';
import { viewerCursor } from '../projection/audience-sequence.ts';
import { extractFragment, type Fragment, removeFragment } from '../projection/fragment.ts';
import { projectOwnAgain } from '../projection/own-again.ts';
import { redactNamed } from '../projection/redact-named.ts';
import { isVisibilityChange, visibilityChangeRoots } from '../projection/reprojected.ts';
import { isOnlySuggestion, isParty, projectSuggestions, suggestionsFor } from '../suggestions/suggestions.ts';
import { dependentsOf, hiddenIdsFor, isHiddenFrom } from '../visibility/hidden-content.ts';
import { NOBODY, type Viewer } from '../visibility/viewer.ts';
import {
  areTalliesHidden,
  areTalliesRestricted,
  isBallotSecret,
  redactRatings,
  redactTallies,
  redactTally,
  visibleRatings,
  visibleTally,
} from '../votes/ballots.ts';
import { claimsToRecount } from '../votes/claims-to-recount.ts';
import { claimsVotedOn } from '../votes/claims-voted-on.ts';
import { projectOwnRatings, projectRatingChanges, projectRatings } from '../votes/project-ratings.ts';
import { allRated } from '../votes/ratings.ts';
import { namesOfQuestion } from '../votes/support.ts';
import type { Vote } from '../votes/vote.ts';
import type { Effect, EffectOn, EffectWith, LogEntry, ProjectedEffect, ProjectedEntry } from './entries.ts';
import { sentAs, subjectOf } from './events.ts';
import { answersOf } from './snapshot.ts';
import { type DebateState, EMPTY_STATE } from './state.ts';

/** Groups of viewers who see the same things. */
export const AUDIENCES = ['moderators', 'debaters', 'readers', 'stage'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The audience of a role; null: a reader who has not joined. */
export function audienceOf(role: Role | null): Audience {
  if (role === null) return 'readers';
  return isModerating(role) ? 'moderators' : 'debaters';
}

/** The audience of a participant in this state; a removed or banned participant only reads, like one who never joined. */
export function audienceIn(state: DebateState, participantId: string | null): Audience {
  const person = participantId === null ? undefined : state.participants.get(participantId);
  return audienceOf(person?.membership === 'member' ? person.role : null);
}

/** Sanctions of a person: shown to them and to moderators. */
export type OwnStanding = Pick<Participant, 'muted' | 'membership' | 'reason' | 'mutedUntil' | 'outUntil'>;

/** Sanctions of a participant; null: has not joined. */
export function projectStanding(state: DebateState, participantId: string | null): OwnStanding | null {
  const person = participantId === null ? undefined : state.participants.get(participantId);
  if (!person) return null;
  const { muted, membership, reason, mutedUntil, outUntil } = person;
  return {
    muted,
    membership,
    reason,
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(outUntil !== undefined && { outUntil }),
  };
}

/**
 * A state as a viewer of an audience may see it; null: as the whole audience may. The only way a state leaves the server. Votes are sent as
 * tallies; personal data (votes, and content hidden from others) is added for that person alone.
 */
export function projectState(
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): DebateState {
  const viewer = viewerIn(audience, participantId);
  const seen = redactModeration(redactTallies(removeHidden(state, viewer)), viewer);
  const participants = viewer.seesAll ? state.participants : redactSanctions(state.participants);
  const votes = projectVotes(state, audience, participantId);
  const ratings = projectRatings(state, viewer);
  const reports = reportsFor(state, viewer);
  const live = {
    polls: projectPolls(state, viewer),
    answers: projectAnswers(state, participantId),
    floor: floorFor(state, viewer),
    speeches: speechesFor(state, viewer),
    groups: groupsFor(state, viewer),
  };
  const place = {
    ...viewerCursor(state, viewer),
    numbering: null,
    disclosedTotals: EMPTY_STATE.disclosedTotals,
    formerTeams: EMPTY_STATE.formerTeams,
  };
  return anonymize({ ...seen, ...live, ...place, participants, reports, votes, ratings }, viewer);
}

/** By state and what is hidden, the state without it. */
const withoutHidden = new WeakMap<DebateState, WeakMap<ReadonlySet<string>, DebateState>>();

/** A state without what is hidden from a viewer; calculated once for all from whom the same is hidden: it may be a large branch. */
function removeHidden(state: DebateState, viewer: Viewer): DebateState {
  const ids = hiddenIdsFor(state, viewer);
  const known = withoutHidden.get(state) ?? new WeakMap<ReadonlySet<string>, DebateState>();
  withoutHidden.set(state, known);
  const seen = known.get(ids) ?? removeFragment(state, ids);
  known.set(ids, seen);
  return seen;
}

/** Removes what the viewer may not know about the visible content: what moderators did to it, and why. */
function redactModeration(seen: DebateState, viewer: Viewer): DebateState {
  return {
    ...seen,
    head: seen.head && !viewer.seesAll ? withoutReasons(seen.head) : seen.head,
    claims: viewer.seesAll ? seen.claims : redactModeratorFlags(seen.claims),
    moderationLog: viewer.seesAll ? seen.moderationLog : NO_ACTS,
    reviews: reviewsFor(seen, viewer),
    suggestions: suggestionsFor(seen, viewer),
  };
}

/** Claims without the flags that say that a moderator made or restored them. */
function redactModeratorFlags(claims: DebateState['claims']): DebateState['claims'] {
  return claims.withMutations((redacted) => {
    for (const { byModerator, againstAuthor, ...claim } of claims.values())
      if (byModerator || againstAuthor) redacted.set(claim.id, claim);
  });
}

const withoutMeasuresOf = new WeakMap<DebateState['participants'], DebateState['participants']>();

/** Participants as everyone may know them; calculated once for a state and the following ones with the same participants. */
function redactSanctions(participants: DebateState['participants']): DebateState['participants'] {
  const known = withoutMeasuresOf.get(participants) ?? participants.map(redactSanction);
  withoutMeasuresOf.set(participants, known);
  return known;
}

/** A participant as others may know them, and as they know themselves, apart from their sanctions. */
export function redactSanction(person: Participant): Participant {
  const { muted, membership, erased } = person;
  // Everyone may know that the account is erased.
  if (erased) return person;
  if (!muted && membership === 'member') return person;
  return { ...withoutEnds(person), muted: false, membership: 'member', reason: null };
}

/** The votes a person may see: their own, on content visible to them. */
export function projectVotes(
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): DebateState['votes'] {
  let votes = PersistentMap<string, PersistentMap<string, Vote>>();
  if (participantId === null) return votes;
  const viewer = viewerIn(audience, participantId);
  for (const claimId of claimsVotedOn(state.votes, participantId)) {
    const own = state.votes.get(claimId)?.get(participantId);
    if (own && !isHiddenFrom(state, claimId, viewer))
      votes = votes.set(claimId, PersistentMap([[participantId, own]]));
  }
  return votes;
}

/** The answers to polls that a person may see: their own. */
function projectAnswers(state: DebateState, participantId: string | null): DebateState['answers'] {
  const own = state.answers.map((ofPoll) => ofPoll.filter((_, id) => id === participantId));
  return own.filter((ofPoll) => ofPoll.size > 0);
}

/** The part of a state that a person sees and their whole audience does not, without votes; null: nothing. */
export function projectOwnPart(
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): Fragment | null {
  if (participantId === null) return null;
  const viewer = viewerIn(audience, participantId);
  const reports = [...reportsFor(state, viewer).values()];
  const ownUnseen = hiddenIdsFor(state, viewer);
  const ownHidden = [...hiddenIdsFor(state, viewerIn(audience, null))].filter((id) => !ownUnseen.has(id));
  // The others do not know that questions were merged into a hidden one.
  const named = ownHidden.flatMap((id) => namesOfQuestion(state, id));
  const more = [...new Set(named)].filter((id) => !ownUnseen.has(id));
  const marked = viewer.seesAll ? [] : [...state.reviews.keys()].filter((id) => knowsWhy(state, id, viewer));
  const suggestions = [...suggestionsFor(state, viewer).values()].filter((one) =>
    isParty(state, one, participantId),
  );
  const answers = projectAnswers(state, participantId);
  const floor = ownFloor(state, viewer);
  const groups = viewer.seesAll ? [] : [...groupsFor(state, viewer).values()];
  const counts = [more, marked, reports, suggestions, groups].map(({ length }) => length);
  const isNothing = counts.every((count) => count === 0) && answers.size === 0;
  if (isNothing && floor === null) return null;
  const seen = removeHidden(state, viewer);
  const part = projectFragment(redactModeration(seen, viewer), more);
  const why = marked.flatMap((id) =>
    part.reviews.some((review) => review.id === id) ? [] : (seen.reviews.get(id) ?? []),
  );
  const own = { reports, suggestions, answers: answersOf(answers), floor, groups };
  return anonymizeFragment({ ...part, reviews: [...part.reviews, ...why], ...own }, state, viewer);
}

/** The floor as a person may know it, if that is more than their whole audience may: that they are invited to speak, or that it is theirs. */
function ownFloor(state: DebateState, viewer: Viewer): Fragment['floor'] {
  if (viewer.seesAll) return null;
  const isInvited = viewer.participantId !== null && state.floor.invited.includes(viewer.participantId);
  if (!isAnonymous(state)) return isInvited ? { floor: floorFor(state, viewer), speeches: [] } : null;
  const isOwn = ({ participantId }: { readonly participantId: string }) =>
    participantId === viewer.participantId;
  const speeches = [...state.speeches.values()].filter(isOwn);
  const { hands, speaker } = state.floor;
  const isThere = [...hands, speaker?.participantId].includes(viewer.participantId ?? undefined);
  return isInvited || isThere || speeches.length > 0 ? { floor: floorFor(state, viewer), speeches } : null;
}

/**
 * The entries that led to `state` as a viewer of an audience may see them; null: as the whole audience may. Votes become one absolute tally
 * per claim they count for, in place of the last of them, so that 300 votes at once are sent as one. What becomes visible or hidden is
 * projected again, in place of the last entry.
 */
export function projectEntries(
  entries: readonly LogEntry[],
  state: DebateState,
  audience: Audience,
  participantId: string | null = null,
): ProjectedEntry[] {
  const viewer = viewerIn(audience, participantId);
  const lastCount = new Map<string, number>();
  for (const { seq, effect } of entries)
    for (const claimId of claimsToRecount(effect, state)) lastCount.set(claimId, seq);
  const since = sinceCleared(entries);
  const seen = entries.flatMap((entry): readonly ProjectedEntry[] => {
    const { seq, at, effect } = entry;
    // The state no longer shows if it was hidden.
    if (!since.includes(entry) && isOfTheBoard(state, effect)) return [];
    const tallied = claimsToRecount(effect, state).flatMap((claimId): ProjectedEntry[] => {
      const claim = state.claims.get(claimId);
      if (!claim || lastCount.get(claimId) !== seq || isHiddenFrom(state, claimId, viewer)) return [];
      const tally = { type: 'vote.tallied' as const, claimId, tally: visibleTally(state, claim) };
      return [{ seq, at, actor: NOBODY, author: NOBODY, effect: tally }];
    });
    return projectEntry(entry, tallied, state, viewer);
  });
  const last = entries.at(-1);
  const frame = { seq: last?.seq ?? 0, at: last?.at ?? 0, actor: NOBODY, author: NOBODY };
  const reports = projectReports(since, state, viewer);
  const suggestions = projectSuggestions(since, state, viewer);
  const live = projectLive(since, state, viewer).map((effect) => ({ ...frame, effect }));
  const groups = projectGroups(entries, state, viewer);
  const roots = visibilityChangeRoots(since, state, viewer);
  // Content that is projected again may have been in the spotlight and may have left it.
  const isLit = roots.length > 0 || since.some(({ effect }) => effect.type === 'spotlight.set');
  const light = { ...frame, effect: { type: 'spotlight.projected' as const, spotlight: state.spotlight } };
  const projected = [
    ...seen,
    ...(reports ? [{ ...frame, effect: reports }] : []),
    ...(suggestions ? [{ ...frame, effect: suggestions }] : []),
    ...(groups ? [{ ...frame, effect: groups }] : []),
    ...live,
  ].flatMap((entry) => anonymizeEntry(entry, state, viewer) ?? []);
  projected.push(...projectRatingChanges(since, state, viewer));
  const tallies = since.some(({ effect }) => changesTallyVisibility(effect, state))
    ? [{ ...frame, effect: projectTallies(state, viewer) }]
    : [];
  const lit = isLit ? [light] : [];
  if (roots.length === 0) return [...projected, ...tallies, ...lit];
  const fragment = anonymizeFragment(projectAgain(state, roots, viewer), state, viewer);
  return [
    ...projected,
    ...tallies,
    { ...frame, effect: { type: 'content.projected', roots, fragment } },
    ...lit,
  ];
}

/** Returns the entries sent to a viewer for one: itself, the tallies it changed, or none, if those are sent with the last one. */
function projectEntry(
  entry: LogEntry,
  tallied: readonly ProjectedEntry[],
  state: DebateState,
  viewer: Viewer,
): readonly ProjectedEntry[] {
  switch (sentAs(entry.effect)) {
    case 'tally':
      // While tallies are hidden, nobody may know that people vote.
      return areTalliesHidden(state) ? [] : tallied;
    case 'poll':
      // Moderators have it in their log.
      return viewer.seesAll && entry.effect.type === 'poll.answerHidden' ? [entry] : [];
    case 'rating':
    case 'floor':
    case 'spotlight':
    case 'group':
      return [];
    case 'report':
      return viewer.seesAll && entry.effect.type === 'report.settled' ? [entry] : [];
    case 'sanction':
      return viewer.seesAll ? [entry] : [];
    case 'suggestion':
      return isOnlySuggestion(entry) ? [] : [...asEntry(entry, state, viewer), ...tallied];
    case 'entry':
    case 'content':
      return [...asEntry(entry, state, viewer), ...tallied];
  }
}

/** An entry less what a viewer may not know; nothing if that is all of it. */
function asEntry(entry: LogEntry, state: DebateState, viewer: Viewer): readonly ProjectedEntry[] {
  const { effect } = entry;
  if (isUnseen(state, effect, viewer)) return [];
  if (viewer.seesAll) return [{ ...entry, effect: redactCounts(effect, state) }];
  // It is sent as what they see afterwards.
  if (isVisibilityChange(effect)) return [];
  // A removal ends it too, and looks as if the person had withdrawn it.
  if (effect.type === 'perspective.shown')
    return [{ ...entry, actor: effect.participantId, author: effect.participantId }];
  if (effect.type === 'flag.set' || effect.type === 'flag.cleared')
    return [projectMark(entry, effect, state, viewer)];
  // No moderator gives a removed person who comes back another role: others may not learn that.
  const frame = effect.type === 'participant.appointed' ? { ...entry, actor: NOBODY, author: NOBODY } : entry;
  return [{ ...frame, effect: redactCounts(redactReferences(effect, state, viewer), state) }];
}

/** The content that depends on these roots, as far as the viewer sees it. */
function projectAgain(state: DebateState, roots: readonly string[], viewer: Viewer): Fragment {
  const [again, unseen] = [dependentsOf(state, roots), hiddenIdsFor(state, viewer)];
  // Removing a large branch from a state takes as long as sending it.
  if ([...again].every((id) => unseen.has(id))) return projectFragment(state, []);
  return projectFragment(redactModeration(removeHidden(state, viewer), viewer), again);
}

/** The projected polls and floor: their whole current state. */
function projectLive(entries: readonly LogEntry[], state: DebateState, viewer: Viewer): ProjectedEffect[] {
  const projected = [projectPollsOf(entries, state, viewer), projectFloor(entries, state, viewer)];
  return projected.filter((effect) => effect !== null);
}

/** A fragment with its tallies as shown. */
function projectFragment(state: DebateState, ids: Iterable<string>): Fragment {
  const part = extractFragment(state, ids);
  return {
    ...part,
    claims: part.claims.map((claim) => redactRatings(state, redactTally(state, claim))),
    links: part.links.map((link) => redactRatings(state, link)),
    questions: part.questions.map((question) => redactRatings(state, question)),
  };
}

/** True if an effect that led to this state shows or hides tallies. */
function changesTallyVisibility(effect: Effect, state: DebateState): boolean {
  switch (effect.type) {
    case 'agenda.set':
    case 'agenda.phaseChanged':
      return effect.tallies === true;
    case 'debate.configured':
      return effect.ballots !== undefined;
    case 'debate.statusChanged':
    case 'debate.restricted':
      return isBallotSecret(state);
    case 'agenda.timerChanged':
    case 'debate.created':
    case 'debate.edited':
    case 'debate.cleared':
    case 'debate.deleted':
    case 'debate.transferred':
    case 'debate.visibilityChanged':
      return false;
    default:
      effect satisfies Exclude<Effect, EffectOn<'agenda' | 'debate'>>;
      return false;
  }
}

/** All tallies a person may see, as shown now. */
function projectTallies(
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'votes.projected' }> {
  const hidden = areTalliesHidden(state) ? null : hiddenIdsFor(state, viewer);
  const tallies = hidden
    ? [...state.claims.values()].flatMap((claim) => {
        const { agree, disagree, pass, earlier } = visibleTally(state, claim);
        const isShown = agree + disagree + pass > 0 && !hidden.has(claim.id);
        return isShown ? [[claim.id, agree, disagree, pass, earlier] as const] : [];
      })
    : [];
  const ratings = hidden
    ? [...allRated(state), ...state.questions.values()].flatMap((rated) => {
        const counts = visibleRatings(state, rated);
        return counts && !hidden.has(rated.id) ? [[rated.id, counts] as const] : [];
      })
    : [];
  return { type: 'votes.projected', tallies, ratings };
}

/** An effect without what it would disclose of content hidden until the reveal, or of hidden votes. */
function redactCounts(effect: Effect, state: DebateState): Effect {
  if ('revealed' in effect && effect.revealed) return { ...effect, revealed: [] };
  if (!('back' in effect) || !effect.back || !areTalliesRestricted(state)) return effect;
  const claim = state.claims.get(effect.type === 'text.sealed' ? effect.text : effect.claimId);
  return { ...effect, back: { ...effect.back, earlier: claim ? visibleTally(state, claim).earlier : 0 } };
}

type FlagEffect = Extract<Effect, { type: 'flag.set' | 'flag.cleared' }>;

/** A flag as shown to viewers who don't moderate: its reason only to its author, and no claim that they can't see. */
function projectMark(
  entry: LogEntry,
  effect: FlagEffect,
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry {
  const canSeeReason = knowsWhy(state, effect.on, viewer);
  const frame = canSeeReason ? entry : { ...entry, actor: NOBODY, author: NOBODY };
  if (effect.type === 'flag.cleared') return { ...frame, effect: { ...effect, unlogged: true } };
  const other = effect.other !== null && isHiddenFrom(state, effect.other, viewer) ? null : effect.other;
  const note = canSeeReason ? effect.note : '';
  return { ...frame, effect: { ...effect, other, note, unlogged: true } };
}

/** An effect without what is only for moderators or for viewers who see everything it names. */
function redactReferences(named: Effect, state: DebateState, viewer: Viewer): Effect {
  const effect = redactNamed(named, (id) => !isHiddenFrom(state, id, viewer));
  switch (effect.type) {
    case 'content.locked':
    case 'content.unlocked':
    case 'participant.appointed':
    case 'participant.renamed':
    case 'claim.joined':
    case 'claim.merged':
    case 'claim.unmerged':
      return { ...effect, unlogged: true };
    case 'claim.retracted':
      return effect.reason === undefined ? effect : { ...effect, unlogged: true };
    case 'debate.restricted':
      return { ...effect, reason: effect.reason === null ? null : '', unlogged: true };
    // Its reason, and the note if it is sent back, are sent with the suggestion.
    case 'suggestion.settled':
      return { ...effect, note: '' };
    case 'claim.added': {
      const { byModerator, ...added } = effect;
      return added;
    }
    case 'claim.restored': {
      const { againstAuthor, ...restored } = effect;
      return restored;
    }
    case 'claim.split': {
      const { byModerator, ...divided } = effect;
      return { ...divided, unlogged: true };
    }
    default:
      // An effect with a field only for moderators, or that names a comment, is handled above.
      return effect satisfies Exclude<Effect, EffectWith<'againstAuthor' | 'byModerator' | 'comment'>>;
  }
}

/** A person's own votes, ratings and answers among entries that led to `state`: sent only to that person's connections. */
export function projectOwn(
  entries: readonly LogEntry[],
  state: DebateState,
  audience: Audience,
  participantId: string,
): ProjectedEntry[] {
  const viewer = viewerIn(audience, participantId);
  // They are sent after the entries they came with, so votes from before the board was cleared are gone.
  const since = sinceCleared(entries);
  const votes = since.flatMap((entry): ProjectedEntry[] => {
    const { effect } = entry;
    if (entry.author !== participantId) return [];
    if (effect.type === 'poll.answered') return [{ ...entry, effect: { ...effect, type: 'poll.own' } }];
    if (!isVote(effect)) return [];
    if (isHiddenFrom(state, effect.claimId, viewer)) return [];
    const { claimId } = effect;
    if (effect.type === 'vote.withdrawn')
      return [{ ...entry, effect: { type: 'vote.own', claimId, answer: null, wording: 0 } }];
    const { answer, wording } = effect;
    // The tasks may be others by now: the state knows which ran.
    const tasks = state.votes.get(claimId)?.get(participantId)?.tasks;
    const cast = {
      claimId,
      answer,
      wording,
      ...(tasks && { tasks }),
      ...(effect.team && { team: effect.team }),
    };
    return [{ ...entry, effect: { type: 'vote.own', ...cast } }];
  });
  return [...votes, ...projectOwnRatings(since, state, viewer), ...projectOwnAgain(entries, state, viewer)];
}

/** The entries after the last that cleared the board. */
function sinceCleared(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.slice(entries.findLastIndex(({ effect }) => effect.type === 'debate.cleared') + 1);
}

/** True if an effect is about a claim, a link or a comment, which are removed when the board is cleared. */
function isOfTheBoard({ positions }: DebateState, effect: Effect): boolean {
  if (isVisibilityChange(effect)) return true;
  const subject = subjectOf(effect);
  return subject !== null && subject !== WHOLE_DEBATE && !positions.has(subject);
}

interface Whereabouts {
  readonly participantId: string | null;
  readonly at: string | null;
  readonly writing: boolean;
}

/**
 * Presence as an audience may see it: nobody is at content that does not exist or is hidden, nor is anyone writing without permission to
 * write. While new claims are hidden, nobody has a place. In an anonymous debate nobody is shown, only how many are here. The only way
 * presence leaves the server.
 */
export function projectPresence<Here extends Whereabouts>(
  here: readonly Here[],
  state: DebateState,
  audience: Audience,
): readonly Here[] {
  if (isAnonymous(state)) return [];
  const { claims, positions, links } = state;
  const viewer = viewerIn(audience, null);
  const isBlind = hidesClaims(state);
  const isSeen = (at: string) =>
    !isBlind && (claims.has(at) || positions.has(at) || links.has(at)) && !isHiddenFrom(state, at, viewer);
  return here.map((one) => {
    const at = one.at !== null && isSeen(one.at) ? one.at : null;
    // Writing at a place that isn't shown is hidden activity.
    const writing = one.writing && one.participantId !== null && !isBlind && at === one.at;
    return at === one.at && writing === one.writing ? one : { ...one, at, writing };
  });
}

/** A viewer of an audience, or all of it with null, as far as it matters for visibility. */
export function viewerIn(audience: Audience, participantId: string | null): Viewer {
  return { seesAll: audience === 'moderators', participantId };
}

/** True if the viewer may not see what an effect is about. */
function isUnseen(state: DebateState, effect: Effect, viewer: Viewer): boolean {
  const subject = subjectOf(effect);
  return subject !== null && isHiddenFrom(state, subject, viewer);
}

const NO_ACTS = PersistentMap<string, ModerationAction>();

type VoteEffect = Extract<Effect, { type: 'vote.cast' | 'vote.withdrawn' }>;

function isVote(effect: Effect): effect is VoteEffect {
  return effect.type === 'vote.cast' || effect.type === 'vote.withdrawn';
}
