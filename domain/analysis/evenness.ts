/** How evenly something is distributed over people. */
export interface Evenness {
  /** Pielou's evenness, from 0 (one person did all of it) to 1 (all did the same amount); `null` for fewer than two people. */
  readonly evenness: number | null;
  /** The number of people with equal amounts that would be as even. */
  readonly asIfBy: number;
}

/** How evenly people took part, by their amounts; a person who did nothing counts too. */
export function evennessOf(amounts: readonly number[]): Evenness {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (sum === 0) return { evenness: null, asIfBy: 0 };
  // Sorted by size, so that the order of people makes no difference in the last bit.
  const parts = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const entropy = parts.reduce((all, amount) => all - (amount / sum) * Math.log(amount / sum), 0);
  const evenness = amounts.length < 2 ? null : Math.min(1, Math.max(0, entropy) / Math.log(amounts.length));
  return { evenness, asIfBy: Math.exp(Math.max(0, entropy)) };
}
