import { AUDIENCES, type Audience } from '../../domain/debate/project.ts';
import type { PresenceMessage } from '../../domain/protocol/client-messages.ts';
import type { Present } from '../../domain/protocol/server-messages.ts';
import { channel } from './connection.ts';
import type { PresenceSender, ProjectHere } from './presence-sender.ts';
import type { QuietRoom } from './quiet-room.ts';

/** Milliseconds between updates: prompt in a small room, calm in a quiet one. */
const INTERVAL = { small: 150, quiet: 1_000 };

/** Who is here in one debate. Never stored, gathered, and not sent to a slow reader before it has caught up. */
export class PresenceBoard {
  readonly #debateId: string;
  readonly #quiet: QuietRoom;
  readonly #project: ProjectHere;
  readonly #sender: PresenceSender;
  readonly #here = new Map<string, Present>();
  #changed = new Set<string>();
  #gone = new Set<string>();
  #scheduled = false;

  constructor(debateId: string, sender: PresenceSender, quiet: QuietRoom, project: ProjectHere) {
    this.#debateId = debateId;
    this.#quiet = quiet;
    this.#project = project;
    this.#sender = sender;
  }

  get size(): number {
    return this.#here.size;
  }

  /** Everybody who is here, as an audience may see them. */
  all(audience: Audience): readonly Present[] {
    return this.#project([...this.#here.values()], audience);
  }

  set(connection: string, participantId: string | null, { at, writing }: PresenceMessage): void {
    this.#here.set(connection, { connection, participantId, at, writing });
    this.#changed.add(connection);
    this.#gone.delete(connection);
    this.#schedule();
  }

  remove(connection: string): void {
    if (!this.#here.delete(connection)) return;
    this.#sender.forget(connection);
    this.#changed.delete(connection);
    this.#gone.add(connection);
    this.#schedule();
  }

  #schedule(): void {
    this.#quiet.count(this.#here.size);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#send(), this.#quiet.on ? INTERVAL.quiet : INTERVAL.small);
  }

  #send(): void {
    this.#scheduled = false;
    const changed = [...this.#changed].flatMap((connection) => this.#here.get(connection) ?? []);
    const gone = [...this.#gone];
    this.#changed = new Set();
    this.#gone = new Set();
    for (const audience of AUDIENCES) {
      const here = this.#project(changed, audience);
      const to = channel.audience(this.#debateId, audience);
      this.#sender.send(to, { here, gone }, () => this.all(audience));
    }
    if (this.#sender.owes) this.#schedule();
  }
}
