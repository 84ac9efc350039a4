/** The page a report is on, in points: A4, with margins for reading and for binding. */
export const PAPER = {
  width: 595.28,
  height: 841.89,
  left: 70,
  right: 70,
  top: 84,
  bottom: 76,
} as const;

/** The width of its text. */
export const MEASURE = PAPER.width - PAPER.left - PAPER.right;
/** The height of its text. */
export const DEPTH = PAPER.height - PAPER.top - PAPER.bottom;
