import { createFocusRequest } from '../focus/focus-request.ts';

/** Brings the panel's comment field to the front. */
export const commentFocus = createFocusRequest();
