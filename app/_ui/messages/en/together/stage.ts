/** The stage: the projector view of a debate. */
export const stage = {
  title: 'Stage: {title}',
  join: 'Join at',
  code: 'Code',
  qr: 'QR code: {address}',
  motion: 'The motion',
  for: 'For',
  against: 'Against',
  more: '{count, plural, one {# more} other {# more}}',
  supports: 'Supports',
  attacks: 'Attacks',
  questions: 'Challenges a link of',
  source: 'Source: {title}',
  newest: 'Newest claims',
  moreClaims: '+ {count, number} more on the board',
  claims: '{count, plural, one {# claim} other {# claims}}',
  open: 'Open stage',
  noArguments: 'No arguments yet.',
  lost: 'Connection lost. What you see may be out of date.',
  full: 'Full screen',
  tally:
    '{agree, plural, one {# agrees} other {# agree}}, {disagree, plural, one {# disagrees} other {# disagree}}, {pass, plural, one {# passes} other {# pass}}',
};
