// Settings from the environment, and a counter of checks.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
const E = process.env;
export const cfg = {
  base: (E.BASE_URL || 'http://127.0.0.1:3978').replace(/\/$/, ''),
  get dl() {
    return (E.DL_BASE || this.base + '/v3/directline').replace(/\/$/, '');
  },
  get chat() {
    return E.CHAT_URL || this.base + '/chat';
  },
  dlSecret: E.DL_SECRET || 'local-secret',
  hello: E.HELLO || 'Ada',
  replyTimeout: +(E.REPLY_TIMEOUT || 15000),
};
export const sleep = ms => new Promise(r => setTimeout(r, ms));
let ok = 0,
  bad = 0,
  skipped = 0;
const fails = [];
export function check(name, cond, detail = '') {
  if (cond) {
    ok++;
    console.log('  ok   ' + name);
  } else {
    bad++;
    fails.push(name);
    console.log(
      '  FAIL ' + name + (detail ? '  -- ' + (typeof detail === 'string' ? detail : JSON.stringify(detail)).slice(0, 400) : ''),
    );
  }
  return !!cond;
}
export function skip(name, why) {
  skipped++;
  console.log('  skip ' + name + '  -- ' + why);
}
export function note(s) {
  console.log('  note ' + s);
}
export async function section(name, fn) {
  console.log('# ' + name);
  try {
    await fn();
  } catch (e) {
    check(name + ' (completed)', false, e.stack || String(e));
  }
}
export function done() {
  console.log(`${ok} passed, ${bad} failed, ${skipped} skipped`);
  if (fails.length) console.log('failed: ' + fails.join(' | '));
  setTimeout(() => process.exit(bad ? 1 : 0), 50);
}
export async function until(fn, ms = cfg.replyTimeout, step = 50) {
  const t = Date.now();
  for (;;) {
    const v = await fn();
    if (v) return v;
    if (Date.now() - t > ms) return null;
    await sleep(step);
  }
}
export async function req(method, url, { token, body, headers = {}, raw } = {}) {
  const h = { ...headers };
  if (token) h.authorization = 'Bearer ' + token;
  if (body !== undefined && raw === undefined) {
    h['content-type'] ??= 'application/json';
  }
  const r = await fetch(url, { method, headers: h, body: raw ?? (body === undefined ? undefined : JSON.stringify(body)) });
  const text = await r.text();
  let json;
  try {
    json = JSON.parse(text);
  } catch {}
  return { status: r.status, headers: r.headers, text, json };
}
export async function dlToken(user) {
  const r = await req('POST', cfg.dl + '/tokens/generate', { token: cfg.dlSecret, body: user ? { user } : {} });
  return r.json;
}
export const CHROME = {
  executablePath: E.CHROME || '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
export const tmpProfile = () => fs.mkdtempSync(path.join(os.tmpdir(), 'conf-ud-'));
