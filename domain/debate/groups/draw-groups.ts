/** A person who may be assigned to a group, and the position they speak for. */
export interface Drawn {
  readonly id: string;
  readonly team: string | null;
}

/**
 * Assigns people to this many groups at random. Group sizes differ by one person at most, and by one person of each position at most:
 * people who speak for the same position are dealt out one after the other. `random` returns numbers from 0 up to 1.
 */
export function drawGroups(people: readonly Drawn[], count: number, random: () => number): string[][] {
  const teams = [...new Set(people.map(({ team }) => team))];
  const dealt = shuffled(teams, random).flatMap((team) =>
    shuffled(
      people.filter((person) => person.team === team),
      random,
    ),
  );
  const groups = Array.from({ length: count }, (): string[] => []);
  dealt.forEach(({ id }, index) => void groups[index % count]?.push(id));
  return groups;
}

/** The items in a random order. `random` returns numbers from 0 up to 1. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const [one, other] = [mixed[at], mixed[last]];
    if (one !== undefined && other !== undefined) [mixed[at], mixed[last]] = [other, one];
  }
  return mixed;
}
