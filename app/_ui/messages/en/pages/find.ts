/** The search of all debates a reader can see. */
export const find = {
  title: 'Search',
  lead: 'Search claims, positions, sources and comments in all public debates and your own.',
  words: 'Words',
  author: 'Author',
  position: 'Position',
  trait: 'Show',
  traits: {
    any: 'All claims',
    contested: 'Contested claims',
    unanswered: 'Unanswered attacks',
    unsourced: 'Claims without a source',
    questioned: 'Claims with critical questions',
    marked: 'Flagged claims',
    locked: 'Locked claims',
  },
  look: 'Search',
  found:
    '{count, plural, =0 {Nothing found. Try fewer or other words.} one {# found} other {# found}} {debates, plural, =0 {} one {in # debate} other {in # debates}}',
  more: 'and {count} more',
  pages: 'Pages of results',
  previous: 'Previous results',
  next: 'More results ({count, plural, one {# debate} other {# debates}})',
  beside: 'In a comment or source',
  everywhere: 'Search all debates',
  tooFast: 'Too many searches at once. Try again in a moment.',
};
