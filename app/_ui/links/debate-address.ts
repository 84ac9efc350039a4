/** Returns the address of a debate's page. */
export function debateAddress(debateId: string): string {
  return `/debates/${encodeURIComponent(debateId)}`;
}
