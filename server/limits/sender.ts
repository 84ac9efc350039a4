import type { LimitKeys } from './limiter.ts';

/** Where a request or connection comes from. */
export interface Sender {
  /** The person who is signed in; null for a reader. */
  readonly person: string | null;
  /** The network address, see `senderAddress`. */
  readonly address: string;
}

/** The keys a sender's requests are counted for. */
export function countedFor({ person, address }: Sender): LimitKeys {
  return person === null ? { nameless: address, address } : { person, address };
}
