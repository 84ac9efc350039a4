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
    (count, { id }) => (isOf(state, id, positionId) ? count + 1 : count),
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

/**
 * The wordings of a steelman that are recognized once one answer is removed and another is given. A recognized wording stays so unless the
 * removed answer agreed with it, and too few of the others do: neither teams, settings nor other answers end it.
 */
export function recognizedAfter(
  state: DebateState,
  { steelman, positionId }: SteelmanClaim,
  { removed, given }: { readonly removed?: SteelmanAnswer | undefined; readonly given?: SteelmanAnswer },
): number[] {
  const others = steelman.answers.filter((one) => one !== removed);
  const answers = given ? [...others, given] : others;
  const isEnough = (wording: number) => {
    const agreeing = answers.filter((one) => one.agrees && one.wording === wording);
    if (agreeing.some(({ recorded }) => recorded)) return true;
    const needed = agreementsNeeded(state, positionId);
    return agreeing.filter(({ author }) => isOf(state, author, positionId)).length >= needed;
  };
  const agreesNow = given?.agrees ? given.wording : null;
  const endangered = removed?.agrees && removed.wording !== agreesNow ? removed.wording : null;
  const kept = steelman.recognized.filter((wording) => wording !== endangered || isEnough(wording));
  const isNew = agreesNow !== null && !kept.includes(agreesNow) && isEnough(agreesNow);
  return isNew ? [...kept, agreesNow].sort((a, b) => a - b) : kept;
}

/**
 * True if a person speaks for a position. A removed or banned one still does: otherwise the public recognition would show that they are
 * out. An erased one does not, and everyone may know that.
 */
function isOf({ participants }: DebateState, id: string, positionId: string | null): boolean {
  const person = participants.get(id);
  return person?.team === positionId && !person.erased;
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
