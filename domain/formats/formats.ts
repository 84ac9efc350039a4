import { readAif } from './aif/read-aif.ts';
import { writeAif } from './aif/write-aif.ts';
import { writeAnnotations } from './annotations/write-annotations.ts';
import { writeArgdown } from './argdown/write-argdown.ts';
import { beginsAsTable, type TableColumns } from './csv/claim-table.ts';
import { writePolisSet } from './csv/polis-set.ts';
import { readClaimTable } from './csv/read-claim-table.ts';
import { readZippedSet } from './csv/read-zipped-set.ts';
import { writeCsvSet } from './csv/write-csv-set.ts';
import type { Deflate } from './csv/zip.ts';
import type { ExchangedDebate, Imported } from './exchanged-debate.ts';
import { FormatError } from './format-error.ts';
import { readTgf } from './graphs/read-tgf.ts';
import { writeApx } from './graphs/write-apx.ts';
import { writeDot } from './graphs/write-dot.ts';
import { writeGraphml } from './graphs/write-graphml.ts';
import { writeTgf } from './graphs/write-tgf.ts';
import { KIALO_BEGINNING } from './kialo/kialo-text.ts';
import { readKialo } from './kialo/read-kialo.ts';
import { isOutline } from './kialo/split-outline.ts';
import { writeKialo } from './kialo/write-kialo.ts';
import { writeHtml } from './pages/write-html.ts';
import { writeMarkdown } from './pages/write-markdown.ts';
import { readParley } from './parley/read-parley.ts';
import { writeParley } from './parley/write-parley.ts';
import { beginningOf } from './read-text.ts';
import { readTemplate } from './template/read-template.ts';
import { writeTemplate } from './template/write-template.ts';

export const FORMAT_NAMES = [
  'parley',
  'argdown',
  'aif',
  'kialo',
  'csv',
  'polis',
  'graphml',
  'dot',
  'tgf',
  'apx',
  'markdown',
  'html',
  'annotations',
  'template',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** A format: the names of its files, and how it is written and read. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (debate: ExchangedDebate, deflate?: Deflate) => Iterable<string | Uint8Array>;
  /** Absent: Parley can't read it. */
  readonly read?: (bytes: Uint8Array, asked: ReaderOptions) => Imported | Promise<Imported>;
}

/** Additional options of a reader. */
export interface ReaderOptions {
  /** The contents of a table's columns; `null` or absent: as their headings say. */
  readonly columns?: TableColumns | null;
  /** The title of a debate whose file has none. */
  readonly title?: string;
}

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  parley: { extension: 'json', mediaType: 'application/json', write: writeParley, read: readParley },
  argdown: {
    extension: 'argdown',
    mediaType: 'text/plain; charset=utf-8',
    write: writeArgdown,
    // Its parser takes a while to load, and is rarely needed.
    read: async (bytes, { title }) => (await import('./argdown/read-argdown.ts')).readArgdown(bytes, title),
  },
  aif: {
    extension: 'aif.json',
    mediaType: 'application/json',
    write: writeAif,
    read: (bytes, { title }) => readAif(bytes, title),
  },
  kialo: {
    extension: 'txt',
    mediaType: 'text/plain; charset=utf-8',
    write: writeKialo,
    read: (bytes, { title }) => readKialo(bytes, title),
  },
  csv: {
    extension: 'zip',
    mediaType: 'application/zip',
    write: writeCsvSet,
    read: (bytes, { columns = null, title }) =>
      bytes.length === 0 || isZip(bytes)
        ? readZippedSet(bytes, title)
        : readClaimTable(bytes, columns, title),
  },
  polis: {
    extension: 'polis.zip',
    mediaType: 'application/zip',
    write: writePolisSet,
    read: (bytes, { title }) => readZippedSet(bytes, title),
  },
  graphml: { extension: 'graphml', mediaType: 'application/xml', write: writeGraphml },
  dot: { extension: 'dot', mediaType: 'text/vnd.graphviz; charset=utf-8', write: writeDot },
  tgf: {
    extension: 'tgf',
    mediaType: 'text/plain; charset=utf-8',
    write: writeTgf,
    read: (bytes, { title }) => readTgf(bytes, title),
  },
  apx: { extension: 'apx', mediaType: 'text/plain; charset=utf-8', write: writeApx },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', write: writeMarkdown },
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8', write: writeHtml },
  annotations: {
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    write: writeAnnotations,
  },
  template: {
    extension: 'template.json',
    mediaType: 'application/json',
    write: writeTemplate,
    read: readTemplate,
  },
};

/** Reads a file of a format. Any problem of the file is thrown as a `FormatError`. */
export async function readFormat(
  name: FormatName,
  bytes: Uint8Array,
  asked: ReaderOptions = {},
): Promise<Imported> {
  const { read } = FORMATS[name];
  if (!read) throw new FormatError('write_only');
  try {
    return await read(bytes, asked);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(
      'malformed',
      null,
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : '',
    );
  }
}

/** The format of a file, by its name and its beginning. */
export function formatOf(fileName: string, bytes: Uint8Array): FormatName {
  if (isZip(bytes)) return 'csv';
  const start = beginningOf(bytes).trimStart();
  if (KIALO_BEGINNING.test(start)) return 'kialo';
  const [, ours] = (start.startsWith('{') && /"format"\s*:\s*"parley-(debate|template)"/.exec(start)) || [];
  if (ours) return ours === 'template' ? 'template' : 'parley';
  if (start.startsWith('{')) return 'aif';
  if (/\.(csv|tsv)$/i.test(fileName)) return 'csv';
  if (/\.tgf$/i.test(fileName)) return 'tgf';
  if (/\.(argdown|ad|md)$/i.test(fileName)) return 'argdown';
  const format = /^[^.]*(\.te?xt)?$/i.test(fileName) ? formatOfText(start) : null;
  if (format === null) throw new FormatError('unknown_format');
  return format;
}

/** A line of Argdown: a statement or an argument with its title, alone or before its text. Markdown defines links alike. */
const ARGDOWN = /^(?:<?[-+_]>?[ \t]*)?(?:\[[^\]\d\s][^\]]*\]|<[^>\s][^>]*>)(?::(?! *https?:)|$)/;

function beginsAsArgdown(start: string): boolean {
  const lines = start.split('\n').map((line) => line.trim());
  return lines[0] === '===' || lines.some((line) => ARGDOWN.test(line));
}

/** The format of plain text, such as pasted text, by its beginning; `null`: none. */
function formatOfText(start: string): FormatName | null {
  if (/^<(?:[!?]|html)/i.test(start)) return null;
  if (beginsAsArgdown(start)) return 'argdown';
  if (beginsAsTable(start)) return 'csv';
  return isOutline(start) ? 'kialo' : null;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
