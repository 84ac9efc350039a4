import { expect, test } from 'vitest';
import { POST as becomeAdministrator } from '../../app/api/administrator/route.ts';
import { parley } from '../../server/handle.ts';
import { connectLive } from '../support/live-client.ts';
import { withTestServer } from '../support/live-debates.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer } from '../support/test-server.ts';

const SEEDED = 'made-in-china-2025';
const HOUR = 60 * 60 * 1_000;

/** Read at each start. */
const settings: Record<string, string> = {};
/** Milliseconds the server’s clock goes ahead. */
let ahead = 0;
const server = withTestServer(() => startTestServer({ settings, now: () => Date.now() + ahead }));

const browser = () => new TestBrowser(() => server().origin);

/** The code of the link that the last start printed. */
function printedCode(): string {
  const link = server().administratorLink ?? expect.fail('no link');
  return new URL(link, server().origin).searchParams.get('code') ?? '';
}

async function restart(link: 'always' | 'first'): Promise<void> {
  settings.ADMIN_LINK = link;
  await server().restart();
}

test('[AU18] a further administrator is who opens the link that ADMIN_LINK=always prints, within an hour', async () => {
  const first = printedCode();
  await signedInWithAccount(() => server().origin, { name: 'Root', administrator: true });
  const entered = { name: 'Eve', mail: 'eve@example.org', password: 'walnut river ink' };
  const refused = async (code: string) =>
    (await browser().send(becomeAdministrator, { ...entered, code })).refused?.code;

  await restart('always');
  expect(await refused(first), 'a link from before there was an administrator').toBe('code_wrong');
  ahead = HOUR;
  expect(await refused(printedCode()), 'after an hour').toBe('code_wrong');
  await restart('always');
  const eve = browser();
  const used = printedCode();
  expect((await eve.send(becomeAdministrator, { ...entered, code: used })).to).toBe('/admin');
  expect(await eve.who()).toMatchObject({ name: 'Eve', administrator: true });
  expect(await refused(used), 'a second time').toBe('code_wrong');
  const tab = await connectLive(server().origin, { cookie: eve.cookie });
  const opened = await tab.open(SEEDED);
  const own = tab.snapshot().participants.find((one) => opened.ok && one.id === opened.participantId);
  expect(own?.role, 'the sample debate is for the first').toBe('debater');
  tab.close();

  await restart('always');
  const unused = printedCode();
  await restart('first');
  expect(server().administratorLink).toBeNull();
  expect(await refused(unused), 'without the setting').toBe('code_wrong');
});

test('[AU18] an administrator by the link stays one when a provider no longer claims it', async () => {
  await restart('always');
  const ann = await signedInWithAccount(() => server().origin, { name: 'Ann' });
  const { id } = (await ann.who()) ?? expect.fail('not signed in');
  const { people } = parley();
  await people.administerBy('school', id, true);
  expect((await ann.send(becomeAdministrator, { code: printedCode() })).to).toBe('/admin');
  await people.administerBy('school', id, false);
  await people.keepAdministratorsBy([]);
  expect(await ann.who()).toMatchObject({ administrator: true });
});
