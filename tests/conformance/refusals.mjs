// Who gets in, who does not, and what is refused: raw HTTP against Direct Line 3.0; what it talks to is the conformance guide.
import { cfg, check, note, section, done, until, sleep, req, dlToken } from './lib.mjs';
const D = cfg.dl;
const say = (t, conv, uid, text, o = {}) =>
  req('POST', `${D}/conversations/${conv}/activities`, { token: t, body: { type: 'message', from: { id: uid }, text, ...o } });

await section('tokens', async () => {
  const u = 'dl_' + crypto.randomUUID();
  let r = await req('POST', D + '/tokens/generate', { token: cfg.dlSecret, body: { user: { id: u } } });
  check(
    'generate: 200 + {conversationId,token,expires_in}',
    r.status === 200 && r.json?.conversationId && r.json?.token && r.json?.expires_in > 0,
    r.text,
  );
  const t = r.json;
  let p;
  try {
    p = JSON.parse(Buffer.from(t.token.split('.')[1], 'base64url'));
  } catch {}
  check('token is a JWT whose "user" claim is the user id (Web Chat reads it)', p?.user === u, p ?? 'not a JWT');
  r = await req('POST', D + '/tokens/generate', { token: cfg.dlSecret });
  check('generate with no body: 200', r.status === 200, r.text);
  r = await req('POST', D + '/tokens/generate', { token: t.token, body: {} });
  check('generate with a token instead of the secret: 401/403', [401, 403].includes(r.status), r.status);
  r = await req('POST', D + '/tokens/generate', { token: 'wrong', body: {} });
  check(
    'generate with a wrong secret: 401/403 + error body',
    [401, 403].includes(r.status) && r.json?.error?.code,
    r.status + r.text,
  );
  r = await req('POST', D + '/tokens/generate', { body: {} });
  check('generate with no Authorization: 401', r.status === 401, r.status);
  r = await req('POST', D + '/tokens/refresh', { token: t.token });
  check(
    'refresh: 200, same conversation, usable token',
    r.status === 200 && r.json?.conversationId === t.conversationId && r.json?.token,
    r.text,
  );
  r = await req('POST', D + '/tokens/refresh', { token: t.token.slice(0, -3) + 'AAA' });
  check('refresh of a tampered token: 401/403', [401, 403].includes(r.status), r.status);
  const [h, pl] = t.token.split('.');
  if (pl) {
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url') + '.' + pl + '.';
    r = await req('POST', D + '/conversations', { token: none });
    check('alg=none Direct Line token: 401/403', [401, 403].includes(r.status), r.status);
  }
});

