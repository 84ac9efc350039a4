/** The id of the lock on a whole debate: nothing in it has this id. */
export const WHOLE_DEBATE = '*';
