/**
 * How the strength of an argument follows from its base score and from the strengths that pass through its attacks and supports. Both sides
 * are aggregated one by one, starting with `empty`.
 */
export interface Semantics {
  readonly empty: number;
  gather(gathered: number, strength: number): number;
  strength(base: number, attackers: number, supporters: number): number;
}

/** The names of the semantics, the default first. */
export const SEMANTICS_NAMES = ['dfquad', 'quadraticEnergy', 'euler'] as const;
export type SemanticsName = (typeof SEMANTICS_NAMES)[number];

/** Discontinuity-free quantitative argumentation (Rago, Toni, Aurisicchio, Baroni 2016). The aggregate is 1 − F. */
const dfquad: Semantics = {
  empty: 1,
  gather: (gathered, strength) => gathered * (1 - strength),
  strength(base, notAttacked, notSupported) {
    const [against, for_] = [1 - notAttacked, 1 - notSupported];
    return against >= for_ ? base - base * (against - for_) : base + (1 - base) * (for_ - against);
  },
};

/** Quadratic energy (Potyka 2018): sums, flattened by h. */
const quadraticEnergy: Semantics = {
  empty: 0,
  gather: (gathered, strength) => gathered + strength,
  strength(base, attackers, supporters) {
    const energy = supporters - attackers;
    return base + (1 - base) * flattened(energy) - base * flattened(-energy);
  },
};

/** Euler-based (Amgoud, Ben-Naim 2017): sums, in the exponent. */
const euler: Semantics = {
  empty: 0,
  gather: (gathered, strength) => gathered + strength,
  strength: (base, attackers, supporters) =>
    1 - (1 - base * base) / (1 + base * Math.exp(supporters - attackers)),
};

export const SEMANTICS: Readonly<Record<SemanticsName, Semantics>> = { dfquad, quadraticEnergy, euler };

/** The remaining strength of a link undercut by claims of these strengths, aggregated from 1: 1 − F, in every semantics. */
export function undercutBy(left: number, strength: number): number {
  return left * (1 - strength);
}

function flattened(energy: number): number {
  if (energy <= 0) return 0;
  const square = energy * energy;
  // A square that overflows flattens to one.
  return square === Number.POSITIVE_INFINITY ? 1 : square / (1 + square);
}
