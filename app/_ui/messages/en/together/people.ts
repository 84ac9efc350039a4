/** Names of people. */
export const people = {
  somebody: 'Someone',
  erased: 'Deleted person',
  nameAndYou: '{name} (you)',
};
