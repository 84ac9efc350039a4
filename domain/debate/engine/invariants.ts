import type { Claim, Tally } from '../map/claim.ts';
import { mergeGroup } from '../map/merged.ts';
import { soundAnswers } from '../map/scheme.ts';
import { ancestorsOf, everythingAbove, mapPlaceOf, parentLinkOf } from '../map/tree.ts';
import { countChoice, zeroCounts } from '../polls/choices.ts';
import { isEarlier } from '../votes/earlier-vote.ts';
import { allRated, ratingCountsOf, withRatings } from '../votes/ratings.ts';
import { countSupport } from '../votes/support.ts';
import type { DebateState } from './state.ts';

/**
 * Checks what must hold for every state folded from a log [I8]. Returns the violations, as sentences for a developer. With `votes: 'own'`
 * (a projection) tallies are not recounted.
 */
export function brokenInvariants(state: DebateState, votes: 'all' | 'own' = 'all'): string[] {
  return [
    ...brokenPlaces(state, votes === 'own'),
    ...brokenIndexes(state),
    ...brokenPeople(state),
    ...(votes === 'all' ? [...brokenTallies(state), ...brokenPolls(state), ...brokenRatings(state)] : []),
  ];
}

function* brokenPlaces(state: DebateState, isProjection: boolean): Generator<string> {
  for (const { id, into } of state.merges.values())
    if (!state.claims.has(id) || !state.claims.has(into)) yield `${id} is merged into nothing`;
  for (const { id, from } of state.splits.values())
    if (!state.claims.has(id) || !state.claims.has(from)) yield `${id} is a part of nothing`;
  for (const { id, comment } of state.origins.values())
    if (!state.claims.has(id) || !state.comments.has(comment)) yield `${id} was made of nothing`;
  for (const { id, passages } of state.citations.values()) {
    const cited = state.claims.get(id)?.sources ?? [];
    if (passages.length === 0 || passages.some(({ sourceId }) => !cited.includes(sourceId)))
      yield `${id} cites passages of what it does not cite`;
  }
  for (const { id } of state.articles.values())
    if (!state.sources.has(id)) yield `the article ${id} is no source`;
  for (const { id, claimId } of state.suggestions.values())
    if (!state.claims.has(claimId)) yield `the suggestion ${id} is for nothing`;
  for (const link of state.links.values()) {
    if (!state.claims.has(link.from)) yield `link ${link.id} comes from nothing`;
    if (mapPlaceOf(state, link.target) === null) yield `link ${link.id} points at nothing`;
    if (`${link.answeredQuestions ?? ''}` !== `${soundAnswers(link)}`)
      yield `link ${link.id} has answers to questions that it does not have`;
  }
  for (const claim of state.claims.values()) {
    const link = parentLinkOf(state, claim.id);
    // The place of a merged claim may be hidden while what it was merged into is visible.
    const isNowhere = link === undefined && isProjection && state.merges.has(claim.id);
    if (!isNowhere && (!link?.parent || link.from !== claim.id))
      yield `claim ${claim.id} has no parent link of its own`;
    if (ancestorsOf(state, claim.id).includes(claim.id) || isAboveItself(state, claim))
      yield `claim ${claim.id} stands under itself`;
    if (claim.sources.some((id) => !state.sources.has(id))) yield `claim ${claim.id} cites nothing`;
  }
}

function* brokenPeople({ participants }: DebateState): Generator<string> {
  for (const { id, membership, erased } of participants.values())
    if (erased && membership === 'member') yield `${id} is a member without an account`;
}

function* brokenIndexes(state: DebateState): Generator<string> {
  let placed = 0;
  for (const [targetId, linkIds] of state.childLinks) {
    placed += linkIds.length;
    const orders = linkIds.map((id) => state.links.get(id)?.order ?? '');
    if (orders.some((order, index) => index > 0 && order <= (orders[index - 1] ?? ''))) {
      yield `arguments under ${targetId} are out of order`;
    }
    for (const id of linkIds) {
      if (state.links.get(id)?.target.id !== targetId) yield `link ${id} is filed under the wrong target`;
    }
  }
  const places = [...state.claims.values()].filter(({ parentLink }) => state.links.has(parentLink)).length;
  if (placed !== places) yield `${places} claims, ${placed} places`;
}

/** True if a claim would be under itself once some of the merged claims are unmerged. */
function isAboveItself(state: DebateState, { id }: Claim): boolean {
  const [into, link] = [state.merges.get(id)?.into, parentLinkOf(state, id)];
  const above = into === undefined ? [] : [everythingAbove(state, { kind: 'claim', id: into })];
  if (link) above.push(everythingAbove(state, link.target));
  return above.some((claims) => claims.has(id));
}

function* brokenTallies(state: DebateState): Generator<string> {
  for (const claim of state.claims.values()) {
    const counted = { agree: 0, disagree: 0, pass: 0, earlier: 0 };
    for (const voter of state.participants.keys()) {
      const on = mergeGroup(state, claim.id).find(
        (id) => counts(state, id, claim.id) && hasVoted(state, id, voter),
      );
      const vote = state.votes.get(on ?? '')?.get(voter);
      if (!vote) continue;
      counted[vote.answer] += 1;
      if (on !== claim.id || isEarlier(vote, claim)) counted.earlier += 1;
    }
    if (JSON.stringify(counted) !== JSON.stringify(inOrder(claim.tally)))
      yield `tally of ${claim.id} is not a recount`;
  }
}

function* brokenRatings(state: DebateState): Generator<string> {
  for (const rated of allRated(state))
    if (JSON.stringify(ratingCountsOf(withRatings(state, rated))) !== JSON.stringify(ratingCountsOf(rated)))
      yield `ratings of ${rated.id} are not a recount`;
  for (const { id, support } of state.questions.values())
    if (countSupport(state, id) !== (support?.[0] ?? 0)) yield `support of ${id} is not a recount`;
}

function* brokenPolls(state: DebateState): Generator<string> {
  for (const poll of state.polls.values()) {
    const chosen = [...(state.answers.get(poll.id)?.values() ?? [])];
    const counts = chosen
      .map((choice) => countChoice(poll, choice))
      .reduce<readonly number[]>(
        (sum, own) => sum.map((count, at) => count + (own[at] ?? 0)),
        zeroCounts(poll),
      );
    if (poll.answered !== chosen.length || JSON.stringify(counts) !== JSON.stringify(poll.counts))
      yield `the counts of poll ${poll.id} are no recount`;
  }
}

function hasVoted(state: DebateState, claimId: string, voter: string): boolean {
  return state.votes.get(claimId)?.has(voter) ?? false;
}

/** True if votes on a claim count for the one it was merged into: nothing between them is hidden. */
function counts(state: DebateState, claimId: string, into: string): boolean {
  let id = claimId;
  while (id !== into) {
    if (state.hidden.has(id)) return false;
    id = state.merges.get(id)?.into ?? into;
  }
  return true;
}

function inOrder({ agree, disagree, pass, earlier }: Tally): Tally {
  return { agree, disagree, pass, earlier };
}
