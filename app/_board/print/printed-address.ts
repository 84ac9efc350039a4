import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { branchAddress } from '../core/view/branch-address.ts';

/** Returns the address of the page with a branch; for a position, and for all of them, that of the debate. */
export function printedAddress(debateId: string, branch: OutlineNode | undefined): string {
  const path = branch?.claim ? branchAddress(debateId, branch.id) : debateAddress(debateId);
  return window.location.origin + path;
}
