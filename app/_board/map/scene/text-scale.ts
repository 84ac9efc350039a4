/** Text size of browsers in which nobody has chosen another, in pixels. */
const USUAL = 16;
/** Width in map pixels of a claim on a phone, with its margins. */
const NARROWEST = 292;

/**
 * Returns how many times larger than usual the reader's browser shows text, so that the map's sizes, which are pixels, follow it: at
 * least 1, and at most what leaves room for a claim in a map of this width in screen pixels.
 */
export function textScale(width: number): number {
  const chosen = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
  return Math.max(1, Math.min(chosen || 1, width / NARROWEST));
}
