/** The name of the lock on a whole debate: no id of anything in it. */
export const WHOLE_DEBATE = '*';
