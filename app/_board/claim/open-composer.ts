import type { Relation, Target } from '../../../domain/debate/links/link.ts';
import { draftsUnder, keepDraft, readDraft } from '../../_ui/kept-draft.ts';

/** Where a new argument is being written, and how it bears on that. */
export interface OpenComposer {
  readonly target: Target;
  readonly relation: Relation;
}

/** Under which a debate's open composer is kept in the tab. */
const keyOf = (debateId: string) => `${debateId}:composer`;

/** Under which the words written in a composer are kept. */
export const composerDraft = (debateId: string, { id }: Target) => `${debateId}:${id}`;

/** Notes in the tab which composer is open; null: none. */
export function keepOpenComposer(debateId: string, open: OpenComposer | null): void {
  keepDraft(keyOf(debateId), open ? JSON.stringify(open) : '');
}

/** The composer in which the page before has left words; null where it left none. */
export function leftComposer(debateId: string): OpenComposer | null {
  const kept = readDraft(keyOf(debateId));
  if (kept === '') return null;
  const open = JSON.parse(kept) as OpenComposer;
  return readDraft(composerDraft(debateId, open.target)).trim() === '' ? null : open;
}

/** The words written in a debate's composers, for arguments, comments and replies, and not sent. */
export function wordsInComposers(debateId: string): string[] {
  const drafts = draftsUnder(`${debateId}:`);
  drafts.delete(keyOf(debateId));
  return [...drafts.values()];
}
