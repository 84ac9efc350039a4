import { PRODUCT } from '../product.ts';

/** What frames every page. */
export const site = {
  product: PRODUCT,
  tagline: 'Map arguments for and against, live.',
  home: 'All debates',
  back: 'Back',
  skip: 'Skip to the debate',
  outdatedTitle: 'This server needs an update',
  notFoundTitle: 'This page is private or doesn’t exist',
  notFoundText:
    'If you were invited, enter the code you were given or sign in with the account you joined with. Otherwise check the address.',
  signIn: 'Sign in',
  notReadableTitle: 'You cannot read this debate now',
  notReadableText:
    'You have signed out, or it is no longer open to you. What you had not sent stays in this browser.',
  errorTitle: 'This page could not be shown',
  errorText:
    'Nothing you sent before is lost. Try again. If it keeps failing, tell the administrator of this server.',
  errorReference: 'If you report this, include {reference}',
  tryAgain: 'Try again',
};
