import type { DebateState } from '../../debate/engine/state.ts';
import { isAnonymous } from '../../debate/head/names.ts';
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

/** A debate for an export, from what its viewer may see and what it kept of an imported file. An anonymous debate has no people in it. */
export function debateForExport(
  view: DebateState,
  { branch, people, called, ballots }: ExportScope,
  kept: readonly Preserved[],
): ExchangedDebate {
  const part = branch === null ? view : extractBranch(view, branch);
  if (part === null) throw new RangeError('There is no such branch');
  // A number on a person's own contributions alone would show whose they are: files are passed on.
  const named = isAnonymous(view) ? 'none' : people;
  const shown = kept.length === 0 ? kept : visiblePreserved(kept, part, named === 'names');
  const cut = branch === null ? null : { id: branch, whole: view };
  return { ...withPeople(part, called, named), ballots, branch: cut, kept: shown };
}
