import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { People } from '../people/people.ts';
import type { Result } from '../result.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { SignedIn } from './sign-ins.ts';

/** Address of the page for entering a code from another device. */
export function devicePage(site: string): string {
  return `${site}/sign-in/device`;
}

/** The link in a QR code. The code is in the fragment, which browsers don't send to servers. */
export function deviceLink(site: string, code: string): string {
  return `${devicePage(site)}#code=${encodeURIComponent(code)}`;
}

/** Moves a sign-in to another device, for guests too: a code shown on one device is typed or scanned on the other. */
export class DeviceCodes {
  readonly #people: People;
  readonly #codes: OneTimeCodes;
  readonly #limiter: Limiter;

  constructor(people: People, codes: OneTimeCodes, limiter: Limiter) {
    this.#people = people;
    this.#codes = codes;
    this.#limiter = limiter;
  }

  /** Creates a code that works once, for ten minutes. */
  make(person: SignedIn): Promise<string> {
    return this.#codes.make('device', { userId: person.id, email: null });
  }

  /** The name of the person a code signs in, without redeeming it; `null` if it doesn't work. */
  async nameOf(code: string, address: string): Promise<string | null> {
    if (!this.#limiter.take('tries', { address })) return null;
    const userId = (await this.#codes.look('device', code))?.userId;
    return (userId && (await this.#people.find({ id: userId }))?.name) || null;
  }

  /** Redeems a code from another device and returns its person. */
  async take(code: string, address: string): Promise<Result<{ userId: string }>> {
    if (!this.#limiter.take('tries', { address })) return refuse('too_many_attempts');
    const userId = (await this.#codes.take('device', code))?.userId;
    return userId ? { ok: true, userId } : refuse('code_wrong');
  }
}
