/** The page of an invitation, by its token or a code as it was typed: with a raw space, the way back from signing in would be refused. */
export function joinAddress(token: string): string {
  return `/join/${encodeURIComponent(token)}`;
}
