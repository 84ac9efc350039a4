import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { BackupFailed } from './backup-failed.ts';
import type { BackupStore } from './backup-store.ts';

/** A bucket of an S3-compatible store. */
export interface Bucket {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** Begins the names of this installation's objects, with a slash at the end; empty: the bucket is its own. */
  readonly prefix: string;
}

/** Bytes sent at once; the file of a backup can have 10,000 times as many. */
const PART = 16 * 2 ** 20;
/** Milliseconds for one request, sending a part included. */
const REQUEST_TIMEOUT = 5 * 60_000;
/** Milliseconds before each repetition of a request that the network lost, or that a store answers "not now". */
const REPETITIONS = [1_000, 3_000, 10_000, 30_000, 60_000, 120_000];

/** A request that may well succeed in a moment. */
class Unanswered extends BackupFailed {}

/**
 * Backups in a bucket. Each is written to `folder` first, which has nothing else in it, and sent in parts: it appears in the bucket once
 * the last one is there. `pause` waits between repetitions, in milliseconds.
 */
export function backupBucket(
  { url, region, keyId, secret, prefix }: Bucket,
  folder: string,
  pause: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
    setTimeout(milliseconds, undefined, { ref: false }),
): BackupStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 0,
  });
  const askOnce: Ask = async (method, path, body) => {
    // The store compares what arrives with it.
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const answer = await client
      .fetch(`${url}${path}`, {
        method,
        headers: { 'X-Amz-Content-Sha256': hash },
        ...(body !== undefined && { body }),
        // To a host that nobody set.
        redirect: 'manual',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      })
      .then(async (found) => ({
        ok: found.ok,
        status: found.status,
        headers: found.headers,
        text: await found.text(),
      }))
      .catch((error: unknown) => {
        throw new Unanswered(`the bucket does not answer: ${codeOf(error)}`);
      });
    const { ok, status, headers, text } = answer;
    // Completing an object can fail after it has begun to answer.
    const isRefused = /^\s*(<\?xml[^>]*>\s*)?<Error>/.test(text);
    if (ok && !isRefused) return { text, headers };
    const reason = `the bucket answers ${status} ${valueIn(text, 'Code') ?? ''}`.trim();
    throw ok || status >= 500 || status === 429 ? new Unanswered(reason) : new BackupFailed(reason);
  };
  const ask: Ask = async (...request) => {
    for (const delay of REPETITIONS) {
      try {
        return await askOnce(...request);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
      }
      await pause(delay);
    }
    return askOnce(...request);
  };
  return {
    names: () => namesIn(ask, prefix),
    store: async (name, make) => {
      // Remains of a killed one are removed too.
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      try {
        await upload(ask, `${prefix}${name}`, async () => {
          await make(path);
          return open(path);
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    remove: async (name) => void (await ask('DELETE', `/${prefix}${name}`)),
  };
}

type Ask = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
) => Promise<{ readonly text: string; readonly headers: Headers }>;

/** The names of backups in the bucket, without what all of them begin with. */
async function namesIn(ask: Ask, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for (let more: string | undefined = ''; more !== undefined; ) {
    const next = more && `&continuation-token=${encodeURIComponent(more)}`;
    const { text } = await ask('GET', `?list-type=2&prefix=${encodeURIComponent(prefix)}parley-${next}`);
    names.push(...[...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key.slice(prefix.length)));
    more = valueIn(text, 'NextContinuationToken');
  }
  return names;
}

/** Begins an upload, makes the file, and sends it: nothing is made for a store that refuses it. */
async function upload(ask: Ask, name: string, make: () => Promise<FileHandle>): Promise<void> {
  const { text } = await ask('POST', `/${name}?uploads=`);
  const begun = valueIn(text, 'UploadId');
  if (begun === undefined) throw new BackupFailed('the bucket takes no files in parts');
  const id = `uploadId=${encodeURIComponent(begun)}`;
  let file: FileHandle | undefined;
  try {
    file = await make();
    const tags: string[] = [];
    for await (const part of partsOf(file)) {
      const { headers } = await ask('PUT', `/${name}?partNumber=${tags.length + 1}&${id}`, part);
      tags.push(headers.get('etag') ?? '');
    }
    const listed = tags.map(
      (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
    );
    await ask(
      'POST',
      `/${name}?${id}`,
      `<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`,
    );
  } catch (error) {
    // The parts sent so far would be kept, and paid for. The first failure is the one to report.
    await ask('DELETE', `/${name}?${id}`).catch(() => undefined);
    throw error;
  } finally {
    await file?.close();
  }
}

async function* partsOf(file: FileHandle): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (;;) {
    const part = new Uint8Array(PART);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(part, filled, PART - filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === PART) break;
    }
    if (filled > 0) yield part.subarray(0, filled);
    if (filled < PART) return;
  }
}

/** The text of the first element of this name. */
function valueIn(xml: string, name: string): string | undefined {
  const [open, close] = [`<${name}>`, `</${name}>`];
  const from = xml.indexOf(open) + open.length;
  const to = xml.indexOf(close, from);
  if (from < open.length || to < 0) return undefined;
  return xml
    .slice(from, to)
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Why a request failed, without its address. */
function codeOf(error: unknown): string {
  const { name = '', cause } = error instanceof Error ? error : {};
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code || name;
}
