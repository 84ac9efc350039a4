import { draftsUnder, keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { NO_SOURCE, type SourceDraft } from './source-draft.ts';

/** The target of an argument that is being written, and its relation. */
export interface OpenComposer {
  readonly target: Target;
  readonly relation: Relation;
}

/** Key under which a debate's open composer is kept in the tab. */
const keyOf = (debateId: string) => `${debateId}:composer`;

/** Key under which the text in a composer is kept. */
export const composerDraft = (debateId: string, { id }: Target) => `${debateId}:${id}`;

/** Choices in a composer beside the text: the position that holds the argument (absent: the usual one), and a source. */
export interface ComposerChoices {
  readonly holder?: string | null;
  readonly source: SourceDraft;
}

/** Key under which the choices in a composer are kept: apart from the texts, which are given back when a debate can't be read. */
export const choicesDraft = (debateId: string, { id }: Target) => `choices:${debateId}:${id}`;

/** Returns the choices kept in a composer; none were made if it is empty. */
export function parseChoices(kept: string): ComposerChoices {
  return kept === '' ? { source: NO_SOURCE } : JSON.parse(kept);
}

/** Records in the tab which composer is open; `null`: none. */
export function keepOpenComposer(debateId: string, open: OpenComposer | null): void {
  keepDraft(keyOf(debateId), open ? JSON.stringify(open) : '');
}

/** Returns the composer in which the page before left text; `null` if there is none. */
export function leftComposer(debateId: string): OpenComposer | null {
  const kept = readDraft(keyOf(debateId));
  if (kept === '') return null;
  const open = JSON.parse(kept) as OpenComposer;
  return readDraft(composerDraft(debateId, open.target)).trim() === '' ? null : open;
}

/** Returns the unsent text in a debate's composers, for arguments, comments, replies and questions. */
export function wordsInComposers(debateId: string): string[] {
  const drafts = draftsUnder(`${debateId}:`);
  drafts.delete(keyOf(debateId));
  return [...drafts.values()];
}
