import type { KeyboardEvent } from 'react';

/** Ctrl or ⌘ with Enter sends a form, Escape gives it up; the board's own keys stay out of what is being written. */
export function handleFormKeys(event: KeyboardEvent<HTMLFormElement>, giveUp: () => void): void {
  event.stopPropagation();
  if (event.key === 'Escape') {
    event.preventDefault();
    giveUp();
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
}
