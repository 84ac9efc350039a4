import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Watch } from './watch-page.ts';

/** The name of each view on the page: the other one may still be there. */
const TREES = { Map: 'Argument map', Outline: 'Outline of the debate' } as const;

/** A person at a browser, and what they do on a board, in the words of the page. */
export class Person {
  constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly watch: Watch,
    readonly page: Page,
    private readonly copySeeded: () => Promise<string>,
  ) {}

  /** The same person at another tab of their browser. */
  async inAnotherTab(): Promise<Person> {
    return this.on(await this.context.newPage());
  }

  on(page: Page): Person {
    return new Person(this.name, this.context, this.watch, page, this.copySeeded);
  }

  /** The part of the page that says how it stands with the server. */
  get board(): Locator {
    return this.page.locator('main#debate');
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Selected' });
  }

  /** Opens a debate, the seeded one of this story without a path, and waits until it is live. */
  async open(path?: string, view: 'Map' | 'Outline' = 'Outline'): Promise<void> {
    await this.page.goto(path ?? (await this.copySeeded()));
    await this.isLive();
    await this.show(view);
  }

  async isLive(): Promise<void> {
    await expect(this.board).toHaveAttribute('data-connection', 'live');
  }

  /** Everything this person did is acknowledged by the server. */
  async isSaved(): Promise<void> {
    await this.isLive();
    await expect(this.board).toHaveAttribute('data-pending', '0');
  }

  /** The page handles keys and clicks: before that, its controls are drawn and do nothing. */
  async isHydrated(): Promise<void> {
    await expect(this.page.locator('[data-board]')).toHaveAttribute('data-hydrated', '');
  }

  async show(view: 'Map' | 'Outline'): Promise<void> {
    await this.isHydrated();
    await this.page.getByRole('group', { name: 'View' }).getByRole('button', { name: view }).click();
    await expect(this.page.getByRole('tree', { name: TREES[view] })).toBeVisible();
  }

  /** Takes part under this person's name. */
  async join(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Join the debate' }).click();
    await this.giveName();
  }

  /** Signs out on the first page, for good. */
  async signOut(): Promise<void> {
    // Until its scripts run, the form signs out without a question.
    await expect(this.page.locator('form[data-asks]')).toBeVisible();
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Sign out for good' }).click();
    // The dialog hides while the next page is still on its way; its link to sign in is on the page that came.
    await expect(this.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  }

  /** Answers the question for a name. */
  async giveName(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Join the debate' });
    await dialog.getByLabel('Your name').fill(this.name);
    await dialog.getByRole('button', { name: 'Join the debate' }).click();
    await expect(dialog).toBeHidden();
    await expect(this.board).toHaveAttribute('data-joined', '');
  }

  /** A claim or position in the outline, by the key it has in the seed or by its id. */
  line(key: string): Locator {
    return this.page.locator(`[data-item][id="${key}"]`);
  }

  /** The line itself, without its replies. */
  row(key: string): Locator {
    return this.line(key).locator('> [data-row]');
  }

  /** A claim's card on the map. */
  card(id: string): Locator {
    return this.page.locator(`[data-box="${id}"]`);
  }

  /** Brings a claim to the middle of the map's view: by opening it, closing the panel and looking at it. */
  async goTo(id: string): Promise<void> {
    await this.page.evaluate((claim) => {
      window.location.hash = claim;
    }, id);
    await expect(this.panel).toHaveAttribute('data-selected', id);
    await this.panel.getByRole('button', { name: 'Close panel' }).click();
    await expect(this.panel).toBeHidden();
    await this.card(id).focus();
    await this.page.keyboard.press('z');
    await expect(this.card(id)).toBeInViewport({ ratio: 1 });
  }

  /** Walks on the map from the motion to a position, with the keys. */
  async walkToPosition(id: string): Promise<void> {
    await this.page.locator('[data-box][tabindex="0"]').focus();
    await this.page.keyboard.press('Home');
    await expect(this.card('~motion')).toBeFocused();
    for (let pressed = 0; pressed < 10; pressed++) {
      const on = await this.page.locator('[data-box]:focus').getAttribute('data-box');
      if (on === id) return;
      await this.page.keyboard.press(pressed === 0 ? 'ArrowRight' : 'ArrowDown');
      await expect(this.page.locator(`[data-box]:focus:not([data-box="${on}"])`)).toHaveCount(1);
    }
    throw new Error(`The keys did not lead to ${id}`);
  }

  /** The claim with this text, in the outline or on the map. */
  claim(text: string): Locator {
    return this.page.locator('[data-item="claim"] > [data-row], [data-box]').filter({ hasText: text });
  }

  /** The id of the claim with this text in the outline. */
  async idOf(text: string): Promise<string> {
    const line = this.page.locator('[data-item="claim"]').filter({
      has: this.page.locator('> [data-row]').filter({ hasText: text }),
    });
    return (await line.last().getAttribute('id')) ?? '';
  }

  /** Chooses a claim or position in the outline, which opens it in the panel. */
  async select(id: string): Promise<void> {
    await this.row(id).locator('p, h2').first().click();
    await expect(this.panel).toHaveAttribute('data-selected', id);
  }

  /** Chooses from the menu of the claim in the panel. */
  async choose(item: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Writes an argument under what is in the panel. */
  async argue(relation: 'Support' | 'Attack', text: string): Promise<void> {
    await this.panel
      .locator(`[data-column="${relation.toLowerCase()}"]`)
      .getByRole('button', { name: new RegExp(`${relation}$`) })
      .click();
    await this.compose(text);
  }

  /** Fills in and sends the composer that is open. */
  async compose(text: string): Promise<void> {
    const composer = this.page.getByRole('form', { name: /^New (support|attack)|doesn’t follow$/ });
    await composer.getByRole('textbox').first().fill(text);
    await composer.getByRole('button', { name: 'Add argument' }).click();
    await expect(composer).toBeHidden();
  }

  async vote(answer: 'Agree' | 'Disagree' | 'Pass'): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${answer}, `) }).click();
  }

  async comment(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: 'New comment' }).fill(text);
    await this.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  }

  /** Chooses from the menu of the only comment in the panel that has one. */
  async chooseForComment(item: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Comment actions' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Names someone in a comment, found by a part of their name, and writes on. */
  async commentTo(other: Person, part: string, words: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: 'New comment' });
    await field.focus();
    await expect(field).toBeFocused();
    await field.pressSequentially(`@${part}`);
    await expect(this.panel.getByRole('listbox').getByRole('option')).toHaveText([other.name]);
    await field.press('Enter');
    await expect(field).toHaveValue(`@${other.name} `);
    await field.pressSequentially(words);
    await this.panel.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(field).toHaveValue('');
    await this.isSaved();
  }
}
