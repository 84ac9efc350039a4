import fc from 'fast-check';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { withoutBidiControls } from '../../domain/debate/texts/bidi-controls.ts';
import { isBlank } from '../../domain/debate/texts/blank.ts';
import { argumentMapOf } from '../../domain/formats/argument-map.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { FORMATS, type FormatName, readFormat } from '../../domain/formats/formats.ts';
import { entriesOf } from '../../domain/formats/imports/entries-of.ts';
import { withSoundIds } from '../../domain/formats/imports/sound-ids.ts';
import {
  aDebate,
  articleOf,
  citePassage,
  comment,
  crossLink,
  newClaim,
  SOURCE,
  targetOf,
} from './debate-builder.ts';
import { howMany } from './how-many.ts';

/** All of a file as one piece. */
export function written(name: FormatName, debate: ExchangedDebate): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = [...FORMATS[name].write(debate)].map((piece) =>
    typeof piece === 'string' ? encoder.encode(piece) : piece,
  );
  return Buffer.concat(pieces);
}

export function writtenText(name: FormatName, debate: ExchangedDebate): string {
  return new TextDecoder().decode(written(name, debate));
}

/** A debate that is made from another's Parley file. */
export async function imported(debate: ExchangedDebate): Promise<DebateState> {
  const read = await readFormat('parley', written('parley', debate));
  const owner = { ownerId: 'olga', visibility: 'public', now: 9_000 } as const;
  return evolveAll(EMPTY_STATE, [...withSoundIds(entriesOf(read, owner)).entries]);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A debate with these words wherever people write any: positions, claims, an undercut, cross-links, sources and what is cited of them, comments, names. */
export function debateSaying(words: string): ExchangedDebate {
  const said = words.trim() || 'x';
  const short = [...said].slice(0, 60).join('').trim() || 'x';
  // Such a name has no bidi control characters.
  const name = withoutBidiControls(short);
  const article = `${said}\nIt says ${said} of it.\n${said}`;
  const builder = aDebate()
    .does('olga', { type: 'debate.edit', title: name, motion: said })
    .does('olga', { type: 'position.add', positionId: 'north', name, hue: 'teal', summary: said })
    .does('dana', {
      ...SOURCE,
      sourceId: 's-n',
      title: said,
      excerpt: said,
      note: said,
      locator: [...short].slice(0, 20).join('').trim(),
    })
    .does('olga', articleOf('s-n', ['', article]))
    .does('dana', newClaim('n', 'north', { text: said, positionId: 'north', sources: ['s-n', 's-a'] }))
    .does('dana', citePassage('q-n', 'c-n', [article, `It says ${said}`], 's-n'))
    .does('emil', newClaim('m', 'c-n', { text: said, relation: 'attack' }))
    .does('emil', newClaim('o', 'l-m', { text: `${said} ${said}`, relation: 'attack' }))
    .does('emil', newClaim('p', 'c-a', { text: said, positionId: 'west' }))
    .does('emil', crossLink('x-m', 'c-m', 'c-d'), crossLink('x-n', 'c-n', 'east'))
    .does('dana', comment({ commentId: 'm-n', on: targetOf('c-n'), text: said }))
    .does('dana', { type: 'vote.cast', claimId: 'c-n', answer: 'disagree', wording: 1 });
  return {
    state: { ...builder.state, numbering: null },
    names: new Map([
      ['dana', short],
      ['emil', 'Emil'],
    ]),
    kept: [],
  };
}

/** The content of an argument map, with ids replaced by numbers, as formats without ids return it. Space at the ends of texts is ignored. */
export function shapeOf(debate: ExchangedDebate) {
  const { title, motion, positions, claims, crossLinks } = argumentMapOf(debate);
  const numbers = new Map([...positions, ...claims].map(({ id, number }) => [id, number]));
  const steps = new Map([
    ...claims.map(({ link, number }) => [link.id, `step ${number}`] as const),
    ...crossLinks.map(
      ({ id, from, target }) =>
        [id, `step ${numbers.get(from)} across to ${numbers.get(target.id)}`] as const,
    ),
  ]);
  const at = ({ kind, id }: { kind: string; id: string }) =>
    (kind === 'link' ? steps.get(id) : numbers.get(id)) ?? 'nothing';
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    motion: motion.trim(),
    positions: positions.map(({ name, summary, hue }) => ({
      name: name.trim(),
      summary: summary.trim(),
      hue,
    })),
    claims: claims.map(({ number, text, link, claim, sources, passages }) => ({
      number,
      text: text.trim(),
      at: at(link.target),
      relation: link.relation,
      holder: numbers.get(claim.positionId ?? '') ?? null,
      retracted: claim.retracted,
      sources: sources.map(({ title: name, url, locator, excerpt, note }) => ({
        name,
        url,
        locator,
        excerpt: excerpt.trim(),
        note: note.trim(),
      })),
      passages: passages.map(({ id: _, sourceId, ...passage }) => ({
        ...passage,
        of: debate.state.articles.get(sourceId)?.text ?? '',
      })),
    })),
    crossLinks: crossLinks
      .map(({ from, target, relation }) => `${numbers.get(from)} ${relation} ${at(target)}`)
      .sort(),
  };
}

