import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from './markdown-table.ts';

/** Statements that always hold, by code. */
const INVARIANTS: Readonly<Record<string, string>> = {
  I1: 'An acknowledged operation survives `kill -9` of any node.',
  I2: 'An operation has at most one effect; a retry gets the first answer, another payload is refused.',
  I3: 'Entries are numbered without a hole; each client sees what its audience may, in order, once.',
  I4: 'Once healed, each client equals its projection, a replay of the log, and an export read again.',
  I5: 'A stored state and the entries after it equal a fresh load, for every type of entry and every cut.',
  I6: 'After a ban, nothing of that person is applied, nor sent to them beyond 1 s, on any node.',
  I7: 'What a person did ends committed, or visibly refused with the reason and their text kept.',
  I8: 'No orphan link, no cycle, one vote a person and claim, totals as a recount; secret votes stay secret.',
  I9: 'Memory is bounded for each connection, each debate, and before sign-in.',
  I10: '“Not saved” shows within 2 s of losing the server; “saved” never without an acknowledgement.',
  I11: 'An old page and a new server work together or refuse clearly, and unsent work is kept.',
  I12: 'Server time in the log never runs backwards. No decision uses a client’s clock.',
};

/** Faults that change nothing of that, by code. */
const FAULTS: Readonly<Record<string, string>> = {
  F1: 'A node killed before, inside and after the transaction, and between answer and frames',
  F2: 'An answer lost, and the operation retried ten times, also through another node',
  F3: 'Packets doubled, late, reordered, cut',
  F4: 'PostgreSQL killed six times under load, hanging, without a free connection, or on a full disk',
  F5: 'Redis killed for 2 s and 60 s, absent at the start, flushed',
  F6: 'A node cut off from Redis but not from PostgreSQL',
  F7: 'A reader that reads nothing among 100 that do: 20 MB at most, and the others unaffected',
  F8: 'An hour offline with 200 queued operations, of which 50 conflict; also after a ban',
  F9: 'A tab closed, crashed or loaded again in the midst of work; two tabs; storage full or denied',
  F10: 'A rolling restart under load: nothing lost, people back, not all at once',
  F11: 'A clock that jumps an hour, backwards too',
  F12: 'The embedded database killed under writes and in its first start, on a full disk, opened twice',
  F13: 'A backup made under load, and restored elsewhere',
  F14: 'Two nodes that migrate at once; a migration killed half-way',
  F15: 'Unknown events, missing acknowledgements, `__proto__`, deep JSON, a million characters, lone surrogates',
  F16: 'A role lowered, a ban, a sign-out, a closed debate: with operations in flight, and on another node',
  F17: 'A fault of our own in one debate, in deciding or in sending: only its connections open it again',
};

const TESTS = join(import.meta.dirname, '..');
/** Codes at the end of what is said in a title, as “(F1, I3)”. */
const QUOTED = /\(((?:[FI]\d{1,2})(?:, [FI]\d{1,2})*)\)/g;

/** The files of tests that quote each promise in their titles. */
export function quotingTests(): ReadonlyMap<string, readonly string[]> {
  const quoting = new Map<string, string[]>();
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .sort();
  for (const path of files) {
    const source = readFileSync(join(TESTS, path), 'utf8');
    // Of titles only: what is said in a comment tries nothing.
    const lines = source.split('\n').filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line));
    const codes = [...lines.join('\n').matchAll(QUOTED)].flatMap(([, list = '']) => list.split(', '));
    for (const code of new Set(codes)) quoting.set(code, [...(quoting.get(code) ?? []), path]);
  }
  return quoting;
}

/** Codes of all promises. */
export const PROMISES = [...Object.keys(INVARIANTS), ...Object.keys(FAULTS)];

/** `docs/reliability.md`, as the promises and the titles of tests make it. */
export function reliabilityPage(): string {
  const quoting = quotingTests();
  const rows = ([code, text]: readonly [string, string]) =>
    (quoting.get(code) ?? []).map((path, nth) => [
      ...(nth === 0 ? [code, text] : ['', '']),
      `\`tests/${path}\``,
    ]);
  return `# Reliability

This page lists what Parley promises whatever happens, and the tests that try each promise: with real processes and databases in
\`tests/server\`, in browsers in \`tests/e2e\`, in one process elsewhere. A test may try a part of its promise: its title says which.
It is for operators who want to know what was tried, and for contributors who add to it.

A test quotes the promises it tries by their codes, at the end of its title: \`(F1, I3)\`. The tables are generated from these titles:
run \`npx vitest run tests/project/reliability.test.ts -u\` after a change.

## What always holds

${markdownTable(['Code', 'Promise', 'Tests'], Object.entries(INVARIANTS).flatMap(rows))}

## What may go wrong

${markdownTable(['Code', 'Fault', 'Tests'], Object.entries(FAULTS).flatMap(rows))}

\`tests/nodes/check-crowd.ts\` checks, after each fault of nodes and at rest: no hole in the log and no broken invariant; every page,
and what every node serves, equal to a replay; a stored state and the entry after it, for each type of entry; an exported file read
again; every acknowledged operation in the log once, and answered so again, ten times, by every node; every refusal shown; nothing of a
person between their ban and its end.

## Mixing them

\`npm run chaos -- --minutes 30 --seed 1\` starts two to four nodes with PostgreSQL, Redis and a proxy that harms packets, and has sixteen
people work in one debate while these faults happen, drawn from the seed. After each it checks all of the above, how long it took until
all were equal, and the memory of each node. At the end it prints what happened and what it found; the same seed repeats the plan.

\`npx tsx tests/nodes/run.ts --people 200 --pace 4000 --away 60\` is the long form of a few: Redis away for a minute, and restarts under two
hundred people, of whom 95 in 100 are back within five seconds. It fails if they are not. With \`--from COMMIT\` the nodes begin with the
server of that commit and are upgraded one after the other, with people on both (I11). With \`--disk 400\`, as root, the database has a small
disk, which is full for a while (F4).

Next: [testing](testing.md), [operating a server](operating.md).
`;
}
