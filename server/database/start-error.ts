/** Why the server can't start, in a sentence for the person who started it: printed without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** There is no database yet. */
export class NoDatabase extends StartError {}
