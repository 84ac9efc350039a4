import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readTables, tableNameOf } from '#domain/formats/csv/read-zipped-set.ts';
import { repeatedFile } from '#domain/formats/csv/zip.ts';
import type { Imported } from '#domain/formats/exchanged-debate.ts';
import { DRAWN_NAMES } from '#domain/formats/exports/drawn-formats.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { FORMATS, type FormatName, formatOf, readFormat } from '#domain/formats/formats.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import { readText } from '#domain/formats/read-text.ts';
import { problemLine, setAsideLine } from '#domain/formats/sentences.ts';
import { drawDebate } from '../../rendering/draw-debate.ts';
import { PLAIN_DRAWING } from '../../rendering/pictures/drawing.ts';
import { type Conversion, readArguments, USAGE } from './arguments.ts';

/**
 * Converts a file without a server; returns the process's exit code. Skipped content, or the one line of an error, is written to
 * `messages`.
 */
export async function convert(
  args: readonly string[],
  result: Writable,
  messages: Writable,
): Promise<number> {
  const conversion = readArguments(args);
  if (!conversion) return fail(messages, USAGE, 2);
  try {
    const debate = await read(conversion);
    await write(debate, conversion, result);
    reportSetAside(debate, messages);
    return 0;
  } catch (error) {
    if (error instanceof FormatError) return fail(messages, `${conversion.input}: ${problemLine(error)}`, 1);
    return fail(messages, error instanceof Error ? error.message : String(error), 1);
  }
}

function fail(messages: Writable, line: string, code: number): number {
  messages.write(`${line.replace(/\s+/g, ' ')}\n`);
  return code;
}

async function read({ input, from, title }: Conversion): Promise<Imported> {
  const asked = { title: title ?? parse(input).name };
  if ((await stat(input)).isDirectory()) return readTables(await tablesIn(input), asked.title);
  const bytes = await readBounded(input);
  return readFormat(from ?? formatOf(basename(input), bytes), bytes, asked);
}

async function tablesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).flatMap((name) => {
    const table = tableNameOf(name);
    return table === null ? [] : [[table, name] as const];
  });
  const repeated = names.find(([table], at) => names.findIndex(([other]) => other === table) < at);
  if (repeated) throw repeatedFile(repeated[0]);
  const texts = names.map(
    async ([table, name]) => [table, readText(await readBounded(join(folder, name)))] as const,
  );
  return new Map(await Promise.all(texts));
}

/** Reads a file; throws if it is too large. */
async function readBounded(path: string): Promise<Uint8Array> {
  const limit = IMPORT_LIMITS.fileBytes;
  if ((await stat(path)).size <= limit) return readFile(path);
  throw new FormatError('too_large', null, `${limit / 1024 / 1024} MB`);
}

/** Writes a file completely or not at all. */
async function write(debate: Imported, { to, output }: Conversion, result: Writable): Promise<void> {
  const drawn = DRAWN_NAMES.find((name) => name === to);
  const pieces = Readable.from(
    drawn ? drawDebate(debate, { ...PLAIN_DRAWING, format: drawn }) : FORMATS[to as FormatName].write(debate),
  );
  if (output === null) return pipeline(pieces, result, { end: false });
  const unfinished = `${output}.${process.pid}.part`;
  try {
    await pipeline(pieces, createWriteStream(unfinished));
    await rename(unfinished, output);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function reportSetAside({ setAside }: Imported, messages: Writable): void {
  if (setAside.length === 0) return;
  const { listedOneByOne } = IMPORT_LIMITS;
  messages.write(`Skipped: ${setAside.length}\n`);
  for (const one of setAside.slice(0, listedOneByOne)) messages.write(`${setAsideLine(one)}\n`);
  if (setAside.length > listedOneByOne) messages.write(`… and ${setAside.length - listedOneByOne} more\n`);
}
