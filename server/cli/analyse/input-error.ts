/** A problem of a file to be analyzed, in a sentence for the user: printed without a stack trace. */
export class InputError extends Error {
  override readonly name = 'InputError';

  /** `line`: the position in the file, counted from 1. */
  constructor(file: string, problem: string, line?: number) {
    super(line === undefined ? `${file}: ${problem}` : `${file}, line ${line}: ${problem}`);
  }
}
