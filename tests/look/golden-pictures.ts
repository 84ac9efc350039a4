import { type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { presetPhases } from '../../app/_board/features/agenda/presets.ts';
import type { PhaseKind } from '../../domain/debate/phases/agenda.ts';
import { SEEDED } from '../e2e/parley-process.ts';
import type { Person } from '../e2e/person.ts';
import { startDebate } from '../e2e/start-debate.ts';
import { act, type Studio } from './studio.ts';

/** A picture of the product that `npm run look` takes, light and dark, and checks. */
export interface GoldenPicture {
  readonly name: string;
  readonly screen: BrowserContextOptions & { readonly viewport: { width: number; height: number } };
  /** The picture shows how a debate opens. */
  readonly isOpening?: boolean;
  /** Limit of blank cells, if not the usual one, with its reason beside the picture. */
  readonly mostBlank?: number;
  /** Sets the scene. Returns the page to take a picture of. */
  readonly take: (studio: Studio, screen: BrowserContextOptions) => Promise<Page>;
}

const LAPTOP = { viewport: { width: 1_280, height: 800 } };
const LARGE_LAPTOP = { viewport: { width: 1_440, height: 900 } };
const PROJECTOR = { viewport: { width: 1_920, height: 1_080 } };
const TABLET = { viewport: { width: 768, height: 1_024 }, hasTouch: true };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A first-level claim of the seeded debate, an argument below it, and another first-level claim. */
const CLAIM = 'c_already-giant';
const ARGUMENT = 'c_consumer-scale';
const OTHER = 'c_champions-before';

/** Scenes that change the seeded debate itself, which the owner needs for them, come last. */
export const GOLDEN_PICTURES: readonly GoldenPicture[] = [
  { name: '12 home with six debates', screen: LAPTOP, take: openHome },
  ...[LAPTOP, LARGE_LAPTOP, PROJECTOR, TABLET].map((screen) => ({
    name: `${screen === PROJECTOR ? '2' : '1'} front, 58 claims, ${sizeOf(screen)}`,
    screen,
    isOpening: true,
    take: (studio: Studio, options: BrowserContextOptions) => openFront(studio, options, SEEDED),
  })),
  { name: '3 front on a phone', screen: PHONE, isOpening: true, take: openOutline },
  { name: '3 claim on a phone', screen: PHONE, take: openOnPhone },
  { name: '4 branch open', screen: LAPTOP, take: openBranch },
  { name: '5 claim beside the map', screen: LAPTOP, take: openPanel },
  { name: '6 composing an attack', screen: LAPTOP, take: composeAttack },
  {
    name: '7 empty debate',
    screen: LAPTOP,
    // Paper is what it begins with. It says what to write, where, and how to bring others in; more would be in the way.
    mostBlank: 0.85,
    take: startEmpty,
  },
  {
    name: '7 three claims',
    screen: LAPTOP,
    isOpening: true,
    // Three sentences in the largest type for reading: larger, and one reads words instead of sentences.
    mostBlank: 0.8,
    take: (studio, screen) => openFront(studio, screen, studio.debates.few),
  },
  ...(['thousand', 'ten thousand'] as const).flatMap((name): GoldenPicture[] => [
    {
      name: `8 front, ${name} claims`,
      screen: LAPTOP,
      isOpening: true,
      take: (studio, screen) => openFront(studio, screen, studio.debates[name]),
    },
    {
      name: `8 overview, ${name} claims`,
      screen: LAPTOP,
      take: (studio, screen) => openOverview(studio, screen, studio.debates[name]),
    },
  ]),
  { name: '11 replay half-way', screen: LAPTOP, take: openReplay },
  {
    name: '11 analysis groups',
    screen: LAPTOP,
    // A picture whose empty places mean something, beside running text.
    mostBlank: 0.65,
    take: openAnalysis,
  },
  { name: '10 console, rebuttals', screen: LAPTOP, take: openConsole },
  {
    name: '9 stage',
    screen: PROJECTOR,
    // A claim for the back row, with its arguments: no more than a room takes in at once.
    mostBlank: 0.65,
    take: openStage,
  },
  { name: '9 phone in the room', screen: PHONE, take: openInRoom },
];

function sizeOf({ viewport }: { viewport: { width: number; height: number } }): string {
  return `${viewport.width}×${viewport.height}`;
}

async function openHome(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const { page } = await studio.visitor('Eve', screen);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Debates' })).toBeVisible();
  const pictures = page.locator('main img');
  const isLoaded = () =>
    pictures.evaluateAll((all) =>
      all.every((one) => {
        const isSeen = one.getBoundingClientRect().top < window.innerHeight;
        return !isSeen || (one instanceof HTMLImageElement && one.complete);
      }),
    );
  await expect.poll(isLoaded, { timeout: 20_000 }).toBe(true);
  return page;
}

async function openFront(
  studio: Studio,
  screen: BrowserContextOptions,
  path: string | undefined,
): Promise<Page> {
  const person = await studio.visitor('Eve', screen);
  await openMap(person, path ?? '');
  return person.page;
}

async function openOutline(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const person = await studio.visitor('Eve', screen);
  await person.open(SEEDED, 'Outline');
  return person.page;
}

async function openOnPhone(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const person = await studio.visitor('Eve', screen);
  await person.open(SEEDED, 'Outline');
  await person.select(CLAIM);
  return person.page;
}

async function openOverview(
  studio: Studio,
  screen: BrowserContextOptions,
  path: string | undefined,
): Promise<Page> {
  const page = await openFront(studio, screen, path);
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'Overview of the debate' })).toBeFocused();
  return page;
}

