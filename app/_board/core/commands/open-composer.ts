import { hasFields, isOneOf, isText, orAbsent, orNull, readStored } from '#app/_ui/read-stored.ts';
import { keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import { RELATIONS, type Relation, type Target } from '#domain/debate/map/link.ts';
import type { BoardState } from '../store/board-state.ts';
import { type DraftName, draftKey } from '../store/form-drafts.ts';
import { isSourceDraft, NO_SOURCE, type SourceDraft } from './source-draft.ts';

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

const isChoices = hasFields<ComposerChoices>({ holder: orAbsent(orNull(isText)), source: isSourceDraft });

/** Returns the choices kept in a composer; none were made if it is empty. */
export function parseChoices(kept: string): ComposerChoices {
  return readStored(kept, isChoices, { source: NO_SOURCE });
}

/** Records in the tab which composer is open; `null`: none. */
export function keepOpenComposer(state: BoardState, open: OpenComposer | null): void {
  keepDraft(draftKey(state, OPEN), open ? JSON.stringify(open) : '');
}

const isOpenComposer = hasFields<OpenComposer>({
  target: hasFields<Target>({ kind: isOneOf<Target['kind']>(['position', 'claim', 'link']), id: isText }),
  relation: isOneOf<Relation>(RELATIONS),
});

/** Returns the composer in which the viewer left text on the page before; `null` if there is none. */
export function leftComposer(state: BoardState): OpenComposer | null {
  const open = readStored(readDraft(draftKey(state, OPEN)), orNull(isOpenComposer), null);
  if (open === null) return null;
  return readDraft(draftKey(state, composerDraft(open.target))).trim() === '' ? null : open;
}
