import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bucket of an S3-compatible store, as far as backups use one. */
export interface TestBucket {
  /** Where it is, and the key it takes. */
  readonly access: {
    readonly url: string;
    readonly region: string;
    readonly keyId: string;
    readonly secret: string;
    readonly prefix: string;
  };
  /** Its contents, by name. */
  readonly objects: Map<string, Buffer>;
  /** Uploads begun and neither completed nor ended. */
  readonly uploads: ReadonlyMap<string, readonly Buffer[]>;
  /** Refuses parts from now on. */
  fill(): void;
  /** The next requests, one each, get this in place of an answer. */
  upset(...next: readonly Upset[]): void;
  /** Sends every request on to another bucket from now on. */
  moveTo(url: string): void;
  stop(): Promise<void>;
}

/** A connection that breaks, or a store that asks to be asked later. */
type Upset = 'breaks' | 'busy';

/** Names in one answer: few, so that lists go on in another. */
const LISTED = 2;
const ACCESS = {
  region: 'eu-test-1',
  keyId: 'AKIDEXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  prefix: '',
};

/** Starts one on a free port of this machine. It refuses every request that is not signed with its key, by AWS's Signature Version 4. */
export async function startBucket(): Promise<TestBucket> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer[]>();
  const upsets: Upset[] = [];
  let isFull = false;
  let movedTo: string | null = null;
  const answer = ({ method = '', url = '' }: IncomingMessage, body: Buffer): Answer => {
    const { pathname, searchParams } = new URL(url, 'http://bucket');
    const name = pathname.replace(/^\/backups\/?/, '');
    const uploadId = searchParams.get('uploadId') ?? '';
    const parts = uploads.get(uploadId);
    if (method === 'GET' && name === '' && searchParams.get('list-type') === '2')
      return { text: listed([...objects.keys()].sort(), searchParams) };
    if (method === 'POST' && searchParams.has('uploads')) {
      const id = `${randomUUID()}+/=`;
      uploads.set(id, []);
      return { text: `<?xml version="1.0"?><R><UploadId>${id}</UploadId></R>` };
    }
    if (method === 'PUT' && parts) {
      if (isFull) return { status: 507, text: '<Error><Code>QuotaExceeded</Code></Error>' };
      parts[Number(searchParams.get('partNumber')) - 1] = body;
      return { text: '', etag: etagOf(body) };
    }
    if (method === 'POST' && parts) {
      const tags = [...body.toString().matchAll(/<ETag>([^<]*)<\/ETag>/g)].map(([, tag]) => tag);
      if (tags.join() !== parts.map(etagOf).join())
        return { text: '<?xml version="1.0"?>\n<Error><Code>InvalidPart</Code></Error>' };
      objects.set(name, Buffer.concat(parts));
    }
    if (method === 'DELETE' && uploadId === '') objects.delete(name);
    uploads.delete(uploadId);
    return { text: '' };
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => void pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      const upset = upsets.shift();
      if (upset === 'breaks') return void request.socket.destroy();
      if (upset === 'busy') return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
      if (movedTo !== null) {
        const location = `${movedTo}${request.url?.replace(/^\/backups/, '')}`;
        return void response
          .writeHead(307, { location })
          .end('<Error><Code>TemporaryRedirect</Code></Error>');
      }
      const problem = isSigned(request, body) ? null : '<Error><Code>SignatureDoesNotMatch</Code></Error>';
      const { status = 200, text, etag } = problem ? { status: 403, text: problem } : answer(request, body);
      response.writeHead(status, etag ? { etag } : {}).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    access: { url: `http://127.0.0.1:${port}/backups`, ...ACCESS },
    objects,
    uploads,
    fill: () => {
      isFull = true;
    },
    upset: (...next) => void upsets.push(...next),
    moveTo: (url) => {
      movedTo = url;
    },
    stop: () => stop(server),
  };
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

interface Answer {
  readonly status?: number;
  readonly text: string;
  readonly etag?: string;
}

function listed(names: readonly string[], asked: URLSearchParams): string {
  const from = Number(asked.get('continuation-token')?.replace('a+b/', '') ?? 0);
  const found = names.filter((name) => name.startsWith(asked.get('prefix') ?? ''));
  const keys = found.slice(from, from + LISTED).map((name) => `<Contents><Key>${name}</Key></Contents>`);
  const next = from + LISTED;
  const more = next < found.length ? `<NextContinuationToken>a+b/${next}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${keys.join('')}${more}</ListBucketResult>`;
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** Checks a request's signature by the steps of "Signature Version 4" in the documentation of Amazon S3. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!given) return false;
  const [, credential = '', names = '', signature] = given;
  const [keyId, date = '', region, ...rest] = credential.split('/');
  const hash = createHash('sha256').update(body).digest('hex');
  if (keyId !== ACCESS.keyId || region !== ACCESS.region || rest.join('/') !== 's3/aws4_request')
    return false;
  if (headers['x-amz-content-sha256'] !== hash) return false;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    hash,
  ].join('\n');
  const time = String(headers['x-amz-date']);
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const key = [date, ACCESS.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (with_, part) => createHmac('sha256', with_).update(part).digest(),
    `AWS4${ACCESS.secret}`,
  );
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}
