import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  DELETE as removeWebhook,
  POST as turnWebhook,
} from '../../app/api/v1/debates/[id]/webhooks/[webhookId]/route.ts';
import { GET as listWebhooks, POST as makeWebhook } from '../../app/api/v1/debates/[id]/webhooks/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { SecretBox } from '../../server/auth/secrets/secret-box.ts';
import {
  type ChangeMessage,
  Deliveries,
  LOOKED_AT_AGAIN_AFTER,
  TRIED_AGAIN_AFTER,
} from '../../server/services/webhooks/deliveries.ts';
import { hookedDebate, MAKERS } from '../support/hooked-debate.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { addClaim, submitAs } from '../support/log-node.ts';
import { startTestServer } from '../support/test-server.ts';
import { startWebhookSink, type WebhookSink } from '../support/webhook-sink.ts';

/** Milliseconds the server’s clock goes ahead. */
let ahead = 0;
const server = withTestServer(() =>
  startTestServer({ settings: { WEBHOOKS: 'any' }, now: () => Date.now() + ahead }),
);
const RESUME = { action: 'resume' };
const WITHIN = { timeout: 30_000, interval: 20 };

let sinks: WebhookSink[] = [];
afterEach(async () => {
  await Promise.all(sinks.map((sink) => sink.stop()));
  sinks = [];
});

async function receiver(): Promise<WebhookSink> {
  const sink = await startWebhookSink();
  sinks.push(sink);
  return sink;
}

/** The address of the same receiver with its host written otherwise: for the deliveries it is another one. */
const elsewhere = ({ url }: WebhookSink, zeros: number) =>
  url.replace('127.0.0.1', `127.0.0.${'0'.repeat(zeros)}1`);

async function asked(
  handler: (request: Request, context: never) => Promise<Response>,
  method: string,
  debateId: string,
  cookie: string,
  { body, webhookId = '' }: { body?: unknown; webhookId?: string } = {},
) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie, 'content-type': 'application/json' };
  const request = new Request(origin, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const answer = await handler(request, { params: Promise.resolve({ id: debateId, webhookId }) } as never);
  return { status: answer.status, ...(await answer.json()) };
}

const messagesOf = ({ received }: WebhookSink): ChangeMessage[] =>
  received.map(({ body }) => JSON.parse(body));
const textsAfter = (sink: WebhookSink, messages: number) =>
  messagesOf(sink)
    .slice(messages)
    .flatMap(({ entries }) => entries.map(({ effect }) => 'text' in effect && effect.text));
const typesOf = (sink: WebhookSink) =>
  messagesOf(sink).flatMap(({ entries }) => entries.map(({ effect }) => effect.type));

