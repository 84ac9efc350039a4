import { keepFocus } from './keep-focus.ts';

/** Ref for a button that answers a question just asked: it gets the focus when it appears, and not again. */
export function focusButtonOnMount(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** Ref for the choice that begins a form just opened: it gets the focus when it appears, and not again. */
export function focusChoiceOnMount(choice: HTMLSelectElement | null): void {
  choice?.focus();
}

/** Ref for a field that was just opened: it gets the focus when it appears, with the caret after its text. */
export function focusOnMount(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!field) return;
  keepFocus(field, () => field.focus());
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Ref for what was just opened and is read from its heading: the heading gets the focus when it appears, and not again. */
export function focusHeadingOnMount(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}
