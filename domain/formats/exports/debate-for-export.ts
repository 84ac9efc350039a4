import type { DebateState } from '../../debate/engine/state.ts';
import type { BallotTable } from '../../debate/votes/ballot-rows.ts';
import { visiblePreserved } from '../aif/visible-preserved.ts';
import type { ExchangedDebate, Preserved } from '../exchanged-debate.ts';
import { extractBranch } from './extract-branch.ts';
import { type PeopleInFile, withPeople } from './people-in-file.ts';

/** The parts of a debate in an export. */
export interface ExportScope {
  /** Id of a claim or position: only its branch. */
  readonly branch: string | null;
  readonly people: PeopleInFile;
  /** Participants' names as the viewer sees them. */
  readonly called: ReadonlyMap<string, string>;
  /** The votes of a ballot for research; `null`: another ballot, or no format that holds them. */
  readonly ballots?: BallotTable | null;
}

/** A debate for an export, from what its viewer may see and what it kept of an imported file. */
export function debateForExport(
  view: DebateState,
  { branch, people, called, ballots }: ExportScope,
  kept: readonly Preserved[],
): ExchangedDebate {
  const part = branch === null ? view : extractBranch(view, branch);
  if (part === null) throw new RangeError('There is no such branch');
  const shown = kept.length === 0 ? kept : visiblePreserved(kept, part, people === 'names');
  return { ...withPeople(part, called, people), ballots, isBranch: branch !== null, kept: shown };
}
