// Microsoft 365 Agents Playground (the Teams emulator), headless and in Chromium, through a whole interview.
// BASE_URL: a server on loopback that takes anonymous calls, on which the playground's user is a respondent without a due check-in.
// PROACTIVE_URL: a POST there makes the check-in due and sends it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import { chromium } from 'playwright-core';
import { cfg, check, note, section, done, until, sleep, req, CHROME, tmpProfile } from './lib.mjs';

const PORT = +(process.env.PG_PORT || 56150);
const PG = `http://127.0.0.1:${PORT}`;
const ANSWER = 'On Monday we planned it on paper, and the drivers waited until somebody had typed it over.';
const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));
const log = path.join(cwd, 'events.log');
const cli = new URL('./node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url).pathname;
const playground = spawn(
  process.execPath,
  [cli, 'start', '-e', cfg.base + '/api/messages', '-c', 'msteams', '-p', String(PORT), '--su', `${PG}/_connector`, '--disable-telemetry', '--er'],
  { cwd, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_RECORDING_FILE: log }, stdio: ['ignore', 'pipe', 'pipe'] },
);
let output = '';
playground.stdout.on('data', data => (output += data));
playground.stderr.on('data', data => (output += data));
process.on('exit', () => playground.kill());

/** What went over the wire, both ways. */
const recorded = () => {
  if (!fs.existsSync(log)) return [];
  return fs
    .readFileSync(log, 'utf8')
    .split('\n---\n')
    .flatMap(entry => {
      try {
        return [JSON.parse(entry)];
      } catch {
        return [];
      }
    });
};
const toBot = (name, from = 0) => recorded().slice(from).filter(r => /-> User Application/.test(r.direction) && r.activityName === name);
const taken = (name, from = 0) => until(() => toBot(name, from).some(r => r.response?.statusCode < 300), 10000, 200);

let conf, chat, ws;
const frames = [];
/** Messages of the bot that its user sees in a conversation, in order. */
const seen = (where = chat) => frames.filter(f => f.action === 'createMessage' && f.actionConversationId === where && f.message.from?.id !== conf.currentUser.id).map(f => f.message);
const cardOf = message => message?.attachments?.find(a => /adaptive/.test(a.contentType))?.content;
const wordsOf = message => message?.text || JSON.stringify(cardOf(message)?.body ?? '');
const button = (message, verb) => cardOf(message)?.actions?.find(action => action.verb === verb);
const say = (text, where = chat) =>
  req('POST', `${PG}/_conversation/v1/conversations/${where}/messages`, { body: { type: 'text', text, textFormat: 'plain', from: { id: conf.currentUser.id } } });
const tap = (message, action, inputs = {}) =>
  req('POST', `${PG}/_conversation/v1/invoke`, {
    body: {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: action.verb, data: { ...action.data, ...inputs } } },
      from: { id: conf.currentUser.id },
      conversation: { id: chat },
      replyToId: message.messageId ?? message.id,
    },
  });
const next = async work => {
  const n = seen().length;
  await work();
  return until(() => (seen().length > n ? seen().at(-1) : null));
};

await section('the playground starts headless', async () => {
  const pong = async () => {
    try {
      return (await req('GET', `${PG}/_debug/ping`)).text === 'pong';
    } catch {
      return false;
    }
  };
  check('it answers', await until(pong, 30000, 200), output);
  conf = (await req('GET', `${PG}/_internal/v1/config`)).json.config;
  chat = conf.personalChat.id;
  ws = new WebSocket(`ws://127.0.0.1:${PORT}/_ws_conversation/v1/conversations/stream`);
  ws.on('message', message => frames.push(JSON.parse(message)));
  await new Promise(resolve => ws.on('open', resolve));
});

await section('install', async () => {
  await req('POST', `${PG}/_debug/conversation/${chat}/installation`, { body: {} });
  check('both events are taken', (await taken('installationUpdate')) && (await taken('conversationUpdate')), recorded().map(r => [r.activityName, r.response?.statusCode]));
  check('who is not due is told so', await until(() => /Nothing is asked of you now/.test(wordsOf(seen().at(-1)))), seen().map(wordsOf));
  await sleep(1000);
  check('once', seen().length === 1, seen().map(wordsOf));
});

await section('a due check-in is sent', async () => {
  const asked = await next(() => req('POST', process.env.PROACTIVE_URL));
  check('the consent turn appears in the chat', /AI interviewer/.test(wordsOf(asked)) && button(asked, 'consent'), wordsOf(asked));
});

