import { projectState } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { sunburstSteps } from '#domain/layout/sunburst.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { FairQueue } from '../../limits/fair-queue.ts';
import type { Sender } from '../../limits/sender.ts';
import { drawCard } from '../../rendering/pictures/draw-card.ts';
import { drawSunburst } from '../../rendering/pictures/draw-sunburst.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { seedFront } from '../seed/seed-front.ts';
import { CARD_SIZE } from './card-size.ts';
import type { Debates } from './debates.ts';

/** Maximum number of sunbursts in memory: some kilobytes each. */
const KEPT = 500;

/** Sunbursts drawn at once: each projects a whole debate. */
const DRAWN_AT_ONCE = 2;
/** The sender of drawings that are made for everyone. */
const ANYONE: Sender = { person: null, address: '' };

interface Drawn {
  readonly version: number;
  readonly svg: string;
}

interface Sunburst {
  readonly version: number;
  readonly drawn: Promise<Drawn>;
}

/** Small pictures of debates for lists and for the first page, showing only what all readers of a debate may see. */
export class DebatePictures {
  readonly #debates: Debates;
  /** By debate, with the version they show; the last used is last. Requests for one that is being drawn wait for it. */
  readonly #sunbursts = new Map<string, Sunburst>();
  /** By sunburst, for as long as that is kept. */
  readonly #cards = new WeakMap<Drawn, Promise<Uint8Array | 'busy'>>();
  /** Each takes a turn of the thread that nothing can come between, so that few wait. */
  readonly #cardDraws = new FairQueue({ held: { all: 20 }, running: { all: 1 } });
  readonly #draws = new FairQueue({ held: {}, running: { all: DRAWN_AT_ONCE } });

  constructor(parts: { debates: Debates }) {
    this.#debates = parts.debates;
  }

  /**
   * A debate's sunburst as SVG, with its version: the time of the last entry visible to all readers. `null` if the viewer can't read
   * the debate.
   */
  async sunburst(debateId: string, person: SignedIn | null): Promise<Drawn | Refusal | null> {
    const found = await this.#debates.forPicture(debateId, person);
    if (found === null || 'ok' in found) return found;
    const { version, state } = found;
    const kept = this.#sunbursts.get(debateId);
    const drawn = kept?.version === version ? kept.drawn : this.#draw(state, version);
    this.#keep(debateId, { version, drawn });
    try {
      return await drawn;
    } catch (error) {
      if (this.#sunbursts.get(debateId)?.drawn === drawn) this.#sunbursts.delete(debateId);
      throw error;
    }
  }

  /** A debate's picture on cards of other sites, as PNG. `null` if not everyone may read the debate, and a refusal if this node can't. */
  async card(debateId: string): Promise<Uint8Array | Refusal | null> {
    const sunburst = await this.sunburst(debateId, null);
    if (sunburst === null || 'ok' in sunburst) return sunburst;
    const known =
      this.#cards.get(sunburst) ?? this.#cardDraws.run(ANYONE, () => drawCard(sunburst.svg, CARD_SIZE));
    this.#cards.set(sunburst, known);
    const drop = () => void (this.#cards.get(sunburst) === known && this.#cards.delete(sunburst));
    const card = await known.catch((error: unknown) => {
      drop();
      throw error;
    });
    if (card !== 'busy') return card;
    drop();
    return refuse('busy');
  }

  #keep(debateId: string, sunburst: Sunburst): void {
    if ((this.#sunbursts.get(debateId)?.version ?? 0) > sunburst.version) return;
    this.#sunbursts.delete(debateId);
    this.#sunbursts.set(debateId, sunburst);
    const [oldest] = this.#sunbursts.keys();
    if (this.#sunbursts.size > KEPT && oldest !== undefined) this.#sunbursts.delete(oldest);
  }

  async #draw(state: DebateState, version: number): Promise<Drawn> {
    const svg = await this.#draws.run(ANYONE, async () => {
      const view = projectState(state, 'readers', null);
      return drawSunburst(await finishInTurns(sunburstSteps(view)));
    });
    if (svg === 'busy') throw new Error('A picture was dropped from a queue without bounds');
    return { version, svg };
  }

  /** How the demonstration debate opens; null: it isn't this server's. */
  readonly front = seedFront;
}
