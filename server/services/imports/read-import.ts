import { finish } from '#domain/collections/steps.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { toStoredEntry } from '#domain/debate/engine/upcast.ts';
import type { Visibility } from '#domain/debate/head/head.ts';
import { positionsInOrder } from '#domain/debate/map/positions-in-order.ts';
import type { TableColumns, TablePreview } from '#domain/formats/csv/claim-table.ts';
import type { ExchangedDebate, Imported, NewOwner } from '#domain/formats/exchanged-debate.ts';
import { FormatError, type FormatProblem } from '#domain/formats/format-error.ts';
import { type FormatName, formatOf, readFormat } from '#domain/formats/formats.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import type { ImportPreview } from '#domain/formats/imports/import-preview.ts';
import { nameInFile } from '#domain/formats/imports/imported-name.ts';
import { preservedInDebate } from '#domain/formats/imports/preserved-in-debate.ts';
import { withSoundIds } from '#domain/formats/imports/sound-ids.ts';
import { withSoundOrders } from '#domain/formats/imports/sound-orders.ts';
import { entriesOfTemplate } from '#domain/formats/template/entries-of-template.ts';
import { type DebateListing, listingOf } from '../../log/debate-listing.ts';
import { entryPiecesOf } from '../../log/entry-pieces.ts';
import type { StoredEntry } from '../../log/operation-log.ts';
import { withPreserved } from '../../log/preserved-of-file.ts';

/** An imported file, and the owner of the debate to be created. */
export interface ImportedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** `null`: detected from the file. */
  readonly format: FormatName | null;
  /** The contents of a table's columns; `null` or absent: as their headings say. */
  readonly columns?: TableColumns | null;
  /** `null`: it is only previewed, nothing is created. */
  readonly owner: { readonly ownerId: string; readonly visibility: Visibility } | null;
  readonly now: number;
}

export interface ReadImport {
  readonly preview: ImportPreview;
  readonly listing: DebateListing;
  /** The names of people in the file, by their ids. */
  readonly names: readonly (readonly [string, string])[];
}

/** Why a file can't be read. */
export interface ImportProblem {
  readonly problem: FormatProblem;
  readonly line: number | null;
  readonly detail: string;
  /** The table whose columns have to be chosen. */
  readonly table?: TablePreview;
}

/** The owner of a debate that is only previewed. */
const NOBODY_YET = { ownerId: 'preview', visibility: 'private' } as const;

/**
 * Reads a whole file into the log of a future debate, or returns the reason why it can't. The entries of a debate to be created go to
 * `send`, some at a time.
 */
export async function readImport(
  file: ImportedFile,
  send: (entries: StoredEntry[]) => void,
): Promise<ReadImport | ImportProblem> {
  try {
    const format = file.format ?? formatOf(file.fileName, file.bytes);
    const title = file.fileName.replace(/\.[^.]*$/, '');
    const imported = await readFormat(format, file.bytes, { columns: file.columns ?? null, title });
    const { entries, idOf } = logOf(imported, { ...(file.owner ?? NOBODY_YET), now: file.now });
    const state = evolveAll(EMPTY_STATE, [...entries]);
    const { table, template } = imported;
    const kept = preservedInDebate(imported.kept);
    const notKept = { why: 'not_kept', what: format, line: null } as const;
    const setAside = kept ? imported.setAside : [notKept, ...imported.setAside];
    const listed = setAside.slice(0, IMPORT_LIMITS.listedOneByOne);
    const preview = {
      format,
      ...foundIn(state),
      setAside: listed,
      setAsideCount: setAside.length,
      ...(table && { table }),
      ...(template && { template }),
    };
    if (file.owner) {
      const stored = entries.map(toStoredEntry);
      if (stored[0] && kept) stored[0] = withPreserved(stored[0], kept);
      // The receiver does other work between two pieces.
      for (const piece of finish(entryPiecesOf(stored))) send(piece);
    }
    return { preview, listing: listingOf(state), names: namesIn(imported, state, idOf) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { problem, line, detail, table } = error;
    return { problem, line, detail, ...(table && { table }) };
  }
}

/** The log of the debate to be: what a template asks for, or what the file contains. */
function logOf(imported: Imported, owner: NewOwner): ReturnType<typeof withSoundIds> {
  if (imported.template) return { entries: entriesOfTemplate(imported.template, owner), idOf: (id) => id };
  const log = withSoundIds(withSoundOrders(entriesOf(imported, owner)));
  checkLimits(log.entries);
  return log;
}

/** The names of participants, and of people the file names. */
function namesIn(
  { names }: ExchangedDebate,
  { participants }: DebateState,
  idOf: (id: string) => string,
): [string, string][] {
  return [...names].flatMap(([idInFile, called]): [string, string][] => {
    const id = idOf(idInFile);
    const name = nameInFile(called);
    const participant = participants.get(id);
    return name !== '' && participant && participant.role !== 'owner' ? [[id, name]] : [];
  });
}

function foundIn({ head, positions, claims, links, sources, comments, votes, participants }: DebateState) {
  return {
    title: head?.title ?? '',
    motion: head?.motion ?? '',
    positions: positionsInOrder({ positions }).map(({ name }) => name),
    claims: claims.size,
    links: links.size - claims.size,
    sources: sources.size,
    comments: comments.size,
    votes: votes.reduce((count, ofClaim) => count + ofClaim.size, 0),
    people: participants.filter(({ id, role }) => role !== 'owner' && id !== SYSTEM).size,
  };
}
