import { expect, test } from 'vitest';
import { readImport } from '#server/services/imports/read-import.ts';
import { aDebate, articleOf, SOURCE } from '#tests/support/debate-builder.ts';
import { written } from '#tests/support/exchanged.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const PIECE = 'x'.repeat(200_000);

test('a debate whose reveal made its articles longer than its limit is imported again', async () => {
  const ids = ['s-1', 's-2', 's-3', 's-4'];
  const write = (sourceId: string) => articleOf(sourceId, ['', PIECE]);
  const debate = aDebate();
  for (const sourceId of ids) debate.does('olga', { ...SOURCE, sourceId }, write(sourceId));
  debate.does('olga', setAgenda([{ ...WRITING, may: ['add', 'comment'] }, OPEN]), turnTo(WRITING.id));
  for (const [who, sourceId] of [
    ['olga', 's-5'],
    ['mona', 's-6'],
  ] as const)
    debate.does(who, { ...SOURCE, sourceId }, write(sourceId));
  debate.does('olga', turnTo(OPEN.id, WRITING.id));
  const bytes = written('parley', {
    state: { ...debate.state, numbering: null },
    names: new Map(),
    kept: [],
  });
  const owner = { ownerId: 'ivan', visibility: 'unlisted' } as const;
  const articles: string[] = [];
  const read = await readImport(
    { fileName: 'debate.json', format: null, bytes, now: debate.now, owner },
    (entries) => {
      for (const { payload } of entries)
        articles.push(...(JSON.stringify(payload).match(/x{200000}/g) ?? []));
    },
  );
  expect(read).not.toHaveProperty('problem');
  expect(articles).toHaveLength(6);
});
