import { Unzip, UnzipInflate, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { FormatError } from '../format-error.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { checkSize, decodeText } from '../read-text.ts';

/** A file of an archive, written piece by piece. */
export interface ZippedFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Compresses a piece of a file separately; the last one ends the file. A server has this built in, much faster than JavaScript. */
export type Deflate = (piece: Uint8Array, isLast: boolean) => Uint8Array;

/** Characters collected before they are compressed. */
const GATHERED = 64 * 1024;
const NOTHING = new Uint8Array();
/** The earliest time in a ZIP: the same files give the same archive. */
const MOMENT = '1980-01-01T12:00:00';

/** A ZIP archive in pieces; never more than one of them in memory. */
export function* writeZip(files: Iterable<ZippedFile>, deflate?: Deflate): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const encoder = new TextEncoder();
  for (const { name, pieces } of files) {
    const file = deflate ? new DeflatedFile(name, deflate) : new ZipDeflate(name, { level: 4 });
    file.mtime = MOMENT;
    zip.add(file);
    for (const piece of gathered(pieces)) {
      if (piece !== '') file.push(encoder.encode(piece));
      // A pause of the pieces' producer is passed on.
      yield* ready.length === 0 ? [NOTHING] : ready;
      ready = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

/** A file of an archive that is compressed externally. */
class DeflatedFile extends ZipPassThrough {
  readonly #deflate: Deflate;

  constructor(name: string, deflate: Deflate) {
    super(name);
    this.#deflate = deflate;
    this.compression = DEFLATED;
  }

  protected override process(piece: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    this.ondata(null, Uint8Array.from(this.#deflate(piece, isLast)), isLast);
  }
}

/** ZIP's code for the compression method that all programs support. */
const DEFLATED = 8;

function* gathered(pieces: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    if (piece === '') {
      yield piece;
      continue;
    }
    waiting += piece;
    if (waiting.length < GATHERED) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

/**
 * The texts of a ZIP archive by the name that `nameOf` returns, without folders and files for which it returns none. Two files of one name
 * are refused, since only one of them would be read. An archive that unpacks to more than a limit is refused while unpacking, whatever sizes it states.
 */
export function readZip(bytes: Uint8Array, nameOf: (fileName: string) => string | null): Map<string, string> {
  checkSize(bytes);
  const parts = new Map<string, Uint8Array[]>();
  let [unpacked, files] = [0, 0];
  let ended = 0;
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > IMPORT_LIMITS.zipFiles)
      throw new FormatError('too_many', null, `${IMPORT_LIMITS.zipFiles} files`);
    const name = nameOf(file.name.split('/').at(-1) ?? '');
    if (name === null) return;
    if (parts.has(name)) throw repeatedFile(name);
    const pieces: Uint8Array[] = [];
    parts.set(name, pieces);
    file.ondata = (error, piece, final) => {
      // Errors thrown below arrive here as errors of the archive.
      if (error) throw error instanceof FormatError ? error : new FormatError('not_zip', null, error.message);
      unpacked += piece.length;
      const { unpackedBytes } = IMPORT_LIMITS;
      if (unpacked > unpackedBytes)
        throw new FormatError('too_large', null, `${unpackedBytes / 1024 / 1024} MB unpacked`);
      pieces.push(piece.slice());
      if (final) ended += 1;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // Small pieces: a piece is unpacked into memory before it is counted.
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw error instanceof FormatError
      ? error
      : new FormatError('not_zip', null, error instanceof Error ? error.message : '');
  }
  if (ended < parts.size || files === 0) throw new FormatError('not_zip');
  return new Map([...parts].map(([name, pieces]) => [name, decodeText(joined(pieces))]));
}

const PIECE = 16 * 1024;

/** The refusal of a set in which two files have one name: only one of them could be read. */
export function repeatedFile(name: string): FormatError {
  return new FormatError('malformed', null, `two files are both ${name}; each debate needs its own set`);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
