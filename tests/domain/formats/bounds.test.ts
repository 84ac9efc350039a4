import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { FORMAT_NAMES, FORMATS, type FormatName, formatOf, readFormat } from '#domain/formats/formats.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import { bytesOf, debateSaying, HOSTILE, written } from '../../support/exchanged.ts';
import { howMany } from '../../support/how-many.ts';

const READ = FORMAT_NAMES.filter((name) => FORMATS[name].read);

/** The reason and line for which a file is refused; null: it is read. */
async function refusal(
  name: FormatName,
  bytes: Uint8Array,
): Promise<readonly [string, number | null] | null> {
  try {
    await readFormat(name, bytes);
    return null;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return [error.problem, error.line];
  }
}

const aif = (nodes: object[], edges: object[]) => bytesOf(JSON.stringify({ nodes, edges, locutions: [] }));
const tgf = (count: number, edge: (at: number) => string | null) => {
  const numbers = Array.from({ length: count }, (_, at) => at);
  return bytesOf(`${numbers.join('\n')}\n#\n${numbers.flatMap((at) => edge(at) ?? []).join('\n')}\n`);
};

describe('a file that cannot be read is refused with the reason and the line', () => {
  test.each(READ)('%s: larger than a file may be', async (name) =>
    expect(await refusal(name, new Uint8Array(50 * 1024 * 1024).fill(0x20))).toEqual(['too_large', null]),
  );

  test.each(READ.filter((name) => name !== 'csv' && name !== 'polis'))('%s: no text', async (name) => {
    expect(await refusal(name, new Uint8Array([0x7b, 0x0a, 0x0a, 0xff, 0xfe, 0x80]))).toEqual([
      'not_text',
      3,
    ]);
    expect(await refusal(name, bytesOf('a\n\0'))).toEqual(['not_text', 2]);
  });

  test('UTF-16 is read where it says so', async () => {
    const text = Buffer.from('\ufeffa b\n#\n', 'utf16le');
    expect((await readFormat('tgf', text)).state.claims.size).toBe(1);
  });

  test.each(['utf16le', 'utf-8'] as const)(
    '%s with a byte order mark: its format is recognized by its beginning',
    (encoding) => {
      expect(formatOf('a', Buffer.from('\ufeffDiscussion Title: x\n', encoding))).toBe('kialo');
      expect(formatOf('a', Buffer.from('\ufeff{"format":"parley-debate"', encoding))).toBe('parley');
    },
  );

  test.each(['parley', 'aif'] as const)('%s: broken JSON', async (name) => {
    expect(await refusal(name, bytesOf('{\n"nodes": [\n,]}'))).toEqual(['not_json', 3]);
    expect(await refusal(name, bytesOf('{\n"nodes": ['))).toEqual(['not_json', 2]);
  });

  test.each(['parley', 'aif'] as const)('%s: JSON a million levels deep', async (name) => {
    const deep = bytesOf(`{"nodes":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)},"edges":[]}`);
    expect((await refusal(name, deep))?.[0]).toMatch(/^(bad_record|not_json|malformed)$/);
  });

  test('parley: names that objects have already', async () =>
    expect(
      await refusal('parley', bytesOf('{"__proto__":{"format":"parley-debate"},"constructor":1}')),
    ).toEqual(['bad_record', null]));

  test('argdown: its own rules', async () =>
    expect(await refusal('argdown', bytesOf('a\n\n[b]: c\n  + <d\n  - _e\n'))).toEqual([
      'malformed',
      expect.any(Number),
    ]));
  test('kialo: no heading', async () =>
    expect(await refusal('kialo', bytesOf('hello'))).toEqual(['malformed', 1]));
  test('kialo: a claim under nothing', async () =>
    expect(await refusal('kialo', bytesOf('Discussion Name:\nx\n\n1.1. Pro:\ny\n'))).toEqual([
      'malformed',
      4,
    ]));
  test('csv: a quote that is never closed', async () => {
    const zip = zipSync({ 'comments.csv': strToU8('a,b\n1,2\n"3,4\n5,6\n') });
    expect(await refusal('polis', zip)).toEqual(['malformed', 1]);
    const head = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n';
    expect(await refusal('polis', zipSync({ 'comments.csv': strToU8(`${head}1,,0,0,0,0,1,"x\n`) }))).toEqual([
      'malformed',
      2,
    ]);
    expect(
      await refusal('polis', zipSync({ 'comments.csv': strToU8(`${head}1,,zero,0,0,0,1,x\n`) })),
    ).toEqual(['bad_record', 2]);
  });
});

