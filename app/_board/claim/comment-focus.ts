import { createFocusRequest } from '../focus-request.ts';

/** Brings the panel's comment field to the fore. */
export const commentFocus = createFocusRequest();