/** Words made to break out of some format. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=1+1',
  '@SUM(A1)',
  '-2',
  '+3',
  "'=4",
  '"quoted", and, commas',
  'a\nb\n\nc',
  '[x]: y <z>: w (1) # t #tag #(tag 2)',
  '/* swallowed */ // cut https://example.org/a_b_c <!-- not --> text',
  '_italic_ *italic* __bold__ **bold** :heart: .and. {"a": 1} {b: 2}',
  '===\ntitle: no\n===',
  '--- === ~~~ ---',
  '-- rule --',
  '\\ \\\\ \\[ \\" \\n',
  '1.1. Con:\nmore',
  '-> See 1.1.',
  'Sources:\n[1] https://example.org',
  '[1] and [2](https://example.org/x)',
  'Discussion Name:',
  '\\1.2. Pro: x',
  '(a) [b] \\(c\\) \\[1\\]',
  ']]> &amp; &#60; &lt;b&gt;',
  '*% a). arg(evil). att(a1,a2).%*',
  '# heading',
  '1. list',
  '- list',
  '    code',
  '```\nfence',
  '[a](javascript:alert(1)) ![i](https://example.org/i.png) www.example.org a@example.org',
  '中文字符 العربية עברית 👩‍👩‍👧‍👦 é',
  '\u2028line\u2029paragraph\u0085next',
  'tab\there',
  'a\\',
  '|table|cell|',
  '$x$ %y% ^z^',
  '<1.1>',
  '[P1]',
  '} {',
  '"}',
  ';DROP TABLE claim;--',
  'aif-1--2',
  '\u200b\u202e\ufeffbidi',
];

/** Words of what formats are made of. */
export function hostileWords(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.constantFrom(
      ...'\\@#*_[],.:;</>-(){}"\'&%=+~`|!?$^\n\t ',
      '1',
      '1.1.',
      '->',
      '//',
      '/*',
      '*/',
      '--',
      '==',
      'a',
      'é',
      '中',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  return fc
    .array(piece, { minLength: 1, maxLength: 12 })
    .map((pieces) => [...pieces.join('')].slice(0, 120).join(''))
    .map((words) => words.replace(/[^\P{Cc}\t\n\u0080-\u009f]|\p{Cs}/gu, ' ').trim())
    .filter((words) => !isBlank(words));
}

/** Hostile words and some of `anyWords`, by threes, since each drawing costs half a second: one of two threes, or all. */
export function wordsToDraw(): string[] {
  const words = [...HOSTILE, ...anyWords(8)];
  const threes = Array.from({ length: Math.ceil(words.length / 3) }, (_, nth) =>
    words.slice(3 * nth, 3 * nth + 3).join(' '),
  );
  return threes.filter((_, nth) => nth % howMany(2, 1) === 0);
}

/** Some such words, the same each time; others by `PARLEY_WORDS=NUMBER`. */
export function anyWords(count: number): string[] {
  return fc.sample(hostileWords(), { numRuns: count, seed: Number(process.env.PARLEY_WORDS ?? 1) });
}
