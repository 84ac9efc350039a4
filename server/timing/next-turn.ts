/** Priority of work: `people` are waiting for it, `files` and the like can take longer. */
export type Haste = 'people' | 'files';

/** Every nth turn goes to `files` first, so that `people` don't starve them. */
const FILES_EVERY = 4;

const waiting: Readonly<Record<Haste, (() => void)[]>> = { people: [], files: [] };
let given = 0;
let isNextComing = false;

/**
 * Resolves after other work has had its turn on the thread. Waiters resume one per event loop turn, with I/O in between: with
 * `setImmediate` alone they would all resume in one turn, and twenty exports would block everyone for twenty slices.
 */
export function nextTurn(haste: Haste = 'people'): Promise<void> {
  return new Promise((resolve) => {
    waiting[haste].push(resolve);
    come();
  });
}

function come(): void {
  if (isNextComing || waiting.people.length + waiting.files.length === 0) return;
  isNextComing = true;
  setImmediate(() => {
    isNextComing = false;
    given += 1;
    const first: Haste = given % FILES_EVERY === 0 ? 'files' : 'people';
    const next = waiting[first].shift() ?? waiting.people.shift() ?? waiting.files.shift();
    next?.();
    come();
  });
}
