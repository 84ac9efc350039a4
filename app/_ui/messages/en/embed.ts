/** A debate in a frame on another site. */
export const embed = {
  takePart: 'Join the debate',
};
