/** Following a person, and pointers. */
export const follow = {
  follow: 'Follow',
  followWhom: 'Follow {name}',
  following: 'Following {name}',
  stop: 'Stop',
  stopHint: 'Stop following (Esc, or by moving)',
  left: '{name} left, so you’re no longer following anyone.',
  sharePointer: 'Show my pointer and view to others',
  seePointers: 'Show other people’s pointers',
  quiet: 'Pointers are off because so many people are here.',
};
