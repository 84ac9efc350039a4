import { debateAddress } from '#app/_ui/links/debate-address.ts';

/** Returns the address of a claim's branch as a separate page. */
export function branchAddress(debateId: string, claimId: string): string {
  return `${debateAddress(debateId)}/claims/${encodeURIComponent(claimId)}`;
}
