/** How people are named. */
export const people = {
  somebody: 'Someone',
  erased: 'Deleted person',
  nameAndYou: '{name} (you)',
};
