/** True if two lists have the same items in the same order: a list selected from the board's state is drawn again only if it has others. */
export function hasSameItems<T>(before: readonly T[], now: readonly T[]): boolean {
  return before.length === now.length && before.every((item, at) => item === now[at]);
}
