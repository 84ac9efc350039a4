import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ParleyProcess } from '../../e2e/parley-process.ts';
import { cpuSeconds } from '../../support/cpu-seconds.ts';
import { percentile } from '../figures.ts';
import { serveGenerated } from '../map/generated-debates.ts';
import { ATTACK_NAMES, type AttackName, type Booty, type Target } from './attacks.ts';
import { type EventAnswer, openOn, Visitor } from './visitor.ts';

/** Honest people, each of whom does something once a second, and others who read along. */
const HONEST = 50;
const READERS = 150;
const EVERY = 1_000;
/** Milliseconds between two looks whether the process lives. */
const LOOK_EVERY = 100;
/** Milliseconds an attack goes on, and that the server then has to come to rest. */
const ATTACK = 10_000;
const REST = 90_000;
/** Milliseconds after which an attacker that does not end is ended. */
const PATIENCE = 150_000;
const CLAIMS = 10_000;
const DEBATE = 'made-in-china-2025';

/** The effect on honest people. Times in milliseconds. */
export interface HostileFigures {
  readonly attack: AttackName | 'nothing';
  readonly acks: number;
  /** Operations refused or without an answer. */
  readonly refused: number;
  readonly p50: number;
  readonly p99: number;
  readonly healthP99: number;
  /** From the attack's end until the server answers as before. */
  readonly rest: number;
  /** Seconds of processor time the server took meanwhile; null where the system does not say. */
  readonly cpu: number | null;
  /** The machine's average load in the last minute. */
  readonly load: number;
  readonly booty: Booty;
}

export interface HostileResult {
  readonly honest: number;
  readonly readers: number;
  readonly attacks: readonly HostileFigures[];
}

/**
 * Fifty honest people act in a debate of the built server, on PGlite, and 150 read it; beside them one attack after another from another
 * address, in a process of its own, bounded in count and time. `only`: these attacks, instead of all.
 */
export async function benchHostile(
  only: readonly string[],
  say: (line: string) => void,
): Promise<HostileResult> {
  say(`a debate of ${CLAIMS} claims is made …`);
  const { server, debates } = await serveGenerated([CLAIMS]);
  const { origin } = server;
  const target: Target = { origin, honest: DEBATE, large: debates[0]?.debateId ?? '' };
  const visitor = new Visitor(origin, '127.0.0.2');
  let people: HonestPerson[] = [];
  let readers: Connection[] = [];
  const leave = () => {
    for (const person of people) person.leave();
    for (const reader of readers) reader.close();
  };
  const come = async () => {
    leave();
    people = [];
    readers = [];
    for (let n = 0; n < READERS; n += 1) {
      const reader = await visitor.connect('');
      const opened = await openOn(reader, DEBATE, `tab_reader${n}`);
      if (!opened.ok) throw new Error(`the debate does not open for a reader: ${opened.rejection?.code}`);
      readers.push(reader);
    }
    for (let n = 0; n < HONEST; n += 1) people.push(await HonestPerson.come(visitor, n));
    await visitor.ask(`/debates/${target.large}`);
  };
  try {
    await come();
    const figures: HostileFigures[] = [];
    const nothing = async () => {
      await pause(ATTACK);
      return { counts: {} };
    };
    figures.push({ attack: 'nothing', ...(await noticed(people, visitor, server, nothing)), rest: 0 });
    for (const attack of ATTACK_NAMES.filter((name) => only.length === 0 || only.includes(name))) {
      const attacker = await Attacker.start(attack, target);
      const seen = await noticed(people, visitor, server, () => attacker.strike());
      const rest = await untilAtRest(visitor);
      figures.push({ attack, ...seen, rest });
      say(JSON.stringify(figures.at(-1)));
      if (rest < REST) continue;
      say(`The server does not come to rest after ${attack}: it is ended and started again.`);
      await server.kill();
      await server.restart();
      await come();
    }
    return { honest: HONEST, readers: READERS, attacks: figures };
  } finally {
    leave();
    visitor.leave();
    await server.kill();
    await server.stop();
  }
}

