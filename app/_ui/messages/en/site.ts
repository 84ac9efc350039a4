/** What frames every page. */
export const site = {
  product: 'Parley',
  tagline: 'Debates you can see. Every claim in its place, for and against, live.',
  home: 'All debates',
  back: 'Back',
  skip: 'Skip to the debate',
  outdatedTitle: 'This server needs an update',
  notFoundTitle: 'There is nothing here',
  notFoundText: 'The debate may have been removed, or the address has a slip in it.',
  notReadableTitle: 'You cannot read this debate now',
  notReadableText:
    'You have signed out, or it is no longer open to you. What you had not sent stays in this browser.',
  errorTitle: 'This page could not be shown',
  errorText:
    'Nothing that was sent before is lost. Try again; if it stays so, tell whoever runs this server.',
  errorReference: 'If you report this, include {reference}',
  tryAgain: 'Try again',
};
