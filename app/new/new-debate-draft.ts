import { draftsUnder, keepDraft, readDraft } from '../_ui/stored-draft.ts';
import type { PositionDraft } from './position-draft.ts';

/** The form of a new debate, as it is kept in the tab. */
interface NewDebateDraft {
  /** All fields but those of the positions, by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly positions: readonly PositionDraft[];
}

/**
 * The keys of drafts. They are like those of a debate's forms, so that signing out asks about them and then deletes them.
 * The motion is apart: it goes along when the same debate is started in another format.
 */
const keyOf = (form: string) => `new//form/${form}`;
const MOTION = 'new//words/motion';

/** Returns the draft of a form; `null`: none. `isMotionShared`: the form begins without a motion. */
export function readNewDebate(form: string, isMotionShared: boolean): Partial<NewDebateDraft> | null {
  const kept = readDraft(keyOf(form));
  const motion = isMotionShared ? readDraft(MOTION) : '';
  if (kept === '') return motion === '' ? null : { fields: { motion } };
  const { fields, positions } = (JSON.parse(kept) as { fields: NewDebateDraft }).fields;
  return { positions, fields: { ...fields, ...(motion !== '' && { motion }) } };
}

/** Keeps a form's fields. `isBegun`: they contain words that would be lost. */
export function keepNewDebate(
  form: string,
  isMotionShared: boolean,
  { fields, positions }: NewDebateDraft,
  isBegun: boolean,
): void {
  const { motion = '', ...others } = fields;
  if (isMotionShared) keepDraft(MOTION, motion);
  const kept = { fields: { fields: isMotionShared ? others : fields, positions }, isBegun };
  keepDraft(keyOf(form), JSON.stringify(kept));
}

/** Deletes the draft of a form that is begun from the start again. */
export function discardNewDebate(form: string, isMotionShared: boolean): void {
  keepDraft(keyOf(form), '');
  if (isMotionShared) keepDraft(MOTION, '');
}

/** Deletes the drafts of all forms, once a debate was started from one: the next debate would get its title or settings from another. */
export function discardNewDebates(): void {
  for (const key of draftsUnder(keyOf('')).keys()) keepDraft(key, '');
  keepDraft(MOTION, '');
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
