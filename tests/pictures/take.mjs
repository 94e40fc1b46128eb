// Takes the pictures of the README from a running demo: node take.mjs ADDRESS SIGN-IN-LINK INTERVIEW-LINK RESEARCHER'S-LINK FOLDER
// Driven by the Playwright that the tests have, and the system's Chromium.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { chromium } = createRequire(import.meta.url)(join(root, process.env.PLAYWRIGHT));
const [address, signIn, interview, researcher, folder] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', '--disable-background-networking', '--font-render-hinting=none'],
});

const open = options => browser.newContext({ baseURL: address, reducedMotion: 'reduce', colorScheme: 'light', locale: 'en-GB', ...options });
const take = (page, name, options) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide', ...options });

const desk = await open({ viewport: { width: 1280, height: 900 } });
const enter = async (link, first) => {
  const page = await desk.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  return page;
};

const page = await enter(signIn, /^Today/);
await take(page, 'today');

// The first flag's account and its call note, and the first words that the flag rests on.
const href = locator => locator.first().getAttribute('href');
const account = await href(page.locator('.flags h3 a'));
const words = await href(page.locator('.flags .quote a'));
const note = await href(page.locator('.flags a[href$="/note"]'));
await page.goto(account);
await take(page, 'account');
await page.goto(words.split('#')[0]);
await take(page, 'interview', { clip: { x: 0, y: 0, width: 1280, height: 700 } });
await page.goto(note);
await take(page, 'note');
await page.goto('/themes');
await page.goto(await href(page.locator('a.part')));
await take(page, 'theme');
await page.goto('/digest');
await take(page, 'digest-page');
await take(await enter(researcher, /^Evals/), 'evals', { clip: { x: 0, y: 0, width: 1280, height: 600 } });
await desk.close();

// A phone, twice the pixels: the first question and an answer.
const phone = await open({ viewport: { width: 375, height: 720 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
const chat = await phone.newPage();
const said = count => chat.locator('.webchat__bubble').nth(count - 1).waitFor();
await chat.goto(interview);
await said(1);
await chat.getByRole('button', { name: 'Yes, start' }).first().click();
await said(3);
const box = chat.locator('#chat textarea');
await box.fill('Mostly in my own sheet, I copy the results in on Fridays.');
await box.press('Enter');
await said(5);
await box.blur();
await take(chat, 'chat');
await browser.close();
