/** Text size of browsers in which nobody has chosen another, in pixels. */
const USUAL = 16;
/** Width in map pixels below which a claim's row has no room for its counts. */
const NARROWEST = 280;

/**
 * Returns how many times larger than usual the reader's browser shows text, so that the map's sizes, which are pixels, follow it: at
 * least 1, and at most what leaves room for a claim in a map of this width in screen pixels.
 */
export function textScale(width: number): number {
  const chosen = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
  return Math.max(1, Math.min(chosen || 1, width / NARROWEST));
}
