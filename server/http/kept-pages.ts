import { type IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';

/** Pages kept at most, and milliseconds for which one is: a flood then costs one rendering each time. */
const KEPT = 16;
const KEPT_FOR = 10_000;
/** Characters of a page that is kept at most. */
const LARGEST = 4_000_000;
/** Milliseconds within which a page is rendered that many wait for; after that each has its own. */
const RENDERED_WITHIN = 10_000;
/** Bytes written at once. */
const PIECE = 64 * 1024;

/** What a debate's page says to readers whom nobody knows: it is the same page while both are the same. */
export interface PageVersion {
  /** Compared by identity. */
  readonly state: object;
  readonly people: string;
}

export interface KeptPagesParts {
  /** Null where readers whom nobody knows may not read the debate. */
  readonly versionOf: (debateId: string) => Promise<PageVersion | null>;
  /** Renders a page. */
  readonly render: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Milliseconds of a clock that only rises. */
  readonly now?: () => number;
}

/** A page as it was rendered, without what each answer has of its own. */
interface Page {
  readonly headers: readonly (readonly [string, string | readonly string[]])[];
  /** What stands before, between and behind the places of the nonce; each so around those of the request id. */
  readonly parts: readonly (readonly Buffer[])[];
  readonly nonce: string;
}

interface Kept {
  readonly state: WeakRef<object>;
  readonly people: string;
  readonly until: number;
  /** Null: it came to something that is not kept, and is rendered for each. */
  readonly page: Promise<Page | null>;
}

/** Headers that belong to one answer: of its body, its connection, or set for it before. */
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

/** Programs to which Next sends pages in another form. */
const PROGRAM = /bot|crawl|spider|slurp|google|facebook|twitter|whatsapp|preview|lighthouse/i;

/**
 * The pages of debates that readers whom nobody knows ask for, rendered once for all who come while a debate is the same: a lecture
 * hall, or a flood. Each answer has its own nonce and request id. Whoever carries anything by which they might be known gets
 * a page of their own.
 */
export class KeptPages {
  readonly #parts: KeptPagesParts;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(parts: KeptPagesParts) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** Answers with the page that is kept, or is from now on; false: this request needs a rendering of its own. `id`: the request's. */
  async answer(request: IncomingMessage, response: ServerResponse, id: string): Promise<boolean> {
    const asked = askedOf(request);
    const version = asked && (await this.#parts.versionOf(asked.debateId));
    if (!version) return false;
    const kept = this.#trueOf(asked.key, version) ?? this.#keep(asked.key, version, request, id);
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

  #keep(key: string, { state, people }: PageVersion, request: IncomingMessage, id: string): Kept {
    const page = this.#render(request, id).catch(() => null);
    const kept = { state: new WeakRef(state), people, until: this.#now() + KEPT_FOR, page };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  /** Into memory, so that no slow reader holds it up for the others. */
  async #render(request: IncomingMessage, id: string): Promise<Page | null> {
    const chunks: Buffer[] = [];
    // It never asks for a pause: that it goes on would be told by a server's own socket alone.
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
    await this.#parts.render(request, response);
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
    const parts = html.split(nonce).map((part) => part.split(id).map((piece) => Buffer.from(piece)));
    const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
      value === undefined || OWN_HEADERS.has(name) ? [] : [[name, headerText(value)] as const],
    );
    return { headers, parts, nonce };
  }
}

/** No faster than it is read: of many who read slowly only one copy is in memory. */
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
  // Whoever goes away meanwhile is no fault.
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

/** The debate whose page is asked for, and by what it is kept; null where it may not be the same for everybody. */
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

/** The nonce of an answer's own policy, which its scripts are marked with. */
function nonceOf({ headers }: IncomingMessage): string | null {
  return /'nonce-([^']+)'/.exec(headers['content-security-policy']?.toString() ?? '')?.[1] ?? null;
}

function headerText(value: number | string | readonly string[]): string | readonly string[] {
  return typeof value === 'number' ? `${value}` : value;
}
