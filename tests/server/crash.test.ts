import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartError } from '../../server/database/start-error.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { connectLive } from '../support/live-client.ts';
import { addClaim, upTo } from '../support/log-node.ts';
import { connectRaw } from '../support/raw-socket.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

import {
  acknowledged,
  expectNothingLost,
  isReady,
  NAMES,
  SEEDED,
  startHere,
  startLoad,
} from '../support/under-load.ts';

describe('on the embedded database', () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = await freshDataFolder();
    server = await startServerProcess({ DATA_DIR: dataDir });
  });

  afterAll(async () => {
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  test('[OP6] killed under load: what was acknowledged is there, once (F1, F2, F12)', async () => {
    const writers = await startLoad(server);
    await expect.poll(() => acknowledged(writers)).toBeGreaterThan(60);
    expect(await server.end('SIGKILL')).toBeNull();
    await Promise.all(writers.map(({ client }) => client.closed));
    expect(writers.some((writer) => writer.unanswered().length > 0)).toBe(true);
    server = await startServerProcess({ DATA_DIR: dataDir });
    await expectNothingLost(writers, server.origin);
  });

  test('[OP22] a full disk ends it with a sentence, or what needs room is refused or waits; what was acknowledged is there (I1, F12)', async () => {
    const ann = await connectLive(server.origin, { cookie: await server.signIn('Ann') });
    await ann.open(SEEDED);
    const position = ann.snapshot().positions[0]?.id ?? expect.fail('no position');
    const adds = (name: string) => ({ ...addClaim(name, undefined, position), positionId: null });
    expect(await ann.submit(adds('kept'))).toMatchObject({ ok: true });
    // No file may grow, or be written to, beyond its first bytes.
    execFileSync('prlimit', ['--pid', `${server.pid}`, '--fsize=4096:unlimited']);
    // Its log that can't be written ends it; what a table that can't grow would hold is refused, or waits for room. Nothing else is held up.
    const refused = ann.submit(adds('refused')).then(
      (answer) => (answer.ok ? expect.fail('acknowledged') : answer.rejection.code),
      () => server.ended,
    );
    let outcome: unknown;
    void Promise.race([server.ended, refused]).then((came) => {
      outcome = came;
    });
    const waits = () => server.output().includes('committing entries failed');
    await expect.poll(() => outcome !== undefined || waits()).toBe(true);
    if (outcome === 1) expect(server.output()).toContain('The embedded database had to stop');
    else {
      expect([undefined, 'unavailable']).toContain(outcome);
      expect([200, 503]).toContain(await isReady(server).catch(() => server.ended.then(() => 503)));
    }
    await server.end('SIGKILL');
    server = await startServerProcess({ DATA_DIR: dataDir });
    const reader = await connectLive(server.origin);
    await reader.open(SEEDED);
    expect(reader.snapshot().claims.map(({ id }) => id)).toContain('c_kept');
    reader.close();
  });

  test('[OP2] a second server on its port says so, and lets go of its folder', async () => {
    const { port } = new URL(server.origin);
    const folder = await freshDataFolder();
    const second = startHere({ DATA_DIR: folder, PORT: port });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
    );
    expect(existsSync(join(folder, 'parley.lock'))).toBe(false);
    expect(await isReady(server)).toBe(200);
    await rm(folder, { recursive: true });
  });

  test('[OP8] asked to stop under load: answers, says goodbye, ends with 0 though a client is deaf', async () => {
    const deaf = await connectRaw(server.origin);
    deaf.pause();
    const ann = await connectLive(server.origin, { cookie: await server.signIn('Ann') });
    await ann.open(SEEDED);
    const position = ann.snapshot().positions[0]?.id ?? expect.fail('no position');
    // Operations the server has not read when it closes have no answer: they are sent again after the restart.
    const answers = upTo(40).map((n) =>
      ann.submit({ ...addClaim(`stop${n}`, undefined, position), positionId: null }).catch(() => null),
    );
    await answers[0];
    const ended = server.end('SIGTERM');
    const all = await Promise.all(answers);
    const accepted = all.filter((answer) => answer?.ok).length;
    const refusals = all.flatMap((answer) => (!answer || answer.ok ? [] : [answer.rejection.code]));
    expect(refusals.filter((code) => code !== 'unavailable')).toEqual([]);
    expect(await ann.closed).toMatch(/io server disconnect|transport close/);
    expect(ann.closings).toEqual([{ reason: 'restarting' }]);
    expect(await ended).toBe(0);
    expect(existsSync(join(dataDir, 'parley.lock'))).toBe(false);
    const next = await startHere({ DATA_DIR: dataDir });
    const reader = await connectLive(`http://127.0.0.1:${next.port}`);
    await reader.open(SEEDED);
    const there = reader.snapshot().claims.filter(({ id }) => id.startsWith('c_stop'));
    expect(there).toHaveLength(accepted);
    reader.close();
    deaf.end();
    await next.stop();
  });

  test('[OP9] nothing people wrote, and no name, is in its output', () => {
    const output = server.output();
    for (const secret of [...NAMES, 'Claim ']) expect(output).not.toContain(secret);
    // A word of its own: the code for an administrator has any letters.
    expect(output).not.toMatch(/\bAnn\b/);
  });
});
