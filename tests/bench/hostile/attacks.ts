import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { LightClient } from '../light-client.ts';
import { type EventAnswer, openOn, Visitor } from './visitor.ts';

/** Where an attack goes, and until when. */
export interface Target {
  readonly origin: string;
  /** A public debate of ten thousand claims, apart from the one in which the honest people are. */
  readonly large: string;
  /** The debate in which the honest people are. */
  readonly honest: string;
}

/** The attacker's results: answers by status or code, and other remarks. */
export interface Booty {
  readonly counts: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** An attack that is ready; it runs until a moment of `performance.now()`, and lets go of everything then. */
type Strike = (until: number) => Promise<Booty>;
type Attack = (target: Target) => Promise<Strike>;

const ADDRESS = '127.0.0.66';

class Counts {
  readonly #counts: Record<string, number> = {};

  add(what: string | number): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1;
  }

  get all(): Readonly<Record<string, number>> {
    return this.#counts;
  }
}

/** Repeats something until a moment, with so many in parallel. */
async function flood(atOnce: number, until: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (performance.now() < until) {
      next += 1;
      await act(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Requests from a few guests in turn. */
function requests(
  atOnce: number,
  make: (n: number) => { path: string; method?: string; body?: string | Buffer; type?: string },
  isSignedIn = true,
): Attack {
  return async ({ origin }) => {
    const visitor = new Visitor(origin, ADDRESS);
    const cookies: string[] = [];
    for (let n = 0; isSignedIn && n < 5; n += 1) cookies.push(await visitor.signIn(`Mallory ${n}`));
    return async (until) => {
      const counts = new Counts();
      await flood(atOnce, until, async (n) => {
        const { path, ...request } = make(n);
        const cookie = cookies[n % cookies.length];
        const { status } = await visitor.ask(path, {
          ...request,
          ...(cookie && { cookie }),
          patience: 10_000,
        });
        counts.add(status);
        if (status === 429) await pause(20);
      });
      visitor.leave();
      return { counts: counts.all };
    };
  };
}

/** A file in the indented list Kialo exports. */
function kialoFile(claims: number): string {
  const lines = ['Discussion Title: Attack', '', '1. The motion stands.'];
  for (let n = 1; n <= claims; n += 1)
    lines.push(`1.${n}. ${n % 2 === 0 ? 'Pro' : 'Con'}: Claim number ${n}.`);
  return lines.join('\n');
}

/** Statements under each other, each one level deeper, as often as a message takes. */
function argdownFile(): string {
  const blocks: string[] = [];
  for (let block = 0; block < 40; block += 1) {
    blocks.push(`[T${block}]: A thesis.`);
    for (let level = 1; level < 60; level += 1)
      blocks.push(`${'  '.repeat(level)}+ <A${block}_${level}>: ${'*'.repeat(20)} _a [b](c `);
    blocks.push('');
  }
  return blocks.join('\n');
}

/** Operations of ten guests in the large debate, as many as they may send. `of`: by guest and number; the first is answered before others are sent. */
function operations(of: (guest: number, seq: number) => object): Attack {
  return async ({ origin, large }) => {
    const visitor = new Visitor(origin, ADDRESS);
    const clients: LightClient[] = [];
    const submit = (client: LightClient, guest: number, clientSeq: number) =>
      client.send('submit', { clientSeq, operation: of(guest, clientSeq) }) as Promise<
        EventAnswer | undefined
      >;
    for (let n = 0; n < 10; n += 1) {
      const client = await visitor.connect(await visitor.signIn(`Mallory ${n}`));
      await openOn(client, large, `tab_operations${n}`);
      await submit(client, n, 1);
      clients.push(client);
    }
    return async (until) => {
      const counts = new Counts();
      await Promise.all(
        clients.map((client, n) => {
          let seq = 1;
          return flood(8, until, async () => {
            seq += 1;
            const answer = await submit(client, n, seq);
            counts.add(answer?.ok ? 'ok' : (answer?.rejection?.code ?? 'disconnected'));
            if (!answer?.ok) await pause(100);
          });
        }),
      );
      for (const client of clients) client.close();
      visitor.leave();
      return { counts: counts.all };
    };
  };
}

const citing = operations((guest, seq) => {
  const sourceId = `s_cite${guest}`;
  if (seq > 1) return { type: 'claim.cite', claimId: `c_made${(seq * 13 + guest * 997) % 9_000}`, sourceId };
  return { type: 'source.add', sourceId, title: 'A source', url: '', locator: '', excerpt: '', note: '' };
});

/** A branch of a third of the debate, to places of all depths. */
const moving = operations((guest, seq) => ({
  type: 'claim.move',
  claimId: 'c_made0',
  target: { kind: 'claim', id: `c_made${1 + ((seq * 7 + guest) % 40)}` },
  relation: 'support',
}));

/** Claims of the attacker's own debate. */
const OWN_CLAIMS = 3_000;

/** A debate of the attacker's own; its id. */
async function ownDebate(visitor: Visitor, cookie: string): Promise<string> {
  const answer = await visitor.ask('/api/imports?name=attack.txt&format=kialo&visibility=unlisted', {
    method: 'POST',
    cookie,
    body: kialoFile(OWN_CLAIMS - 1),
    type: 'text/plain',
  });
  const { debateId } = JSON.parse(answer.body) as { debateId?: string };
  if (!debateId) throw new Error(`no debate: ${answer.status} ${answer.body}`);
  return debateId;
}

/** Asks for something of a debate of the attacker's own, again and again. */
function onOwnDebate(path: string, atOnce: number, body: () => string): Attack {
  return async ({ origin }) => {
    const visitor = new Visitor(origin, ADDRESS);
    const cookie = await visitor.signIn('Mallory');
    const debateId = await ownDebate(visitor, cookie);
    return async (until) => {
      const counts = new Counts();
      await flood(atOnce, until, async () => {
        const { status } = await visitor.ask(`/api/debates/${debateId}/${path}`, {
          method: 'POST',
          cookie,
          body: body(),
        });
        counts.add(status);
        if (status === 429) await pause(50);
      });
      visitor.leave();
      return { counts: counts.all };
    };
  };
}

/** As many groups as a debate of so many claims may be copied into at once. */
const groupsWithClaims = () =>
  JSON.stringify({
    groups: Array.from({ length: Math.floor(LIMITS.claimsCopiedAtOnce / OWN_CLAIMS) }, (_, n) => ({
      name: `Group ${n}`,
      members: [],
    })),
    claims: true,
  });

const pageFlood: Attack = async ({ origin, large }) => {
  const visitor = new Visitor(origin, ADDRESS);
  return async (until) => {
    const counts = new Counts();
    const asked = Array.from({ length: 2_150 }, async () => {
      const { status } = await visitor.ask(`/debates/${large}`);
      counts.add(status);
    });
    await pause(Math.max(0, until - performance.now()));
    const before = Object.values(counts.all).reduce((sum, count) => sum + count, 0);
    visitor.leave();
    const next = new Visitor(origin, '127.0.0.77');
    const page = await next.ask('/join', { patience: 120_000 });
    next.leave();
    await Promise.all(asked);
    return {
      counts: counts.all,
      note: `${before} answered; a page right after: ${page.status} in ${page.milliseconds.toFixed(0)} ms`,
    };
  };
};

const anonymous: Attack = async ({ origin, honest }) => {
  const visitor = new Visitor(origin, ADDRESS);
  const guest = new Visitor(origin, '127.0.0.77');
  const cookie = await guest.signIn('Late');
  return async (until) => {
    const counts = new Counts();
    const clients: LightClient[] = [];
    let left = 5_000;
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        while (left > 0 && performance.now() < until) {
          left -= 1;
          await visitor.connect('').then(
            (client) => {
              clients.push(client);
              counts.add('connected');
            },
            () => counts.add('refused'),
          );
        }
      }),
    );
    const reader = await new Visitor(origin, '127.0.0.78').connect('').then(
      async (client) => {
        const { ok } = await openOn(client, honest, 'tab_reader');
        client.close();
        return ok;
      },
      () => false,
    );
    const late = await guest.connect(cookie).then(
      async (client) => {
        const { ok } = await openOn(client, honest, 'tab_late');
        client.close();
        return ok;
      },
      () => false,
    );
    for (const client of clients) client.close();
    visitor.leave();
    guest.leave();
    return {
      counts: counts.all,
      note: `meanwhile somebody signed in ${late ? 'comes in' : 'is kept out'}, a reader elsewhere ${reader ? 'comes in' : 'is kept out'}`,
    };
  };
};

