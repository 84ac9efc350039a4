/** The row of what is on, on a phone. */
export const strip = {
  details: 'What is on now',
  lit: 'A claim is in the spotlight.',
};
