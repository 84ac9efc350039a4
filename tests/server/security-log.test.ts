import { expect, test } from 'vitest';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as restrict } from '../../app/api/admin/restrict/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { parley } from '../../server/handle.ts';
import { connectLive } from '../support/live-client.ts';
import { withMailingServer } from '../support/mailing-server.ts';
import { TestBrowser } from '../support/test-browser.ts';

const running = withMailingServer();
const mail = 'ann@example.org';
const password = 'walnut river ink';

/** The lines logged since, with the fields checked here. */
function linesSince(from: number) {
  return running.server.logs
    .slice(from)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ msg, method, code }) => [msg, method ?? code].filter(Boolean).join(': '));
}

test('[RL10] the log has sign-ins and their ends, failed tries and refused access, and nobody’s name', async () => {
  const ann = new TestBrowser(() => running.server.origin);
  await ann.send(mailLink, { mail });
  await ann.send(openLink, { code: running.mailedCode(mail), name: 'Ann Lee' });
  await ann.send(changePassword, { password });
  let from = running.server.logs.length;
  const elsewhere = new TestBrowser(() => running.server.origin);
  await elsewhere.send(signInByPassword, { mail, password: 'not the right one' });
  await elsewhere.send(signInByPassword, { mail, password });
  await elsewhere.send(restrict, { debate: 'd_x', restriction: 'closed', reason: 'Spam' });
  await ann.send(endAll);
  expect(linesSince(from)).toEqual([
    'a request was refused: sign_in_wrong',
    'a browser was signed in: password',
    'a request was refused: not_allowed',
    'all sign-ins of a person ended',
  ]);

  from = running.server.logs.length;
  const guest = await connectLive(running.server.origin, { cookie: await running.server.signIn('Gil') });
  expect(await guest.open('made-in-china-2025')).toMatchObject({ ok: true });
  await guest.submit({ type: 'debate.setStatus', status: 'closed' });
  expect(linesSince(from)).toEqual(['a browser was signed in: guest', 'an event was refused: not_allowed']);
  guest.close();

  await elsewhere.send(signInByPassword, { mail, password });
  const person = (await parley().auth.currentPerson(elsewhere.headers)) ?? expect.fail('signed out');
  from = running.server.logs.length;
  await parley().tokens.make(person, { name: 'Script', scopes: ['read'], days: 30 });
  for await (const _ of await parley().personExport.write(person));
  expect(linesSince(from)).toEqual(['an access token was made', 'a copy of a person’s data was made']);

  from = running.server.logs.length;
  expect(await parley().auth.recognise(new Headers({ authorization: 'Bearer parley_none' }))).toBeNull();
  expect(linesSince(from)).toEqual(['unknown access token']);
  for (const name of ['Ann Lee', mail, password, 'Gil', '192.0.2.1'])
    expect(running.server.logs.join('\n')).not.toContain(name);
});
