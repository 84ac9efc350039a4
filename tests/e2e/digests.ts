import { type ReceivedMail, type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { expect, type Locator, type Page, test, withServer } from './fixtures.ts';
import type { ProcessOptions } from './parley-process.ts';
import type { Person } from './person.ts';

/** Gives a test file a server that mails, and what it mails. */
export function withMail(options: Pick<ProcessOptions, 'clock'> = {}) {
  let smtp: SmtpSink | null = null;
  const server = withServer({
    ...options,
    settings: async (origin) => {
      smtp = await startSmtpSink();
      return { SMTP_URL: smtp.url, MAIL_FROM: 'parley@example.org', APP_URL: origin };
    },
  });
  test.afterAll(() => smtp?.stop());
  return { server, digests: new Digests(() => smtp?.mails ?? []) };
}

/** Summaries of notifications, as a mail server has received them. */
class Digests {
  readonly #mails: () => readonly ReceivedMail[];

  constructor(mails: () => readonly ReceivedMail[]) {
    this.#mails = mails;
  }

  /** Waits until an address has received so many; returns the newest. */
  async has(address: string, count: number): Promise<ReceivedMail | undefined> {
    await expect.poll(() => this.#to(address).length, { timeout: 30_000 }).toBe(count);
    return this.#to(address).at(-1);
  }

  /** The day and minute at which mails were sent, by the clock of their reader. */
  sentAt(address: string, timeZone: string): string[] {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    return this.#to(address).map(({ head }) =>
      clock.format(new Date(head.match(/^Date: (.*)$/m)?.[1] ?? '')),
    );
  }

  /** Adds an address to the account on the page, by the link that is mailed to it. */
  async addAddress(page: Page, address: string): Promise<void> {
    await page.getByLabel('Email').fill(address);
    await page.getByRole('button', { name: 'Add email' }).click();
    await expect(page.getByRole('status')).toContainText('a link is on its way');
    const link = () => this.#mails().find(({ to }) => to === address)?.link;
    await expect.poll(link).toBeDefined();
    await page.goto(link() ?? '');
    await page.getByRole('button', { name: 'Confirm email' }).click();
    await expect(page.getByRole('status')).toContainText('Your email is confirmed');
  }

  /** Adds an address to a person's account, and chooses how often it is mailed. */
  async subscribe({ page }: Person, address: string, pace: string, hour?: string): Promise<void> {
    await page.goto('/account');
    await this.addAddress(page, address);
    const section = mailSettings(page);
    // It is the browser's, once scripts run.
    const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    await expect(section.getByLabel('Time zone')).toHaveValue(zone);
    await section.getByLabel('Frequency').selectOption(pace);
    if (hour) await section.getByLabel('Hour of the daily email').selectOption(hour);
    await section.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toContainText('Saved');
  }

  #to(address: string): ReceivedMail[] {
    return this.#mails().filter(({ to, head }) => to === address && head.includes('List-Unsubscribe'));
  }
}

/** The part of the account page about emails. */
export function mailSettings(page: Page): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: 'Email notifications' }) });
}

/** So many notes of a person are new: what was written has been looked through for the people it concerns. */
export async function hasNotes({ page }: Person, count: number): Promise<void> {
  const unread = async () => (await (await page.request.get('/api/notes/count')).json()).unread;
  await expect.poll(unread, { timeout: 30_000 }).toBe(count);
}
