import { randomUUID } from 'node:crypto';
import { type IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import { inLogContext } from '../logging/log-context.ts';

/** Maximum number of cached pages, and their lifetime in milliseconds: a flood costs one rendering per lifetime. */
const KEPT = 16;
const KEPT_FOR = 10_000;
/** Maximum characters of a cached page. */
const LARGEST = 4_000_000;
/** Milliseconds a shared rendering may take; after that, each request renders its own page. */
const RENDERED_WITHIN = 10_000;
/** Bytes per write. */
const PIECE = 64 * 1024;

/** Version of a debate's page for anonymous readers: the page is unchanged while both fields are. */
export interface PageVersion {
  /** The debate as its readers have received it, compared by identity. */
  readonly state: object;
  readonly people: string;
}

export interface PageCacheParts {
  /** Null if anonymous readers may not read the debate. */
  readonly versionOf: (debateId: string) => Promise<PageVersion | null>;
  readonly render: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Monotonic clock, in milliseconds. */
  readonly now?: () => number;
}

/** A rendered page without the parts that differ per response. */
interface Page {
  readonly headers: readonly (readonly [string, string | readonly string[]])[];
  /** The HTML split at the nonce, each part split again at the request id. */
  readonly parts: readonly (readonly Buffer[])[];
  readonly nonce: string;
}

interface Kept {
  readonly state: WeakRef<object>;
  readonly people: string;
  readonly until: number;
  /** Null: the response isn't cacheable, so each request renders its own. */
  readonly page: Promise<Page | null>;
}

/** Headers of a single response: about its body or connection, or set before rendering. */
const OWN_HEADERS = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-request-id',
]);

/** User agents that get a different page from Next. */
const PROGRAM = /bot|crawl|spider|slurp|google|facebook|twitter|whatsapp|preview|lighthouse/i;

/**
 * Cache of debate pages for anonymous readers, each rendered once while its debate is unchanged, for a lecture hall or a flood. Each
 * response has its own nonce and request id. A request that could identify its reader isn't served from the cache.
 */
export class PageCache {
  readonly #parts: PageCacheParts;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(parts: PageCacheParts) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** Responds with the cached page, rendering it if needed; false: this request needs its own rendering. `id`: the request id. */
  async answer(request: IncomingMessage, response: ServerResponse, id: string): Promise<boolean> {
    const asked = askedOf(request);
    const version = asked && (await this.#parts.versionOf(asked.debateId));
    if (!version) return false;
    const kept = this.#trueOf(asked.key, version) ?? this.#keep(asked.key, version, request);
    const page = await kept.page;
    const nonce = nonceOf(request);
    if (page === null || nonce === null) return false;
    await send(page, { nonce, id }, request, response);
    return true;
  }

  #trueOf(key: string, { state, people }: PageVersion): Kept | null {
    const kept = this.#kept.get(key);
    const isTrue = kept?.state.deref() === state && kept.people === people && kept.until > this.#now();
    return isTrue ? kept : null;
  }

  #keep(key: string, { state, people }: PageVersion, request: IncomingMessage): Kept {
    const page = this.#render(request).catch(() => null);
    const kept = { state: new WeakRef(state), people, until: this.#now() + KEPT_FOR, page };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  /**
   * Renders into memory, so that a slow reader doesn't delay the others. The request id in the page is a marker made here: a reader may
   * choose their own id, and one that is a word of the page would split it there for everyone.
   */
  async #render(request: IncomingMessage): Promise<Page | null> {
    const marker = randomUUID();
    const chunks: Buffer[] = [];
    // No backpressure: only a real server socket would emit `drain` on the response.
    const sink = new Writable({
      highWaterMark: Number.MAX_SAFE_INTEGER,
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.useChunkedEncodingByDefault = false;
    response.assignSocket(sink as never);
    const { 'accept-encoding': encoding } = request.headers;
    request.headers['accept-encoding'] = 'identity';
    const ended = new Promise((resolve) => response.once('finish', resolve).once('close', resolve));
    await inLogContext({ request: marker }, () => this.#parts.render(request, response));
    await Promise.race([ended, wait(RENDERED_WITHIN, null, { ref: false })]);
    if (encoding === undefined) delete request.headers['accept-encoding'];
    else request.headers['accept-encoding'] = encoding;
    const isHtml = `${response.getHeader('content-type')}`.startsWith('text/html');
    const isPage = response.writableFinished && response.statusCode === 200 && isHtml;
    const nonce = nonceOf(request);
    if (!isPage || response.hasHeader('set-cookie') || nonce === null) return null;
    const sent = Buffer.concat(chunks).toString();
    const html = sent.slice(sent.indexOf('\r\n\r\n') + 4);
    if (html.length > LARGEST) return null;
    const parts = html.split(nonce).map((part) => part.split(marker).map((piece) => Buffer.from(piece)));
    const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
      value === undefined || OWN_HEADERS.has(name) ? [] : [[name, headerText(value)] as const],
    );
    return { headers, parts, nonce };
  }
}

/** Writes with backpressure: however many slow readers there are, memory holds one copy. */
async function send(
  page: Page,
  own: { readonly nonce: string; readonly id: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ofThis = (text: string) => text.replaceAll(page.nonce, own.nonce);
  for (const [name, value] of page.headers)
    response.setHeader(name, typeof value === 'string' ? ofThis(value) : value.map(ofThis));
  const pieces = Readable.from(piecesOf(page, Buffer.from(own.nonce), Buffer.from(own.id)));
  const isZipped = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  if (isZipped) response.setHeader('Content-Encoding', 'gzip');
  const sent = isZipped
    ? pipeline(pieces, createGzip({ level: constants.Z_BEST_SPEED }), response)
    : pipeline(pieces, response);
  // A reader who disconnects isn't an error.
  await sent.catch(() => undefined);
}

function* piecesOf({ parts }: Page, nonce: Buffer, id: Buffer): Generator<Buffer> {
  for (const [at, around] of parts.entries()) {
    if (at > 0) yield nonce;
    for (const [nth, piece] of around.entries()) {
      if (nth > 0) yield id;
      for (let from = 0; from < piece.length; from += PIECE) yield piece.subarray(from, from + PIECE);
    }
  }
}

/** The requested debate and its cache key; null if the page may differ between readers. */
function askedOf({ method, url = '', headers }: IncomingMessage): { debateId: string; key: string } | null {
  const debateId = /^\/debates\/([\w-]+)$/.exec(url)?.[1];
  const { cookie, host = '', 'user-agent': program = '' } = headers;
  const theme = cookie === undefined ? '' : /^theme=(dark|light)$/.exec(cookie)?.[1];
  if (method !== 'GET' || debateId === undefined || theme === undefined || PROGRAM.test(program)) return null;
  if (
    Object.keys(headers).some((name) => /^(rsc|next-|authorization|purpose|sec-purpose|range|if-)/.test(name))
  )
    return null;
  return { debateId, key: JSON.stringify([debateId, theme, host]) };
}

/** The nonce of the response's content security policy. */
function nonceOf({ headers }: IncomingMessage): string | null {
  return /'nonce-([^']+)'/.exec(headers['content-security-policy']?.toString() ?? '')?.[1] ?? null;
}

function headerText(value: number | string | readonly string[]): string | readonly string[] {
  return typeof value === 'number' ? `${value}` : value;
}
