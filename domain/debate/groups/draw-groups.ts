/** Somebody who may be put into a group, and the position they speak for. */
export interface Drawn {
  readonly id: string;
  readonly team: string | null;
}

/**
 * Draws people into so many groups by chance. Groups differ by one person at most, and by one person of each position at
 * most: who speaks for one is dealt out in a row. `random` gives numbers from 0 up to 1.
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

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const [one, other] = [mixed[at], mixed[last]];
    if (one !== undefined && other !== undefined) [mixed[at], mixed[last]] = [other, one];
  }
  return mixed;
}
