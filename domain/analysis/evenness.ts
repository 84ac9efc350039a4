/** How evenly something is spread over people. */
export interface Evenness {
  /** Pielou's evenness, from 0 (one person did all of it) to 1 (all did as much); null for fewer than two people. */
  readonly evenness: number | null;
  /** How many people, all doing as much, would be spread as far. */
  readonly asIfBy: number;
}

/** How evenly people took part, by how much each did; who did nothing counts as one of them. */
export function evennessOf(amounts: readonly number[]): Evenness {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (sum === 0) return { evenness: null, asIfBy: 0 };
  // In order of size, so that the order of people makes no difference in the last bit.
  const parts = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const entropy = parts.reduce((all, amount) => all - (amount / sum) * Math.log(amount / sum), 0);
  const evenness = amounts.length < 2 ? null : Math.min(1, Math.max(0, entropy) / Math.log(amounts.length));
  return { evenness, asIfBy: Math.exp(Math.max(0, entropy)) };
}
