import { createFocusRequest } from '../view/focus-request.ts';

/** Brings the panel's comment field to the front. */
export const commentFocus = createFocusRequest();
