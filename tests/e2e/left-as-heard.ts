import type { Person } from './person.ts';

/** The read marks of a person's devices when they left the debate: the newest that a page has received. */
export function leftAsHeard({ page }: Person): () => number {
  const heard: number[] = [0];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      for (const [, left] of `${payload}`.matchAll(/"left":(\d+)/g)) heard.push(Number(left));
    }),
  );
  return () => Math.max(...heard);
}
