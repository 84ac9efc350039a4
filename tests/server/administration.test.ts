import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as endSignIns } from '../../app/api/admin/end/route.ts';
import { POST as becomeAdministrator } from '../../app/api/administrator/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { parley } from '../../server/handle.ts';
import { connectLive } from '../support/live-client.ts';
import { upTo } from '../support/log-node.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const SEEDED = 'made-in-china-2025';
const ADMIN = { name: 'Ann', mail: 'ann@example.org', password: 'walnut river ink' };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

const browser = () => new TestBrowser(() => server.origin);

function codeOf(link: string | null): string {
  return new URL(link ?? expect.fail('no link'), server.origin).searchParams.get('code') ?? '';
}

describe('the first administrator', () => {
  test('[AU18] is who opens the link each start prints, once; they own the seeded debate, and keep what they did', async () => {
    const before = server.firstAdministrator;
    await server.restart();
    const ann = browser();
    await ann.send(signInGuest, { name: 'Ann' });
    const tab = await connectLive(server.origin, { cookie: ann.cookie });
    const asGuest = await tab.open(SEEDED);
    const code = codeOf(server.firstAdministrator);
    const tried = async (fields: Record<string, string>) =>
      (await ann.send(becomeAdministrator, { code, ...ADMIN, ...fields })).refused?.code;
    expect(await tried({ code: 'x' })).toBe('code_wrong');
    expect(await tried({ mail: '' })).toBe('mail_malformed');
    expect(await tried({ password: 'password' })).toBe('password_common');
    expect((await ann.send(becomeAdministrator, { code, ...ADMIN })).to).toBe('/admin');
    expect(await tab.closed).toBe('io server disconnect');
    expect(await ann.who()).toMatchObject({ name: 'Ann', kind: 'account', administrator: true });
    const owner = await connectLive(server.origin, { cookie: ann.cookie });
    const welcome = await owner.open(SEEDED);
    const participantId = welcome.ok ? welcome.participantId : null;
    const roles = owner.snapshot().participants.filter(({ id }) => id === participantId);
    expect(roles).toMatchObject([{ role: 'owner' }]);
    expect(asGuest.ok && asGuest.participantId).not.toBe(participantId);
    expect(await owner.submit({ type: 'debate.edit', title: 'China 2025' })).toMatchObject({ ok: true });
    owner.close();
    for (const link of [before, server.firstAdministrator]) {
      expect(
        (await browser().send(becomeAdministrator, { ...ADMIN, code: codeOf(link) })).refused?.code,
      ).toBe('code_wrong');
    }
    await server.restart();
    expect(server.firstAdministrator).toBeNull();
    const elsewhere = browser();
    await elsewhere.send(signInByPassword, { mail: ADMIN.mail, password: ADMIN.password });
    expect(await elsewhere.who()).toMatchObject({ administrator: true });
  });

  test('[AU19] sees people and debates by pages, and ends the sign-ins of others; nobody else does', async () => {
    const ann = browser();
    await ann.send(signInByPassword, { mail: ADMIN.mail, password: ADMIN.password });
    for (const n of upTo(60)) await server.signIn(`Person ${n}`);
    const { administration } = parley();
    const [first, second] = [await administration.people(1), await administration.people(2)];
    expect(first).toMatchObject({ page: 1, pages: 2 });
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({ name: 'Person 60', kind: 'guest', signIns: 1 });
    expect(second.rows.map(({ name }) => name)).toContain('Ann');
    expect(first.rows.length + second.rows.length).toBe(first.count);
    for (const asked of [0, -1, 99, Number.NaN])
      expect((await administration.people(asked)).rows.length).toBeGreaterThan(0);
    expect((await administration.debates(1)).rows).toMatchObject([{ id: SEEDED, visibility: 'public' }]);

    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    const [annId, gilId] = [(await ann.who())?.id ?? '', (await gil.who())?.id ?? ''];
    expect((await gil.send(endSignIns, { id: annId })).refused).toEqual({ code: 'not_allowed' });
    expect(await ann.who()).not.toBeNull();
    const tab = await connectLive(server.origin, { cookie: gil.cookie });
    await tab.open(SEEDED);
    await ann.send(endSignIns, { id: gilId });
    expect(await tab.closed).toBe('io server disconnect');
    expect(await gil.who()).toBeNull();
  });
});
