/** The bar of current events, on a phone. */
export const liveBar = {
  details: 'What’s happening now',
  lit: 'A claim is in the spotlight.',
};
