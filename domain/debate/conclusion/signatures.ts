import type { DebateState } from '../engine/state.ts';
import { isBlank } from '../texts/blank.ts';
import { CONCLUSION_SECTIONS, type ConclusionSection } from '../texts/texts.ts';
import type { Conclusion, Signature } from './conclusion.ts';

type Signed = Pick<DebateState, 'conclusion' | 'signatures'>;

/** The sections of a conclusion that have words, in their order. */
export function writtenSections(conclusion: Conclusion): readonly ConclusionSection[] {
  return CONCLUSION_SECTIONS.filter((section) => !isBlank(conclusion[section]));
}

/** True if a conclusion has words in any of its sections. */
export function isWritten(conclusion: Conclusion | null): conclusion is Conclusion {
  return conclusion !== null && writtenSections(conclusion).length > 0;
}

/** The conclusion, if there is something to read or to write in it. */
export function shownConclusion({ conclusion }: Pick<Signed, 'conclusion'>): Conclusion | null {
  return conclusion?.open || isWritten(conclusion) ? conclusion : null;
}

/** True if the conclusion is as it was when this was signed. */
export function isCurrent({ conclusion }: Pick<Signed, 'conclusion'>, { revision }: Signature): boolean {
  return conclusion?.revision === revision;
}

/** A person's own signature, for whichever position they signed; undefined: none. */
export function ownSignature(
  { signatures }: Pick<Signed, 'signatures'>,
  person: string,
): Signature | undefined {
  return [...signatures.values()].find((one) => !one.recorded && one.author === person);
}

/** The sign-off that a moderator recorded for a position; undefined: none. */
export function recordedSignature(
  { signatures }: Pick<Signed, 'signatures'>,
  positionId: string,
): Signature | undefined {
  return [...signatures.values()].find((one) => one.recorded && one.positionId === positionId);
}

/** True if people have signed for the position, or a moderator has recorded that it signed. */
export function isSignedOff({ current, earlier, recorded }: SignOff): boolean {
  return current.length + earlier.length > 0 || recorded !== null;
}

/** How a position has signed off the conclusion. */
export interface SignOff {
  readonly positionId: string;
  /** People's signatures on the conclusion as it is now, in order of time. */
  readonly current: readonly Signature[];
  /** Those on an earlier version of it. */
  readonly earlier: readonly Signature[];
  readonly recorded: Signature | null;
}

/** The sign-offs of these positions, in their order. */
export function signOffs(state: Signed, positions: readonly { readonly id: string }[]): SignOff[] {
  const inOrder = [...state.signatures.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return positions.map(({ id: positionId }) => {
    const own = inOrder.filter((one) => one.positionId === positionId);
    const people = own.filter(({ recorded }) => !recorded);
    return {
      positionId,
      current: people.filter((one) => isCurrent(state, one)),
      earlier: people.filter((one) => !isCurrent(state, one)),
      recorded: own.find(({ recorded }) => recorded) ?? null,
    };
  });
}
