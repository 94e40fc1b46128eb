// Draws the account's timeline from the very table that stands behind "Show as table": one source, so the two cannot differ.
(() => {
  const place = document.getElementById('timeline');
  const usage = document.querySelector('[data-timeline=usage] tbody');
  const events = document.querySelector('[data-timeline=events] tbody');
  if (!place || !usage || !window.echarts) return;

  const number = cell => Number(cell.textContent.trim());
  const weeks = [...usage.rows].map(row => [...row.cells].map(number));
  const happened = [...events.rows].map(row => ({
    day: number(row.cells[0]), kind: row.dataset.kind, says: row.cells[1].textContent.trim(),
    href: row.cells[1].querySelector('a')?.getAttribute('href'),
  }));
  const lanes = ['Flag', 'Health', 'Check-in'];
  const laneOf = { flag: 0, health: 1, held: 2, silent: 2, declined: 2 };
  const shapes = { flag: 'triangle', health: 'rect', held: 'circle', silent: 'emptyCircle', declined: 'diamond' };
  const words = { flag: 'flag', health: 'health changed', held: 'interview held', silent: 'no answer', declined: 'declined' };
  const last = Math.max(90, ...weeks.map(week => week[0] * 7), ...happened.map(one => one.day));
  let chart;

  const draw = () => {
    const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const [ink, soft, line, paper] = ['--ink', '--ink-soft', '--line', '--paper'].map(css);
    const font = { fontFamily: css('--font'), color: soft, fontSize: 13 };
    const split = { lineStyle: { color: line } };
    chart?.dispose();
    place.hidden = false;
    const narrow = place.clientWidth < 560;
    const axis = { type: 'value', min: 0, max: last, axisLine: { lineStyle: { color: line } }, splitLine: { show: false } };
    chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({
      animation: false, textStyle: font,
      aria: { enabled: true, label: { description: 'Weekly active users and key actions since the signature, with check-ins, health and flags by day. The table below has every value.' } },
      legend: { top: 0, left: 0, textStyle: { ...font, color: ink }, itemWidth: 18, icon: undefined, data: ['Active users', 'Key actions', ...new Set(happened.map(one => words[one.kind]))] },
      grid: [
        { left: 72, right: 48, top: narrow ? 92 : 60, height: narrow ? 116 : 140 },
        { left: 72, right: 48, top: narrow ? 224 : 224, height: 72 },
      ],
      tooltip: { trigger: 'item', confine: true, backgroundColor: paper, borderColor: line, textStyle: { ...font, color: ink } },
      xAxis: [
        { ...axis, gridIndex: 0, axisLabel: { show: false }, axisTick: { show: false } },
        { ...axis, gridIndex: 1, interval: 30, axisLabel: { ...font, formatter: day => `day ${day}`, hideOverlap: true } },
      ],
      yAxis: [
        { gridIndex: 0, name: narrow ? '' : 'users', nameTextStyle: font, axisLabel: font, splitLine: split, splitNumber: 3 },
        { gridIndex: 0, name: narrow ? '' : 'key actions', nameTextStyle: font, axisLabel: font, splitLine: { show: false }, splitNumber: 3 },
        { gridIndex: 1, type: 'category', data: lanes, inverse: true, axisLabel: { ...font, interval: 0 }, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: true, ...split } },
      ],
      series: [
        { name: 'Active users', type: 'line', data: weeks.map(week => [week[0] * 7, week[1]]), showSymbol: false, symbol: 'circle', lineStyle: { width: 2 }, color: css('--data-blue') },
        { name: 'Key actions', type: 'line', yAxisIndex: 1, data: weeks.map(week => [week[0] * 7, week[3]]), showSymbol: false, symbol: 'rect', lineStyle: { width: 2, type: [6, 3] }, color: css('--data-vermillion') },
        ...Object.keys(words).map(kind => ({
          name: words[kind], type: 'scatter', xAxisIndex: 1, yAxisIndex: 2, symbol: shapes[kind], symbolSize: 11,
          itemStyle: { color: kind === 'silent' ? ink : css({ flag: '--data-orange', health: '--data-green', held: '--ink', declined: '--data-purple' }[kind]), borderColor: ink, borderWidth: kind === 'silent' ? 2 : 1 },
          data: happened.filter(one => one.kind === kind).map(one => ({ value: [one.day, lanes[laneOf[kind]]], says: one.says, href: one.href, cursor: one.href ? 'pointer' : 'default' })),
          tooltip: { formatter: point => echarts.format.encodeHTML(`Day ${point.value[0]}: ${point.data.says}`) },
        })),
      ],
    });
    chart.on('click', point => { if (point.data?.href) location.assign(point.data.href); });
  };

  draw();
  addEventListener('resize', () => { chart.resize(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
