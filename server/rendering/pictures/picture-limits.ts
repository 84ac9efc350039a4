/** Limits for pictures of a debate, each with its reason. */
export const PICTURE_LIMITS = {
  /** Pixels a side: browsers and word processors don't show larger ones. */
  pngSide: 16_384,
  /** Pixels in total: larger ones take a gigabyte to open. */
  pngPixels: 100_000_000,
  /** Maximum scale compared to the board: beyond it nothing becomes clearer. */
  pngScale: 4,
} as const;

/** The default width of a PNG. */
export const PNG_WIDTH = 3_200;
