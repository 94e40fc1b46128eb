// Microsoft's own client and raw HTTP and WebSocket checks against Direct Line 3.0; what it talks to is the conformance guide.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import { cfg, check, note, section, done, until, sleep, req, dlToken } from './lib.mjs';
globalThis.XMLHttpRequest = require('xhr2');
const WS = (globalThis.WebSocket = require('ws'));
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');
const D = cfg.dl;
const open = (url, opts) =>
  new Promise((y, n) => {
    const w = new WS(url, opts);
    const frames = [],
      empties = [];
    w.on('message', m => {
      const t = m.toString();
      t === '' ? empties.push(Date.now()) : frames.push(JSON.parse(t));
    });
    w.on('open', () =>
      y({ w, frames, empties, acts: () => frames.flatMap(f => f.activities || []), closed: new Promise(r => w.on('close', r)) }),
    );
    w.on('unexpected-response', (_q, r) => n(Object.assign(new Error('HTTP ' + r.statusCode), { status: r.statusCode })));
    w.on('error', n);
  });
const isBot = (a, uid) => a.type === 'message' && a.from?.id !== uid && a.from?.role !== 'user';
const say = (t, conv, uid, text, o = {}) =>
  req('POST', `${D}/conversations/${conv}/activities`, { token: t, body: { type: 'message', from: { id: uid }, text, ...o } });

for (const webSocket of [true, false])
  await section(`directlinejs full conversation, webSocket=${webSocket}`, async () => {
    const uid = 'dl_' + crypto.randomUUID();
    const g = await dlToken({ id: uid, name: 'Ada' });
    const me = g.userId || uid;
    const dl = new DirectLine({ token: g.token, domain: D, webSocket, pollingInterval: 300 });
    const st = [],
      acts = [];
    let err;
    dl.connectionStatus$.subscribe(s => st.push(ConnectionStatus[s]));
    dl.activity$.subscribe(
      a => acts.push(a),
      e => {
        err = e;
      },
    );
    check('reaches Online', await until(() => st.includes('Online')), st);
    check(
      'greeting arrives without the user writing',
      await until(() => acts.find(a => isBot(a, me))),
      acts.map(a => a.type),
    );
    const cid = crypto.randomUUID();
    let id, perr;
    const before = acts.length;
    dl.postActivity({
      type: 'message',
      from: { id: me },
      text: cfg.hello,
      channelData: { clientActivityID: cid, keep: { a: 1 } },
    }).subscribe(
      i => {
        id = i;
      },
      e => {
        perr = e;
      },
    );
    check(
      'postActivity returns an id (not "retry")',
      (await until(() => id || perr)) && id && id !== 'retry',
      String(perr?.status ?? id),
    );
    const echo = await until(() => acts.find(a => a.channelData?.clientActivityID === cid));
    check(
      'own activity is echoed with clientActivityID',
      echo,
      acts.slice(before).map(a => [a.type, a.channelData]),
    );
    check('echo carries an id equal to the POST response id', echo?.id && (echo.id === id || echo.id.endsWith('|' + id)), [
      echo?.id,
      id,
    ]);
    check('echo keeps the rest of channelData', echo?.channelData?.keep?.a === 1);
    check('echo from.id is the token user', echo?.from?.id === me, echo?.from);
    check(
      'echo has timestamp, conversation.id, channelId',
      echo?.timestamp && echo?.conversation?.id === (g.conversationId ?? echo?.conversation?.id) && echo?.channelId,
      echo,
    );
    const reply = await until(() => acts.slice(before).find(a => isBot(a, me)));
    check('bot replies', reply);
    check('reply has unique id, timestamp, from.id', reply?.id && reply?.timestamp && reply?.from?.id, reply);
    check('echo precedes reply', acts.indexOf(echo) < acts.indexOf(reply));
    check('replyToId of reply, if any, names the user activity', !reply?.replyToId || reply.replyToId === echo?.id, [
      reply?.replyToId,
      echo?.id,
    ]);
    await sleep(500);
    const ids = acts.filter(a => a.id && a.type === 'message').map(a => a.id);
    check('no activity delivered twice', new Set(ids).size === ids.length, ids);
    check('activity$ did not error', !err, String(err));
    check('no conversationUpdate leaks to the client', !acts.some(a => a.type === 'conversationUpdate'));
    dl.end();
  });

