import type { Steps } from '#domain/collections/steps.ts';
import { mailDue } from '#domain/notifications/mail-times.ts';
import { readMailChoice } from './stored-choices.ts';

/** A person whose notifications wait for an email. */
export interface Waiting {
  readonly userId: string;
  /** The time of the first of them. */
  readonly since: bigint;
  readonly pace: string | null;
  readonly zone: string;
  readonly hour: number;
  readonly mails: number;
  readonly mailedAt: bigint | null;
}

/** The time of a person's next email, `null` for none, and what it was computed from. */
interface Known {
  readonly from: string;
  readonly at: number | null;
}

/** Finds out whose emails are due. Times in zones take long to compute: each is kept while its person waits and nothing of it changes. */
export class DueMails {
  #known: ReadonlyMap<string, Known> = new Map();

  /** The people whose email is due at `now`, in milliseconds since 1970. */
  *due(waiting: readonly Waiting[], now: number): Steps<Waiting[]> {
    const known = new Map<string, Known>();
    const due: Waiting[] = [];
    for (const person of waiting) {
      const from = sourceOf(person);
      const before = this.#known.get(person.userId);
      const time = before?.from === from ? before : { from, at: dueAt(person) };
      known.set(person.userId, time);
      if (time.at !== null && time.at <= now) due.push(person);
      yield;
    }
    this.#known = known;
    return due;
  }
}

function sourceOf({ since, pace, zone, hour, mailedAt }: Waiting): string {
  return `${since} ${pace} ${zone} ${hour} ${mailedAt}`;
}

function dueAt({ pace, zone, hour, since, mailedAt }: Waiting): number | null {
  const choice = readMailChoice(pace === null ? null : { pace, zone, hour });
  return mailDue(choice, Number(since), mailedAt === null ? null : Number(mailedAt));
}
