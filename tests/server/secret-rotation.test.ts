import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { POST as invite } from '../../app/api/debates/[id]/invitations/route.ts';
import { POST as makeWebhook } from '../../app/api/v1/debates/[id]/webhooks/route.ts';
import { OTHER_SECRET } from '../../server/compose/secrets.ts';
import { parley } from '../../server/handle.ts';
import { UnsubscribeTokens } from '../../server/services/notifications/unsubscribe-tokens.ts';
import { claim, connect, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';
import { startWebhookSink, type WebhookSink } from '../support/webhook-sink.ts';

const [OLD, NEW] = [
  'the secret of the first year, long enough',
  'the secret of the second year, long enough',
];
const WITHIN = { timeout: 30_000, interval: 20 };
const settings: Record<string, string> = { WEBHOOKS: 'any', AUTH_SECRET: OLD };
const server = withTestServer(() => startTestServer({ settings }));

/** Restarts the server with these secrets. */
async function restartWith(current: string, previous = ''): Promise<void> {
  Object.assign(settings, { AUTH_SECRET: current, AUTH_SECRET_PREVIOUS: previous });
  await server().restart();
}

let sink: WebhookSink;
beforeAll(async () => {
  sink = await startWebhookSink();
});
afterAll(() => sink.stop());

async function post(
  route: (request: Request, context: never) => Promise<Response>,
  debateId: string,
  cookie: string,
  body: object,
) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie, 'content-type': 'application/json' };
  const request = new Request(origin, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await route(request, { params: Promise.resolve({ id: debateId }) } as never)).json();
}

const nameOf = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie })))?.name ?? null;

/** The join codes a debate's owner is shown. */
async function codesOf(debateId: string, cookie: string): Promise<(string | null)[]> {
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const listed = person && (await parley().invitations.list(debateId, person));
  return listed?.ok ? listed.invitations.map(({ token }) => token) : [];
}

/** The next message a change brings to the webhook is signed with its secret. */
async function expectSigned(debateId: string, cookie: string, key: string, secret: string): Promise<void> {
  const before = sink.received.length;
  const owner = await connect({ cookie });
  await owner.open(debateId);
  expect(await owner.submit(claim(key))).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(sink.received.length).toBeGreaterThan(before), WITHIN);
  const { headers, body } = sink.received.at(-1) ?? expect.fail('no message');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const own = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', own).update(signed).digest('base64')}`,
  );
}

describe('[SF1] AUTH_SECRET of a running installation is rotated', () => {
  test('people stay signed in, and codes, webhooks and links made before go on working', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const wanted = { kind: 'code', role: 'debater', holds: 'week', limit: null };
    const { invitation } = await post(invite, debateId, cookie, wanted);
    const { secret } = await post(makeWebhook, debateId, cookie, { url: sink.url });
    const person = (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
    const known = new Headers({ cookie: parley().knownBrowsers.remember(person.id).split(';')[0] ?? '' });
    const unsubscribe = new UnsubscribeTokens([OLD]).of(person.id);

    await restartWith(NEW, OLD);
    expect(await nameOf(cookie)).toBe('Olga');
    expect(parley().knownBrowsers.keyOf(known, person.id)).not.toBeNull();
    expect(await codesOf(debateId, cookie)).toEqual([invitation.token]);
    expect((await parley().invitations.look(invitation.token, '192.0.2.1')).ok).toBe(true);
    expect(new UnsubscribeTokens([NEW, OLD]).read(unsubscribe)).toBe(person.id);
    expect(new UnsubscribeTokens([NEW, OLD]).of(person.id)).toBe(new UnsubscribeTokens([NEW]).of(person.id));
    await expectSigned(debateId, cookie, 'during', secret);

    const later = await server().signIn('Later');
    const ownDebate = await makeOwnDebate('private');
    const other = await post(invite, ownDebate.debateId, ownDebate.cookie, wanted);

    await restartWith(NEW);
    // Signed in by the secret that is gone: nobody. What was stored by it has been sealed again by the new one.
    expect(await nameOf(cookie)).toBeNull();
    expect(await nameOf(later)).toBe('Later');
    expect((await parley().invitations.look(invitation.token, '192.0.2.1')).ok).toBe(true);
    expect(await codesOf(ownDebate.debateId, ownDebate.cookie)).toEqual([other.invitation.token]);
    const writer = await server().signIn('Writer');
    const member =
      (await parley().auth.currentPerson(new Headers({ cookie: writer }))) ?? expect.fail('nobody');
    expect(await parley().invitations.accept(invitation.token, member, '192.0.2.1')).toMatchObject({
      ok: true,
    });
    await expectSigned(debateId, writer, 'after', secret);
  });

  test('without the previous secret nothing of before is accepted', async () => {
    await restartWith(OLD);
    const { debateId, cookie } = await makeOwnDebate('private');
    const wanted = { kind: 'code', role: 'debater', holds: 'week', limit: null };
    const { invitation } = await post(invite, debateId, cookie, wanted);
    await restartWith(NEW);
    expect(await nameOf(cookie)).toBeNull();
    expect((await parley().invitations.look(invitation.token, '192.0.2.1')).ok).toBe(false);
  });
  test('a start with another secret warns once, a rotation does not', async () => {
    const warnings = () => server().logs.filter((line) => JSON.parse(line).msg === OTHER_SECRET).length;
    await restartWith(OLD, NEW);
    const before = warnings();
    await restartWith(NEW, OLD);
    await restartWith(NEW);
    expect(warnings()).toBe(before);
    await restartWith(OLD);
    await restartWith(OLD);
    expect(warnings()).toBe(before + 1);
    expect(server().logs.join('')).not.toContain(OLD);
  });
});
