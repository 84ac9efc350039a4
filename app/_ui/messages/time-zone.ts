/** Time zone of messages: times that depend on the reader's are formatted separately. */
export const TIME_ZONE = 'UTC';