await section('errors and isolation', async () => {
  const a = await dlToken({ id: 'dl_a' + crypto.randomUUID() }),
    b = await dlToken({ id: 'dl_b' + crypto.randomUUID() });
  const ca = (await req('POST', D + '/conversations', { token: a.token, body: {} })).json,
    cb = (await req('POST', D + '/conversations', { token: b.token, body: {} })).json;
  await sleep(500);
  let r = await req('GET', `${D}/conversations/${ca.conversationId}/activities`, { token: b.token });
  check(
    "another conversation's token: 403 on GET activities",
    [401, 403, 404].includes(r.status) && !r.json?.activities,
    r.status,
  );
  r = await say(b.token, ca.conversationId, 'dl_b', 'intrude');
  check("another conversation's token: 403 on POST", [401, 403, 404].includes(r.status), r.status);
  r = await req('GET', `${D}/conversations/${ca.conversationId}`, { token: b.token });
  check("another conversation's token: 403 on reconnect", [401, 403, 404].includes(r.status), r.status);
  r = await say(a.token, ca.conversationId, 'dl_evil', cfg.hello, { channelData: { clientActivityID: 'spoof' } });
  const acts =
    (await until(async () => {
      const x = (await req('GET', `${D}/conversations/${ca.conversationId}/activities`, { token: a.token })).json.activities;
      return x.some(y => y.channelData?.clientActivityID === 'spoof') && x;
    }, 5000)) || [];
  const sp = acts.find(y => y.channelData?.clientActivityID === 'spoof');
  check(
    'from.id in a posted activity is overridden by the token user (or the POST refused)',
    r.status >= 400 || (sp && sp.from.id !== 'dl_evil'),
    [r.status, sp?.from],
  );
  r = await say(a.token, ca.conversationId, 'u', 'x', {
    from: { id: 'bot', role: 'bot', name: 'Bot' },
    channelData: { clientActivityID: 'role' },
  });
  const y = (await req('GET', `${D}/conversations/${ca.conversationId}/activities`, { token: a.token })).json.activities.find(
    z => z.channelData?.clientActivityID === 'role',
  );
  check('a client cannot post as role=bot', r.status >= 400 || y?.from?.role !== 'bot', y?.from);
  r = await req('POST', `${D}/conversations/${ca.conversationId}/activities`, {
    token: a.token,
    raw: '{bad',
    headers: { 'content-type': 'application/json' },
  });
  check('malformed JSON: 400 + error body', r.status === 400 && r.json?.error?.code, r.status + r.text);
  r = await req('POST', `${D}/conversations/${ca.conversationId}/activities`, { token: a.token, body: { from: { id: 'u' } } });
  check('missing type: 400', r.status === 400, r.status);
  r = await req('POST', `${D}/conversations/${ca.conversationId}/activities`, {
    token: a.token,
    body: { type: 'message', from: { id: 'u' }, text: 'x'.repeat(2_000_000) },
  });
  check('oversized activity: 400/413', [400, 413].includes(r.status), r.status);
  r = await req('GET', `${D}/conversations/nonexistent/activities`, { token: a.token });
  check('unknown conversation: 403/404', [403, 404].includes(r.status), r.status);
  r = await req('GET', `${D}/conversations/${ca.conversationId}/activities`);
  check('no Authorization: 401', r.status === 401, r.status);
  const o = await fetch(`${D}/conversations`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent',
    },
  });
  note(
    `CORS preflight: ${o.status} allow-origin=${o.headers.get('access-control-allow-origin')} allow-headers=${o.headers.get('access-control-allow-headers')}`,
  );
});

await section('files are refused', async () => {
  const uid = 'dl_' + crypto.randomUUID();
  const g = await dlToken({ id: uid });
  const me = g.userId || uid;
  const c = (await req('POST', D + '/conversations', { token: g.token, body: {} })).json;
  const f = new FormData();
  f.append(
    'activity',
    new Blob(
      [
        JSON.stringify({
          type: 'message',
          from: { id: me },
          text: 'my cv',
          channelData: { clientActivityID: 'up1', attachmentSizes: [5] },
          attachments: [{ contentType: 'text/plain', name: 'cv.txt' }],
        }),
      ],
      { type: 'application/vnd.microsoft.activity' },
    ),
  );
  f.append('file', new Blob(['hello'], { type: 'text/plain' }), 'cv.txt');
  const upload = (headers, body) =>
    fetch(`${D}/conversations/${c.conversationId}/upload?userId=${me}`, {
      method: 'POST',
      headers: { authorization: 'Bearer ' + g.token, ...headers },
      body,
    });
  for (const [form, headers, body] of [
    ['multipart', {}, f],
    ['single file', { 'content-type': 'text/plain', 'content-disposition': 'name="file"; filename="../../etc/passwd"' }, 'x'],
    ['a large file', { 'content-type': 'application/octet-stream' }, new Uint8Array(8 << 20)],
  ]) {
    const r = await upload(headers, body);
    const error = (await r.json().catch(() => ({}))).error;
    check(`${form}: refused with 405 and an error body`, r.status === 405 && error?.code && error?.message, r.status);
  }
  const r = await say(g.token, c.conversationId, me, cfg.hello, { channelData: { clientActivityID: 'after' } });
  check('the conversation goes on after a refused file', r.status === 200, r.status);
});
done();
