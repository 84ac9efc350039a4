export const outline = {
  label: 'Outline of the debate',
  below: '{count} below',
  fold: 'Fold the arguments away',
  unfold: '{count, plural, one {Show # argument} other {Show # arguments}}',
  more: '{count, plural, one {# more argument} other {# more arguments}}',
  earlier: '{count, plural, one {# earlier argument} other {# earlier arguments}}',
  tools: 'Fold and unfold',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  levels: 'Levels',
  toLevel: '{level, plural, one {Show # level} other {Show # levels}}',
  way: 'The way to the motion',
  whole: 'The whole debate',
  moved: 'Now {place} of {count} under “{target}”.',
  noPlace:
    '{shift, select, up {It stands first already.} down {It stands last already.} out {It stands right under a position: it cannot go further out.} other {There is nothing before it to put it under.}}',
  print: 'Print',
  noClaims:
    '{may, select, yes {No claims here yet. Be the first to support or attack this position.} other {No claims here.}}',
  noPositions: 'This debate has no positions yet.',
  noBranch: 'This claim is no longer part of the debate.',
};
