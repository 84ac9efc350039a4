import { strToU8, zipSync } from 'fflate';
import { CSV_COLUMNS } from '../../domain/formats/csv/csv-set.ts';
import { POLIS_COMMENTS, POLIS_VOTES } from '../../domain/formats/csv/polis-set.ts';
import type { FormatName } from '../../domain/formats/formats.ts';

/** Fragments that a hostile text repeats: special characters of a format, alone and in pairs that begin something and do not end it. */
export const UNITS = [
  ...'[{(<"\'`\\&#*_-+=:;,.|@/>%!~ \n\t',
  '[]',
  '[a](',
  '[a][',
  '](',
  '<a',
  '<a>',
  '</',
  '<!--',
  '/*',
  '//',
  '#(',
  '{a',
  '{}',
  '{"a":',
  '- ',
  '\n- ',
  '\n  ',
  '\n\n',
  '\n#',
  '\n* ',
  '\n1. ',
  '\n[a]',
  '\n<a>: b',
  '\n[a]: b\n',
  '\n----\n',
  '\n===\n',
  '\n1.1. Pro: a',
  '-> See 1.1.',
  ' [1]',
  '\nSources:\n[1] a http://b',
  '""',
  '","',
  '\n",',
  '&a ',
  '*a ',
  'a: &a ',
  '**a',
  '__a',
  '@[',
  '@<',
  ':a',
  '.a',
  'aé',
  '😀',
  '\\(',
  '\u202e',
  '\u2028',
  'PK\u0003\u0004',
] as const;

/** Ways in which a hostile text comes to a reader: bare, and where the format has words. */
export const ADVERSARIAL: Readonly<
  Partial<Record<FormatName, Readonly<Record<string, (text: string) => Uint8Array>>>>
> = {
  argdown: {
    bare: bytes,
    'front matter': (text) => bytes(`===\ntitle: a\nb: ${text}\n===\n\n[A]: b\n`),
    'in data': (text) => bytes(`[A]: b {c: ${text}}\n\n[D]: e\n`),
    'behind a claim': (text) => bytes(`[A]: b\n  + <C>: ${text}\n`),
    'in an inference': (text) => bytes(`<A>\n\n(1) b\n----\n${text}\n----\n(2) c\n`),
  },
  kialo: {
    bare: bytes,
    'old form': (text) => bytes(`Discussion Title: ${text}\n\n1. a\n1.1. Pro: ${text}\n`),
    'present form': (text) => bytes(`Discussion Name:\na\n\n1. Thesis:\nb\n  1.1. Pro:\n  ${text}\n`),
    'list of sources': (text) =>
      bytes(`Discussion Name:\na\n\n1. Thesis:\nb\n  1.1. Pro:\n  c [1]\n\nSources:\n[1] ${text}\n`),
    'an outline': (text) => bytes(`a\n- ${text}\n  - b\n`),
    'before a line of an outline': (text) => bytes(`- a\n${text}- b\n`),
  },
  tgf: { bare: bytes, 'as a label': (text) => bytes(`1 ${text}\n2 b\n#\n1 2\n`) },
  aif: {
    bare: bytes,
    'as a text': (text) => bytes(JSON.stringify({ nodes: [{ nodeID: '1', text, type: 'I' }], edges: [] })),
    'as a key': (text) => bytes(JSON.stringify({ nodes: [], edges: [], [text]: 1 })),
    'before an unexpected sign': (text) => bytes(`[${JSON.stringify(text)}, x`),
  },
  parley: {
    bare: bytes,
    'as a field': (text) => bytes(JSON.stringify({ format: 'parley-debate', version: 1, [text]: text })),
  },
  csv: {
    bare: bytes,
    'as one table of claims': (text) => bytes(`id,claim,parent\n1,"${quoted(text)}",2\n2,${text}`),
    'as a table': (text) => zipSync({ 'claims.csv': strToU8(text) }, { level: 0 }),
    'in a cell': (text) =>
      zipSync(
        { 'claims.csv': strToU8(`${CSV_COLUMNS['claims.csv'].join(',')}\nc-1,${text}\n`) },
        { level: 0 },
      ),
    'in a quoted cell': (text) =>
      zipSync(
        { 'claims.csv': strToU8(`${CSV_COLUMNS['claims.csv'].join(',')}\nc-1,"${text}"\n`) },
        { level: 0 },
      ),
  },
  polis: {
    'as a comment': (text) =>
      zipSync(
        { 'comments.csv': strToU8(`${POLIS_COMMENTS.join(',')}\n1,,0,0,0,0,1,"${quoted(text)}"\n`) },
        { level: 0 },
      ),
    'as votes': (text) =>
      zipSync(
        {
          'comments.csv': strToU8(`${POLIS_COMMENTS.join(',')}\n1,,0,0,0,0,1,a\n`),
          'votes.csv': strToU8(`${POLIS_VOTES.join(',')}\n${text}`),
        },
        { level: 0 },
      ),
  },
};

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function quoted(text: string): string {
  return text.replaceAll('"', '""');
}
