// Adaptive Cards as Microsoft's own library reads them. CARDS: a file with one outgoing card a line.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { check, section, done } from './lib.mjs';

const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
for (const line of fs.readFileSync(process.env.CARDS, 'utf8').split('\n').filter(Boolean)) {
  const { name, card } = JSON.parse(line);
  await section(name, async () => {
    const context = new cards.SerializationContext(cards.Versions.v1_5);
    const read = new cards.AdaptiveCard();
    read.parse(card, context);
    const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
    check('it is read without a remark', events.length === 0, events);
    check('every property is valid', read.validateProperties().validationEvents.length === 0, read.validateProperties().validationEvents.map(e => e.message));
    check('nothing was dropped', read.getItemCount() === card.body.length && read.getActionCount() === (card.actions?.length ?? 0), [read.getItemCount(), read.getActionCount()]);
    check('it is of version 1.5 and has words for those who cannot show it', card.version === '1.5' && card.fallbackText?.length > 0);
    check('at most six buttons, and 28 KB', (card.actions?.length ?? 0) <= 6 && Buffer.byteLength(line) < 28 * 1024, card.actions?.length);
  });
}
done();
