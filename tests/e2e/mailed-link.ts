import { expect } from './fixtures.ts';
import type { ParleyProcess } from './parley-process.ts';

const read = new Set<string>();

/**
 * The link of the next mail to an address, as the server printed it: one that no story has read before. Mails that only report
 * something lead to the account.
 */
export async function mailedLink(server: ParleyProcess, to: string): Promise<string> {
  const unread = () =>
    [...server.log.matchAll(new RegExp(`^Mail to ${to}: .*?(http:\\S+)`, 'gm'))]
      .map(([, link = '']) => link)
      .filter((link) => !link.endsWith('/account') && !read.has(link));
  await expect.poll(unread).not.toEqual([]);
  const link = unread().at(-1) ?? '';
  read.add(link);
  return link;
}
