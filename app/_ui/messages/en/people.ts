/** How people are named. */
export const people = {
  somebody: 'Somebody',
  nameAndYou: '{name} (you)',
};
