import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
}

/** Bytes sent at once; the file of a backup can have 10,000 times as many. */
const PART = 16 * 2 ** 20;
/** Milliseconds for one request, sending a part included. */
const REQUEST_TIMEOUT = 5 * 60_000;
/** How often a store is asked again that answers "not now". */
const RETRIES = 3;

/**
 * Backups in a bucket. Each is written to `folder` first, which has nothing else in it, and sent in parts: it appears in the bucket once
 * the last one is there.
 */
export function backupBucket({ url, region, keyId, secret }: Bucket, folder: string): BackupStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: RETRIES,
  });
  const ask: Ask = async (method, path, body) => {
    // The store compares what arrives with it.
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const answer = await client
      .fetch(`${url}${path}`, {
        method,
        headers: { 'X-Amz-Content-Sha256': hash },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      })
      .catch((error: unknown) => {
        throw new BackupFailed(`the bucket does not answer: ${codeOf(error)}`);
      });
    const text = await answer.text();
    // Completing an object can fail after it has begun to answer.
    if (answer.ok && !/^\s*(<\?xml[^>]*>\s*)?<Error>/.test(text)) return { text, headers: answer.headers };
    throw new BackupFailed(`the bucket answers ${answer.status} ${valueIn(text, 'Code') ?? ''}`.trim());
  };
  return {
    names: () => namesIn(ask),
    store: async (name, make) => {
      // Remains of a killed one are removed too.
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      try {
        await make(path);
        await send(ask, name, path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    remove: async (name) => void (await ask('DELETE', `/${name}`)),
  };
}

type Ask = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
) => Promise<{ readonly text: string; readonly headers: Headers }>;

async function namesIn(ask: Ask): Promise<string[]> {
  const names: string[] = [];
  for (let more: string | undefined = ''; more !== undefined; ) {
    const next = more && `&continuation-token=${encodeURIComponent(more)}`;
    const { text } = await ask('GET', `?list-type=2&prefix=parley-${next}`);
    names.push(...[...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name = '']) => name));
    more = valueIn(text, 'NextContinuationToken');
  }
  return names;
}

async function send(ask: Ask, name: string, path: string): Promise<void> {
  const { text } = await ask('POST', `/${name}?uploads=`);
  const upload = valueIn(text, 'UploadId');
  if (upload === undefined) throw new BackupFailed('the bucket takes no files in parts');
  const id = `uploadId=${encodeURIComponent(upload)}`;
  const file = await open(path);
  try {
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
    await file.close();
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
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text
    ?.replaceAll('&quot;', '"')
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
