import { PRODUCT } from '../../product.ts';

/** The frame of every page. */
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
  notPrintable: 'This page wasn’t ready to print. Wait until it has loaded, then print it again.',
  signIn: 'Sign in',
  notReadableTitle: 'You can’t read this debate now',
  notReadableText:
    'You signed out, or you no longer have access. Your unsent changes are kept in this browser.',
  errorTitle: 'This page couldn’t be shown',
  errorText:
    'Your earlier changes are safe. Try again. If it keeps failing, contact the administrator of this server.',
  debateErrorTitle: 'This debate couldn’t be shown',
  debateErrorText:
    'Your earlier changes are safe. Changes that weren’t sent are kept in this browser, and sent when the debate opens again.',
  errorReference: 'If you report this, include {reference}',
  tryAgain: 'Try again',
  pageOutdated: 'This page is older than the server. Reload the page, then try again.',
};
