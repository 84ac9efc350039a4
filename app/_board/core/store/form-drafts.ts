import { hasFields, isFlag, isObject, readStored } from '#app/_ui/read-stored.ts';
import { addToDraft, draftsUnder, keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { namesOf } from '#domain/debate/map/merged.ts';
import type { BoardState } from './board-state.ts';

/**
 * Name of a draft in a debate, by its kind: `words` as they are typed; the fields of a `form`, see `useDraftFields`; and what is open or
 * chosen `beside` words.
 */
export type DraftName = `${'words' | 'form' | 'beside'}/${string}`;

/** A debate and whose drafts are meant, as a board's state has them. */
export type Drafting = Pick<BoardState, 'debateId'> & {
  readonly replica: Pick<BoardState['replica'], 'participantId'>;
};

/** Returns the key of the viewer's draft: its debate, whose it is (empty: a reader), and its name. */
export function draftKey({ debateId, replica }: Drafting, name: DraftName): string {
  return [debateId, replica.participantId ?? '', name].join('/');
}

/**
 * Makes a reader's drafts in the debate those of the participant who has joined, before they are read. Another participant's are deleted;
 * nobody else sees them.
 */
export function claimDrafts(state: Drafting): void {
  const { debateId, replica } = state;
  if (replica.participantId === null) return;
  for (const [key, text] of draftsUnder(`${debateId}/`)) {
    const { writer, name } = partsOf(key);
    if (writer === replica.participantId) continue;
    keepDraft(key, '');
    if (writer !== '') continue;
    const own = draftKey(state, name);
    if (name.startsWith('words/')) addToDraft(own, text);
    else keepDraft(own, text);
  }
}

/**
 * Makes the viewer's drafts at what was merged into a place those of the place. Words are added to the words there; of choices beside them,
 * those made there stay.
 */
export function takeMergedDrafts(state: BoardState, on: Target, nameOf: (place: Target) => DraftName): void {
  const [now, ...merged] = namesOf(state.replica.view, on);
  if (now !== on.id) return;
  const own = draftKey(state, nameOf(on));
  for (const id of merged) {
    const name = nameOf({ ...on, id });
    const key = draftKey(state, name);
    const text = readDraft(key);
    if (text === '') continue;
    keepDraft(key, '');
    if (name.startsWith('words/') || readDraft(own) === '') addToDraft(own, text);
  }
}

/** Returns the viewer's unsent words in the debate's forms. */
export function wordsInForms(state: Drafting): string[] {
  return [...draftsUnder(draftKey(state, 'words/')).values()];
}

/** Fields of a form, as they are kept. */
export interface StoredFields<T> {
  readonly fields: Partial<T>;
  /** True if they contain work that would be lost. */
  readonly isBegun: boolean;
}

const isStoredFields = hasFields<StoredFields<object>>({ fields: isObject, isBegun: isFlag });

/** Returns the fields of a form as they are kept; none, not begun, if an earlier release kept something else. */
export function storedFieldsIn(kept: string): StoredFields<object> {
  return readStored(kept, isStoredFields, { fields: {}, isBegun: false });
}

/** True if anything begun in a form of this tab was not sent: signing out deletes it. */
export function hasBegunForms(): boolean {
  return [...draftsUnder('')].some(([key, kept]) => isBegun(partsOf(key).name, kept));
}

function isBegun(name: DraftName, kept: string): boolean {
  if (name.startsWith('form/')) return storedFieldsIn(kept).isBegun;
  return name.startsWith('words/') && kept.trim() !== '';
}

function partsOf(key: string): { readonly writer: string; readonly name: DraftName } {
  const [, writer = '', ...name] = key.split('/');
  return { writer, name: name.join('/') as DraftName };
}
