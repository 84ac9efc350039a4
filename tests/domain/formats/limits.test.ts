import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { ENTRY_SHAPE } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type Operation, operationSchema } from '#domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { upcastEntry } from '#domain/debate/engine/upcast.ts';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#domain/formats/formats.ts';
import { parleySchema } from '#domain/formats/parley/parley-schema.ts';
import type { StoredEntry } from '#server/log/operation-log.ts';
import { readImport } from '#server/services/imports/read-import.ts';
import { anyDebate } from '../../support/any-debate.ts';
import { bytesOf, debateSaying, written, writtenText } from '../../support/exchanged.ts';
import { sampleOf } from '../../support/how-many.ts';

/** A file as an import reads it: what came of it, and the entries of the debate to be. */
async function imported(format: FormatName, bytes: Uint8Array) {
  const entries: StoredEntry[] = [];
  const owner = { ownerId: 'owner', visibility: 'public' } as const;
  const file = { bytes, fileName: '', format, owner, now: 10_000 };
  const read = await readImport(file, (some) => entries.push(...some));
  return { read, entries };
}

/** A text longer than anything in a debate may be, one with a control character, and one that is half a character. */
const WRONG_TEXTS = ['x'.repeat(210_000), 'a\u0001b', 'a\ud800b'];

