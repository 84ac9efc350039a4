import type { TablePreview } from './csv/claim-table.ts';
import type { SetAside } from './exchanged-debate.ts';
import type { FormatName } from './formats.ts';

/** What is in a file, before it becomes a debate. */
export interface ImportPreview {
  readonly format: FormatName;
  readonly title: string;
  readonly motion: string;
  readonly positions: readonly string[];
  readonly claims: number;
  readonly links: number;
  readonly sources: number;
  readonly comments: number;
  readonly votes: number;
  readonly people: number;
  /** The first of them; `setAsideCount` is how many there are. */
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  /** Of one table of claims: what its columns were taken for. */
  readonly table?: TablePreview;
}
