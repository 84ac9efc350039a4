export const print = {
  sources: 'Sources',
  imprint: '{address}, {date}',
  bearing: '{bearing, select, support {supports} attack {attacks} other {undercuts: says it doesn’t follow}}',
  retracted: 'retracted',
  tally:
    '{votes, plural, =0 {no votes} other {{agree} agree, {disagree} disagree{pass, plural, =0 {} other {, # pass}}}}',
  see: 'see {numbers}',
  more: '{count, plural, one {# more argument} other {# more arguments}}: {address}',
};
