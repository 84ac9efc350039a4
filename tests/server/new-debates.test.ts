import { describe, expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { startDatabase } from '../support/database.ts';
import { withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

/** One entry of a debate, which no reader here folds. */
const entryAt = (seq: number) => ({
  seq,
  at: seq,
  actor: 'm_owner',
  author: 'm_owner',
  shape: 1,
  type: 't',
  payload: {},
});

/** A sign-in of someone whose account is removed before they are stored as a participant. */
async function leaving() {
  const cookie = await server().signIn('Lea');
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  return { ...(person ?? expect.fail('nobody')), id: 'u_gone' };
}

const titles = async () => (await parley().debateLists.list(null)).map(({ title }) => title);

describe('a new debate is never shown without its owner', () => {
  test('made on the page', async () => {
    const input = { title: 'Without owner', motion: 'Is it?', visibility: 'public' as const, positions: [] };
    await expect(parley().debates.create(await leaving(), input)).rejects.toThrow();
    expect(await titles()).not.toContain('Without owner');
  });

  test.each([2, 700])('made of a file of %i claims', async (claims) => {
    const lines = Array.from({ length: claims }, (_, index) => `n${index} Claim ${index}`);
    const bytes = Buffer.from(`${lines.join('\n')}\n#\nn1 n0\n`);
    const brought = { bytes, fileName: `lonely-${claims}.tgf`, format: null };
    const before = await titles();
    await expect(parley().imports.create(await leaving(), brought, 'public')).rejects.toThrow();
    expect(await titles()).toEqual(before);
  });

  test.each([1, 1_200])('and has all participants when it appears, with %i entries', async (entries) => {
    const { database, stop } = await startDatabase();
    const { prisma } = database;
    await prisma.user.create({ data: { id: 'u_olga', name: 'Olga' } });
    const participants = [
      { id: 'm_owner', userId: 'u_olga', name: 'Olga' },
      { id: 'm_file', userId: null, name: 'Plato' },
    ];
    const debate = { id: 'd_new', title: 'New', visibility: 'public', listing: {}, participants };
    const all = Array.from({ length: entries }, (_, index) => entryAt(index + 1));
    expect(await new DatabaseLog(database).createDebate(debate, all)).toBe('created');
    const stored = await prisma.debate.findUnique({
      where: { id: 'd_new' },
      select: {
        visibility: true,
        head: true,
        changedAt: true,
        participants: { select: { id: true, userId: true, name: true }, orderBy: { name: 'asc' } },
      },
    });
    expect(stored).toEqual({
      visibility: 'public',
      head: entries,
      changedAt: new Date(entries),
      participants,
    });
    await stop();
  });
});
