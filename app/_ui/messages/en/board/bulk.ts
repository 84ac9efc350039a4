export const bulk = {
  label: 'Selected claims',
  count: '{count, plural, one {# claim selected} other {# claims selected}}',
  move: 'Move…',
  retract: 'Retract',
  zoom: 'Zoom to selection',
  zoomHint: 'Zoom to selection (Z)',
  clear: 'Deselect all',
  clearHint: 'Deselect all (Esc)',
  moved: '{count, plural, =0 {No claims moved.} one {# claim moved.} other {# claims moved.}}',
  retracted:
    '{count, plural, =0 {No claims retracted.} one {# claim retracted.} other {# claims retracted.}}',
  partly: '{done} {count, plural, one {# failed} other {# failed}}: {reason}',
};
