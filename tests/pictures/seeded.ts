/** A claim of the seeded debate. */
export const CLAIM = 'c_already-giant';
/** An attack on it. */
export const ATTACK = 'A giant in assembly is not yet one in the parts it assembles.';
