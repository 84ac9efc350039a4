/**
 * Whether a path under `/api/auth` is one of @auth/core's that has another way in here: guests come by `/api/guest`, where
 * they are counted, and `/api/signout` ends every sign-in of a person, not this browser's cookie alone.
 */
export function isClosedRoute(pathname: string): boolean {
  // Read as @auth/core does.
  const [, , action, provider] = pathname.split('/').filter((part) => part !== '');
  return action === 'signout' || provider === 'guest';
}
