export const panel = {
  label: 'Selected',
  close: 'Close the panel',
  back: 'Back to the debate',
  emptyTitle: 'Nothing selected',
  emptyText: 'Choose a claim to see what stands for and against it.',
  tabs: 'Arguments and comments',
  noSupports: 'Nothing yet speaks for it.',
  noAttacks: 'Nothing yet speaks against it.',
  undercutsTitle: 'Does it follow?',
  noUndercuts: 'Nobody has questioned the step.',
  sourcesTitle: 'Sources',
  position: 'Position',
  positionCase: 'The case',
  link: 'Link',
  linkSentence:
    '“{from}” {relation, select, support {supports} other {attacks}} “{target}”',
  gone: 'This is no longer part of the debate.',
  refusedTitle:
    '{count, plural, one {# change could not be made} other {# changes could not be made}}',
  refusedText: 'Your words are kept here until you have dealt with them.',
  refusedKind:
    '{kind, select, argument {Your argument} wording {Your wording} comment {Your comment} vote {Your vote} move {Your move} source {Your source} link {Your link} other {Your change}}',
  again: 'Try again',
  dismiss: 'Discard',
};
