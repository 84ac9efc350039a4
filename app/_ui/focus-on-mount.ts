import { keepFocus } from './keep-focus.ts';

/** A ref for a field its writer has just asked for: it gets the focus when it appears, the caret behind its text. */
export function focusOnMount(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!field) return;
  keepFocus(field, () => field.focus());
  field.setSelectionRange(field.value.length, field.value.length);
}
