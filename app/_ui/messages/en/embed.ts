/** A debate in a frame of another site's page. */
export const embed = {
  takePart: 'Join the debate',
};
