import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meters, Metrics } from './meters.ts';

/** Bounds of the buckets of times, in seconds: from a decision to a stuck database. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of this process and of the server's work, on a registry of their own. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    meters: metersOn(registry),
    contentType: registry.contentType,
    include: (readings) => {
      for (const { name, help, read } of readings)
        new Gauge({
          name,
          help,
          registers: [registry],
          async collect() {
            this.set(await read());
          },
        });
    },
    text: () => registry.metrics(),
  };
}

function metersOn(registry: Registry): Meters {
  const registers = [registry];
  const count = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const times = (name: string, help: string, ...labelNames: string[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers });
  const operations = count('parley_operations_total', 'Operations answered', 'type', 'outcome');
  const decisions = times('parley_decide_seconds', 'Deciding what waits, before each commit');
  const commits = times('parley_commit_seconds', 'Each commit to the database');
  const failures = count('parley_commit_failures_total', 'Commits to the database that failed');
  const broadcasts = times('parley_broadcast_seconds', 'From a commit to sending its entries');
  const refusals = count('parley_refusals_total', 'Requests and events refused', 'code');
  const mails = count('parley_mails_total', 'Emails handed to the mail server', 'outcome');
  const webhooks = count('parley_webhook_messages_total', 'Messages to webhooks', 'outcome');
  const requests = times('parley_http_request_seconds', 'Requests over HTTP', 'status');
  return {
    answered: (type, outcome) => operations.inc({ type, outcome }),
    decided: (milliseconds) => decisions.observe(milliseconds / 1_000),
    committed: (milliseconds) => commits.observe(milliseconds / 1_000),
    commitFailed: () => failures.inc(),
    broadcast: (milliseconds) => broadcasts.observe(milliseconds / 1_000),
    refused: (code) => refusals.inc({ code }),
    mailed: (outcome) => mails.inc({ outcome }),
    delivered: (outcome) => webhooks.inc({ outcome }),
    requested: (status, milliseconds) =>
      requests.observe({ status: `${Math.floor(status / 100)}xx` }, milliseconds / 1_000),
  };
}
