/** Finding claims in all debates one may read. */
export const find = {
  title: 'Search',
  lead: 'Search claims, positions, sources and comments of all public debates and of your own.',
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
  look: 'Search',
  found:
    '{count, plural, =0 {Nothing found. Try fewer words, or another form of them.} one {# found} other {# found}} {debates, plural, =0 {} one {in # debate} other {in # debates}}',
  more: 'and {count} more',
  beside: 'In a comment or source',
  everywhere: 'Search all debates',
  tooFast: 'Too many searches at once. Try again in a moment.',
};
