/** A debate in a frame on another site. */
export const embed = {
  joinDebate: 'Join the debate',
  openDebate: 'Open the debate',
};
