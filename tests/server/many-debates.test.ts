import { expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { database, withErasures } from '../support/erasures.ts';
import { ownDebate } from '../support/live-debates.ts';

withErasures();

test('[LI14] a person finds their own debates, however many public ones changed since', async () => {
  const { debateId, cookie, does } = await ownDebate('unlisted');
  await does({ type: 'debate.configure', template: true });
  await database.query(
    `INSERT INTO debate (id, title, visibility, listing, changed_at)
     SELECT 'd_public_' || n, 'A public one, ' || n, 'public', (SELECT listing FROM debate WHERE id = $1),
            now() + interval '1 minute'
     FROM generate_series(1, 250) AS n`,
    [debateId],
  );
  const { debateLists } = parley();
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const listed = await debateLists.list(person);
  expect(listed.map(({ id }) => id)).toContain(debateId);
  expect(listed.filter(({ title }) => title.startsWith('A public one, ')).length).toBe(200);
  expect((await debateLists.readable(person)).map(({ id }) => id)).toContain(debateId);
  const templates = await debateLists.templates(person);
  expect(templates.length).toBe(201);
  expect(templates.map(({ id }) => id)).toContain(debateId);
  expect((await debateLists.list(null)).map(({ id }) => id)).not.toContain(debateId);
});
