// Web Chat in Chromium on the chat page of a personal link: CHAT_URL. Nothing may come from the internet.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import { cfg, check, skip, note, section, done, until, sleep, CHROME, tmpProfile } from './lib.mjs';
const dir = tmpProfile();
const ctx = await chromium.launchPersistentContext(dir, { ...CHROME, viewport: { width: 900, height: 800 } });
const page = await ctx.newPage();
const host = new URL(cfg.chat).hostname;
const ext = [],
  errs = [],
  cons = [],
  posts = [],
  sockets = [];
let failures = [];
page.on('request', r => {
  const u = new URL(r.url());
  if (!['data:', 'blob:'].includes(u.protocol) && u.hostname !== host) ext.push(r.url());
  if (r.method() === 'POST' && /\/activities$|\/upload/.test(u.pathname)) posts.push({ url: r.url(), body: r.postData() });
});
page.on('response', r => {
  if (r.status() >= 400 && !/favicon/.test(r.url())) failures.push(r.status() + ' ' + r.url());
});
page.on('pageerror', e => errs.push(e.message));
page.on('console', m => {
  if (['error', 'warning'].includes(m.type())) cons.push(m.type() + ': ' + m.text());
});
// man-in-the-middle on the Direct Line stream so that the script can cut it
const live = [];
await page.routeWebSocket(/\/stream/, ws => {
  const s = ws.connectToServer();
  const e = { ws, s, down: [], empty: 0 };
  live.push(e);
  sockets.push(ws.url());
  s.onMessage(m => {
    if (e.cut) return;
    if (String(m) === '') e.empty++;
    else e.down.push(JSON.parse(String(m)));
    ws.send(m);
  });
  ws.onMessage(m => {
    if (!e.cut) s.send(m);
  });
});
const box = page
  .locator(
    '[data-testid="send box text area"], .webchat__send-box-text-box__input, .webchat__send-box-text-box__text-area, textarea',
  )
  .first();
const transcript = () => page.locator('.webchat__basic-transcript, [role=feed], [class*="transcript"]').first().innerText();
const send = async t => {
  await box.fill(t);
  await box.press('Enter');
};
await section('page', async () => {
  const t0 = Date.now();
  const r = await page.goto(cfg.chat);
  check('chat page answers 200', r.status() === 200, r.status());
  await box.waitFor({ timeout: 20000 });
  note('send box visible after ' + (Date.now() - t0) + ' ms');
  note('CSP: ' + (r.headers()['content-security-policy'] || 'none'));
  check('greeting rendered', await until(async () => (await page.locator('.webchat__bubble').count()) > 0, 15000, 200));
  note('first bubble after ' + (Date.now() - t0) + ' ms');
  check('no "Unable to connect" banner', !/Unable to connect/i.test(await page.locator('body').innerText()));
  check(
    'the Direct Line secret is not in the page or its scripts/requests',
    !(await page.content()).includes(cfg.dlSecret) && !posts.some(p => (p.body || '').includes(cfg.dlSecret)),
  );
});
await section('suggested action', async () => {
  const b = page.locator('.webchat__suggested-actions button:visible, .webchat__suggested-action:visible').first();
  if (!(await until(async () => await b.count(), 1500))) return skip('suggested action click', 'greeting has none');
  const n = posts.length,
    k = await page.locator('.webchat__bubble').count();
  await b.click();
  check('click posts an activity', await until(() => posts.length > n, 5000));
  check('bot reacts to the click', await until(async () => (await page.locator('.webchat__bubble').count()) >= k + 2));
  await sleep(500);
});
await section('type an answer', async () => {
  const n = await page.locator('.webchat__bubble').count();
  await send(cfg.hello + ' typed');
  check(
    'POST went to /activities with clientActivityID',
    await until(() => posts.find(p => /clientActivityID/.test(p.body || '')), 5000),
    posts.map(p => p.url),
  );
  check('own bubble appears', await until(async () => (await transcript()).includes(cfg.hello + ' typed'), 5000));
  check('bot answers (>= 2 more bubbles)', await until(async () => (await page.locator('.webchat__bubble').count()) >= n + 2));
  await sleep(800);
  const body = await page.locator('body').innerText();
  check(
    'no "Send failed" and nothing stuck on "Sending"',
    !/Send failed/i.test(body) && !/^Sending$/m.test(body),
    body.slice(-400),
  );
  const own = (await page.locator('.webchat__bubble--from-user').allInnerTexts()).filter(l =>
    l.split('\n').some(x => x.trim() === cfg.hello + ' typed'),
  ).length;
  check('own text shown in exactly one bubble', own === 1, String(own));
});
await section('adaptive card', async () => {
  const card = page.locator('.ac-adaptiveCard').last();
  for (let tries = 0; tries < 25 && !(await card.count()); tries++) {
    const k = await page.locator('.webchat__bubble').count();
    await send(tries % 2 ? 'Skip' : `We copy the figures by hand in week ${tries}, since the export fails.`);
    await until(async () => (await page.locator('.webchat__bubble').count()) >= k + 2);
  }
  if (!check('the interview comes to its read-back card', await card.count())) return;
  const b = card.locator('.ac-pushButton').first();
  const n = posts.length;
  await b.click();
  const p = await until(() => posts[n], 5000);
  check('card submit posts an activity with value', p && JSON.parse(p.body).value, p?.body);
  await sleep(500);
  check('no "Send failed" after card submit', !/Send failed/i.test(await page.locator('body').innerText()));
});
await section('stream cut and reconnect', async () => {
  if (!live.length) return skip('reconnect', 'page does not use the WebSocket stream');
  const e = live.at(-1),
    k = live.length;
  e.cut = true;
  await send('answer while cut');
  await sleep(1500);
  e.ws.close({ code: 4000 });
  e.s.close();
  const again = await until(() => live.length > k, 25000, 200);
  check('Web Chat reconnects with a new stream (3-15 s back-off)', again, sockets);
  if (!again) return;
  check('new streamUrl differs', sockets.at(-1) !== sockets.at(-2));
  check(
    'missed reply is delivered after reconnect',
    await until(
      () =>
        live
          .at(-1)
          .down.flatMap(f => f.activities)
          .some(a => a.text && a.text.includes('answer while cut')),
      8000,
    ),
    live.at(-1).down,
  );
  await sleep(1500);
  const t = await transcript();
  check(
    'missed exchange shown exactly once',
    (await page.locator('.webchat__bubble--from-user').allInnerTexts()).filter(l => l.includes('answer while cut')).length === 1,
    t.slice(-500),
  );
  check('no "Send failed" after reconnect', !/Send failed/i.test(await page.locator('body').innerText()));
});
await section('hygiene', async () => {
  check('no request left the host (no CDN)', !ext.length, ext);
  check('no uncaught page errors', !errs.length, errs);
  check('no failed responses', !failures.length, failures);
  const bad = cons.filter(c => /Refused to|violates|Failed to post activity|Timed out while waiting/i.test(c));
  check('no CSP violations, no Web Chat post/replyTo warnings', !bad.length, bad);
});
await ctx.close();
fs.rmSync(dir, { recursive: true, force: true });
done();
