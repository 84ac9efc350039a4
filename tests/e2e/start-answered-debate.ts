import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

/** Olga's debate with a claim of hers, which Ben argues against and comments on. */
export async function startAnsweredDebate(olga: Person, ben: Person): Promise<string> {
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  const position = olga.page.locator('[data-item="position"]').first();
  await olga.select((await position.getAttribute('id')) ?? '');
  await olga.argue('Support', 'Children walk to school where no cars drive');
  await olga.isSaved();
  await ben.open(address);
  await ben.join();
  await ben.select(await ben.idOf('Children walk to school'));
  await ben.argue('Attack', 'Buses drive there too');
  await ben.comment('Which towns? 漢字 مدينة 🙂');
  await ben.isSaved();
  return address;
}
