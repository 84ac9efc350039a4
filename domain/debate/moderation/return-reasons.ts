/** Why what waits for approval is sent back to its author: what they can mend, unlike the reasons for hiding. */
export const RETURN_REASONS = ['unclear', 'needs_source', 'off_topic', 'more_than_one'] as const;
