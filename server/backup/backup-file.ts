import { z } from 'zod';

/**
 * A backup is gzipped text, a line of JSON each: what it is, then each table's name and its rows (each as the database writes
 * a row as text), and at last how many there were, so that a file that was cut off is known.
 */
export const BACKUP_VERSION = 1;

export const headSchema = z.object({
  parleyBackup: z.literal(BACKUP_VERSION),
  /** When it was made, in ISO 8601. */
  madeAt: z.string(),
  /** The migrations its tables had. */
  migrations: z.array(z.string()),
});

/** A line that is no row: rows of a table follow, or nothing does. A row is the only line that begins otherwise. */
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