describe('[WH1] a webhook', () => {
  test('receives changes, signed, from when it was made until it is removed', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await owner.submit(claim('before'));
    const sink = await receiver();
    const made = await asked(makeWebhook, 'POST', debateId, cookie, { body: { url: sink.url } });
    expect(made).toMatchObject({ status: 201, ok: true });
    await owner.submit(claim('after', 'Sent'));
    await vi.waitFor(() => expect(sink.received).toHaveLength(1), WITHIN);
    const [{ headers, body } = expect.fail('nothing')] = sink.received;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(made.secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(Math.abs(Number(headers['webhook-timestamp']) * 1_000 - Date.now())).toBeLessThan(60_000);
    const [message] = messagesOf(sink);
    expect(message).toMatchObject({ type: 'debate.changed', debateId, again: false });
    expect(message?.entries).toMatchObject([{ effect: { type: 'claim.added', text: 'Sent' } }]);

    const listed = await asked(listWebhooks, 'GET', debateId, cookie);
    expect(listed.webhooks).toMatchObject([{ id: made.id, url: sink.url, failures: 0, endedAt: null }]);
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    expect(await asked(removeWebhook, 'DELETE', debateId, cookie, { webhookId: made.id })).toMatchObject({
      status: 200,
    });
    expect(await asked(removeWebhook, 'DELETE', debateId, cookie, { webhookId: made.id })).toMatchObject({
      status: 404,
    });
    expect(await asked(listWebhooks, 'GET', debateId, cookie)).toMatchObject({ webhooks: [] });
  });

  test('goes on after a restart where it was, and nothing is lost in between', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const sink = await receiver();
    sink.answer(500);
    await asked(makeWebhook, 'POST', debateId, cookie, { body: { url: sink.url } });
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await owner.submit(claim('one', 'First'));
    await vi.waitFor(() => expect(sink.received.length).toBeGreaterThan(0), WITHIN);
    await server().restart();
    const refused = sink.received.length;
    sink.answer(200);
    // However often it was refused meanwhile: by then the next try is due.
    ahead += 3_600_000;
    const again = await connect({ cookie });
    await again.open(debateId);
    await again.submit(claim('two', 'Second'));
    await vi.waitFor(() => expect(textsAfter(sink, refused)).toEqual(['First', 'Second']), WITHIN);
  });

  test('[WH2] receives what its maker may see, and nothing once they are no moderator', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await owner.submit({ type: 'debate.setVisibility', visibility: 'public' });
    await owner.submit({ type: 'debate.configure', ballots: 'secret' });
    const mona = await join(debateId, 'Mona');
    expect(
      await asked(makeWebhook, 'POST', debateId, mona.cookie, { body: { url: 'http://127.0.0.1:9' } }),
    ).toMatchObject({
      status: 403,
    });
    await owner.submit({ type: 'participant.appoint', participantId: mona.id, role: 'moderator' });
    const sink = await receiver();
    const made = await asked(makeWebhook, 'POST', debateId, mona.cookie, { body: { url: sink.url } });
    expect(made.status).toBe(201);
    const emil = await join(debateId, 'Emil');
    await emil.submit(claim('one'));
    await emil.submit({ type: 'vote.cast', claimId: 'c_one', answer: 'agree', wording: 1 });
    await emil.submit(claim('two'));
    await vi.waitFor(
      () => expect(typesOf(sink).filter((type) => type === 'claim.added')).toHaveLength(2),
      WITHIN,
    );
    expect(JSON.stringify(sink.received)).not.toMatch(/vote|agree/);
    const before = sink.received.length;
    await owner.submit({ type: 'participant.appoint', participantId: mona.id, role: 'debater' });
    await owner.submit(claim('three'));
    await vi.waitFor(async () => {
      const { webhooks } = await asked(listWebhooks, 'GET', debateId, cookie);
      expect(webhooks[0]).toMatchObject({ endedAt: expect.any(Number), endReason: 'no_access' });
    }, WITHIN);
    expect(JSON.stringify(sink.received.slice(before))).not.toContain('c_three');
    // It would have the access of its maker.
    const resumed = { body: RESUME, webhookId: made.id };
    expect(await asked(turnWebhook, 'POST', debateId, cookie, resumed)).toMatchObject({ status: 403 });
  });

  test('[WH3] goes on after its end with the first change that it has not delivered', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    const sink = await receiver();
    const { id: webhookId } = await asked(makeWebhook, 'POST', debateId, cookie, { body: { url: sink.url } });
    sink.answer(410);
    await owner.submit(claim('one', 'First'));
    const state = async () => (await asked(listWebhooks, 'GET', debateId, cookie)).webhooks[0];
    await vi.waitFor(async () => expect((await state()).endReason).toBe('gone'), WITHIN);
    await owner.submit(claim('two', 'Second'));
    sink.answer(200);
    const refused = sink.received.length;
    const resume = () => asked(turnWebhook, 'POST', debateId, cookie, { body: RESUME, webhookId });
    expect(await resume()).toMatchObject({ status: 200, ok: true });
    expect(await state()).toMatchObject({ endedAt: null, endReason: null, failures: 0 });
    await vi.waitFor(() => expect(textsAfter(sink, refused)).toEqual(['First', 'Second']), WITHIN);
    expect(await resume(), 'a repeat').toMatchObject({ status: 200 });
  });
});

test('[WH2] waits while the debate is in the bin, and goes on where it was once it is back', async () => {
  const { parts, room, hook, at, appointMakers, end } = await hookedDebate();
  await appointMakers();
  const sink = await receiver();
  await hook('w_waiting', sink.url, { madeBy: MAKERS[0] ?? '' });
  const deliveries = new Deliveries(parts);
  const look = async () => {
    await deliveries.look();
    await deliveries.settled();
  };
  const next = MAKERS.length + 1;
  await submitAs(room, 'm_owner', next, { type: 'debate.delete', deleted: true });
  await look();
  const kept = await parts.database.prisma.webhook.findUnique({ where: { id: 'w_waiting' } });
  expect(kept).toMatchObject({ endedAt: null, failures: 0 });
  expect(sink.received).toHaveLength(0);
  await submitAs(room, 'm_owner', next + 1, { type: 'debate.delete', deleted: false });
  await submitAs(room, 'm_owner', next + 2, addClaim('one'));
  at.now += LOOKED_AT_AGAIN_AFTER;
  await look();
  expect(typesOf(sink)).toContain('claim.added');
  await end();
});