async function openBranch(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const person = await studio.visitor('Eve', screen);
  await openMap(person, SEEDED);
  await unfold(person, CLAIM);
  await unfold(person, ARGUMENT);
  await expect(person.card('c_services-not-basics')).toBeVisible();
  await person.page.mouse.move(0, 0);
  return person.page;
}

async function openPanel(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const person = await studio.guest('Eve', screen);
  await openMap(person, `${await studio.copy()}#${OTHER}`);
  await expect(person.panel).toHaveAttribute('data-selected', OTHER);
  await person.vote('Agree');
  await person.isSaved();
  await person.page.mouse.move(0, 0);
  return person.page;
}

async function composeAttack(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const path = await studio.copy();
  const [eve, ben] = await Promise.all([studio.guest('Eve', screen), studio.guest('Ben')]);
  const client = await studio.connect(ben, path);
  await openMap(eve, path);
  await unfold(eve, CLAIM);
  await eve.card(CLAIM).focus();
  await eve.page.keyboard.press('a');
  const form = eve.page.getByRole('form', { name: /^New attack/ });
  await form
    .getByRole('textbox')
    .first()
    .fill('A giant in assembly is not yet one in the parts it assembles.');
  await client.socket.emitWithAck('presence', { at: ARGUMENT, writing: true });
  await act(client, [{ type: 'vote.cast', claimId: CLAIM, answer: 'agree', wording: 1 }]);
  await expect(eve.page.getByText(/^Ben\b/).first()).toBeVisible();
  await eve.page.mouse.move(0, 0);
  return eve.page;
}

async function startEmpty(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const person = await studio.visitor('Eve', screen);
  await startDebate(person, 'Towns should close their centres to cars.');
  await person.show('Map');
  await isDrawn(person.page);
  return person.page;
}

async function openReplay(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const { page } = await studio.visitor('Eve', screen);
  await page.goto(`${SEEDED}/history`);
  await isDrawn(page);
  const slider = page.getByRole('slider', { name: 'Moment' });
  const last = Number(await slider.getAttribute('max'));
  await slider.fill(`${Math.round(last / 2)}`);
  await expect(page.locator('main#debate')).not.toHaveAttribute('data-awaits');
  await isDrawn(page);
  return page;
}