await section('a card is tapped', async () => {
  const consent = seen().at(-1);
  let answer;
  const asked = await next(async () => (answer = await tap(consent, button(consent, 'consent'))));
  const body = JSON.stringify(answer.json ?? answer.text);
  check('the answer is the card without buttons, and what was chosen', /vnd\.microsoft\.card\.adaptive/.test(body) && /You chose: Yes, start/.test(body) && !/"actions"/.test(body), body);
  check('the first question follows', asked && !/AI interviewer/.test(wordsOf(asked)), wordsOf(asked));
  const n = seen().length;
  const again = await tap(consent, button(consent, 'decline'));
  check('the same card again is one answer', /You chose: Yes, start/.test(again.text), again.text);
  const odd = await tap(consent, { verb: 'rate', data: { q: 1 } });
  check('a foreign card is refused in its own words', /application\/vnd\.microsoft\.error/.test(odd.text), odd.text);
  await sleep(500);
  check('neither is answered in the chat', seen().length === n, seen().map(wordsOf));
});

await section('a group is refused', async () => {
  const group = conf.groupChat?.id;
  if (!group) return note('this playground has no group chat');
  await say('<at>Test Bot</at> we plan on paper', group);
  check('kindly', await until(() => /in private only/.test(wordsOf(seen(group).at(-1)))), seen(group).map(wordsOf));
  await say('<at>Test Bot</at> hello?', group);
  await sleep(1000);
  check('once', seen(group).length === 1, seen(group).map(wordsOf));
});

await section('in the page', async () => {
  const profile = tmpProfile();
  const browser = await chromium.launchPersistentContext(profile, { ...CHROME, viewport: { width: 1400, height: 900 } });
  const page = await browser.newPage();
  await page.route(url => !['127.0.0.1', 'localhost'].includes(url.hostname), route => route.abort());
  await page.goto(PG);
  const box = page.locator('[contenteditable=true][role=textbox]').first();
  await box.waitFor({ timeout: 20000 });
  await sleep(2000);
  const typed = await next(async () => {
    await box.click();
    await page.keyboard.type(ANSWER);
    await page.keyboard.press('Enter');
  });
  const question = cardOf(typed)?.fallbackText ?? '';
  check('typed there, the next question is shown there', await until(async () => (await page.locator('body').innerText()).includes(question.slice(-25)), 8000), question);
  const before = await page.getByRole('button', { name: 'Skip', exact: true }).count();
  const skipped = await next(() => page.getByRole('button', { name: 'Skip', exact: true }).last().click());
  check('Skip is a button, and the next question follows', before > 0 && skipped, before);
  check('the tapped card shows what was chosen', await until(async () => (await page.locator('body').innerText()).includes('You chose: Skip'), 8000));
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, 'playground.png') });
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
});

await section('the interview comes to its end', async () => {
  let asked = seen().at(-1);
  for (let n = 0; n < 20 && !button(asked, 'save-choice'); n++) asked = await next(() => say(`${ANSWER} That was time ${n}.`));
  check('its sentences are read back in one form', button(asked, 'save-choice') && cardOf(asked).body.some(part => part.id === 's1'), wordsOf(asked));
  let saved;
  const change = await next(async () => (saved = await tap(asked, button(asked, 'save-choice'), { all: 'account-only', s1: 'totals-only' })));
  check('the choices are saved', /1: Totals only/.test(saved.text), saved.text);
  const closed = await next(() => tap(change, button(change, 'nothing-to-change')));
  check('it closes', /That was the last question/.test(wordsOf(closed)), wordsOf(closed));
  check('the channel took every call', !recorded().some(r => /User Application ->/.test(r.direction) && (r.response?.statusCode ?? 500) >= 400));
});

await section('the rest of what Teams sends', async () => {
  for (const type of ['botAdded', 'userAdded', 'userRemoved', 'uninstall', 'install']) {
    const template = await req('GET', `${PG}/_internal/v1/customActivities/template?conversationId=${chat}&type=${type}`);
    const from = recorded().length;
    await req('POST', `${PG}/_internal/v1/customActivities`, { body: template.json });
    check(`${type} is taken`, await taken(template.json.type, from), recorded().slice(from).map(r => [r.activityName, r.response?.statusCode]));
  }
  const from = recorded().length;
  await req('POST', `${PG}/_internal/v1/customActivities`, {
    body: {
      type: 'messageReaction', id: 'r1', channelId: 'msteams', serviceUrl: `${PG}/_connector`, from: { id: conf.currentUser.id }, recipient: conf.bot,
      conversation: { id: chat, conversationType: 'personal' }, reactionsAdded: [{ type: 'like' }], replyToId: '1',
    },
  });
  check('a reaction is taken', await taken('messageReaction', from));
});

ws?.close();
playground.kill();
fs.rmSync(cwd, { recursive: true, force: true });
done();
