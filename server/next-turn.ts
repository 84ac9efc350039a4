/** Which work goes first: what people wait for, or files and the like, which may take their time. */
export type Haste = 'people' | 'files';

/** Of so many turns one is for files, while people wait too. */
const FILES_EVERY = 4;

const waiting: Readonly<Record<Haste, (() => void)[]>> = { people: [], files: [] };
let given = 0;
let isNextComing = false;

/**
 * Kept when others have had their turn of the thread. One that waits goes on at a time, each after what has come meanwhile is
 * answered: with `setImmediate` alone all of them would go on in a row, and twenty exports hold everybody up for twenty
 * turns.
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
