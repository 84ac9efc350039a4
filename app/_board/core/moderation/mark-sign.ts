/** Sign for flags by moderators. */
export const MARK_SIGN = '◇';
