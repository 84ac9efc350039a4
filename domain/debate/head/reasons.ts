/** Reasons for hiding content in a debate whose moderators have chosen no others. */
export const HIDING_REASONS = [
  'abusive',
  'off_topic',
  'spam',
  'personal_data',
  'duplicate',
  'unlawful',
] as const;

/** Reasons for sending pending content back to its author: what they can fix, unlike the reasons for hiding. */
export const RETURN_REASONS = ['unclear', 'needs_source', 'off_topic', 'more_than_one'] as const;