describe('[WH3] a receiver that does not take it', () => {
  test('is asked again with the same id, later and later, and given up after three days; nothing else waits for it', async () => {
    const { parts, room, hook, at, end } = await hookedDebate();
    const [bad, good] = [await receiver(), await receiver()];
    await hook('w_bad', bad.url);
    await hook('w_good', good.url);
    const deliveries = new Deliveries(parts);
    const lookOnce = async (node = deliveries) => {
      await node.look();
      await node.settled();
    };
    bad.answer(302);
    await submitAs(room, 'm_owner', 1, addClaim('one'));
    for (const wait of TRIED_AGAIN_AFTER) {
      await lookOnce();
      // Before its time it is not asked.
      at.now += wait - 1;
      const before = bad.received.length;
      await lookOnce();
      expect(bad.received).toHaveLength(before);
      at.now += 1;
    }
    expect(TRIED_AGAIN_AFTER.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(72 * 3_600_000);
    await lookOnce();
    expect(bad.received).toHaveLength(TRIED_AGAIN_AFTER.length + 1);
    expect(new Set(bad.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    // A redirection is not followed.
    expect(new Set(bad.received.map(({ path }) => path))).toEqual(new Set(['/hook']));
    at.now += 365 * 24 * 3_600_000;
    await lookOnce();
    expect(bad.received).toHaveLength(TRIED_AGAIN_AFTER.length + 1);
    expect(await parts.database.prisma.webhook.findUnique({ where: { id: 'w_bad' } })).toMatchObject({
      endedAt: expect.any(Date),
      endReason: 'no_answer',
    });
    expect(good.received).toHaveLength(1);

    // Two nodes at once send it once.
    const other = new Deliveries(parts);
    await submitAs(room, 'm_owner', 2, addClaim('two'));
    at.now += 2_000;
    await Promise.all([lookOnce(), lookOnce(other)]);
    expect(good.received).toHaveLength(2);
    good.answer(410);
    await submitAs(room, 'm_owner', 3, addClaim('three'));
    at.now += 2_000;
    await lookOnce();
    expect(
      (await parts.database.prisma.webhook.findUnique({ where: { id: 'w_good' } }))?.endedAt,
    ).not.toBeNull();
    await end();
  });

  test('[PJ7] reveals nothing that its maker may not see: neither by a message’s id nor by its time', async () => {
    const { parts, room, hook, at, end } = await hookedDebate();
    const [bad, good] = [await receiver(), await receiver()];
    await hook('w_bad', bad.url);
    await hook('w_good', good.url);
    const deliveries = new Deliveries(parts);
    const look = async () => {
      await deliveries.look();
      await deliveries.settled();
    };
    bad.answer(500);
    const does = async (who: string, clientSeq: number, operation: Operation) =>
      expect(await submitAs(room, who, clientSeq, operation)).toMatchObject({ ok: true });
    await does('m_owner', 1, { type: 'debate.configure', ballots: 'secret' });
    await does('m_owner', 2, addClaim('one'));
    await look();
    at.now += TRIED_AGAIN_AFTER[0];
    await does('u_dana', 1, { type: 'vote.cast', claimId: 'c_one', answer: 'agree', wording: 1 });
    await look();
    expect(bad.received).toHaveLength(2);
    expect(new Set(bad.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    // The vote was looked at in this very moment; what everyone may know waits for nothing.
    expect(good.received).toHaveLength(1);
    await does('m_owner', 3, addClaim('two'));
    await look();
    expect(good.received).toHaveLength(2);
    await end();
  });

  test('receives later what a server without the right secret could not sign', async () => {
    const { parts, room, hook, at, end } = await hookedDebate();
    const sink = await receiver();
    await hook('w_sealed', sink.url);
    const stranger = new SecretBox(['another secret, which this database does not know'], 'parley webhooks');
    await submitAs(room, 'm_owner', 1, addClaim('one'));
    const withoutSecret = new Deliveries({ ...parts, sealer: stranger });
    await withoutSecret.look();
    await withoutSecret.settled();
    const kept = await parts.database.prisma.webhook.findUnique({ where: { id: 'w_sealed' } });
    expect(kept).toMatchObject({ endedAt: null, failures: 1 });
    expect(sink.received).toHaveLength(0);
    at.now += TRIED_AGAIN_AFTER[0];
    const deliveries = new Deliveries(parts);
    await deliveries.look();
    await deliveries.settled();
    expect(typesOf(sink)).toEqual(['claim.added']);
    await end();
  });

  test('[WH5] delays no other receiver, however many webhooks name it and for as long as it stays silent', async () => {
    const { parts, room, hook, at, end } = await hookedDebate();
    const [silent, good] = [await receiver(), await receiver()];
    silent.answer(null);
    for (let index = 0; index < 80; index += 1) await hook(`w_silent_${index}`, silent.url);
    await hook('w_zz_good', elsewhere(good, 1));
    const deliveries = new Deliveries(parts);
    for (let round = 1; round <= 3; round += 1) {
      await submitAs(room, 'm_owner', round, addClaim(`c${round}`));
      at.now += 2_000;
      await deliveries.look();
      // The silent ones are still on their way, and every further message reaches the good one.
      await vi.waitFor(() => expect(good.received).toHaveLength(round), WITHIN);
      await vi.waitFor(async () => {
        const row = await parts.database.prisma.webhook.findUnique({ where: { id: 'w_zz_good' } });
        expect(row?.cursor).toBe(room.state.seq);
      }, WITHIN);
    }
    expect(silent.received).toHaveLength(2);
    // A stop waits for nobody, and counts no failure.
    await deliveries.stop();
    expect(await parts.database.prisma.webhook.count({ where: { failures: { gt: 0 } } })).toBe(0);
    await end();
  });

  test('[WH5] leaves half of the places to receivers that took their last message', async () => {
    const { parts, hook, appointMakers, at, end } = await hookedDebate();
    const [good, silent] = [await receiver(), await receiver()];
    silent.answer(null);
    for (let index = 0; index < 20; index += 1)
      await hook(`w_silent_${index}`, elsewhere(silent, index + 1), {
        failures: 1,
        madeBy: MAKERS[index % 4] ?? '',
      });
    await hook('w_zz_good', good.url);
    const deliveries = new Deliveries(parts);
    await appointMakers();
    at.now += 2_000;
    await deliveries.look();
    await vi.waitFor(() => expect(good.received).toHaveLength(1), WITHIN);
    await vi.waitFor(() => expect(silent.received).toHaveLength(16), WITHIN);
    await deliveries.look();
    await deliveries.stop();
    expect(silent.received).toHaveLength(16);
    await end();
  });

  test('[WH5] leaves places to other people’s webhooks, on however many ports and hosts one person’s are', async () => {
    const { parts, hook, appointMakers, at, end } = await hookedDebate();
    const [good, silent, ...ports] = await Promise.all(Array.from({ length: 6 }, receiver));
    if (!good || !silent) return expect.fail('no receivers');
    for (const [index, sink] of ports.entries()) {
      sink.answer(null);
      await hook(`w_port_${index}`, sink.url, { madeBy: 'u_one' });
    }
    silent.answer(null);
    for (let index = 0; index < 40; index += 1)
      await hook(`w_silent_${index}`, elsewhere(silent, index + 2), { madeBy: 'u_two' });
    await hook('w_zz_good', elsewhere(good, 1));
    const deliveries = new Deliveries(parts);
    await appointMakers();
    at.now += 2_000;
    await deliveries.look();
    const reached = () => ports.reduce((sum, { received }) => sum + received.length, 0);
    await vi.waitFor(() => expect(good.received).toHaveLength(1), WITHIN);
    await vi.waitFor(() => expect([reached(), silent.received.length]).toEqual([2, 6]), WITHIN);
    await deliveries.look();
    await deliveries.stop();
    expect([reached(), silent.received.length]).toEqual([2, 6]);
    await end();
  });
});

describe('[WH4] where webhooks go', () => {
  test.each([
    ['in capitals', (url: string) => url.toUpperCase()],
    ['with spaces around it', (url: string) => `  ${url} `],
    ['with one slash', (url: string) => url.replace('//', '/')],
    ['with backslashes', (url: string) => url.replaceAll('/', '\\')],
  ])('an address typed %s is kept as it is written properly', async (_, typed) => {
    const sink = await receiver();
    const { debateId, cookie } = await makeOwnDebate('private');
    const url = sink.url.replace(/[^/]*$/, '');
    await asked(makeWebhook, 'POST', debateId, cookie, { body: { url: typed(url) } });
    const listed = await asked(listWebhooks, 'GET', debateId, cookie);
    expect(listed.webhooks).toMatchObject([{ url: new URL(url).href }]);
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await owner.submit(claim('sent'));
    await vi.waitFor(() => expect(sink.received).toHaveLength(1), WITHIN);
  });
});
