import { createFocusRequest } from '../focus/focus-request.ts';

/** Moves the focus to the ratings of the selected item. */
export const weighFocus = createFocusRequest();
