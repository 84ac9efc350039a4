import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import type { NewerEntry } from '../../domain/debate/engine/upcast.ts';
import type { Logger } from '../logging/logger.ts';

/** The debates this server is too old for. One is enough to take it out of service: a newer release is running beside it. */
export class NewerDebates {
  readonly #logger: Logger;
  #reason: string | null = null;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Why this server should get no more work, in one line that may be public; `null` while it knows all entries it has read. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Notes a debate with an entry of a newer release, and logs it. Call it once for each debate. */
  note(debateId: string, { seq, shape, type }: NewerEntry): void {
    this.#reason = 'this server is older than a debate named in the log; update this server';
    this.#logger.error(
      { debate: debateId, seq, shape, type, known: ENTRY_SHAPE },
      'this server is older than a debate: a newer release wrote an entry; update this server',
    );
  }
}
