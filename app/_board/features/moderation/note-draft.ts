import { type Checks, isText, orNull } from '#app/_ui/read-stored.ts';

/** A reason and a note, as a dialog keeps them in the tab. */
interface NoteDraft {
  readonly reason: string | null;
  readonly note: string;
}

/** Shapes of its fields. */
export const NOTE_FIELDS: Checks<NoteDraft> = { reason: orNull(isText), note: isText };

export const NO_NOTE: NoteDraft = { reason: null, note: '' };

/** True if a draft contains words that would be lost. */
export function hasNote({ note }: NoteDraft): boolean {
  return note.trim() !== '';
}
