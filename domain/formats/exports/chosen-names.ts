/** The names in a text, separated by commas, in the order of `known`; null if there is none, or one that is not known. */
export function chosenNames<Name extends string>(
  text: string,
  known: readonly Name[],
): readonly Name[] | null {
  const asked = new Set(text.split(','));
  const names = known.filter((name) => asked.has(name));
  return names.length === asked.size ? names : null;
}
