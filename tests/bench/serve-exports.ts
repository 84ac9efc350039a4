import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import { createServer } from '../../server/compose/create-server.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { EXPORT_NAMES } from '../../server/services/exports/export-names.ts';
import { noPages } from '../support/no-pages.ts';
import { answerParent } from './child-server.ts';

/** Child process: the real server without pages, with one large debate, and its files on a port of their own, which is sent as the name of the first person to sign in. */
const env = readEnv(process.env);
const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
const { debateId } = await generateDebate(database, {
  claims: Number(process.env.BENCH_CLAIMS),
  positions: 5,
  people: 1_000,
  votesPerClaim: 10,
  seed: 1,
});
await database.close();

const server = await createServer(env, createLogger('warn'), noPages);
const files = createHttpServer((request, response) => {
  const format = EXPORT_NAMES.find((name) => request.url === `/${name}`);
  if (!format) return void response.writeHead(404).end();
  const wish = { format, branch: null, people: 'names', at: null } as const;
  parley()
    .exports.write(debateId, null, wish)
    .then(async (file) => {
      if (!file.ok) throw new Error(file.rejection.code);
      await pipeline(file.pieces, response);
    })
    .catch((error: unknown) => response.destroy(error as Error));
});
await new Promise<void>((listening) => files.listen(0, '127.0.0.1', listening));
const filesOrigin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;

answerParent(`http://127.0.0.1:${server.port} ${filesOrigin} ${debateId}`, {
  signIn: async (name) => {
    const signedIn = await parley().auth.signInGuest(name, new Headers());
    if (!signedIn.ok) throw new Error(`refused: ${signedIn.rejection.code}`);
    return signedIn.cookies[0]?.split(';')[0] ?? '';
  },
  stop: async () => {
    files.close();
    await server.stop();
  },
});
