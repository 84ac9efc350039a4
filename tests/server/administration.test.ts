import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as appoint } from '../../app/api/admin/appoint/route.ts';
import { POST as endSignIns } from '../../app/api/admin/end/route.ts';
import { POST as eraseOther } from '../../app/api/admin/erase/route.ts';
import { POST as becomeAdministrator } from '../../app/api/administrator/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { fromSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { unpackReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { unreadItems } from '../../domain/unread/unread-items.ts';
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
    const before = server.administratorLink;
    await server.restart();
    const ann = browser();
    await ann.send(signInGuest, { name: 'Ann' });
    const tab = await connectLive(server.origin, { cookie: ann.cookie });
    const asGuest = await tab.open(SEEDED);
    const code = codeOf(server.administratorLink);
    const tried = async (fields: Record<string, string>) =>
      (await ann.send(becomeAdministrator, { code, ...ADMIN, ...fields })).refused?.code;
    expect(await tried({ code: 'x' })).toBe('code_wrong');
    expect(await tried({ mail: '' })).toBe('email_malformed');
    expect(await tried({ password: 'password' })).toBe('password_common');
    expect((await ann.send(becomeAdministrator, { code, ...ADMIN })).to).toBe('/admin');
    expect(await tab.closed).toBe('io server disconnect');
    expect(await ann.who()).toMatchObject({ name: 'Ann', kind: 'account', administrator: true });
    const owner = await connectLive(server.origin, { cookie: ann.cookie });
    const welcome = await owner.open(SEEDED);
    const participantId = welcome.ok ? welcome.participantId : null;
    const roles = owner.snapshot().participants.filter(({ id }) => id === participantId);
    expect(roles).toMatchObject([{ role: 'owner' }]);
    const noted = await owner.socket.emitWithAck('seen', {});
    const seen = noted.ok ? unpackReadMarks(noted.seen) : expect.fail(noted.rejection.code);
    // [NW3] Others wrote all of it before: on the first visit none of it is new.
    expect(unreadItems(fromSnapshot(owner.snapshot()), participantId, { seen })).toEqual([]);
    expect(asGuest.ok && asGuest.participantId).not.toBe(participantId);
    expect(await owner.submit({ type: 'debate.edit', title: 'China 2025' })).toMatchObject({ ok: true });
    owner.close();
    for (const link of [before, server.administratorLink]) {
      expect(
        (await browser().send(becomeAdministrator, { ...ADMIN, code: codeOf(link) })).refused?.code,
      ).toBe('code_wrong');
    }
    await server.restart();
    expect(server.administratorLink).toBeNull();
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
    // Of people who came in the same millisecond, any may be first.
    const newest = expect.objectContaining({ name: 'Person 60', kind: 'guest', signIns: 1 });
    expect(first.rows.slice(0, 10)).toContainEqual(newest);
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

  test('[RL10] ends sign-ins and deletes accounts with a line in the log, by the ids of both', async () => {
    const ann = browser();
    await ann.send(signInByPassword, { mail: ADMIN.mail, password: ADMIN.password });
    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    const [administrator, person] = [(await ann.who())?.id, (await gil.who())?.id ?? ''];
    const from = server.logs.length;
    await ann.send(endSignIns, { id: person });
    await ann.send(eraseOther, { id: person, what: 'name' });
    const lines = server.logs.slice(from).map((line) => JSON.parse(line) as { msg: string });
    const ended = { msg: 'all sign-ins of a person ended', person, administrator };
    const erased = { msg: 'a person is erased', person, administrator, words: false };
    expect(lines.filter(({ msg }) => msg === ended.msg || msg === erased.msg)).toMatchObject([
      ended,
      ended,
      erased,
    ]);
  });

  test('[AU25] makes others administrators, and takes that back; not guests, and nobody themselves', async () => {
    const ann = browser();
    await ann.send(signInByPassword, { mail: ADMIN.mail, password: ADMIN.password });
    const [ben, gil] = [browser(), browser()];
    await gil.send(signInGuest, { name: 'Gil' });
    const { auth, people } = parley();
    const benId = await people.create({ name: 'Ben', email: 'ben@example.org' });
    const headers = new Headers();
    for (const line of await auth.signIn(benId, 'mail', ben.headers)) headers.append('set-cookie', line);
    ben.keep(new Response(null, { headers }));
    const [annId, gilId] = [(await ann.who())?.id ?? '', (await gil.who())?.id ?? ''];
    const tried = async (by: TestBrowser, id: string, administrator: 'yes' | 'no') => {
      const { refused, flash } = await by.send(appoint, { id, administrator });
      return refused?.code ?? flash?.done;
    };
    expect(await tried(ben, benId, 'yes')).toBe('not_allowed');
    expect(await tried(gil, gilId, 'yes')).toBe('not_allowed');
    expect(await tried(ann, gilId, 'yes')).toBe('account_required');
    expect(await tried(ann, annId, 'no')).toBe('not_allowed');
    expect(await tried(ann, benId, 'yes')).toBe('appointed');
    expect(await ben.who()).toMatchObject({ administrator: true });
    expect(await tried(ann, benId, 'no')).toBe('dismissed');
    expect(await ben.who()).toMatchObject({ administrator: false });
    expect(await tried(ben, annId, 'no')).toBe('not_allowed');
    const kept = await ann.send(endSignIns, { id: gilId, find: 'Gil & Co', page: '3' });
    expect(kept.to).toBe('/admin?find=Gil+%26+Co&page=3');
  });

  test('[AU19] finds people by name or address among thousands, and debates by title, and turns the pages', async () => {
    const { people, administration, debateLists } = parley();
    const names = upTo(5_000).map((n) => `Row ${n}`);
    // As many at once as the database takes.
    for (let at = 0; at < names.length; at += 50)
      await Promise.all(names.slice(at, at + 50).map((name) => people.create({ name })));
    await people.create({ name: 'Zoë 100%_\\', email: 'odd_one@example.org' });
    const all = await administration.people(1, 'row');
    expect(all).toMatchObject({ count: 5_000, page: 1, pages: 100 });
    const last = await administration.people(100, 'ROW');
    expect(last.rows).toHaveLength(50);
    expect(await administration.people(101, 'row')).toEqual(last);
    const seen = new Set([...all.rows, ...last.rows].map(({ id }) => id));
    expect(seen.size).toBe(100);
    const found = async (wanted: string) =>
      (await administration.people(1, wanted)).rows.map(({ name }) => name);
    expect(await found('Row 4321')).toEqual(['Row 4321']);
    for (const wanted of ['zoë', 'odd_one@', '100%_', '%_\\', ' Zoë '])
      expect(await found(wanted)).toEqual(['Zoë 100%_\\']);
    expect(await found("'; DROP TABLE app_user; --")).toEqual([]);
    expect((await administration.debates(1, 'china')).rows.map(({ id }) => id)).toContain(SEEDED);
    expect((await administration.debates(1, 'no such title')).rows).toEqual([]);
    expect((await debateLists.list(null)).map(({ id }) => id)).toContain(SEEDED);
  });
});