/** Tests that operations could have produced everything in it. */
function expectWithinLimits({ read, entries }: Awaited<ReturnType<typeof imported>>, what: string): void {
  if ('problem' in read) return;
  const all = JSON.stringify([
    read.preview.title,
    read.preview.motion,
    read.preview.positions,
    read.names,
    entries,
  ]);
  expect(all.includes('x'.repeat(201_000)), `${what}: a long text came in`).toBe(false);
  expect(/\\u000[1-8b-f]|\\ud800/.test(all), `${what}: a control character came in`).toBe(false);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** The places of the leaves of a value, the first of each shape of a path alone. */
function leavesOf(value: Json): Path[] {
  const found = new Map<string, Path>();
  const walk = (inner: Json, path: Path) => {
    if (typeof inner === 'object' && inner !== null)
      for (const [key, each] of Object.entries(inner))
        walk(each, [...path, Array.isArray(inner) ? Number(key) : key]);
    else {
      const shape = path.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
      if (!found.has(shape)) found.set(shape, path);
    }
  };
  walk(value, []);
  return [...found.values()];
}

function withLeaf(value: Json, [step, ...rest]: Path, put: Json): Json {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((each: Json, at) => (at === step ? withLeaf(each, rest, put) : each));
  const record = value as { readonly [key: string]: Json };
  return { ...record, [step]: withLeaf(record[step] ?? null, rest, put) };
}

describe('[FI6] nothing comes in that an operation could not bring', () => {
  test('by any field of Parley JSON', { timeout: 240_000 }, async () => {
    const said: Json = JSON.parse(writtenText('parley', debateSaying('some words')));
    const lively: Json = JSON.parse(
      writtenText('parley', {
        state: { ...anyDebate(3).state, numbering: null },
        names: new Map(),
        kept: [],
      }),
    );
    for (const file of [said, lively]) {
      expect(parleySchema.safeParse(file).success).toBe(true);
      for (const path of sampleOf(leavesOf(file), 20))
        for (const put of [...WRONG_TEXTS, -1, null, {}]) {
          const bytes = bytesOf(JSON.stringify(withLeaf(file, path, put)));
          expectWithinLimits(await imported('parley', bytes), path.join('.'));
        }
    }
  });

  test('a title of 210,000 characters is refused with its place', async () => {
    const file: Json = JSON.parse(writtenText('parley', debateSaying('some words')));
    const long = withLeaf(file, ['debate', 'head', 'title'], WRONG_TEXTS[0] ?? '');
    const { read } = await imported('parley', bytesOf(JSON.stringify(long)));
    expect(read).toEqual({
      problem: 'over_limit',
      line: null,
      detail: 'debate, title: more than 120 characters',
    });
  });

  test.each(['csv', 'polis'] as const)(
    'by any cell of the tables of %s',
    { timeout: 240_000 },
    async (format) => {
      const files = unzipSync(written(format, debateSaying('some words')));
      for (const [name, bytes] of Object.entries(files)) {
        const [head = '', first = '', ...rest] = strFromU8(bytes).split('\r\n');
        const cells = first.split(',');
        for (const at of sampleOf([...cells.keys()], 4))
          for (const put of WRONG_TEXTS) {
            const row = cells.map((cell, index) => (index === at ? `"${put}"` : cell)).join(',');
            const changed = strToU8([head, row, ...rest].join('\r\n'));
            const archive = zipSync({ ...files, [name]: changed }, { level: 0 });
            expectWithinLimits(await imported(format, archive), `${name}, ${head.split(',')[at]}`);
          }
      }
    },
  );

  const LONG = 'x'.repeat(300_000);
  test.each<[FormatName, (text: string) => string]>([
    ['argdown', (text) => `===\ntitle: "${text}"\n===\n\n[${text}]: ${text}\n  + <A>: ${text}\n`],
    [
      'argdown',
      (text) =>
        `===\nparley: 1\n===\n\n[P1]: b {kind: position, name: "${text}", summary: "${text}"}\n  + <a b>: c {sources: [{title: "${text}", url: "${text}", locator: "${text}"}]}\n`,
    ],
    [
      'kialo',
      (text) =>
        `Discussion Name:\n${text}\n\n1. Thesis:\n${text}\n  1.1. Pro:\n  ${text} [1] [${text}](http://${text})\n\nSources:\n[1] ${text} http://${text}\n${text}\n`,
    ],
    ['tgf', (text) => `1 ${text}\n2 b\n#\n1 2\n`],
    [
      'aif',
      (text) =>
        JSON.stringify({
          nodes: [
            { nodeID: text, text, type: 'I', timestamp: text },
            { nodeID: '2', text, type: 'L' },
          ],
          edges: [],
        }),
    ],
  ])('by %s', async (format, make) => {
    for (const text of [LONG, 'a\u0001b'])
      expectWithinLimits(await imported(format, bytesOf(make(text))), format);
  });
});

describe('[FI7] a debate that came in can be used: everyone can vote on, answer, comment on and word each claim', () => {
  const chain = Array.from({ length: 40 }, (_, at) => {
    const number = Array.from({ length: at + 2 }, () => 1).join('.');
    return `${'  '.repeat(at + 1)}${number}. Pro:\n${'  '.repeat(at + 1)}Claim ${at}\n`;
  });
  const said = debateSaying('some words');
  const withIds = (id: (old: string) => string) =>
    bytesOf(
      writtenText('parley', said).replaceAll(
        /"(c-n|l-n|s-n|m-n|dana|north|q-n)"/g,
        (_, old) => `"${id(old)}"`,
      ),
    );
  const samples: [string, FormatName, Uint8Array][] = [
    // A template has no claims.
    ...FORMAT_NAMES.filter((name) => FORMATS[name].read && name !== 'template').map(
      (name): [string, FormatName, Uint8Array] => [name, name, written(name, said)],
    ),
    [
      'Kialo, forty levels deep',
      'kialo',
      bytesOf(`Discussion Name:\nx\n\n1. Thesis:\ny\n${chain.join('\n')}`),
    ],
    [
      'Argdown that says it is ours, with names of its own',
      'argdown',
      bytesOf('===\nparley: 1\n===\n\n<A title: with signs, and long>: b\n  + <another one…>: c\n'),
    ],
    ['Parley JSON with short ids', 'parley', withIds((old) => old.replace('-', '').slice(0, 2))],
    ['Parley JSON with long ids', 'parley', withIds((old) => `${old}.*${'x'.repeat(60)}`)],
    [
      'Parley JSON with orders that are none',
      'parley',
      bytesOf(writtenText('parley', said).replaceAll(/"order":"(?!raised)\w+"/g, '"order":"!zz~"')),
    ],
  ];

  test.each(samples)('%s', async (_, format, bytes) => {
    const { read, entries } = await imported(format, bytes);
    expect(read).toHaveProperty('preview');
    const state = evolveAll(
      EMPTY_STATE,
      entries.map((entry) => upcastEntry(entry, ENTRY_SHAPE)),
    );
    expect(state.claims.size).toBeGreaterThan(0);
    const owner = { id: 'owner', role: 'owner' } as const;
    for (const claim of state.claims.values()) {
      if (claim.retracted || state.hidden.has(claim.id) || state.merges.has(claim.id)) continue;
      const on = { kind: 'claim', id: claim.id } as const;
      const operations: Operation[] = [
        { type: 'vote.cast', claimId: claim.id, answer: 'agree', wording: claim.wording },
        { type: 'comment.add', commentId: 'm_new', on, replyTo: null, text: 'A comment' },
        { type: 'claim.edit', claimId: claim.id, base: 1, change: [[0, 'So: '], claim.text.length] },
      ];
      for (const operation of operations) {
        expect(operationSchema.safeParse(operation).error).toBeUndefined();
        const wish = state.head?.settings.wording === 'own' && operation.type === 'claim.edit';
        if (!wish) expect(decide(state, operation, owner)).toMatchObject({ ok: true });
      }
    }
    const placed: Operation = {
      type: 'claim.add',
      ...{
        claimId: 'c_new',
        linkId: 'l_new',
        relation: 'support',
        positionId: null,
        text: 'An answer',
        after: null,
      },
      target: { kind: 'position', id: [...state.positions.keys()][0] ?? '' },
    };
    expect(operationSchema.safeParse(placed).error).toBeUndefined();
    expect(decide(state, placed, owner)).toMatchObject({ ok: true });
  });
});