const heading: Attack = async ({ origin }) => {
  const visitor = new Visitor(origin, ADDRESS);
  const owner = await visitor.signIn('Olga');
  const others = [await visitor.signIn('Mallory 1'), await visitor.signIn('Mallory 2')];
  return async (until) => {
    const counts = new Counts();
    await visitor.ask('/api/account/data', { method: 'HEAD', cookie: owner, patience: 5_000 });
    const own = await visitor.ask('/api/account/data', { cookie: owner, patience: 10_000 });
    await flood(8, until, async (n) => {
      const cookie = others[n % others.length] ?? '';
      const { status } = await visitor.ask('/api/account/data', { method: 'HEAD', cookie, patience: 5_000 });
      counts.add(status);
      if (status === 429) await pause(50);
    });
    visitor.leave();
    return { counts: counts.all, note: `after one HEAD the file is answered with ${own.status}` };
  };
};

const hall: Attack = async ({ origin, honest }) => {
  const visitor = new Visitor(origin, '127.0.0.88');
  return async () => {
    const counts = new Counts();
    const began = performance.now();
    const taken: number[] = [];
    const clients: LightClient[] = [];
    await Promise.all(
      Array.from({ length: 1_200 }, async (_, n) => {
        await pause((n * 20_000) / 1_200);
        try {
          const came = performance.now();
          const client = await visitor.connect(await visitor.signIn(`Student ${n}`));
          clients.push(client);
          const answer = await openOn(client, honest, `tab_hall${n}`);
          counts.add(answer.ok ? 'joined' : (answer.rejection?.code ?? 'refused'));
          taken.push(performance.now() - came);
        } catch (error) {
          counts.add(error instanceof Error ? error.message : 'failed');
        }
      }),
    );
    const seconds = (performance.now() - began) / 1_000;
    for (const client of clients) client.close();
    visitor.leave();
    const longest = Math.max(0, ...taken) / 1_000;
    return {
      counts: counts.all,
      note: `all were in after ${seconds.toFixed(1)} s; the longest wait ${longest.toFixed(1)} s`,
    };
  };
};

/** Each attack, from one address, as one person with a script may lead it. */
export const ATTACKS = {
  'claim.cite': citing,
  'claim.move': moving,
  Argdown: requests(8, () => ({
    path: '/api/imports?name=a.argdown&format=argdown',
    method: 'POST',
    body: argdownFile(),
    type: 'text/plain',
  })),
  Kialo: requests(8, () => ({
    path: '/api/imports?name=a.txt&format=kialo',
    method: 'POST',
    body: kialoFile(9_000),
    type: 'text/plain',
  })),
  activity: (target) =>
    requests(20, () => ({ path: `/api/debates/${target.large}/activity?by=nobody` }))(target),
  groups: onOwnDebate('groups', 3, groupsWithClaims),
  clear: onOwnDebate('clear', 8, () => '{}'),
  HEAD: heading,
  exports: (target) =>
    requests(20, (n) => ({
      path: `/api/debates/${target.large}/export?format=${n % 2 ? 'parley' : 'html'}`,
    }))(target),
  pages: pageFlood,
  anonymous,
  hall,
} as const satisfies Record<string, Attack>;

export type AttackName = keyof typeof ATTACKS;
export const ATTACK_NAMES = Object.keys(ATTACKS) as AttackName[];
