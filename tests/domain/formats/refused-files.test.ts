import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readTables } from '#domain/formats/csv/read-zipped-set.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { type FormatName, readFormat } from '#domain/formats/formats.ts';
import { parseRecords } from '#domain/formats/read-json.ts';
import { problemLine } from '#domain/formats/sentences.ts';
import { bytesOf } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';
import { CLAIM_COLUMNS, OWN_TABLES, POLIS_TABLES } from '../../support/odd-files.ts';

describe('a file that breaks the rules of its format is refused with its place:', () => {
  test.each<[FormatName, string, string]>([
    [
      'kialo',
      'Discussions:\nx\n',
      'malformed in line 1: it must begin with “Discussion Name:” or “Discussion Title:”',
    ],
    [
      'kialo',
      'Discussion Name:\nx\n\nwords\n1. Thesis:\ny\n',
      'malformed in line 4: text before the first claim',
    ],
    [
      'kialo',
      'Discussion Name:\nx\n\n1. Question:\nq\n  1.1. Pro:\n  z\n',
      'malformed in line 6: 1.1. has no parent',
    ],
    ['kialo', 'Discussion Name:\nx\n', 'nothing_found'],
    ['tgf', 'a A\na B\n#\n', 'malformed in line 2: the node a appears twice'],
    ['aif', '{"nodes":[{"nodeID":true}]}', 'bad_record: nodes.0.nodeID: Invalid input'],
    ['aif', '{"edges":[]}', 'bad_record: nodes: Invalid input: expected array, received undefined'],
    ['aif', '{"nodes":[],"edges":[]}', 'nothing_found'],
    ['aif', '{\n"nodes":[\n}', 'not_json in line 3'],
    ['aif', '{\n"nodes":[\n', 'not_json in line 3'],
    ['argdown', '===\na: *b\n===\n\n[A]: x\n', 'malformed in line 1: unidentified alias "b"'],
    [
      'argdown',
      '===\na: &x {k: 1}\nb: *x\n===\n\n[A]: x\n',
      'malformed in line 1: an alias in YAML (* or <<)',
    ],
    [
      'argdown',
      `[A]: x {a: ${'['.repeat(40)}${']'.repeat(40)}}\n`,
      'malformed in line 1: YAML nested more than 32 levels deep',
    ],
    ['csv', 'claim\n"a\nb', 'malformed in line 2: a quote is never closed'],
    ['csv', 'claim,id\n"a\nb"c,1\n', 'malformed in line 3: text after a closing quote'],
    ['parley', '{"format":"parley-debate","version":99}', 'newer_version'],
    ['parley', '[]', 'bad_record: the file: Invalid input: expected object, received array'],
    ['template', '{"format":"parley-template","version":99}', 'newer_version'],
    ['html', '<p>', 'write_only'],
  ])('%s %j', async (format, text, message) => {
    expect(await problemOf(() => readFormat(format, bytesOf(text)))).toBe(message);
  });

  const tables = (changed: Readonly<Record<string, string>>) =>
    problemOf(() => readTables(new Map(Object.entries({ ...OWN_TABLES, ...changed }))));
  const claim = (row: string) => ({ 'claims.csv': `${CLAIM_COLUMNS}\n${row}\n` });
  const rest = (state = '') => `,,ann,,,1,false,${state},,0,0,0,l-1,,`;

  test.each<[string, Readonly<Record<string, string>>]>([
    ['malformed in line 1: claims.csv has no column target_kind', { 'claims.csv': 'claim_id,text\n' }],
    [
      'bad_record in line 2: the id “n”',
      { 'positions.csv': 'position_id,name,hue,summary\nn,North,teal,\n' },
    ],
    [
      'bad_record in line 2: the id “nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn”',
      { 'positions.csv': `position_id,name,hue,summary\n${'n'.repeat(41)},North,teal,\n` },
    ],
    ['bad_record in line 2: the kind “motion”', claim(`c-1,a,motion,north,support${rest()}`)],
    ['bad_record in line 2: the relation “denies”', claim(`c-1,a,position,north,denies${rest()}`)],
    ['bad_record in line 2: the id “?”', claim(`c-1,a,position,?,support${rest()}`)],
    ['bad_record in line 2: the id “c 1”', claim(`c 1,a,position,north,support${rest()}`)],
    [
      'malformed in line 3: claim c-1 appears twice',
      claim(`c-1,a,position,north,support${rest()}\nc-1,b,position,north,support${rest()}`),
    ],
    [
      'bad_record in line 2: the id “x”',
      {
        'links.csv':
          'link_id,from_claim_id,target_kind,target_id,relation,author_id,at\nx,c-1,claim,c-2,attack,,\n',
      },
    ],
    [
      'bad_record in line 2: the relation “”',
      {
        'links.csv':
          'link_id,from_claim_id,target_kind,target_id,relation,author_id,at\nx-1,c-1,claim,c-2,,,\n',
      },
    ],
    [
      'bad_record in line 2: the place “-4”',
      {
        'passages.csv':
          'passage_id,claim_id,source_id,exact,prefix,suffix,start,end\nq-1,c-1,s-1,of,,,-4,6\n',
      },
    ],
    [
      'bad_record in line 2: the place “12345678”',
      {
        'passages.csv':
          'passage_id,claim_id,source_id,exact,prefix,suffix,start,end\nq-1,c-1,s-1,of,,,4,12345678\n',
      },
    ],
    [
      'bad_record in line 2: the id “a b”',
      { 'votes.csv': 'claim_id,participant_id,answer,wording\nc-1,a b,agree,1\n' },
    ],
    [
      'bad_record in line 2: the kind “thing”',
      {
        'comments.csv':
          'comment_id,on_kind,on_id,reply_to,text,author_id,author,at,resolved\nm-1,thing,north,,Cold,ann,,,false\n',
      },
    ],
    [
      'bad_record in line 2: the id “m”',
      {
        'comments.csv':
          'comment_id,on_kind,on_id,reply_to,text,author_id,author,at,resolved\nm,claim,c-1,,Cold,ann,,,false\n',
      },
    ],
  ])('%s', async (message, changed) => {
    expect(await tables(changed)).toBe(message);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'malformed in line 1: comments.csv has no column comment-body',
      { 'comments.csv': 'timestamp,comment-id,author-id,moderated\n' },
    ],
    [
      'bad_record in line 2: the number “x”',
      { 'comments.csv': 'timestamp,comment-id,author-id,moderated,comment-body\n1,x,1,0,a\n' },
    ],
    [
      'bad_record in line 2: the number “-1”',
      { 'comments.csv': 'timestamp,comment-id,author-id,moderated,comment-body\n1,1,-1,0,a\n' },
    ],
    [
      'bad_record in line 2: the number “”',
      { 'comments.csv': 'timestamp,comment-id,author-id,moderated,comment-body\n,1,1,0,a\n' },
    ],
    [
      'malformed in line 3: comment 1 appears twice',
      { 'comments.csv': 'timestamp,comment-id,author-id,moderated,comment-body\n1,1,1,0,a\n2,1,1,0,b\n' },
    ],
    [
      'bad_record in line 2: the number “1.5”',
      { 'votes.csv': 'timestamp,comment-id,voter-id,vote\n1,1.5,1,1\n' },
    ],
    [
      'bad_record in line 2: the number “soon”',
      { 'votes.csv': 'timestamp,comment-id,voter-id,vote\nsoon,1,1,1\n' },
    ],
    ['malformed in line 1: votes.csv has no column vote', { 'votes.csv': 'timestamp,comment-id,voter-id\n' }],
  ])('%s', async (message, changed) => {
    const files = new Map(Object.entries({ ...POLIS_TABLES, ...changed }));
    expect(await problemOf(() => readTables(files))).toBe(message);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['missing_file: claims.csv', { 'summary.csv': 'topic,x\n' }],
    ['missing_file: comments.csv', { 'x-votes.csv': 'a\n' }],
    ['missing_file: votes.csv', { '2026-01-01-conversation-comments.csv': POLIS_TABLES['comments.csv'] }],
    ['missing_file: claims.csv', { 'participants-votes.csv': 'a\n', 'my-claims.csv': 'a\n' }],
    [
      'malformed: two files are both comments.csv; each debate needs its own set',
      { 'a/one-comments.csv': POLIS_TABLES['comments.csv'], 'b/two-comments.csv': 'a\n' },
    ],
    [
      'malformed: two files are both claims.csv; each debate needs its own set',
      { 'one/claims.csv': 'a\n', 'two/claims.csv': 'b\n' },
    ],
    // macOS adds these to archives.
    ['missing_file: comments.csv', { 'x-votes.csv': 'a\n', '__MACOSX/._x-votes.csv': 'b\n' }],
  ])('%s', async (message, files) => {
    const archive = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    expect(await problemOf(() => readFormat('csv', archive))).toBe(message);
  });

  test('a workbook, and a table in another encoding, with how to save them', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
    });
    const latin1 = Uint8Array.from(Buffer.from('Claim\nGrößer\n', 'latin1'));
    const sentenceOf = (bytes: Uint8Array) =>
      readFormat('csv', bytes).then(
        () => '',
        (error: unknown) => problemLine(error as FormatError),
      );
    expect(await sentenceOf(workbook)).toBe(
      'This is an Excel or other Office file. In Excel, save it as “CSV UTF-8”.',
    );
    expect(await sentenceOf(latin1)).toBe(
      'Line 2: The file isn’t text in UTF-8 or UTF-16. In a spreadsheet, save it as “CSV UTF-8”.',
    );
  });

  test('in a sentence for people', () => {
    expect(problemLine(new FormatError('missing_file', null, 'votes.csv'))).toBe(
      'The archive has no file votes.csv.',
    );
    expect(problemLine(new FormatError('malformed', 3, 'a quote'))).toBe(
      'Line 3: The file doesn’t follow its format: a quote',
    );
  });
});

const CLAIMS = z.array(z.object({ text: z.string() }));
const FILE = z.object({ claims: CLAIMS });

test.each<[string, z.ZodType, unknown, RegExp]>([
  ['a record', FILE, { claims: [{ text: 'yes' }, { text: 1 }] }, /^claims\[1\]\.text: /],
  ['a list', FILE, { claims: 1 }, /^claims: /],
  ['the whole', FILE, [], /^the file: /],
  ['a record of a plain list', CLAIMS, [{}], /^\[0\]\.text: /],
])('a part that does not fit in a file is named by its place: %s', (_, schema, value, words) => {
  try {
    parseRecords(schema, value);
  } catch (error) {
    expect(error).toMatchObject({ problem: 'bad_record', detail: expect.stringMatching(words) });
    return;
  }
  expect.fail('it was read');
});
