import { afterEach, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { type ChangeMessage, Deliveries } from '../../server/services/webhooks/deliveries.ts';
import { articleOf, SOURCE } from '../support/debate-builder.ts';
import { hookedDebate } from '../support/hooked-debate.ts';
import { addClaim, submitAs, upTo } from '../support/log-node.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { startWebhookSink, type WebhookSink } from '../support/webhook-sink.ts';

const CLAIMS = 20;

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

const lastOf = ({ received }: WebhookSink): ChangeMessage => JSON.parse(received.at(-1)?.body ?? 'null');

/** A receiver that was sent what people wrote in a blind phase; `look` delivers what happened since. */
async function receiverBeforeReveal(characters?: number) {
  const { room, at, parts, hook, end } = await hookedDebate();
  const sink = await startWebhookSink();
  ends.push(() => sink.stop(), end);
  await hook('w_one', sink.url);
  const deliveries = new Deliveries({ ...parts, ...(characters === undefined ? {} : { characters }) });
  const does = async (who: string, from: number, ...operations: Operation[]) => {
    for (const [nth, operation] of operations.entries())
      expect(await submitAs(room, who, from + nth, operation)).toMatchObject({ ok: true });
  };
  const look = async () => {
    at.now += 2_000;
    await deliveries.look();
    await deliveries.settled();
    return lastOf(sink);
  };
  await does('m_owner', 1, setAgenda([WRITING, OPEN]), turnTo(WRITING.id));
  await does('u_dana', 1, ...upTo(CLAIMS).map((n) => addClaim(`${n}`, `Claim ${n} ${'x'.repeat(200)}`)));
  await look();
  return { sink, does, look };
}

test('[WH1] a reveal is sent with what it reveals', async () => {
  const { does, look } = await receiverBeforeReveal();
  await does('m_owner', 3, turnTo(OPEN.id, WRITING.id));
  const { entries, again } = await look();
  expect(again).toBe(false);
  expect(JSON.stringify(entries)).toContain('Claim 20 x');
});

test('[WH1] a reveal of more than fits in a message asks to read everything again, once', async () => {
  const { sink, does, look } = await receiverBeforeReveal(4_000);
  await does('m_owner', 3, turnTo(OPEN.id, WRITING.id));
  expect(await look()).toMatchObject({ type: 'debate.changed', entries: [], again: true });
  const { length } = sink.received;
  await look();
  expect(sink.received).toHaveLength(length);
  await does('u_dana', CLAIMS + 1, addClaim('later'));
  expect(await look()).toMatchObject({ entries: [{ effect: { type: 'claim.added' } }], again: false });
});

test.each([
  ['its texts asks', true],
  ['no text does not ask', false],
])('[WH1] an account that is deleted with %s to read everything again', async (_, words) => {
  const { does, look } = await receiverBeforeReveal();
  await does(SYSTEM, 1, { type: 'participant.erase', participantId: 'u_dana', words });
  const effect = { type: 'participant.erased', words };
  expect(await look()).toMatchObject({ entries: [{ effect }], again: words });
  await does('m_owner', 3, addClaim('later'));
  expect(await look()).toMatchObject({ entries: [{ effect: { type: 'claim.added' } }], again: false });
});

const SOURCES = upTo(12).map((nth) => ({ ...SOURCE, sourceId: `s_${nth}` }));
const LONG = 'x'.repeat(5_000);

test.each([
  ['excerpt', SOURCES.map((source) => ({ ...source, excerpt: LONG }))],
  ['article', [...SOURCES, articleOf('s_1', ['', LONG.repeat(12)])]],
])('[WH1] a revealed source counts with its %s for what fits in a message', async (_, added) => {
  const afterReveal = async (characters: number, ...operations: Operation[]) => {
    const { does, look } = await receiverBeforeReveal(characters);
    await does('m_owner', 3, ...operations);
    await look();
    await does('m_owner', 3 + operations.length, turnTo(OPEN.id, WRITING.id));
    return look();
  };
  expect(await afterReveal(50_000, ...added)).toMatchObject({ entries: [], again: true });
  expect(await afterReveal(50_000)).toMatchObject({ again: false });
  const { entries, again } = await afterReveal(200_000, ...added);
  expect(again).toBe(false);
  expect(JSON.stringify(entries)).toContain(LONG);
});
