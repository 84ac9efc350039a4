/** Pixels of a debate's picture on other sites: the fewest that they show large. It is made in one turn on the thread. */
export const CARD_SIZE = { width: 600, height: 315 };
