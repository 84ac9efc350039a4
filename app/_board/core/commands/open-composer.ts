import { keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import type { BoardState } from '../store/board-state.ts';
import { type DraftName, draftKey } from '../store/form-drafts.ts';
import { NO_SOURCE, type SourceDraft } from './source-draft.ts';

/** The target of an argument that is being written, and its relation. */
export interface OpenComposer {
  readonly target: Target;
  readonly relation: Relation;
}

/** Name of the draft that records the open composer. */
const OPEN: DraftName = 'beside/composer';

/** Name of the draft of the text in a composer. */
export const composerDraft = ({ id }: Target): DraftName => `words/argument/${id}`;

/** Choices in a composer beside the text: the position that holds the argument (absent: the usual one), and a source. */
export interface ComposerChoices {
  readonly holder?: string | null;
  readonly source: SourceDraft;
}

/** Name of the draft of the choices in a composer. */
export const choicesDraft = ({ id }: Target): DraftName => `beside/choices/${id}`;

/** Returns the choices kept in a composer; none were made if it is empty. */
export function parseChoices(kept: string): ComposerChoices {
  return kept === '' ? { source: NO_SOURCE } : JSON.parse(kept);
}

/** Records in the tab which composer is open; `null`: none. */
export function keepOpenComposer(state: BoardState, open: OpenComposer | null): void {
  keepDraft(draftKey(state, OPEN), open ? JSON.stringify(open) : '');
}

/** Returns the composer in which the viewer left text on the page before; `null` if there is none. */
export function leftComposer(state: BoardState): OpenComposer | null {
  const kept = readDraft(draftKey(state, OPEN));
  if (kept === '') return null;
  const open = JSON.parse(kept) as OpenComposer;
  return readDraft(draftKey(state, composerDraft(open.target))).trim() === '' ? null : open;
}
