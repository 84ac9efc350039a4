import { claimDrafts, type Drafting, draftKey, storedFieldsIn } from '../_board/core/store/form-drafts.ts';
import { type Checks, fittingFields, isListOf, isRecordOf, isText } from '../_ui/read-stored.ts';
import { draftsUnder, keepDraft, readDraft } from '../_ui/stored-draft.ts';
import { isPositionDraft, type PositionDraft } from './position-draft.ts';

/** The form of a new debate, as it is kept in the tab. */
interface NewDebateDraft {
  /** All fields but those of the positions, by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly positions: readonly PositionDraft[];
}

const SHAPES: Checks<NewDebateDraft> = { fields: isRecordOf(isText), positions: isListOf(isPositionDraft) };

/** A form that is kept, and whose it is. */
export interface OwnForm {
  readonly form: string;
  /** The id of the person who fills it in; `null`: nobody is signed in. */
  readonly person: string | null;
}

/** The name of a draft's motion. It is apart: it goes along when the same debate is started in another format. */
const MOTION = 'words/motion';

/** Drafts are those of a debate without an id: signing out asks about them and deletes them, and nobody else sees them. */
const draftingOf = (person: string | null): Drafting => ({
  debateId: 'new',
  replica: { participantId: person },
});
const keyOf = ({ form, person }: OwnForm) => draftKey(draftingOf(person), `form/${form}`);
const motionKeyOf = ({ person }: OwnForm) => draftKey(draftingOf(person), MOTION);

/** Returns the draft of a form; `null`: none. `isMotionShared`: the form begins without a motion. */
export function readNewDebate(kept: OwnForm, isMotionShared: boolean): Partial<NewDebateDraft> | null {
  claimDrafts(draftingOf(kept.person));
  const text = readDraft(keyOf(kept));
  const motion = isMotionShared ? readDraft(motionKeyOf(kept)) : '';
  if (text === '') return motion === '' ? null : { fields: { motion } };
  const { fields, positions } = fittingFields(storedFieldsIn(text).fields, SHAPES);
  return { positions, fields: { ...fields, ...(motion !== '' && { motion }) } };
}

/** Keeps a form's fields, except the writer's name. `isBegun`: they contain words that would be lost. */
export function keepNewDebate(
  kept: OwnForm,
  isMotionShared: boolean,
  { fields, positions }: NewDebateDraft,
  isBegun: boolean,
): void {
  const { name, ...own } = fields;
  const { motion = '', ...others } = own;
  if (isMotionShared) keepDraft(motionKeyOf(kept), motion);
  const draft = { fields: { fields: isMotionShared ? others : own, positions }, isBegun };
  keepDraft(keyOf(kept), JSON.stringify(draft));
}

/** Deletes the draft of a form that is begun from the start again. */
export function discardNewDebate(kept: OwnForm, isMotionShared: boolean): void {
  keepDraft(keyOf(kept), '');
  if (isMotionShared) keepDraft(motionKeyOf(kept), '');
}

/**
 * Deletes the person's drafts of all forms, once a debate was started from one: the next debate would get its title or settings from
 * another.
 */
export function discardNewDebates({ person }: OwnForm): void {
  for (const key of draftsUnder(keyOf({ form: '', person })).keys()) keepDraft(key, '');
  keepDraft(motionKeyOf({ form: '', person }), '');
}

/** The fields of a form by name, without those of its positions. */
export function fieldsIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.includes('.') ? [[name, value]] : [],
    ),
  );
}

/** Fills in a form. Text that was entered before the scripts loaded stays. */
export function fillIn(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const value = fields[field.name];
    if (value === undefined) continue;
    if (field.type === 'radio' || field.type === 'checkbox') {
      if (field.value === value && field instanceof HTMLInputElement) field.checked = true;
    } else if (field.value === field.defaultValue) field.value = value;
  }
}
