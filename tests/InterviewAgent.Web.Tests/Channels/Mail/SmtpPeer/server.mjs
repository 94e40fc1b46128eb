// A real SMTP server for the tests: Nodemailer's smtp-server, with STARTTLS and a password, as a mail provider has it.
// node server.mjs <folder with key.pem and cert.pem> <user> <password>
// Writes the port to stdout, and each mail to <folder>/taken.jsonl before it acknowledges it.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, user, password] = process.argv.slice(2);
const taken = join(folder, 'taken.jsonl');
const header = (mail, name) => mail.match(new RegExp(`^${name}: (.*)$`, 'mi'))?.[1]?.trim() ?? '';

const server = new SMTPServer({
  key: readFileSync(join(folder, 'key.pem')),
  cert: readFileSync(join(folder, 'cert.pem')),
  disableReverseLookup: true,
  onAuth: (auth, session, done) => done(auth.username === user && auth.password === password ? null : new Error('no'), { user }),
  onRcptTo: (address, session, done) => {
    if (address.address.startsWith('nobody')) {
      return done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }));
    }
    done();
  },
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const mail = Buffer.concat(parts).toString('latin1');
      appendFileSync(taken, JSON.stringify({
        to: session.envelope.rcptTo.map(to => to.address), id: header(mail, 'Message-ID'), secure: session.secure, mail,
      }) + '\n');
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.resume().on('end', () => process.exit(0));
