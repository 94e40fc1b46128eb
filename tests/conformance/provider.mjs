// A real OpenID provider on loopback: `node provider.mjs CLIENT_ID REDIRECT_URI`. Who signs in as "leader@x" has the role "leader";
// "two@x" has two roles, "none@x" none. Prints its address when it listens. Standard input closed: it ends.
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const [clientId, redirectUri] = process.argv.slice(2);
const roles = { two: ['manager', 'leader'], none: [] };
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId, client_secret: 'a-secret-of-the-tests', redirect_uris: [redirectUri],
      grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post',
    }],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'], email: ['email'] },
    findAccount: (_, id) => {
      const name = id.split('@')[0];
      return { accountId: id, claims: () => ({ sub: id, name: `Name of ${name}`, preferred_username: id, email: id, roles: roles[name] ?? [name] }) };
    },
  });
  server.on('request', provider.callback());
  console.log(issuer);
});
process.stdin.resume().on('end', () => process.exit(0));
