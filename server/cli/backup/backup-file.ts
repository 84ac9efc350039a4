import { z } from 'zod';

/**
 * A backup is gzipped text with a line of JSON each: a header, then each table's name and its rows (each as the database writes a row as
 * text), and at the end the number of rows, so that a truncated file is detected.
 */
export const BACKUP_VERSION = 1;

export const headSchema = z.object({
  parleyBackup: z.literal(BACKUP_VERSION),
  /** When it was made, in ISO 8601. */
  madeAt: z.string(),
  /** The migrations applied to its tables. */
  migrations: z.array(z.string()),
});

/** Marks a line that is no row: rows of a table follow, or nothing does. No row begins with it. */
export const MARK = '#';

export const markSchema = z.union([
  z.strictObject({ table: z.string() }),
  z.strictObject({ rows: z.number().int().min(0) }),
]);

export type BackupHead = z.infer<typeof headSchema>;
export type BackupMark = z.infer<typeof markSchema>;

/** A mark as a line. */
export function markLine(mark: BackupMark): string {
  return `${MARK}${JSON.stringify(mark)}\n`;
}
