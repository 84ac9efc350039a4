export const several = {
  label: 'Claims chosen together',
  count: '{count, plural, one {# claim chosen} other {# claims chosen}}',
  move: 'Move…',
  retract: 'Retract',
  zoom: 'Zoom to',
  zoomHint: 'Zoom to them (z)',
  clear: 'Clear',
  clearHint: 'Choose none (Esc)',
  moved: '{count, plural, =0 {No claim was moved.} one {# claim was moved.} other {# claims were moved.}}',
  retracted:
    '{count, plural, =0 {No claim was retracted.} one {# claim was retracted.} other {# claims were retracted.}}',
  partly: '{done} {count, plural, one {One was not} other {# were not}}: {reason}',
};
