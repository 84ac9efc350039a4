import { FormatError } from '../format-error.ts';
import { HEADING, unescapeLine } from './kialo-text.ts';

/** The content of one numbered item of Kialo's text; `text` unchanged, without its indentation. */
export interface KialoItem {
  readonly number: string;
  readonly kind: 'Thesis' | 'Question' | 'Pro' | 'Con';
  readonly text: string;
  readonly line: number;
}

export interface KialoSource {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

export interface KialoFile {
  readonly title: string;
  readonly items: readonly KialoItem[];
  readonly sources: ReadonlyMap<number, KialoSource>;
}

/** The parts of a file of Kialo's, in either form. */
export function splitKialo(text: string): KialoFile {
  const lines = text.split('\n');
  // Text that was pasted may begin with blank lines.
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const old = /^Discussion Title:(.*)$/.exec(lines[first] ?? '');
  if (old) return { title: (old[1] ?? '').trimStart(), ...splitBody(lines, first + 1, OLD_HEADING) };
  if (!/^Discussion Name:\s*$/.test(lines[first] ?? ''))
    throw new FormatError(
      'malformed',
      first + 1,
      'it must begin with “Discussion Name:” or “Discussion Title:”',
    );
  return { title: unescapeLine(lines[first + 1] ?? '').trim(), ...splitBody(lines, first + 2, HEADING) };
}

/** `1. thesis`, `1.1. Pro: text`: all on one line at first. */
const OLD_HEADING = /^( *)(\d+(?:\.\d+)*)\. (?:(Pro|Con): )?(.*)$/;

function splitBody(lines: readonly string[], from: number, heading: RegExp): Omit<KialoFile, 'title'> {
  const items: { number: string; kind: KialoItem['kind']; parts: string[]; line: number; indent: number }[] =
    [];
  const end = sourcesAt(lines);
  for (let at = from; at < end; at += 1) {
    const line = lines[at] ?? '';
    const begun = headingOf(line, heading, items.at(-1)?.number);
    const item = items.at(-1);
    if (begun) items.push({ ...begun, line: at + 1 });
    else if (item) item.parts.push(withoutIndent(line, item.indent));
    else if (line.trim() !== '') throw new FormatError('malformed', at + 1, 'text before the first claim');
  }
  const trimmed = items.map(({ number, kind, parts, line }) => ({
    number,
    kind,
    line,
    text: parts.join('\n').trim(),
  }));
  return { items: trimmed, sources: readSources(lines, end) };
}

/** A line without as many spaces as precede its claim's number. */
function withoutIndent(line: string, indent: number): string {
  return line.slice(Math.min(indent, line.length - line.trimStart().length));
}

/** A line that begins a claim; in the old form it is recognized only by its number, which must follow the one before. */
function headingOf(line: string, heading: RegExp, before: string | undefined) {
  const match = heading.exec(line);
  if (!match) return null;
  const [, indent = '', number = '', kind, first = ''] = match;
  if (!goesOn(before, number)) return null;
  const isTop = !number.includes('.');
  if (heading === OLD_HEADING && kind === undefined && !isTop) return null;
  return {
    number,
    kind: (kind ?? 'Thesis') as KialoItem['kind'],
    parts: first === '' ? [] : [first],
    indent: indent.length,
  };
}

/** True if this number may follow that one: one deeper and the first there, or the next on its level or a level above. */
function goesOn(before: string | undefined, number: string): boolean {
  if (before === undefined) return /^1(\.1)?$/.test(number);
  const [old, steps] = [before.split('.').map(Number), number.split('.').map(Number)];
  const isSameWay = steps.slice(0, -1).every((step, at) => step === old[at]);
  const last = steps.at(-1) ?? 0;
  if (!isSameWay || steps.length > old.length + 1) return false;
  // Numbers of deleted claims may be missing.
  return last > (old[steps.length - 1] ?? 0);
}

function sourcesAt(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => line.trimEnd() === 'Sources:');
  const isList = at !== -1 && /^\[\d+\] /.test(lines.slice(at + 1).find((line) => line.trim() !== '') ?? '');
  return isList ? at : lines.length;
}

function readSources(lines: readonly string[], at: number): Map<number, KialoSource> {
  const sources = new Map<number, KialoSource>();
  let number = 0;
  for (const line of lines.slice(at + 1)) {
    const begun = /^\[(\d+)\] (.*)$/.exec(line);
    if (begun) {
      number = Number(begun[1]);
      sources.set(number, sourceOf(begun[2] ?? ''));
      continue;
    }
    const source = sources.get(number);
    if (source) sources.set(number, { ...source, excerpt: `${source.excerpt}\n${plain(line)}` });
  }
  return new Map([...sources].map(([key, source]) => [key, { ...source, excerpt: source.excerpt.trim() }]));
}

function sourceOf(words: string): KialoSource {
  const url = /(?:^| )((?:https?:\/\/|www\.)\S+)$/.exec(words)?.[1] ?? '';
  const title = plain(words.slice(0, words.length - url.length).trim());
  return { title, url, excerpt: '' };
}

function plain(text: string): string {
  return unescapeLine(text).replace(/\\([\\[\]()])/g, '$1');
}