await section('conversation lifecycle, watermark, stream', async () => {
  const uid = 'dl_' + crypto.randomUUID();
  const g = await dlToken({ id: uid });
  const me = g.userId || uid;
  let r = await req('POST', D + '/conversations', { token: g.token, body: { user: { id: me }, locale: 'en-US' } });
  const c = r.json;
  check(
    'start: 201 + conversationId, token, expires_in, streamUrl',
    r.status === 201 && c?.conversationId && c?.token && c?.expires_in > 0 && /^wss?:/.test(c?.streamUrl || ''),
    r.status + ' ' + r.text,
  );
  const r2 = await req('POST', D + '/conversations', { token: g.token, body: {} });
  check(
    'start again with the same token: 200, same conversation',
    r2.status === 200 && r2.json?.conversationId === c.conversationId,
    r2.status,
  );
  const conv = c.conversationId,
    T = c.token || g.token;
  await until(async () => (await req('GET', `${D}/conversations/${conv}/activities`, { token: T })).json?.activities?.length);
  await sleep(300);
  const s = await open(c.streamUrl);
  check(
    'activities sent between POST and socket open are replayed on the stream',
    await until(() => s.acts().length, 3000),
    s.frames,
  );
  check(
    'every ActivitySet frame: activities[] and string watermark (or none for transient)',
    s.frames.every(
      f => Array.isArray(f.activities) && (f.watermark === undefined || f.watermark === null || typeof f.watermark === 'string'),
    ),
    s.frames,
  );
  s.w.send('');
  await say(T, conv, me, cfg.hello, { channelData: { clientActivityID: 'x1' } });
  check(
    'empty client frame is ignored; echo and reply pushed',
    await until(
      () =>
        s.acts().some(a => a.channelData?.clientActivityID === 'x1') &&
        s.acts().some((a, i, l) => isBot(a, me) && i > l.findIndex(b => b.channelData?.clientActivityID === 'x1')),
    ),
  );
  await sleep(400);
  const mark = s.frames.filter(f => f.watermark).at(-1)?.watermark;
  r = await req('GET', `${D}/conversations/${conv}/activities`, { token: T });
  const all = r.json;
  check(
    'GET activities without watermark returns history from the start + watermark',
    r.status === 200 && all.activities?.length >= 3 && typeof all.watermark === 'string',
    r.text,
  );
  check(
    'history in order and ids unique',
    new Set(all.activities.map(a => a.id)).size === all.activities.length &&
      all.activities.every((a, i, l) => !i || a.timestamp >= l[i - 1].timestamp),
  );
  r = await req('GET', `${D}/conversations/${conv}/activities?watermark=`, { token: T });
  check(
    'empty watermark= equals no watermark',
    r.status === 200 && r.json?.activities?.length === all.activities.length,
    r.status,
  );
  r = await req('GET', `${D}/conversations/${conv}/activities?watermark=${encodeURIComponent(all.watermark)}`, { token: T });
  check(
    'GET at the latest watermark: empty set, watermark unchanged',
    r.status === 200 && r.json.activities.length === 0 && (r.json.watermark ?? all.watermark) === all.watermark,
    r.text,
  );
  check('stream watermark and GET watermark are the same cursor', mark === all.watermark, [mark, all.watermark]);
  r = await req('GET', `${D}/conversations/${conv}/activities?watermark=%F0%9F%92%A9x`, { token: T });
  check('garbage watermark: 4xx (not 5xx, not silence)', r.status >= 400 && r.status < 500, r.status);
  s.w.terminate();
  await sleep(200);
  await say(T, conv, me, 'while away', { channelData: { clientActivityID: 'x2' } });
  await sleep(700);
  r = await req('GET', `${D}/conversations/${conv}?watermark=${encodeURIComponent(mark)}`, { token: T });
  check(
    'reconnect: 200 + conversationId, token, NEW streamUrl',
    r.status === 200 &&
      r.json.conversationId === conv &&
      r.json.token &&
      /^wss?:/.test(r.json.streamUrl) &&
      r.json.streamUrl !== c.streamUrl,
    r.text,
  );
  const s2 = await open(r.json.streamUrl);
  await until(() => s2.acts().some(a => a.channelData?.clientActivityID === 'x2'), 3000);
  await sleep(500);
  const missed = s2.acts();
  check(
    'reconnect with watermark replays exactly the missed activities',
    missed.some(a => a.channelData?.clientActivityID === 'x2') && !missed.some(a => all.activities.some(b => b.id === a.id)),
    missed.map(a => a.id),
  );
  check('watermark keeps growing after reconnect', s2.frames.filter(f => f.watermark).at(-1)?.watermark !== mark);
  s2.w.terminate();
  r = await req('GET', `${D}/conversations/${conv}`, { token: T });
  const s3 = await open(r.json.streamUrl);
  await sleep(600);
  note(
    `reconnect without watermark replayed ${s3.acts().length} old activities (docs: only new ones; Azure and directlinejs first connect with watermark= empty: history)`,
  );
  if (process.env.KEEPALIVE !== '0') {
    const got = await until(() => s3.empties.length || s3.frames.some(f => 0), 40000, 500);
    note(got ? 'server sends empty keep-alive frames' : 'no empty server frame within 40 s (allowed if WS ping is used)');
  }
  s3.w.terminate();
  for (const bad of [c.streamUrl.replace(/t=[^&]+/, 't=bogus'), c.streamUrl.split('?')[0]]) {
    let st = 101;
    try {
      const x = await open(bad);
      const closed = await Promise.race([x.closed.then(() => true), sleep(1500)]);
      st = closed ? 'closed' : 101;
      x.w.terminate();
    } catch (e) {
      st = e.status ?? 'error';
    }
    check('stream with bad/missing t is refused', st !== 101, String(st));
  }
});

done();
