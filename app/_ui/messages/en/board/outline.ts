export const outline = {
  label: 'Outline of the debate',
  below: '{count} below',
  fold: '{count} below: fold',
  unfold: '{count} below: unfold',
  more: '{count, plural, one {# more argument} other {# more arguments}}',
  earlier: '{count, plural, one {# earlier argument} other {# earlier arguments}}',
  tools: 'Fold and unfold',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  levels: 'Levels',
  toLevel: '{level, plural, one {Show # level} other {Show # levels}}',
  way: 'Path to the motion',
  whole: 'Whole debate',
  moved: 'Moved to {place} of {count} under “{target}”.',
  noPlace:
    '{shift, select, up {It’s already first.} down {It’s already last.} out {It’s directly under a position and can’t move further out.} other {There’s nothing above to move it under.}}',
  print: 'Print',
  noClaims:
    '{may, select, both {No claims here yet. Be the first to support or attack this position.} attack {No claims here yet. Be the first to attack this position.} other {No claims here.}}',
  noPositions: 'This debate has no positions yet.',
  noBranch: 'This claim is no longer part of the debate.',
};
