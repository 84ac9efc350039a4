/** The time zone that sentences are said in: moments that depend on the reader's are formatted apart. */
export const TIME_ZONE = 'UTC';
