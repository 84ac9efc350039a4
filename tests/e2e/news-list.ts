import { expect, type Locator } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import type { Person } from './person.ts';

/** The button in the header with the number of new items. */
const newsButton = ({ page }: Person): Locator => page.locator('[data-unread]');

const newsList = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'What’s new' });

export const hasNews = (person: Person, count: number) =>
  expect(newsButton(person)).toHaveAttribute('data-unread', `${count}`);

/** Opens the list of what is new. */
export async function opensNews(person: Person): Promise<Locator> {
  await newsButton(person).click();
  await hasFocusWithin(newsList(person));
  return newsList(person);
}
