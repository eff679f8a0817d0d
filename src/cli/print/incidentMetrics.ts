import type { IncidentMetrics } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { duration, fraction, row, whyNot } from './measured.js';
import { section } from './section.js';
import { withId } from './withId.js';

export function incidentMetricsLines(metrics: IncidentMetrics, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { id, mode, asOf, times, quorums, filings, reach, sitreps, requests } = metrics;
  const drill = mode === 'drill' ? [say('DRILL', '【演练】')] : [];
  return [
    [style.bold(id), ...drill, say(`as of ${time(asOf)}`, `截至${time(asOf)}`)].join('  '),
    ...section(
      say('Times', '用时'),
      times.map((one) => row(duration(one.value, voice), one.name, [summed(one, voice), whyNot(one, voice)], voice)),
      voice,
    ),
    ...section(
      say('Teams complete after', '各组到齐用时'),
      quorums.map((one) =>
        row(duration(one.value, voice), `${one.team.name} (${one.words})`, [whyNot(one, voice)], voice),
      ),
      voice,
    ),
    ...section(
      say('Legal reports', '法定报送'),
      filings.items.map((item) => filingLine(item, voice)),
      voice,
    ),
    ...section(
      say('Shares', '比率'),
      [
        ...reach.overall.map((one) => row(fraction(one), reached(one.minutes, voice), [whyNot(one, voice)], voice)),
        row('–', say('Reached, by channel', '按通道确认'), [whyNot(reach.byChannel, voice)], voice),
        row(
          fraction(filings.onTime),
          say('Legal reports in time', '法定报送按时'),
          [whyNot(filings.onTime, voice)],
          voice,
        ),
        row(
          fraction(filings.onTimeOwn),
          say('Reports within own targets', '自定时限内报送'),
          [whyNot(filings.onTimeOwn, voice)],
          voice,
        ),
        row(fraction(sitreps), say('SITREPs in time', '信息报送按时'), [whyNot(sitreps, voice)], voice),
        row(fraction(requests), say('Requests filled in time', '资源申请按时满足'), [whyNot(requests, voice)], voice),
      ],
      voice,
    ),
  ];
}

function reached(minutes: number, { say }: Voice): string {
  return say(`Reached within ${minutes} minutes`, `${minutes}分钟内确认`);
}

function summed({ stretches, simulated }: IncidentMetrics['times'][number], { say }: Voice): string {
  const sum = stretches === undefined ? '' : say(`sum of ${stretches} stretches`, `${stretches}段之和`);
  return [sum, simulated ? say('simulated', '模拟') : ''].filter(Boolean).join(' · ');
}

function filingLine(item: IncidentMetrics['filings']['items'][number], voice: Voice): string {
  const { say, style } = voice;
  const { obligation, outcome, words, margin, late, undecided, own, theirs, unverified } = item;
  const figure = margin ?? late;
  const sign = late === undefined ? '' : '−';
  const isLate = outcome === 'late' || outcome === 'missed';
  const marks = [
    undecided && say('undecided whether it applies', '尚未判定是否适用'),
    own && say('own target', '自定时限'),
    theirs && say('for somebody else to file', '由对方报送'),
    unverified && say('rule not verified', '规则待核对'),
  ].filter((mark) => mark !== false);
  const shown = `${withId(obligation, voice)}  ${isLate ? style.bad(words) : words}`;
  return row(figure === undefined ? '–' : `${sign}${duration(figure, voice)}`, shown, marks, voice);
}
