import { projectState } from '../../domain/debate/project.ts';
import { sunburstSteps } from '../../domain/layout/sunburst.ts';
import type { Refusal } from '../../domain/protocol/server-messages.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import { finishInTurns } from '../finish-in-turns.ts';
import type { Rooms } from '../log/rooms.ts';
import { drawSunburst } from '../pictures/draw-sunburst.ts';
import { seedFront } from '../seed/seed-front.ts';
import type { Debates } from './debates.ts';

/** Maximum number of sunbursts in memory: some kilobytes each. */
const KEPT = 500;

/** Small pictures of debates for lists and for the first page: of what all readers of a debate may see, and of nothing else. */
export class DebatePictures {
  readonly #rooms: Rooms;
  readonly #debates: Debates;
  /** By debate, with the version they show; the last used is last. */
  readonly #sunbursts = new Map<string, { readonly version: number; readonly svg: string }>();

  constructor(parts: { rooms: Rooms; debates: Debates }) {
    this.#rooms = parts.rooms;
    this.#debates = parts.debates;
  }

  /**
   * A debate's sunburst as SVG and its version, the time of the last entry that all readers may know of; null where somebody may
   * not read the debate.
   */
  async sunburst(
    debateId: string,
    person: SignedIn | null,
  ): Promise<{ readonly version: number; readonly svg: string } | Refusal | null> {
    // Before the state is read, which may then be newer but not older.
    const version = await this.#debates.pictureVersion(debateId, person);
    if (version === null) return null;
    const kept = this.#sunbursts.get(debateId);
    const sunburst = kept?.version === version ? kept : await this.#draw(debateId, version);
    if (sunburst === null || 'ok' in sunburst) return sunburst;
    this.#sunbursts.delete(debateId);
    this.#sunbursts.set(debateId, sunburst);
    const [oldest] = this.#sunbursts.keys();
    if (this.#sunbursts.size > KEPT && oldest !== undefined) this.#sunbursts.delete(oldest);
    return sunburst;
  }

  #draw(debateId: string, version: number) {
    return this.#rooms.answer(debateId, async (room) => {
      if (room === null) return null;
      const view = projectState(room.state, 'readers', null);
      return { version, svg: drawSunburst(await finishInTurns(sunburstSteps(view))) };
    });
  }

  /** How the demonstration debate opens; null: it isn't this server's. */
  readonly front = seedFront;
}
