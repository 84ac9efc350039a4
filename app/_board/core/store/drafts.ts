import type { TextName } from '#domain/debate/texts/texts.ts';
import type { StoredDraft } from '#domain/sync/draft.ts';
import type { BoardCell } from './board-cell.ts';

/**
 * Keeps an editor's text that cannot be submitted, so that it survives the page; `null`: there is none any longer. Rejected edits that
 * are `takenBack` into it leave the tray in the same moment: otherwise another editor of the text would take them too.
 */
export function storeDraft(
  cell: BoardCell,
  name: TextName,
  draft: StoredDraft | null,
  takenBack: readonly number[],
): void {
  const { drafts: before, refused: all } = cell.read();
  if (draft === null && !before.has(name) && takenBack.length === 0) return;
  const drafts = new Map(before);
  if (draft === null) drafts.delete(name);
  else drafts.set(name, draft);
  const refused = all.filter(({ clientSeq }) => !takenBack.includes(clientSeq));
  cell.change({ drafts, ...(takenBack.length > 0 && { refused }) });
}
