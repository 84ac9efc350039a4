import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claim, connect, join, makeDebate, withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';

const TOKEN = 'a token of the tests';
const server = withTestServer(() =>
  startTestServer({
    settings: {
      METRICS_TOKEN: TOKEN,
      BACKUP_DIR: '/dev/null/nowhere',
      BACKUP_DAYS: '30',
      BACKUP_HOURS: '168',
    },
  }),
);

const ask = (token: string) =>
  fetch(`${server().origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });

/** The value of a line that begins so; 0 if there is none. */
async function metric(line: string): Promise<number> {
  const text = await (await ask(TOKEN)).text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length) ?? 0);
}

const deployed = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');

describe('[OP19] /metrics', () => {
  test('is answered to a program with the token alone', async () => {
    const answer = await ask(TOKEN);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect((await ask('another token')).status).toBe(401);
    expect((await fetch(`${server().origin}/metrics`)).status).toBe(401);
  });

  test('counts operations by type and outcome, refusals by code, connections and the time of each step', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId);
    expect(await ann.submit(claim('a'))).toMatchObject({ ok: true });
    await ann.submit({ type: 'debate.setStatus', status: 'closed' });
    expect(await metric('parley_operations_total{type="claim.add",outcome="accepted"}')).toBe(1);
    expect(await metric('parley_operations_total{type="debate.setStatus",outcome="not_allowed"}')).toBe(1);
    expect(await metric('parley_refusals_total{code="not_allowed"}')).toBe(1);
    expect(await metric('parley_connections')).toBe(1);
    const reader = await connect();
    expect(await metric('parley_connections')).toBe(2);
    // Refused before any debate decides.
    await reader.submit(claim('b'));
    expect(await metric('parley_operations_total{type="claim.add",outcome="not_signed_in"}')).toBe(1);
    expect(await metric('parley_rooms')).toBeGreaterThan(0);
    expect(await metric('parley_database_up')).toBe(1);
    expect(await (await ask(TOKEN)).text()).toMatch(/^parley_commit_failures_total 0$/m);
    for (const step of ['decide', 'commit', 'broadcast'])
      expect(await metric(`parley_${step}_seconds_count`), step).toBeGreaterThan(0);
  });

  test('has every number that the dashboard and the alert rules ask for, and names no person or debate', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann Lee');
    const text = await (await ask(TOKEN)).text();
    const panels: { targets: { expr: string }[] }[] = JSON.parse(deployed('grafana.json')).panels;
    const rules: { expr: string }[] = parse(deployed('alerts.yml')).groups[0].rules;
    const asked = [...panels.flatMap(({ targets }) => targets), ...rules].flatMap(
      ({ expr }) => expr.match(/\b(?:parley|nodejs|process)_\w+/g) ?? [],
    );
    const known = new Set(text.match(/^# TYPE \w+/gm)?.map((line) => line.slice('# TYPE '.length)));
    expect(asked.length).toBeGreaterThan(30);
    expect(
      asked.map((name) => name.replace(/_(bucket|count)$/, '')).filter((name) => !known.has(name)),
    ).toEqual([]);
    for (const secret of [ann.id, debateId, 'Ann Lee', '127.0.0.1']) expect(text).not.toContain(secret);
  });

  test('has the interval between backups, so that the alert waits for twice as long', async () => {
    expect(await metric('parley_backup_interval_seconds')).toBe(7 * 24 * 3_600);
    const rules: { alert: string; expr: string }[] = parse(deployed('alerts.yml')).groups[0].rules;
    expect(rules.find(({ alert }) => alert === 'ParleyBackupOld')?.expr).toBe(
      'time() - parley_backup_time_seconds > 2 * parley_backup_interval_seconds',
    );
  });
});
