import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as allow } from '../../app/api/admin/allow/route.ts';
import { POST as chooseRule } from '../../app/api/admin/starts/route.ts';
import { POST as makeDebate } from '../../app/api/debates/route.ts';
import { POST as importDebate } from '../../app/api/imports/route.ts';
import { START_RULES, type StartRule } from '../../server/auth/start-rules.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { DebateStarts } from '../../server/services/debates/debate-starts.ts';
import { startDatabase } from '../support/database.ts';
import { join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import { TestBrowser } from '../support/test-browser.ts';

const server = withTestServer();

const DEBATE = { title: 'Tea', motion: 'Tea is better.', positions: [], visibility: 'private' };
const GRAPH = 'x It holds\ny It is old\n#\ny x\n';

async function guest(): Promise<TestBrowser> {
  const browser = new TestBrowser(() => server().origin);
  const signedIn = await parley().auth.signInGuest('Gil', browser.headers);
  const headers = new Headers();
  for (const line of signedIn.ok ? signedIn.cookies : []) headers.append('set-cookie', line);
  browser.keep(new Response(null, { headers }));
  return browser;
}
const account = () => signedInWithAccount(() => server().origin);
const administrator = () => signedInWithAccount(() => server().origin, { administrator: true });

/** The refusal of an answer; null where a debate was made. */
async function refusalOf(answer: Response): Promise<string | null> {
  const body = await answer.json();
  expect(answer.status).toBe(body.ok ? 201 : 403);
  return body.ok ? null : body.rejection.code;
}

function requestBy(headers: Headers, path: string, body: string): Request {
  headers.set('content-type', 'application/json');
  headers.set('content-length', String(body.length));
  return new Request(`${server().origin}${path}`, { method: 'POST', headers, body });
}

/** The refusals of a new debate, a duplicate and an import: all ways to start one. */
async function tried(headers: () => Headers, from: string): Promise<(string | null)[]> {
  const duplicate = { ...DEBATE, from: { debateId: from, claims: true } };
  return [
    await refusalOf(await makeDebate(requestBy(headers(), '/api/debates', JSON.stringify(DEBATE)))),
    await refusalOf(await makeDebate(requestBy(headers(), '/api/debates', JSON.stringify(duplicate)))),
    await refusalOf(
      await importDebate(requestBy(headers(), '/api/imports?name=a.tgf&visibility=private', GRAPH)),
    ),
  ];
}

const every = (code: string | null) => [code, code, code];

let ada: TestBrowser;
const choose = async (rule: StartRule) => (await ada.send(chooseRule, { rule })).flash?.done;

beforeEach(async () => {
  ada = await administrator();
  await choose('anyone');
});

describe('the right to start debates', () => {
  test('[AD1] guests, accounts, approved accounts and administrators start debates as the rule says, in every way there is', async () => {
    const { debateId } = await makeOwnDebate('public');
    const [gil, ann, ben] = [await guest(), await account(), await account()];
    const benId = (await ben.who())?.id ?? '';
    expect((await ada.send(allow, { id: benId, allowed: 'yes' })).flash?.done).toBe('startAllowed');
    const all = async () =>
      Promise.all([gil, ann, ben, ada].map((browser) => tried(() => browser.headers, debateId)));
    expect(await all()).toEqual([every(null), every(null), every(null), every(null)]);
    await choose('accounts');
    expect(await all()).toEqual([every('start_accounts'), every(null), every(null), every(null)]);
    await choose('invited');
    expect(await all()).toEqual([every('start_invited'), every('start_invited'), every(null), every(null)]);
    await choose('administrators');
    const refused = every('start_administrators');
    expect(await all()).toEqual([refused, refused, refused, every(null)]);
    await choose('invited');
    await ada.send(allow, { id: benId, allowed: 'no' });
    expect(await tried(() => ben.headers, debateId)).toEqual(every('start_invited'));
  });

  test('[AD1] a token starts debates as its owner may, also after the rule changed', async () => {
    const { debateId } = await makeOwnDebate('public');
    const ann = await account();
    const { secret } = await ann.send(makeToken, {
      name: 'robot',
      days: '7',
      'scope-read': 'on',
      'scope-write': 'on',
    });
    const headers = () =>
      new Headers({ host: new URL(server().origin).host, authorization: `Bearer ${secret}` });
    expect(await tried(headers, debateId)).toEqual(every(null));
    await choose('administrators');
    expect(await tried(headers, debateId)).toEqual(every('start_administrators'));
  });

  test('[AD1] a file is not looked into for a person who may not import it', async () => {
    await choose('accounts');
    const gil = await guest();
    const looked = await importDebate(requestBy(gil.headers, '/api/imports?name=a.tgf', GRAPH));
    expect([looked.status, (await looked.json()).rejection.code]).toEqual([403, 'start_accounts']);
  });

  test('[AD1] only administrators change the rule and approve accounts; guests are not approved', async () => {
    const [gil, ann] = [await guest(), await account()];
    const gilId = (await gil.who())?.id ?? '';
    expect((await ann.send(chooseRule, { rule: 'administrators' })).refused?.code).toBe('not_allowed');
    expect((await ann.send(allow, { id: gilId, allowed: 'yes' })).refused?.code).toBe('not_allowed');
    expect((await ada.send(allow, { id: gilId, allowed: 'yes' })).refused?.code).toBe('account_required');
    expect((await ada.send(allow, { id: 'u_x', allowed: 'yes' })).refused?.code).toBe('unknown_participant');
    expect((await ada.send(chooseRule, { rule: 'nobody' })).refused?.code).toBe('invalid');
    expect(await parley().debateStarts.setting()).toEqual({ rule: 'anyone', fixed: false });
  });

  test('[AD2] [AD4] a rule holds at once on another server of the same database, and each change is logged by ids', async () => {
    const { database, stop } = await startDatabase();
    const lines: string[] = [];
    const logger = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const [one, other] = [0, 1].map(
      () => new DebateStarts({ database, fixed: null, logger, quotas: { problem: async () => null } }),
    );
    const by = (await ada.who()) ?? expect.fail('nobody');
    expect(await other?.problem(null)).toBeNull();
    expect(await one?.choose(by, 'accounts')).toEqual({ ok: true });
    expect(await other?.problem(null)).toBe('start_accounts');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { administrator: by.id, rule: 'accounts', msg: 'an administrator chose who may start debates' },
    ]);
    await stop();
  });

  test('[AD2] a rule that the environment sets is changed on no page', async () => {
    const { database, stop } = await startDatabase();
    const by = (await ada.who()) ?? expect.fail('nobody');
    for (const rule of START_RULES) {
      const { startDebates: fixed } = readEnv({ START_DEBATES: rule });
      const starts = new DebateStarts({
        database,
        fixed,
        logger: pino({ level: 'silent' }),
        quotas: { problem: async () => null },
      });
      expect(await starts.setting()).toEqual({ rule, fixed: true });
      expect(await starts.choose(by, 'anyone')).toMatchObject({ rejection: { code: 'not_allowed' } });
    }
    expect(() => readEnv({ START_DEBATES: 'everybody' })).toThrow(/START_DEBATES must be one of anyone/);
    await stop();
  });

  test('[AD3] moderators who are guests form small groups where only administrators start debates', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    await choose('administrators');
    const olga = (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
    const groups = [{ name: 'One', members: [ann.id, ben.id] }];
    expect(await parley().groups.form(debateId, olga, { groups, claims: false })).toMatchObject({ ok: true });
  });
});
