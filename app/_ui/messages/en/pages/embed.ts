/** A debate in a frame on another site. */
export const embed = {
  joinDebate: 'Join the debate',
  openDebate: 'Open the debate',
  lost: 'Connection lost. What you see may be out of date.',
};
