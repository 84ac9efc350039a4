/** Returns people by the name under which they are shown. */
export function sortByName<T>(people: Iterable<T>, nameOf: (person: T) => string | undefined): T[] {
  return [...people]
    .map((person) => ({ person, name: nameOf(person) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ person }) => person);
}
