export const outline = {
  label: 'Outline of the debate',
  fold: 'Fold the arguments away',
  unfold: '{count, plural, one {Show # argument} other {Show # arguments}}',
  noClaims: 'No claims here yet. Be the first to support or attack this position.',
  noPositions: 'This debate has no positions yet.',
  under: 'arguments under “{text}”',
};