/** Measures honest people and health checks while something happens. */
async function noticed(
  people: readonly HonestPerson[],
  visitor: Visitor,
  server: Pick<ParleyProcess, 'pid'>,
  something: () => Promise<Booty>,
): Promise<Omit<HostileFigures, 'attack' | 'rest'>> {
  let isOver = false;
  const health: number[] = [];
  const acks: number[] = [];
  let refused = 0;
  const looking = (async () => {
    while (!isOver) {
      health.push((await visitor.ask('/healthz', { patience: 30_000 })).milliseconds);
      await pause(LOOK_EVERY);
    }
  })();
  const acting = people.map(async (person, n) => {
    await pause((n * EVERY) / people.length);
    while (!isOver) {
      const began = performance.now();
      if (await person.act()) acks.push(performance.now() - began);
      else refused += 1;
      await pause(Math.max(0, EVERY - (performance.now() - began)));
    }
  });
  const before = cpuSeconds(server.pid);
  const booty = await something();
  const after = cpuSeconds(server.pid);
  isOver = true;
  await Promise.all([looking, ...acting]);
  return {
    acks: acks.length,
    refused,
    p50: percentile(acks, 0.5),
    p99: percentile(acks, 0.99),
    healthP99: percentile(health, 0.99),
    cpu: before === null || after === null ? null : after - before,
    load: loadavg()[0] ?? 0,
    booty,
  };
}

/** Milliseconds until the server answers five looks in a row at once. */
async function untilAtRest(visitor: Visitor): Promise<number> {
  const began = performance.now();
  let wasQuick = 0;
  while (wasQuick < 5 && performance.now() - began < REST) {
    const { milliseconds } = await visitor.ask('/healthz', { patience: 5_000 });
    wasQuick = milliseconds < 50 ? wasQuick + 1 : 0;
    await pause(LOOK_EVERY);
  }
  return Math.max(0, performance.now() - began - 5 * LOOK_EVERY);
}

type Connection = Awaited<ReturnType<Visitor['connect']>>;

/** Someone who has the debate open, and votes. */
class HonestPerson {
  readonly #client: Connection;
  readonly #claimId: string;
  #acts = 0;

  private constructor(client: Connection, claimId: string) {
    this.#client = client;
    this.#claimId = claimId;
  }

  static async come(visitor: Visitor, n: number): Promise<HonestPerson> {
    const client = await visitor.connect(await visitor.signIn(`Honest ${n}`));
    const opened = await openOn(client, DEBATE, `tab_honest${n}`);
    if (!opened.ok) throw new Error(`the debate does not open: ${opened.rejection?.code}`);
    const claimId = `c_honest${n}`;
    const person = new HonestPerson(client, claimId);
    person.#acts = 1;
    const operation = {
      type: 'claim.add',
      claimId,
      linkId: `l_honest${n}`,
      target: { kind: 'position', id: 'p_hawks' },
      relation: 'support',
      positionId: null,
      text: `What honest person ${n} says.`,
    };
    const added = (await client.send('submit', { clientSeq: 1, operation })) as EventAnswer;
    if (!added.ok) throw new Error(`the claim is refused: ${added.rejection?.code}`);
    return person;
  }

  /** Performs one action, and returns whether it was acknowledged. */
  async act(): Promise<boolean> {
    this.#acts += 1;
    const answer = this.#acts % 2 === 0 ? 'agree' : 'disagree';
    const operation = { type: 'vote.cast', claimId: this.#claimId, answer, wording: 1 };
    const late = pause(30_000).then((): EventAnswer => ({ ok: false }));
    const acknowledged = this.#client.send('submit', { clientSeq: this.#acts, operation });
    const answered = await Promise.race([acknowledged as Promise<EventAnswer | undefined>, late]);
    return answered?.ok ?? false;
  }

  leave(): void {
    this.#client.close();
  }
}

/** An attack in a process of its own. */
class Attacker {
  readonly #child: ChildProcess;
  readonly #problem: string | null;

  private constructor(child: ChildProcess, problem: string | null) {
    this.#child = child;
    this.#problem = problem;
  }

  /** Ready to go. */
  static async start(name: AttackName, target: Target): Promise<Attacker> {
    const child = fork(fileURLToPath(new URL('./attacker.ts', import.meta.url)), {
      env: { ...process.env, BENCH_ATTACK: JSON.stringify({ name, target }) },
      execArgv: ['--import', 'tsx'],
      stdio: 'inherit',
    });
    const [started] = (await once(child, 'message')) as [{ ready?: true; failed?: string }];
    return new Attacker(child, started.ready ? null : (started.failed ?? 'it ended'));
  }

  /** Goes; what it came to. Ended where it does not end. */
  async strike(): Promise<Booty> {
    if (this.#problem !== null) return { counts: {}, note: `not prepared: ${this.#problem}` };
    const end = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    const result = new Promise<{ booty?: Booty; failed?: string }>((resolve) => {
      this.#child.once('message', resolve);
      this.#child.once('exit', () => resolve({ failed: 'it was ended' }));
    });
    this.#child.send({ milliseconds: ATTACK });
    const { booty, failed } = await result;
    clearTimeout(end);
    return booty ?? { counts: {}, note: failed ?? '' };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
