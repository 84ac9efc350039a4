/**
 * Returns how few people made at least half of everything together, by the amount of each, the largest first; `null` if nobody made
 * anything.
 */
export function halfBy(amounts: readonly number[]): number | null {
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  if (all === 0) return null;
  let made = 0;
  return (
    amounts.findIndex((amount) => {
      made += amount;
      return made * 2 >= all;
    }) + 1
  );
}