describe('archives', () => {
  const zeros = new Uint8Array(IMPORT_LIMITS.unpackedBytes + 20 * 1024 * 1024);

  test('a bomb is refused while it unpacks', async () => {
    const bomb = zipSync({ 'comments.csv': zeros }, { level: 1 });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusal('csv', bomb)).toEqual(['too_large', null]);
  });

  test('a table in it may be larger than an uploaded file', async () => {
    const files = unzipSync(written('csv', debateSaying('some words')));
    const padding = 'x'.repeat(IMPORT_LIMITS.fileBytes);
    const table = `title,motion,visibility,created_at,more\nLarge,Why?,public,,${padding}\n`;
    const zip = zipSync({ ...files, 'debate.csv': strToU8(table) }, { level: 1 });
    const { state } = await readFormat('csv', zip);
    expect(state.head?.title).toBe('Large');
  });

  test('files in it that are not asked for are not unpacked', async () => {
    const zip = zipSync({ 'other.csv': zeros, 'x/../claims.csv': strToU8('a\n') }, { level: 1 });
    expect(await refusal('csv', zip)).toEqual(['malformed', 1]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['no archive', bytesOf('PK\u0003\u0004 and no more')],
    ['half of one', zipSync({ 'claims.csv': strToU8('claim_id\n'.repeat(1_000)) }).subarray(0, 60)],
  ])('%s', async (_, bytes) =>
    expect((await refusal('csv', bytes))?.[0]).toMatch(/^(not_zip|missing_file)$/),
  );

  test('many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`${at}.csv`, strToU8('x')]));
    expect(await refusal('csv', zipSync(files))).toEqual(['too_many', null]);
  });
});

describe('graphs', () => {
  test('circles, and what argues about itself, come to an end', async () => {
    const { state, setAside } = await readFormat(
      'tgf',
      tgf(1_000, (at) => `${at} ${(at + 1) % 10 === 0 ? at - 9 : at + 1}`),
    );
    expect([state.claims.size, state.links.size]).toEqual([1_000, 1_100]);
    expect(setAside).toEqual([]);
    const selves = await readFormat(
      'tgf',
      tgf(50, (at) => `${at} ${at}`),
    );
    expect(selves.setAside.map(({ why, line }) => [why, line])).toEqual(
      Array.from({ length: 50 }, (_, at) => ['self_link', 52 + at]),
    );
  });

  test('a chain that is too long is refused', async () => {
    expect(
      await refusal(
        'tgf',
        tgf(LIMITS.depth + 1, (at) => (at === 0 ? null : `${at} ${at - 1}`)),
      ),
    ).toEqual(['too_deep', LIMITS.depth + 1]);
    expect(
      await refusal(
        'tgf',
        tgf(LIMITS.claims, (at) => (at === 0 ? null : `${at} ${at - 1}`)),
      ),
    ).toEqual(['too_deep', LIMITS.depth + 1]);
  });

  test('more claims than a debate holds are refused', async () => {
    expect(
      await refusal(
        'tgf',
        tgf(LIMITS.claims + 1, () => null),
      ),
    ).toEqual(['too_many', null]);
    const text = Array.from({ length: LIMITS.claims + 1 }, (_, at) => `1.${at + 1}. Pro: x`).join('\n');
    expect(await refusal('kialo', bytesOf(`Discussion Title: x\n\n1. y\n${text}\n`))).toEqual([
      'too_many',
      LIMITS.claims + 4,
    ]);
  });

  test('AIF whose nodes lead in circles through schemes', async () => {
    const nodes = ['1', '2'].map((nodeID) => ({ nodeID, text: nodeID, type: 'I', timestamp: '' }));
    const schemes = ['3', '4', '5'].map((nodeID) => ({ nodeID, text: 'RA', type: 'RA', timestamp: '' }));
    const edges = [
      ['1', '3'],
      ['3', '2'],
      ['2', '4'],
      ['4', '1'],
      ['1', '5'],
      ['5', '1'],
      ['5', '5'],
      ['9', '1'],
    ];
    const file = aif(
      [...nodes, ...schemes],
      edges.map(([fromID, toID], at) => ({ edgeID: `${at}`, fromID, toID, formEdgeID: null })),
    );
    const { state, setAside } = await readFormat('aif', file);
    expect([state.claims.size, [...state.links.values()].filter(({ parent }) => !parent).length]).toEqual([
      2, 1,
    ]);
    expect(setAside.map(({ why }) => why)).toContain('self_link');
  });
});

describe('whatever is in a file, it is read or refused', () => {
  const samples = READ.map((name) => [name, written(name, debateSaying('some [words] (of 1.1.)'))] as const);
  test.each(samples)('%s with some of it changed', async (name, sample) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.nat(sample.length),
            cut: fc.nat(40),
            put: fc.constantFrom(...HOSTILE, '', '"', '}', '\n', '[[', ',,'),
          }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        async (changes) => {
          let bytes = sample;
          for (const { at, cut, put } of changes)
            bytes = Buffer.concat([bytes.subarray(0, at), bytesOf(put), bytes.subarray(at + cut)]);
          await refusal(name, bytes);
        },
      ),
      { numRuns: howMany(40, 150) },
    );
  });
});
