import { skeletonOf } from '../texts/tidy-name.ts';

/** A person as others see them, with a number if someone who joined earlier has the same name. */
export type Numbered<P> = P & { readonly number?: number };

/** The name, with the number of a namesake. */
export function numberedName({ name, number }: Numbered<{ readonly name: string }>): string {
  return number === undefined ? name : `${name} (${number})`;
}

/** The names of people where there is room for one name only: the pseudonym if they have one; namesakes get numbers. */
export function shortNames<P extends Named>(
  people: Iterable<P>,
  participants: Parameters<typeof numberNamesakes>[1],
): ReadonlyMap<string, string> {
  return new Map(
    [...numberNamesakes(people, participants).values()].map((person) => [
      person.id,
      person.pseudonym ?? numberedName(person),
    ]),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly pseudonym?: string;
}

/**
 * Numbers people with the same name, in the order in which they joined: the first has no number, the second has 2. Pseudonyms are
 * unique. A later namesake never changes the number of an earlier one.
 */
export function numberNamesakes<P extends Named>(
  people: Iterable<Numbered<P>>,
  participants: { get(id: string): { readonly joinedAt: number } | undefined },
): ReadonlyMap<string, Numbered<P>> {
  const numbered = new Map<string, Numbered<P>>();
  const namesakes = new Map<string, string[]>();
  for (const person of people) {
    const { number: _, ...plain } = person;
    numbered.set(person.id, _ === undefined ? person : (plain as Numbered<P>));
    if (person.pseudonym !== undefined) continue;
    const key = skeletonOf(person.name);
    const ids = namesakes.get(key);
    if (ids) ids.push(person.id);
    else namesakes.set(key, [person.id]);
  }
  const joinedAt = (id: string) => participants.get(id)?.joinedAt ?? Number.MAX_SAFE_INTEGER;
  for (const [key, ids] of namesakes) {
    if (ids.length < 2) continue;
    ids.sort((a, b) => joinedAt(a) - joinedAt(b) || (a < b ? -1 : 1));
    let number = 1;
    for (const id of ids.slice(1)) {
      do number += 1;
      while (namesakes.has(`${key} (${number})`));
      const person = numbered.get(id);
      if (person) numbered.set(id, { ...person, number });
    }
  }
  return numbered;
}
