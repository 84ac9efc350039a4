import { z } from 'zod';
import { textName } from '../debate/engine/operations.ts';

/** A place in a text, in UTF-16 units. */
const place = z.number().int().min(0).max(1_000_000);

/** The text the user has open in an editor, and the caret in it: places in its confirmed text at revision `base`. */
export const caretSchema = z.strictObject({
  /** `null`: none is open. */
  text: textName.nullable(),
  base: z.number().int().min(1).max(1_000_000_000),
  anchor: place,
  head: place,
});

export type CaretMessage = z.infer<typeof caretSchema>;
