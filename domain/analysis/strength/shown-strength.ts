import type { DebateState } from '../../debate/engine/state.ts';
import type { Tally } from '../../debate/map/claim.ts';
import { baseScore } from '../graph/base-score.ts';
import type { DebateStrengths } from './debate-strengths.ts';

/** Minimum votes for or against a claim for its strength to be shown. */
export const SHOWN_FROM_VOTES = 5;

/** Five equal parts of the scale, for screens that show a word instead of the number. */
export const STRENGTH_BANDS = ['very_weak', 'weak', 'medium', 'strong', 'very_strong'] as const;
export type StrengthBand = (typeof STRENGTH_BANDS)[number];

const MEDIUM = STRENGTH_BANDS.indexOf('medium');

/** The band of a strength, as its number is shown: rounded to two decimals. */
export function strengthBand(strength: number): StrengthBand {
  return STRENGTH_BANDS[bandIndex(strength)] ?? 'medium';
}

/** How a claim of this strength looks in a perspective, by its word: it stands out or steps back; undefined: it is in the middle. */
export function strengthLook(strength: number): 'strong' | 'weak' | undefined {
  const band = bandIndex(strength);
  if (band === MEDIUM) return undefined;
  return band > MEDIUM ? 'strong' : 'weak';
}

function bandIndex(strength: number): number {
  // In whole numbers: a product of fractions may fall just short of a band.
  const hundredths = Math.round(Number(strength.toFixed(2)) * 100);
  const band = Math.floor((hundredths * STRENGTH_BANDS.length) / 100);
  return Math.min(STRENGTH_BANDS.length - 1, Math.max(0, band));
}

/** True if a claim is weak because of its replies: its votes alone would place it in a higher band. */
export function isWeakened(strength: number, tally: Pick<Tally, 'agree' | 'disagree'>): boolean {
  const band = bandIndex(strength);
  return band < MEDIUM && band < bandIndex(baseScore(tally));
}

/** The strength of a claim or position as shown; `undefined`: too few votes, or it doesn't count. */
export function shownStrength(
  debate: DebateStrengths,
  id: string,
  hasVotes: (claimId: string) => boolean = (claimId) => hasEnoughVotes(debate.state, claimId),
): number | undefined {
  const place = debate.compiled.placeOf.get(id);
  return place !== undefined && isShownAt(debate, { id, place, hasVotes })
    ? debate.strengths.values[place]
    : undefined;
}

function hasEnoughVotes({ claims }: DebateState, claimId: string): boolean {
  const { agree = 0, disagree = 0 } = claims.get(claimId)?.tally ?? {};
  return agree + disagree >= SHOWN_FROM_VOTES;
}

interface Asked {
  readonly id: string;
  readonly place: number;
  hasVotes(claimId: string): boolean;
}

/** True if a claim has enough votes for its strength to be shown, or a position a claim directly below it that has. */
function isShownAt({ state, compiled }: DebateStrengths, { id, place, hasVotes }: Asked): boolean {
  if (!state.positions.has(id)) return hasVotes(id);
  const links = [...(compiled.supports[place] ?? []), ...(compiled.attacks[place] ?? [])];
  return links.some((link) => hasVotes(compiled.ids[compiled.from[link] ?? -1] ?? ''));
}
