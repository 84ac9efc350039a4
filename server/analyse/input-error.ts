/** What is wrong with a file that was to be analysed, in a sentence for whoever asked: printed without a stack trace. */
export class InputError extends Error {
  override readonly name = 'InputError';

  /** `line`: where in the file, counted from 1. */
  constructor(file: string, problem: string, line?: number) {
    super(line === undefined ? `${file}: ${problem}` : `${file}, line ${line}: ${problem}`);
  }
}
