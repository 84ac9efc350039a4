import type { TablePreview } from '../csv/claim-table.ts';
import type { SetAside } from '../exchanged-debate.ts';
import type { FormatName } from '../formats.ts';
import type { Template } from '../template/template-schema.ts';

/** The contents of a file, before it becomes a debate. */
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
  /** The first of them; `setAsideCount` is the total. */
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  /** For one table of claims: the detected fields of its columns. */
  readonly table?: TablePreview;
  /** For a template: what a debate is started from. */
  readonly template?: Template;
}
