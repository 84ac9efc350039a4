import { LIMITS } from '../debate/engine/limits.ts';

/** May a result of a secret ballot about so many people be told, alone or as the difference of two? */
export function isDisclosable(people: number): boolean {
  return people === 0 || people >= LIMITS.secretTotal;
}

/**
 * May a result about these people be told after others about those? Each pair of results tells of those who are in one of
 * them and not in the other.
 */
export function isDisclosableAfter(
  told: readonly ReadonlySet<string>[],
  people: ReadonlySet<string>,
): boolean {
  return (
    isDisclosable(people.size) &&
    told.every(
      (before) => isDisclosable(missingIn(before, people)) && isDisclosable(missingIn(people, before)),
    )
  );
}

/**
 * Which parts of a whole may be told beside the whole, by their sizes: none that is too small, and of those that are not told
 * together as many that they are not too few either.
 */
export function disclosableParts(sizes: readonly number[]): boolean[] {
  const tell = sizes.map(isDisclosable);
  const untold = () => sizes.reduce((sum, size, part) => (tell[part] ? sum : sum + size), 0);
  while (untold() > 0 && untold() < LIMITS.secretTotal) {
    const told = [...sizes.keys()].filter((part) => tell[part] && (sizes[part] ?? 0) > 0);
    const smallest = told.reduce(
      (least, part) => ((sizes[part] ?? 0) < (sizes[least] ?? 0) ? part : least),
      told[0] ?? -1,
    );
    if (smallest === -1) break;
    tell[smallest] = false;
  }
  return tell;
}

function missingIn(people: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let missing = 0;
  for (const person of people) if (!others.has(person)) missing += 1;
  return missing;
}
