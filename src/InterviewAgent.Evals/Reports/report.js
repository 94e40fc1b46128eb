const { compared, items } = JSON.parse(document.getElementById('data').textContent);
const by = id => document.getElementById(id);
const kinds = compared
  ? [['changed', 'changed, worst first', i => i.changed], ['worse', 'changed for the worse', i => i.change < 0], ['better', 'changed for the better', i => i.change > 0], ['wrong', 'not entirely right', i => !i.right], ['all', 'all', () => true]]
  : [['wrong', 'not entirely right', i => !i.right], ['right', 'entirely right', i => i.right], ['all', 'all', () => true]];
for (const [value, text] of kinds) by('kind').add(new Option(text, value));
for (const label of [...new Set(items.flatMap(i => [...i.expected, ...i.got]))].sort()) by('label').add(new Option(label, label));
let shown = 100;
function element(name, text, className) { const e = document.createElement(name); if (text !== undefined) e.textContent = text; if (className) e.className = className; return e; }
function side(name, parts) { const p = element('p'); p.append(element('span', name + ' ', 'quiet')); for (const [n, [mark, text]] of parts.entries()) p.append(n ? ' ' : '', mark === '=' ? text : element(mark === '-' ? 'del' : 'ins', text)); return p; }
function draw() {
  const test = kinds.find(k => k[0] === by('kind').value)[2], part = by('part').value, label = by('label').value, words = by('find').value.toLowerCase();
  const found = items.filter(i => test(i) && (!part || i.part === part) && (!label || i.expected.includes(label) || i.got.includes(label))
    && (!words || i.group.toLowerCase().includes(words) || i.input.toLowerCase().includes(words)));
  by('count').textContent = found.length + ' of ' + items.length + ' items' + (found.length > shown ? ', the first ' + shown + ' shown' : '');
  by('items').replaceChildren(...found.slice(0, shown).map(i => {
    const a = element('article');
    a.append(element('div', i.id + ' · ' + i.part + (i.group !== i.id ? ' · ' + i.group : '') + (i.change < 0 ? ' · worse' : i.change > 0 ? ' · better' : i.right ? ' · right' : ' · not right'), 'quiet'), element('p', i.input));
    const sides = element('div', undefined, 'sides'), none = list => list.length ? list.join(', ') : 'nothing';
    sides.append(side('Expected', [['=', none(i.expected)]]));
    if (i.diff) sides.append(side('Before and after', i.diff)); else sides.append(side('Got', [['=', none(i.got)]]));
    a.append(sides);
    return a;
  }));
  by('more').hidden = found.length <= shown;
}
for (const id of ['kind', 'part', 'label', 'find']) by(id).addEventListener('input', () => { shown = 100; draw(); });
by('more').addEventListener('click', () => { shown += 100; draw(); });
document.querySelector('form').addEventListener('submit', e => e.preventDefault());
draw();
