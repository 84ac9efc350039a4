/** A reason and a note, as a dialog keeps them in the tab. */
interface NoteDraft {
  readonly reason: string | null;
  readonly note: string;
}

export const NO_NOTE: NoteDraft = { reason: null, note: '' };

/** True if a draft contains words that would be lost. */
export function hasNote({ note }: NoteDraft): boolean {
  return note.trim() !== '';
}
