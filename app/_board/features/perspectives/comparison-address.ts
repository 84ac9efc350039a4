import { debateAddress } from '#app/_ui/links/debate-address.ts';

/** Returns the address of two perspectives side by side. */
export function comparisonAddress(debateId: string, left: string, right: string): string {
  const query = new URLSearchParams({ of: left, beside: right });
  return `${debateAddress(debateId)}/perspectives?${query}`;
}
