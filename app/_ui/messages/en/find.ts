/** Finding claims in all debates one may read. */
export const find = {
  title: 'Find',
  lead: 'In all public debates and those you take part in: in claims, positions, sources and comments.',
  words: 'Words',
  author: 'Written by',
  position: 'Position',
  trait: 'Only',
  traits: {
    any: 'all claims',
    contested: 'contested claims',
    unanswered: 'attacks that nobody answers',
    unsourced: 'claims without a source',
    marked: 'claims with a mark',
    locked: 'locked claims',
  },
  look: 'Find',
  found:
    '{count, plural, =0 {Nothing found. Try fewer words, or another form of them.} one {# found} other {# found}} {debates, plural, =0 {} one {in # debate} other {in # debates}}',
  more: 'and {count} more',
  beside: 'In a comment or a source',
  tooFast: 'That were many searches at once. Try again in a moment.',
};
