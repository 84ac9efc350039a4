import type { Steps } from '../collections/steps.ts';
import type { BranchCounts, BranchIndex, BranchSummary } from './claims-below.ts';

const NONE: BranchCounts = { supports: 0, attacks: 0, below: 0 };
const NOBODY: readonly string[] = [];

/** Branches that were counted elsewhere, of a state that holds only some of their claims. */
export class KnownBranches implements BranchIndex {
  readonly #branches: ReadonlyMap<string, BranchSummary>;

  constructor(branches: ReadonlyMap<string, BranchSummary>) {
    this.#branches = branches;
  }

  of(id: string): BranchCounts {
    return this.#branches.get(id)?.counts ?? NONE;
  }

  under(id: string): readonly string[] {
    return this.#branches.get(id)?.ids ?? NOBODY;
  }

  *follow(): Steps<void> {}
}
