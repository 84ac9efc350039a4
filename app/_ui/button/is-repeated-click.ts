/**
 * Returns whether a click is a later one of a double or triple click, which would undo the first or press what came in its place. A click
 * made with a key is none.
 */
export function isRepeatedClick({ detail }: { readonly detail: number }): boolean {
  return detail > 1;
}
