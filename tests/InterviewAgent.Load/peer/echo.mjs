// The comparison: an echo bot on Microsoft's JavaScript SDK, with the same signed tokens and the same service URL. MSAL takes no
// http authority, so its outbound token is a constant: that costs it less than asking for one.
import http from 'node:http';
import { createRequire } from 'node:module';
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = createRequire(import.meta.url)('botbuilder');
const { PORT, APP_ID, METADATA, AUTHORITY } = process.env;

const credentials = {
  isValidAppId: async id => id === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    appId: APP_ID,
    signRequest: async request => {
      request.headers.set('authorization', 'Bearer peer-token');
      return request;
    },
  }),
};
const cloud = {
  ValidateAuthority: 'true',
  ToChannelFromBotLoginUrl: AUTHORITY,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://token.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: METADATA,
  ToBotFromEmulatorOpenIdMetadataUrl: METADATA,
  CallerId: 'urn:botframework:azure',
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(cloud, credentials));
adapter.onTurnError = async (_, error) => console.error(error);

http
  .createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    request.body = JSON.parse(Buffer.concat(parts).toString());
    response.status = code => ((response.statusCode = code), response);
    response.send = body => response.end(typeof body === 'string' ? body : JSON.stringify(body));
    response.header ??= (name, value) => response.setHeader(name, value);
    await adapter.process(request, response, async context => {
      if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`);
    });
    if (!response.writableEnded) response.end();
  })
  .listen(+PORT, '127.0.0.1');
