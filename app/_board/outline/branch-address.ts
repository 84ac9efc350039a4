/** Where a claim with all that stands under it is a page of its own. */
export function branchAddress(debateId: string, claimId: string): string {
  return `/debates/${encodeURIComponent(debateId)}/claims/${encodeURIComponent(claimId)}`;
}
