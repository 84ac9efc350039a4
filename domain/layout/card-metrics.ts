/**
 * Type and spacing on the map, in pixels; the style sheets repeat them. `chrome` is everything of a card's height but its text, `inset`
 * everything of its width.
 */
export const CARD = {
  claim: { size: 15, line: 21, weight: 400, inset: 2 + 3 + 13 + 14, chrome: 2 + 10 + 20 + 4 + 6 + 28 + 6 },
  motion: { size: 27, line: 32, weight: 650, inset: 14, chrome: 24 + 12 + 28 },
  name: { size: 19, line: 24, weight: 650, chrome: 3 + 8 + 4 + 4 + 28 },
  summary: { size: 13, line: 19, weight: 400 },
  /** A composer, until it is shown and measured. */
  ghost: 230,
} as const;
