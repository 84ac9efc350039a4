import pg from 'pg';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { expect, test, withServer } from './fixtures.ts';

let postgres: TestPostgres;
const server = withServer({
  settings: async () => {
    postgres = await startPostgres({ fsync: false });
    return { DATABASE_URL: postgres.url, LOG_LEVEL: 'info' };
  },
});
test.afterAll(async () => {
  // The server has its connections until it is stopped, which comes after this: they are cut.
  await postgres?.stop();
});

/** The lines the server prints for people, not for programs: its address, and the link to its administration. */
const GREETING = /^(Parley is at|The first person to open this link)/;
const PATHS = [
  '/',
  '/?q=%00',
  '/debates/none',
  '/api/none',
  '/api/debates/d/history?at=x',
  '/join/a%00',
  '/sign-in?code=x',
];

test('[RL7] a page that fails shows the id that its log line has, and all the server prints is JSON', async ({
  newPerson,
}) => {
  const { origin } = server();
  for (const path of PATHS) expect((await fetch(origin + path)).status, path).toBeLessThan(500);
  for (const type of ['application/json', 'application/x-www-form-urlencoded'])
    for (const path of ['/api/guest', '/api/join', '/api/sign-in/password', '/api/debates'])
      for (const body of ['{"name":"a\\u0000b"}', 'name=a%00b', '{"name":"\\ud800"}', '']) {
        const headers = { origin, 'content-type': type };
        const answer = await fetch(origin + path, { method: 'POST', headers, body, redirect: 'manual' });
        expect(answer.status, `${path} ${body}`).toBeLessThan(500);
      }

  // A list that no release has written: the first page cannot be made.
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`UPDATE debate SET listing = '{"motion":"Words of Ann"}'`);
  await client.end();
  const ann = await newPerson('Ann');
  ann.watch.expectError(/status of 500|React error #441/);
  const answer = await ann.page.goto('/');
  expect(answer?.status()).toBe(500);
  const id = (await answer?.headerValue('x-request-id')) ?? '';
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await expect(ann.page.getByText('If you report this, include')).toContainText(id);

  const ofRequest = () =>
    server()
      .log.split('\n')
      // The last one may still be on its way.
      .slice(0, -1)
      .filter((line) => !GREETING.test(line))
      .map((line) => JSON.parse(line))
      .filter(({ request }) => request === id);
  await expect.poll(ofRequest).toMatchObject([{ level: 'error', err: { name: 'ZodError' } }]);
  expect(server().log).not.toContain('Words of Ann');
});
