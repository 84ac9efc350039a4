/** Following somebody, and pointers. */
export const follow = {
  follow: 'Follow',
  followWhom: 'Follow {name}',
  following: 'Following {name}',
  stop: 'Stop',
  stopHint: 'Stop following (Esc, or by moving)',
  left: '{name} has left: you follow nobody now.',
  tellPointer: 'Show others where I point and look',
  seePointers: 'Show me others’ pointers',
  quiet: 'So many are here that nobody’s pointer is shown.',
};
