import { FormatError } from '../../domain/formats/format-error.ts';

/** Why a file is refused, with the line and the place; null: it is not refused. */
export async function problemOf(act: () => unknown): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof FormatError ? error.message : `not a problem of the file: ${error}`;
  }
}
