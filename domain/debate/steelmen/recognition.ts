import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { awaitsRecognition, isSteelman, type SteelmanAnswer, type SteelmanClaim } from '../map/steelman.ts';
import { NOBODY } from '../visibility/viewer.ts';

/**
 * The number of people of a position who must agree before a steelman of it is recognized: as many as moderators set, or all of a smaller
 * team. In an anonymous debate it is what they set: less would disclose the size of the team.
 */
export function agreementsNeeded(state: DebateState, positionId: string | null): number {
  const set = state.head?.settings.recognition ?? 1;
  if (set === 1 || isAnonymous(state)) return set;
  const members = state.participants.reduce(
    (count, { team, membership, erased }) =>
      team === positionId && membership === 'member' && !erased ? count + 1 : count,
    0,
  );
  return Math.max(1, Math.min(set, members));
}

/** A person's own answer to a steelman; undefined: none. */
export function ownAnswer({ steelman }: SteelmanClaim, participantId: string): SteelmanAnswer | undefined {
  // Where nobody is named, nobody's answer is nobody's own.
  if (participantId === NOBODY) return undefined;
  return steelman.answers.find((one) => !one.recorded && one.author === participantId);
}

/** The answer that moderators recorded for the position as a whole; undefined: none. */
export function recordedAnswer({ steelman }: SteelmanClaim): SteelmanAnswer | undefined {
  return steelman.answers.find(({ recorded }) => recorded);
}

/** The wording of a steelman that is recognized with these answers: the present one, or still the one before. */
export function recognizedWording(
  state: DebateState,
  { steelman, positionId, wording }: SteelmanClaim,
  answers: readonly SteelmanAnswer[],
): number | null {
  const agreeing = answers.filter((one) => one.agrees && one.wording === wording);
  const isRecognized =
    agreeing.some(({ recorded }) => recorded) || agreeing.length >= agreementsNeeded(state, positionId);
  if (isRecognized) return wording;
  return steelman.recognized === wording ? null : steelman.recognized;
}

/** The steelmen that are shown, in order of time. */
export function steelmenIn(state: Pick<DebateState, 'claims' | 'merges'>): SteelmanClaim[] {
  const found: SteelmanClaim[] = [];
  for (const claim of state.claims.values())
    if (isSteelman(claim) && !claim.retracted && !state.merges.has(claim.id)) found.push(claim);
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The steelmen of a position that wait for an answer of this member to their present wording. */
export function steelmenToAnswer(
  state: Pick<DebateState, 'claims' | 'merges'>,
  team: string,
  participantId: string,
): SteelmanClaim[] {
  return steelmenIn(state).filter(
    (claim) =>
      claim.positionId === team &&
      claim.author !== participantId &&
      awaitsRecognition(claim) &&
      ownAnswer(claim, participantId)?.wording !== claim.wording,
  );
}
