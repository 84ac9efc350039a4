import { afterEach, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { type ChangeMessage, Deliveries } from '../../server/services/webhooks/deliveries.ts';
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
