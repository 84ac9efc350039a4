import { LIMITS } from '../../debate/engine/limits.ts';

/**
 * True if a result about this many people may be disclosed, alone or as the difference of two. `all`: with people whose part in it others may
 * know from elsewhere, so that the rest must be enough without them.
 */
export function isDisclosable(people: number, all = people): boolean {
  return all === 0 || people >= LIMITS.secretTotal;
}

/**
 * True if a result about these people may be disclosed after others about those: each pair of results reveals something about the people
 * who are in only one of them.
 */
export function isDisclosableAfter(
  disclosed: readonly ReadonlySet<string>[],
  people: ReadonlySet<string>,
): boolean {
  return (
    isDisclosable(people.size) &&
    disclosed.every(
      (before) => isDisclosable(missingIn(before, people)) && isDisclosable(missingIn(people, before)),
    )
  );
}

/**
 * True for each part of a whole that may be disclosed beside the whole, by their sizes: none that is too small, and the hidden parts
 * together must not be too small either. `all`: as in `isDisclosable`, by part.
 */
export function disclosableParts(sizes: readonly number[], all = sizes): boolean[] {
  const shown = sizes.map((size, part) => isDisclosable(size, all[part]));
  const hiddenIn = (of: readonly number[]) =>
    of.reduce((sum, size, part) => (shown[part] ? sum : sum + size), 0);
  while (!isDisclosable(hiddenIn(sizes), hiddenIn(all))) {
    const disclosed = [...sizes.keys()].filter((part) => shown[part] && (all[part] ?? 0) > 0);
    const smallest = disclosed.reduce(
      (least, part) => ((sizes[part] ?? 0) < (sizes[least] ?? 0) ? part : least),
      disclosed[0] ?? -1,
    );
    if (smallest === -1) break;
    shown[smallest] = false;
  }
  return shown;
}

function missingIn(people: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let missing = 0;
  for (const person of people) if (!others.has(person)) missing += 1;
  return missing;
}
