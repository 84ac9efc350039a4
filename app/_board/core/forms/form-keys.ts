import type { KeyboardEvent } from 'react';
import { isComposing } from '#app/_ui/is-composing.ts';

/** Handles keys in a form: Ctrl or ⌘ with Enter submits it, Escape cancels it. The board's own keys are ignored while writing. */
export function handleFormKeys(event: KeyboardEvent<HTMLFormElement>, giveUp: () => void): void {
  event.stopPropagation();
  if (isComposing(event.nativeEvent)) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    giveUp();
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
}
