import type { Ballots, Names, Visibility } from '../../domain/debate/head/head.ts';
import type { PositionDraft } from './position-draft.ts';

/** Content that a new debate takes over from the one it is started from. */
export interface TakenOver {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  readonly visibility: Visibility;
  readonly names: Names;
  readonly ballots: Ballots;
  readonly positions: readonly PositionDraft[];
  /** Number of claims it could take over. */
  readonly claims: number;
}
