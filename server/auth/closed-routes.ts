/**
 * True for paths under `/api/auth` of @auth/core that are replaced here: guests sign in through `/api/guest`, where they are counted, and
 * `/api/signout` ends every sign-in of a person, not only this browser's cookie.
 */
export function isClosedRoute(pathname: string): boolean {
  // Parsed as @auth/core does.
  const [, , action, provider] = pathname.split('/').filter((part) => part !== '');
  return action === 'signout' || provider === 'guest';
}
