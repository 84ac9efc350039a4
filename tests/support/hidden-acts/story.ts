import { vi } from 'vitest';
import { parley } from '#server/handle.ts';
import type { Random } from '../../simulation/random.ts';
import { connectLive, type LiveClient } from '../live-client.ts';
import type { ReceivedMail } from '../smtp-sink.ts';
import { type Act, BEGINNING, PEOPLE, type PersonName, VIEWERS, type ViewerName } from './acts.ts';
import { asked } from './asked.ts';
import { BEGIN, type Cast, type Heard, type World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Runs a history in a world, and hears what every viewer is sent. */
export class Story {
  readonly #world: World;
  readonly #cast: Cast;
  readonly #heard = Object.fromEntries(VIEWERS.map((name) => [name, [] as string[]])) as unknown as Record<
    ViewerName,
    string[]
  >;
  readonly #clients = new Map<ViewerName, LiveClient>();
  readonly #groups = new Map<PersonName, LiveClient>();
  #barrier: LiveClient | null = null;
  /** Of the bystander: each comes into the debate in its turn. */
  readonly #tabs: LiveClient[] = [];
  /** The number of presence updates each viewer had been sent when the history began. */
  readonly #arrived = new Map<ViewerName, number>();
  #mailed = 0;
  #at = BEGIN;
  #role: 'observer' | 'suggester' = 'observer';

  constructor(world: World, cast: Cast) {
    this.#world = world;
    this.#cast = cast;
  }

  get heard(): Heard {
    return this.#heard;
  }

  /** Everyone opens the debate. */
  async open(): Promise<void> {
    for (const name of VIEWERS) {
      const client = await connectLive(this.#world.origin, {
        clientId: `tab_of_${name}`,
        ...(name === 'token'
          ? { headers: { origin: undefined, authorization: `Bearer ${this.#cast.token}` } }
          : name === 'stage'
            ? { cookie: this.#cast.cookies.owner, stage: true as const }
            : name === 'reader'
              ? {}
              : { cookie: this.#cast.cookies[name] }),
      });
      this.#clients.set(name, client);
      client.socket.onAny((event, message) => {
        // Arrivals and departures are batched by real time: see `hearPresence`.
        if (event !== 'presence' && event !== 'people') this.#hear(name, event, message);
      });
      const welcome = await client.open(this.#cast.debateId);
      if (!welcome.ok) throw new Error(`${name}: ${welcome.rejection.code}`);
    }
    this.#barrier = await connectLive(this.#world.origin, { cookie: this.#cast.cookies.owner, stage: true });
    for (const name of ['ann', 'sam'] as const) {
      const client = await connectLive(this.#world.origin, { cookie: this.#cast.cookies[name] });
      await client.open(this.#cast.group);
      this.#groups.set(name, client);
    }
    await this.#bystanderComes();
    this.#mailed = this.#world.mails.length;
  }

  async #bystanderComes(): Promise<void> {
    const tab = await connectLive(this.#world.origin, { cookie: this.#cast.bystander.cookie });
    await tab.open(this.#cast.debateId);
    this.#tabs.push(tab);
  }

  /** Resolves when every viewer has been sent the last arrival of the bystander, and that their earlier tabs are gone. */
  async #presenceIsSent(earlier: readonly string[] = []): Promise<void> {
    const last = this.#tabs.at(-1)?.connection;
    const isKnownTo = ({ presence }: LiveClient) =>
      presence.some(({ here }) => here.some(({ connection }) => connection === last)) &&
      earlier.every((tab) => presence.some(({ gone }) => gone.includes(tab)));
    const isKnown = () => {
      if (![...this.#clients.values()].every(isKnownTo)) throw new Error('presence was not sent');
    };
    await vi.waitFor(isKnown, { timeout: 30_000, interval: 10 });
  }

  /**
   * From now on presence counts, and everyone is notified of all that is written. The log is searched for notifications first: otherwise
   * they would depend on when that happens.
   */
  async beginHearing(): Promise<void> {
    const { auth, notificationSettings } = parley();
    await this.#lookedThrough();
    for (const name of PEOPLE) {
      const person = await auth.currentPerson(new Headers({ cookie: this.#cast.cookies[name] }));
      if (person) await notificationSettings.change(this.#cast.debateId, person, { level: 'all' });
    }
    await this.#presenceIsSent();
    for (const [name, client] of this.#clients) this.#arrived.set(name, client.presence.length);
  }

  /** Someone is at something now, and writes there. */
  async writesAt(name: PersonName, id: string): Promise<void> {
    await this.#clients.get(name)?.socket.emitWithAck('presence', { at: id, writing: true });
  }

  async #writesAndPointsAt(client: LiveClient, id: string): Promise<void> {
    await client.socket.emitWithAck('presence', { at: id, writing: true });
    for (const across of [0.2, 0.8])
      await client.socket.emitWithAck('pointer', {
        over: { box: id, across, down: 0.5, dx: 0, dy: 0 },
        look: null,
      });
  }

  /** Records the presence each viewer was sent since `beginHearing`, however it was batched. */
  async hearPresence(): Promise<void> {
    const earlier = this.#tabs.map(({ connection }) => connection);
    for (const tab of this.#tabs) tab.close();
    await this.#bystanderComes();
    await this.#presenceIsSent(earlier);
    // A removed person leaves and returns, like a person who closes a tab.
    const isBystander = (connection: string) => this.#tabs.some((tab) => tab.connection === connection);
    for (const [name, { presence }] of this.#clients) {
      const sent = presence
        .slice(this.#arrived.get(name))
        .flatMap(({ here, gone, ...more }) => [
          ...here.filter(({ connection }) => !isBystander(connection)),
          ...gone
            .filter((connection) => !isBystander(connection))
            .map((connection) => ({ gone: connection })),
          ...(Object.keys(more).length > 0 ? [more] : []),
        ]);
      this.#hear(name, 'presence', inOrder(sent));
    }
  }

  /**
   * Records the mail each of them gets within a day. All mail that is due is made before the first of it is sent: once the witness has
   * theirs and none waits, all of it has been sent.
   */
  async hearMail(): Promise<void> {
    const world = this.#world;
    const isToWitness = ({ to }: ReceivedMail) => to === this.#cast.witness.email;
    for (const wait of [12 * MINUTE, HOUR, DAY]) {
      await this.#lookedThrough();
      const before = world.mails.filter(isToWitness).length;
      this.#at += wait;
      world.setClock(this.#at);
      const isSent = async () => {
        const isTheirs = world.mails.filter(isToWitness).length > before;
        if (!isTheirs || (await world.hasWaitingMail())) throw new Error('the mail was not sent');
      };
      await vi.waitFor(isSent, { timeout: 60_000, interval: 10 });
    }
    const sent = world.mails.slice(this.#mailed);
    this.#mailed = world.mails.length;
    for (const name of PEOPLE)
      for (const { source } of sent.filter(({ to }) => to === this.#cast.emails[name]))
        this.#hear(
          name,
          'mail',
          source.replaceAll(/<[\w-]{20}@/g, '<id@').replaceAll(/--_NmP-[\w-]+/g, '--part'),
        );
  }

  /** A second of the server's clock later. */
  tick(): void {
    this.#at += 1_000;
    this.#world.setClock(this.#at);
  }

  /** Someone does something, and all who see it have been sent it; the answer is why it is refused, or null. `hears`: the answer is recorded. */
  async does({ by, operation, group, at: place, closes }: Act, hears = true): Promise<string | null> {
    const client = group ? this.#groups.get(by) : this.#clients.get(by);
    if (!client) throw new Error(`${by} is not there`);
    const answer = await client.submit(operation);
    if (place !== undefined) await this.#writesAndPointsAt(client, place);
    await this.#settle();
    if (closes !== undefined) await this.#closesEditor(client, closes);
    // The answer may come before or after the frame, depending on the database.
    if (hears) this.#hear(by, 'answer', answer);
    return answer.ok ? null : answer.rejection.code;
  }

  /** Closes an editor of a text that this client has changed, and waits until everyone was sent that it is sealed. */
  async #closesEditor(client: LiveClient, text: string): Promise<void> {
    const sealed = () => this.#heard.stage.filter((message) => message.includes('"text.sealed"')).length;
    const before = sealed();
    for (const open of [text, null])
      await client.socket.emitWithAck('caret', { text: open, base: 1, anchor: 0, head: 0 });
    const isSealed = () => {
      if (sealed() === before) throw new Error('the text was not sealed');
    };
    await vi.waitFor(isSealed, { timeout: 30_000, interval: 10 });
    await this.#settle();
  }

  /** Everything that is on its way has come: a projector that opens the debate has it sent, and each connection answers once more. */
  async #settle(): Promise<void> {
    await this.#barrier?.open(this.#cast.debateId);
    for (const client of this.#clients.values()) await client.socket.emitWithAck('clock', {});
  }

  /**
   * Whom something concerns is found behind the writing. All that was written up to here was looked through once the last of it, a
   * role given to someone, is known to them.
   */
  async #lookedThrough(): Promise<void> {
    const { id, cookie } = this.#cast.witness;
    const { auth, inbox } = parley();
    const witness = await auth.currentPerson(new Headers({ cookie }));
    if (!witness) throw new Error('the witness is not signed in');
    await inbox.mark(witness, {}, true);
    this.#role = this.#role === 'observer' ? 'suggester' : 'observer';
    this.tick();
    const operation = { type: 'participant.appoint', participantId: id, role: this.#role } as const;
    const refused = await this.does({ by: 'owner', operation });
    if (refused) throw new Error(refused);
    const which = { after: null, debateId: this.#cast.debateId, unread: true };
    const isKnown = async () => {
      const { debates } = await inbox.list(witness, which);
      const kinds = debates.flatMap(({ notes }) => notes.map(({ kind }) => kind));
      if (!kinds.includes('appointed')) throw new Error('the log was not looked through');
    };
    await vi.waitFor(isKnown, { timeout: 60_000 });
  }

  /** The bystander is erased with their words: from then on the past is rebuilt for everyone. */
  async erase(): Promise<void> {
    const { auth, erasures } = parley();
    const bystander = await auth.currentPerson(new Headers({ cookie: this.#cast.bystander.cookie }));
    if (!bystander) throw new Error('the bystander is not signed in');
    this.tick();
    const erased = await erasures.erase(bystander.id, { words: true });
    if (!erased.ok) throw new Error(erased.rejection.code);
    await this.#settle();
  }

  /** Asks for everything there is to ask for, as every viewer. */
  async ask(times: readonly number[], random: Random): Promise<void> {
    await this.#lookedThrough();
    for (const name of VIEWERS) {
      const client = this.#clients.get(name);
      if (client && name !== 'reader' && name !== 'stage')
        this.#hear(name, 'seen', await client.socket.emitWithAck('seen', { until: 9_000_000_000_000_000 }));
      const late = await connectLive(this.#world.origin, {
        ...(name === 'token'
          ? { headers: { origin: undefined, authorization: `Bearer ${this.#cast.token}` } }
          : name === 'stage'
            ? { cookie: this.#cast.cookies.owner, stage: true as const }
            : name === 'reader'
              ? {}
              : { cookie: this.#cast.cookies[name] }),
      });
      for (const after of [0, 9]) {
        const welcome = await late.open(this.#cast.debateId, after, [1, 2], client?.timeOf(after) ?? 0);
        this.#hear(
          name,
          `comes knowing ${after}`,
          welcome.ok ? { ...welcome, present: inOrder(welcome.present) } : welcome,
        );
      }
      late.close();
      for (const [what, answer] of await asked(this.#world, this.#cast, name, times, random))
        this.#hear(name, what, answer);
    }
  }

  close(): void {
    this.#barrier?.close();
    for (const client of [...this.#clients.values(), ...this.#groups.values(), ...this.#tabs]) client.close();
  }

  #hear(name: ViewerName, what: string, message: unknown): void {
    const said = typeof message === 'string' ? message : JSON.stringify(message);
    this.#heard[name].push(`${what}: ${plain(said)}`);
  }
}

/** Without what is drawn by chance in every run: names of connections. Times and lengths stay. */
function plain(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '00000000-0000-0000-0000-000000000000');
}

/** Connections have names that are drawn by chance, and so has their order. */
function inOrder(present: readonly unknown[]): readonly string[] {
  return present.map((one) => plain(JSON.stringify(one))).sort();
}

/** The content everyone sees when a history begins. */
export async function begin(story: Story, before: readonly Act[]): Promise<void> {
  for (const act of [...BEGINNING, ...before]) {
    story.tick();
    const refused = await story.does(act);
    if (refused) throw new Error(`${act.by}: ${refused}: ${JSON.stringify(act.operation)}`);
  }
}
