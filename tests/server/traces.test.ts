import { expect, test } from 'vitest';
import { openTraces } from '../../server/tracing/open-telemetry.ts';
import { claim, join, makeDebate, withTestServer } from '../support/live-debates.ts';
import { spansIn } from '../support/spans.ts';
import { startTestServer } from '../support/test-server.ts';
import { startWebhookSink, type WebhookSink } from '../support/webhook-sink.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CLICK = 'b7ad6b7169203331';
let sink: WebhookSink;
withTestServer(async () => {
  sink = await startWebhookSink();
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: new URL(sink.url).origin };
  const server = await startTestServer({ settings });
  return { ...server, stop: () => server.stop().then(() => sink.stop()) };
});

test('[OP23] the server draws what it traces, whatever trace a browser names; another node goes on with it', async () => {
  const draws = [0.3, 0.2, 0.9, 0.1];
  const traces = openTraces('http://127.0.0.1:1', 0.25, () => draws.shift() ?? 1);
  const begun = (flags: string) => traces.begin('operation', `00-${'0'.repeat(31)}1-${CLICK}-${flags}`);
  // The lowest id there is: a rule that goes by ids would take it each time.
  expect([begun('01'), begun('01')?.traceparent, begun('01')]).toEqual([
    null,
    expect.stringMatching(/^00-0{31}1-[0-9a-f]{16}-01$/),
    null,
  ]);
  expect(begun('00')).toBeNull();
  expect(traces.goOn('relay', `00-${TRACE}-${CLICK}-01`)).not.toBeNull();
  expect(draws).toEqual([]);
  expect(openTraces('http://127.0.0.1:1', 0).isOn).toBe(false);
});

test('[OP23] a collector gets an operation from its arrival to its delivery, below the browser’s span, without words or names', async () => {
  const debateId = await makeDebate();
  const ann = await join(debateId, 'Ann Lee');
  const answer = await ann.submit(claim('a', 'Nobody else reads this'), 1, `00-${TRACE}-${CLICK}-01`);
  expect(answer).toMatchObject({ ok: true });
  // Without one, nothing is traced.
  await ann.submit(claim('b'), 2);
  const ofTrace = () => spansIn(sink.received).filter(({ traceId }) => traceId === TRACE);
  await expect
    .poll(() =>
      ofTrace()
        .map(({ name }) => name)
        .sort(),
    )
    .toEqual(['acknowledge', 'append', 'database', 'decide', 'deliver', 'operation', 'publish', 'validate']);
  const spans = ofTrace();
  const operation = spans.find(({ name }) => name === 'operation');
  expect(operation?.parentSpanId).toBe(CLICK);
  for (const { name, parentSpanId } of spans)
    if (name !== 'operation') expect(parentSpanId, name).toBe(operation?.spanId);
  expect(operation?.attributes).toEqual([
    { key: 'parley.operation', value: { stringValue: 'claim.add' } },
    { key: 'parley.outcome', value: { stringValue: 'accepted' } },
  ]);
  const sent = sink.received.map(({ body }) => body).join();
  for (const secret of [ann.id, debateId, 'Ann Lee', 'Nobody else', 'c_a'])
    expect(sent).not.toContain(secret);
  expect(new Set(spansIn(sink.received).map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
});
