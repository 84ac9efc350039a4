import { type ArgumentMap, argumentMapSteps } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { csvTables } from './csv-set.ts';
import { writeSheet } from './write-csv.ts';
import { type Deflate, writeZip } from './zip.ts';

/** Our own set of tables, one file each, as a ZIP. */
export function* writeCsvSet(debate: ExchangedDebate, deflate?: Deflate): Generator<'' | Uint8Array> {
  const map = yield* argumentMapSteps(debate);
  yield* writeZip(files(debate, map), deflate);
}

function* files(debate: ExchangedDebate, map: ArgumentMap) {
  for (const [name, rows] of csvTables(debate, map)) yield { name, pieces: writeSheet(rows) };
}
