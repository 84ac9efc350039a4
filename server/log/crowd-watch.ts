/** Writers within a moment from which they are a crowd, and milliseconds of a moment. */
const CROWD = 12;
const MOMENT = 250;

/** Detects whether many people write independently at once: none of them needs to see their write before the next one. */
export class CrowdWatch {
  #writers = new Set<string>();
  #before = 0;
  #until = 0;

  /** Records a write; `now` is milliseconds that never run backwards. */
  wrote(writer: string, now: number): void {
    this.#turn(now);
    this.#writers.add(writer);
  }

  isCrowd(now: number): boolean {
    this.#turn(now);
    return Math.max(this.#before, this.#writers.size) >= CROWD;
  }

  #turn(now: number): void {
    if (now < this.#until) return;
    this.#before = now < this.#until + MOMENT ? this.#writers.size : 0;
    this.#writers = new Set();
    this.#until = now + MOMENT;
  }
}
