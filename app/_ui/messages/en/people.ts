/** How people are named. */
export const people = {
  somebody: 'Somebody',
  erased: 'Erased person',
  nameAndYou: '{name} (you)',
};
