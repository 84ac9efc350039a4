import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { percentile } from './figures.ts';
import { connectParley, type LightClient } from './light-client.ts';
import { withDataDir } from './with-data-dir.ts';

/** Ten thousand claims and a hundred thousand votes; a few people edit meanwhile, each several times a second. */
const CLAIMS = 10_000;
const EDITORS = 6;
const EVERY = 250;
/** Milliseconds between two looks at the server's memory. */
const LOOK_EVERY = 50;

/** Each format, and the seconds it may take. */
export const EXPORT_LIMITS = {
  parley: 3,
  argdown: 3,
  aif: 3,
  kialo: 3,
  csv: 3,
  polis: 3,
  graphml: 3,
  dot: 3,
  tgf: 3,
  apx: 3,
  markdown: 3,
  html: 3,
  svg: 60,
  png: 60,
  pdf: 60,
  brief: 60,
} as const;
export type BenchedFormat = keyof typeof EXPORT_LIMITS;

/** The measurement of one file. */
export interface ExportFigures {
  readonly format: BenchedFormat;
  readonly seconds: number;
  readonly bytes: number;
  /** Bytes of memory at most, above those of the server at rest. */
  readonly memory: number;
  /** Milliseconds until an edit of someone else was answered, meanwhile. */
  readonly p99: number;
  readonly edits: number;
}

export interface ExportsResult {
  readonly claims: number;
  /** The same of edits while nothing else goes on. */
  readonly quiet: number;
  readonly files: readonly ExportFigures[];
}

/** One large debate in each format, one after another, while others edit it. */
export async function benchExports(say: (line: string) => void): Promise<ExportsResult> {
  return withDataDir(async (dataDir) => {
    say(`a debate of ${CLAIMS} claims …`);
    const server = await startChild('serve-exports', {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      BENCH_CLAIMS: String(CLAIMS),
    });
    const [origin = '', files = '', debateId = ''] = server.origin.split(' ');
    const editors = await Promise.all(
      Array.from({ length: EDITORS }, (_, at) => openEditor(server, origin, debateId, at)),
    );
    // The first reading loads what every later one has.
    await editsDuring(editors, () => fetch(`${files}/tgf`).then((answer) => answer.arrayBuffer()));
    const quiet = await editsDuring(editors, () => new Promise((resolve) => setTimeout(resolve, 5_000)));
    const figures: ExportFigures[] = [];
    for (const format of Object.keys(EXPORT_LIMITS) as BenchedFormat[]) {
      say(`${format} …`);
      figures.push(await measure(server, editors, format, `${files}/${format}`));
    }
    for (const { client } of editors) client.close();
    await server.stop();
    return { claims: CLAIMS, quiet: percentile(quiet, 0.99), files: figures };
  });
}

async function measure(
  server: ChildServer,
  editors: readonly Editor[],
  format: BenchedFormat,
  address: string,
): Promise<ExportFigures> {
  const idle = (await server.usage()).memory;
  let [most, bytes, isOver] = [idle, 0, false];
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, (await server.usage()).memory);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  })();
  const start = performance.now();
  const edits = await editsDuring(editors, async () => {
    const { body } = await fetch(address);
    if (body) for await (const piece of body) bytes += piece.length;
  });
  const seconds = (performance.now() - start) / 1_000;
  isOver = true;
  await watching;
  return { format, seconds, bytes, memory: most - idle, p99: percentile(edits, 0.99), edits: edits.length };
}

interface Editor {
  readonly client: LightClient;
  /** The number of their next operation. */
  next: number;
  readonly nth: number;
}

async function openEditor(
  server: ChildServer,
  origin: string,
  debateId: string,
  nth: number,
): Promise<Editor> {
  const client = await connectParley(origin, await server.signIn(`Editor ${nth}`), () => {});
  const message: OpenMessage = {
    protocol: PROTOCOL_VERSION,
    debateId,
    clientId: `tab_bench${nth}`,
    after: 0,
    at: 0,
    unanswered: [],
  };
  const answer = (await client.send('open', message)) as { ok: boolean };
  if (!answer.ok) throw new Error('the debate does not open');
  return { client, next: 1, nth };
}

/** Makes everyone edit until something is done; returns how long each edit took until its answer. */
async function editsDuring(editors: readonly Editor[], something: () => Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const taken: number[] = [];
  const editing = editors.map(async (editor) => {
    while (!isOver) {
      const begun = performance.now();
      const answer = (await editor.client.send('submit', editOf(editor))) as { ok: boolean };
      if (!answer.ok) throw new Error(`an edit was refused: ${JSON.stringify(answer)}`);
      taken.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  });
  await something();
  isOver = true;
  await Promise.all(editing);
  return taken;
}

function editOf(editor: Editor) {
  const clientSeq = editor.next;
  editor.next += 1;
  const claimId = `c_made${(editor.nth * 997 + Math.floor(clientSeq / 2)) % CLAIMS}`;
  const answer = clientSeq % 2 === 0 ? 'agree' : 'disagree';
  return { clientSeq, operation: { type: 'vote.cast', claimId, answer, wording: 1 } };
}
