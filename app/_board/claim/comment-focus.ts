import { createFocusRequest } from '../focus-request.ts';

/** Brings the panel's comment field to the front. */
export const commentFocus = createFocusRequest();
