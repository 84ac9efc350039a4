import { generateKeyBetween } from 'fractional-indexing';

/** Halvings of the space between two keys: two claims seldom get the same place. */
const HALVINGS = 16;

/**
 * An order key between two others, derived from the id of what gets it: the same in browser and server, and disclosing nothing about how
 * many others got theirs in the same space. So what two people write at once, without seeing each other's, is in random order. `taken`:
 * keys that others have.
 */
export function randomOrderKey(
  before: string | null,
  behind: string | null,
  id: string,
  taken: ReadonlySet<string>,
): string {
  let low = before;
  let high = behind ?? generateKeyBetween(before, null);
  let key = generateKeyBetween(low, high);
  let bits = hashOf(id);
  for (let halved = 0; halved < HALVINGS || taken.has(key); halved++) {
    if (bits & 1) low = key;
    else high = key;
    bits = bits >>> 1 || hashOf(`${id}${halved}`);
    key = generateKeyBetween(low, high);
  }
  return key;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
