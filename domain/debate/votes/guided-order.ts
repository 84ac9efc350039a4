import { hashOf } from '../../collections/hash-of.ts';
import type { DebateState } from '../engine/state.ts';
import { isBlanked } from '../erasure/tombstone.ts';
import { isAddingLocked } from '../locks/locks.ts';
import type { Claim } from '../map/claim.ts';
import { shownPositions } from '../map/positions-in-order.ts';
import { awaitsRecognition } from '../map/steelman.ts';
import { childrenOf } from '../map/tree.ts';
import { hiddenIdsFor, isHiddenFromReaders } from '../visibility/hidden-content.ts';
import type { Answer } from './vote.ts';
import { countedVote } from './vote-count.ts';

/** Whom guided voting asks, and about what. */
export interface GuidedVoter {
  readonly participantId: string | null;
  /** Each seed has another order. */
  readonly seed: string;
  /** The claim or position whose branch is voted on; `null`: the whole debate. */
  readonly branch: string | null;
}

/**
 * The claims that guided voting asks a person about, in order: level by level, so that a claim comes before the arguments about it; on each
 * level in random order, so that no claim profits from its place. The order never depends on votes, so it reveals none, and a person's stays
 * the same while others vote.
 */
export function guidedOrder(state: DebateState, voter: GuidedVoter): string[] {
  return openPlaces(state, voter).filter((id) => {
    const claim = state.claims.get(id);
    return claim !== undefined && mayBeAsked(claim, voter.participantId);
  });
}

/** The parts of the state that say where a place is, and whether votes are open there. */
const PARTS = [
  'positions',
  'links',
  'merges',
  'crossLinks',
  'hidden',
  'embargoed',
  'locks',
] as const satisfies readonly (keyof DebateState)[];

/** Claims in a voter's order that all may see and vote on. */
interface OpenPlaces extends Pick<GuidedVoter, 'seed' | 'branch'>, Pick<DebateState, (typeof PARTS)[number]> {
  readonly ids: readonly string[];
}

/** The last open places by arguments: a vote among 10,000 claims changes nothing about them. */
const known = new WeakMap<DebateState['childLinks'], OpenPlaces>();

function openPlaces(state: DebateState, { seed, branch }: GuidedVoter): readonly string[] {
  const last = known.get(state.childLinks);
  if (last?.seed === seed && last.branch === branch && PARTS.every((part) => last[part] === state[part]))
    return last.ids;
  // All at once: asking for each claim what it depends on costs ten times as much.
  const hidden = hiddenIdsFor(state, { seesAll: false, participantId: null });
  const ids = walk(state, seed, branch).filter(
    (id) => !hidden.has(id) && !state.merges.has(id) && !isAddingLocked(state, { kind: 'claim', id }),
  );
  const { positions, links, merges, crossLinks, embargoed, locks } = state;
  known.set(state.childLinks, {
    ...{ seed, branch, ids },
    ...{ positions, links, merges, crossLinks, hidden: state.hidden, embargoed, locks },
  });
  return ids;
}

function walk(state: DebateState, seed: string, branch: string | null): string[] {
  // A broken state may have a cycle: no claim is visited twice.
  const seen = new Set<string>();
  let level = firstLevel(state, branch);
  while (level.length > 0) {
    const shuffled = level
      .map((claim) => ({ claim, at: hashOf(`${seed} ${claim.id}`) }))
      .sort((a, b) => a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1))
      .filter(({ claim }) => !seen.has(claim.id));
    for (const { claim } of shuffled) seen.add(claim.id);
    level = shuffled.flatMap(({ claim }) => childrenOf(state, { kind: 'claim', id: claim.id }));
  }
  return [...seen];
}

/** True if a person may be asked for a vote on a claim, voted on or not. */
export function asksForVote(state: DebateState, claim: Claim, participantId: string | null): boolean {
  if (!mayBeAsked(claim, participantId) || state.merges.has(claim.id)) return false;
  return !isHiddenFromReaders(state, claim.id) && !isAddingLocked(state, { kind: 'claim', id: claim.id });
}

/** Nobody is asked about their own claims, about claims whose words were erased, or about steelmen that are not recognized yet. */
function mayBeAsked(claim: Claim, participantId: string | null): boolean {
  const { retracted, author, text } = claim;
  return !retracted && author !== participantId && !isBlanked(text) && !awaitsRecognition(claim);
}

/** A person's answer to the present wording of a claim; `null`: none. */
export function currentAnswer(
  state: DebateState,
  claim: Pick<Claim, 'id' | 'wording'>,
  participantId: string | null,
): Answer | null {
  const vote = participantId === null ? undefined : countedVote(state, claim.id, participantId);
  return vote && vote.on === claim.id && vote.wording === claim.wording ? vote.answer : null;
}

function firstLevel(state: DebateState, branch: string | null): Claim[] {
  if (branch === null)
    return shownPositions(state).flatMap(({ id }) => childrenOf(state, { kind: 'position', id }));
  const claim = state.claims.get(branch);
  return claim ? [claim] : childrenOf(state, { kind: 'position', id: branch });
}
