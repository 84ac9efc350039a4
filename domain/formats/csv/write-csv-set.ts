import type { ExchangedDebate } from '../exchanged-debate.ts';
import { csvTables } from './csv-set.ts';
import { writeSheet } from './write-csv.ts';
import { writeZip } from './zip.ts';

/** Our own set of tables, one file each, as a ZIP. */
export function writeCsvSet(debate: ExchangedDebate): Generator<Uint8Array> {
  return writeZip(files(debate));
}

function* files(debate: ExchangedDebate) {
  for (const [name, rows] of csvTables(debate)) yield { name, pieces: writeSheet(rows) };
}
