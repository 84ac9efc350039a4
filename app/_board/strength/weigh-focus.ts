import { createFocusRequest } from '../focus-request.ts';

/** Brings the focus to the weights of what is selected. */
export const weighFocus = createFocusRequest();