async function openAnalysis(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const { page } = await studio.visitor('Eve', screen);
  await page.goto(`${SEEDED}/analysis`);
  await expect(page.getByRole('heading', { name: 'Analysis', level: 1 })).toBeVisible();
  const groups = page.locator('#groups');
  await expect(groups.getByRole('img').first()).toBeVisible();
  await groups.scrollIntoViewIfNeeded();
  return page;
}

/** Phase "Rebuttals", after an opening poll that people answered. */
async function openConsole(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const owner = await studio.owner(screen);
  const client = await studio.connect(owner);
  await pollRoom(studio, owner);
  const phases = presetPhases('seminar');
  const at = (kind: PhaseKind) => phases.find((phase) => phase.kind === kind)?.id ?? null;
  const { agenda } = client.snapshot();
  if ((agenda?.phases.length ?? 0) === 0)
    await act(client, [
      { type: 'agenda.set', phases, base: agenda?.revision ?? 0 },
      { type: 'agenda.goTo', from: null, to: at('rebuttals') },
    ]);
  await openMap(owner, SEEDED);
  await owner.page.keyboard.press('p');
  const aside = owner.page.getByRole('complementary', { name: 'Facilitate' });
  await aside.getByRole('tab', { name: 'Polls' }).click();
  return owner.page;
}

/** Twelve people answer a quick poll, whose result is open. */
async function pollRoom(studio: Studio, owner: Person): Promise<void> {
  const client = await studio.connect(owner);
  if ((client.snapshot().polls ?? []).length > 0) return;
  const pollId = 'poll_look';
  const question = 'Which side made the stronger case so far?';
  const options = ['U.S. hawks', 'Beijing planners', 'EU chamber', 'None of them'];
  await act(client, [{ type: 'poll.open', pollId, kind: 'quick', question, options, secret: false }]);
  const answers = [0, 1, 1, 2, 2, 2, 0, 1, 2, 3, 2, 1];
  for (const [nth, choice] of answers.entries()) {
    const guest = await studio.guest(`Guest ${nth + 1}`);
    await act(await studio.connect(guest), [{ type: 'poll.answer', pollId, choice }]);
    await guest.context.close();
  }
  await act(client, [{ type: 'poll.setStatus', pollId, open: false }]);
}

/** A claim in the spotlight, and a code to join with. */
async function lightRoom(studio: Studio, owner: Person): Promise<void> {
  await studio.ask(
    `/api${SEEDED}/invitations`,
    { kind: 'code', role: 'debater', holds: 'day', limit: null },
    owner,
  );
  await act(await studio.connect(owner), [{ type: 'spotlight.set', on: OTHER, call: true }]);
}

async function openStage(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const owner = await studio.owner(screen);
  await lightRoom(studio, owner);
  await owner.page.goto(`${SEEDED}/stage`);
  await expect(owner.page.getByRole('main')).toHaveAttribute('data-connection', 'live');
  return owner.page;
}

async function openInRoom(studio: Studio, screen: BrowserContextOptions): Promise<Page> {
  const [owner, fay] = await Promise.all([studio.owner(), studio.guest('Fay', screen)]);
  await fay.open(SEEDED, 'Outline');
  await lightRoom(studio, owner);
  await expect(fay.panel).toHaveAttribute('data-selected', OTHER);
  return fay.page;
}

async function openMap(person: Person, path: string): Promise<void> {
  await person.open(path, 'Map');
  await isDrawn(person.page);
}

/** The map has its fonts and claims, or room for them. */
async function isDrawn(page: Page): Promise<void> {
  await page.locator('[data-box="~motion"]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page
    .locator('[data-look="row"], [data-look="card"], [data-look="open"], [data-look="empty"]')
    .first()
    .waitFor();
}

async function unfold(person: Person, id: string): Promise<void> {
  await person
    .card(id)
    .getByRole('button', { name: /below: show$/ })
    .click();
}
