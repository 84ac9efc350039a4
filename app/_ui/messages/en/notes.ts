/** Notifications of a debate, and which of them to receive. */
export const notes = {
  inbox: '{unread, plural, =0 {Inbox} one {Inbox, # new} other {Inbox, # new}}',
  title: 'Notification settings',
  text: 'What comes from this debate to your inbox, and by email if you want that.',
  level: 'Notify me about',
  levelName:
    '{level, select, all {Everything that is written} mine {What concerns me: replies, arguments about my claims, votes} other {Nothing}}',
  muted: 'Muted branches',
  mutedText: 'You hear of nothing under these, save what is decided about what you wrote.',
  mute: 'Mute this branch',
  unmute: 'Hear of this branch again',
  mutedToast: 'You hear of nothing under it any more.',
  unmutedToast: 'You hear of what is under it again.',
  gone: 'Something that is not shown any more',
  unreachable: 'The server could not be reached. Try again in a moment.',
};
