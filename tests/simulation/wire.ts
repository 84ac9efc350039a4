import type { OwnStanding } from '../../domain/debate/engine/project.ts';
import type { OpenMessage, SubmitMessage } from '../../domain/protocol/client-messages.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';

export type UpMessage =
  | { kind: 'open'; request: number; message: OpenMessage }
  | { kind: 'submit'; request: number; message: SubmitMessage };

export type DownMessage =
  | { kind: 'answer'; request: number; answer: unknown }
  | { kind: 'frame'; frame: Frame }
  | { kind: 'standing'; standing: OwnStanding }
  | { kind: 'closing' };

/** One connection: two queues of JSON texts, emptied by the harness one message at a time. */
export class Wire {
  readonly participantId: string | null;
  #cut = false;
  #ended = false;
  #up: string[] = [];
  #down: string[] = [];

  constructor(participantId: string | null) {
    this.participantId = participantId;
  }

  get upWaiting(): number {
    return this.#up.length;
  }

  get downWaiting(): number {
    return this.#down.length;
  }

  sendUp(message: UpMessage): void {
    if (!this.#cut && !this.#ended) this.#up.push(JSON.stringify(message));
  }

  sendDown(message: DownMessage): void {
    if (!this.#cut && !this.#ended) this.#down.push(JSON.stringify(message));
  }

  takeUp(): UpMessage | null {
    const text = this.#up.shift();
    return text === undefined ? null : (JSON.parse(text) as UpMessage);
  }

  takeDown(): DownMessage | null {
    const text = this.#down.shift();
    return text === undefined ? null : (JSON.parse(text) as DownMessage);
  }

  /** The next operation, or the next message from the server, arrives twice; false where there is none. */
  double(): boolean {
    const [next] = this.#up;
    const queue = next === undefined || isOpening(next) ? this.#down : this.#up;
    const [doubled] = queue;
    if (doubled !== undefined) queue.unshift(doubled);
    return doubled !== undefined;
  }

  /**
   * The next but one message from the server comes before the next; false where there are no two. A tab sends one by one.
   * What is decided about someone has no number that gives its order, and what only they may know is numbered between two frames of all, so
   * that its absence shows in no number: both keep their place, as all messages of a real connection do.
   */
  overtake(): boolean {
    const [next, other] = this.#down;
    if (next === undefined || other === undefined || this.#ended) return false;
    if ([next, other].some((message) => isStanding(message) || isPrivate(message))) return false;
    this.#down.splice(0, 2, other, next);
    return true;
  }

  /** The server ends the connection: what it has sent still arrives, then that it ended; it takes nothing more. */
  end(): void {
    this.sendDown({ kind: 'closing' });
    this.#ended = true;
    this.#up = [];
  }

  /** Messages in flight, in either direction, are lost. */
  cut(): void {
    this.#cut = true;
    this.#up = [];
    this.#down = [];
  }
}

function isOpening(message: string): boolean {
  return (JSON.parse(message) as UpMessage).kind === 'open';
}

/** A frame for one person alone. */
function isPrivate(message: string): boolean {
  const parsed = JSON.parse(message) as DownMessage;
  return parsed.kind === 'frame' && !Number.isInteger(parsed.frame.to);
}

function isStanding(message: string): boolean {
  const parsed = JSON.parse(message) as DownMessage;
  // A welcome says it too.
  return parsed.kind === 'standing' || (parsed.kind === 'answer' && hasStanding(parsed.answer));
}

function hasStanding(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'standing' in answer;
}
