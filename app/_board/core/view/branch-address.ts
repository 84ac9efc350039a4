/** Returns the address of a claim's branch as a separate page. */
export function branchAddress(debateId: string, claimId: string): string {
  return `/debates/${encodeURIComponent(debateId)}/claims/${encodeURIComponent(claimId)}`;
}
