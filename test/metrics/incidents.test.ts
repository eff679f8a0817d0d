import { describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { answerTimes, isUnknown, METRIC_EVENTS, metricsOf } from '../../src/domain/metrics/index.js';
import type { IncidentMetrics, Time } from '../../src/domain/metrics/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { file, judge } from '../incident/obligationsPlan.js';
import { ask, on } from '../incident/resourcesPlan.js';
import { confirmAt, confirmEnd, override, raiseTo, START } from '../incident/story.js';
import { finish, start } from '../incident/tasksPlan.js';
import { fraction, MeasuredStory, minutes } from './story.js';

const ack = (person: string): Decision => ({ type: 'acknowledge', person });
const met = (...criteria: string[]): Decision => ({ type: 'criterion', action: 'confirm', criteria });
const notMet = (...criteria: string[]): Decision => ({ type: 'criterion', action: 'withdraw', criteria, reason: 'no' });
const at = (minute: number): number => START + minute * MINUTE;

function times({ times: all }: IncidentMetrics): Record<string, number | string> {
  return Object.fromEntries(Object.entries<Time>({ ...all }).map(([name, time]) => [name, minutes(time)]));
}

const windows = (all: Record<number, Parameters<typeof fraction>[0]>) => [5, 15, 30].map((m) => fraction(all[m]!));

/** A failure that began 20 minutes before its report. Level 2 from minute 10, contained, restored, and ended at minute 150. */
function failure(): MeasuredStory {
  const story = new MeasuredStory({ facts: { usersAffected: 5_000 }, occurredAt: at(-20) });
  story.tells([
    [3, 'chen-jing', ack],
    [10, 'lin-wei', confirmAt('L2')],
    [12, 'sun-yu', ack],
    [13, 'qian-rong', ack],
    [16, 'zhao-lei', start('find')],
    [18, 'he-zhe', ack],
    [20, 'sun-yu', ask('pump', 2, { neededBy: at(60) })],
    [20, 'sun-yu', ask('generator', 2)],
    [22, 'wu-kun', (person) => ({ type: 'decline', person, reason: 'on a train' })],
    [25, 'sun-yu', ask('pump', 1, { neededBy: at(40) })],
    [45, 'zhou-min', file(['first'], { filedAt: at(44) })],
  ]);
  const [early, late] = Object.entries(story.needs())
    .filter(([, { resource }]) => resource === 'pump')
    .map(([id]) => id);
  story.tells([
    [46, 'zhou-min', on('dispatch', early!)],
    [46, 'zhou-min', on('dispatch', late!)],
    [50, 'sun-yu', on('arrive', early!)],
    [55, 'sun-yu', on('arrive', late!)],
    [70, 'zhao-lei', met('causeControlled')],
    [90, 'zhao-lei', met('serviceRestored')],
    [95, 'zhao-lei', notMet('serviceRestored')],
    [100, 'lin-wei', judge(['other'], false)],
    [110, 'zhou-min', file(['third'], { filedAt: at(105), lateReason: 'the line was dead' })],
    [120, 'zhao-lei', met('serviceRestored')],
    [128, 'zhou-min', { type: 'releaseSitrep', number: 1 }],
    [145, 'lin-wei', override],
    [150, 'chen-jing', confirmEnd],
  ]);
  story.until(160);
  return story;
}

describe('a failure of operation', () => {
  const metrics = failure().metrics();

  // By hand, in minutes:      from                     to
  test('its times', () => {
    expect(times(metrics)).toEqual({
      detection: 20, //         −20 began                0 reported
      acknowledgement: 3, //      0 alert                3 Chen Jing
      firstAction: 16, //         0 alert               16 Zhao Lei starts a task
      grading: 10, //             0 reported            10 confirmed
      activation: 0, //          10 confirmed           10 activated
      containment: 70, //         0 reported            70 criterion
      restoration: 140, //      −20 began              120 criterion, since what was said at 90 was taken back at 95
      restorationFromReport: 120,
      dwell: 'not_security',
      response: 140, //          10 activated          150 terminated
    });
  });

  // Called at 10. Tech wants three people, one of whom can restore: Sun Yu at 12, who can, Qian Rong at 13, He Zhe at 18.
  test('how long the team took', () => {
    expect(metrics.quorums.map(({ team, from, time }) => [team, from, minutes(time)])).toEqual([['tech', 'called', 8]]);
  });

  //            limit   filed   margin
  // first         60      44       16
  // second       120       –        – missed at 160 by 40, not verified
  // third         90     105     late by 15
  // other     lifted
  // partners     180  not yet, and our own
  test('its legal reports', () => {
    const rows = metrics.filings.items.map(({ obligation, outcome, margin, late, unverified, own }) => [
      obligation,
      outcome,
      ...[margin, late].flatMap((time) => (time === undefined ? [] : [time / MINUTE])),
      ...(unverified ? ['unverified'] : []),
      ...(own ? ['own'] : []),
    ]);
    expect(rows).toEqual([
      ['first', 'on_time', 16],
      ['second', 'missed', 40, 'unverified'],
      ['third', 'late', 15],
      ['partners', 'open', 'own'],
    ]);
    expect(fraction(metrics.filings.onTime)).toBe('1/3');
    expect(fraction(metrics.filings.onTimeOwn)).toBe('none_due');
  });

  // Alert to two at 0: one answers at 3, the other never. Call to five at 10: answers at 12, 13, 18 and 22, and one never.
  //             5    15    30
  // alert     1/2   1/2   1/2
  // call      2/5   4/5   4/5
  test('whom its notices reached', () => {
    const asked = metrics.reach.notices.filter(({ template }) => template !== 'reminder');
    expect(asked.map(({ template, within }) => [template, ...windows(within)])).toEqual([
      ['alert', '1/2', '1/2', '1/2'],
      ['call', '2/5', '4/5', '4/5'],
    ]);
    expect(windows(metrics.reach.overall)).toEqual(['3/7', '5/7', '5/7']);
    expect(metrics.reach.byChannel.unknown).toBe('channel_not_recorded');
  });

  // Every two hours from 10 on: due at 130, released at 128. The final one is due after the end and still open at 160.
  test('whether SITREPs were in time', () => {
    expect(fraction(metrics.sitreps)).toBe('1/1');
  });

  // Two pumps needed by 60 were there at 50. One pump needed by 40 was there at 55. Of two generators there was one.
  test('whether requests were filled', () => {
    expect(fraction(metrics.requests)).toBe('1/3');
  });

  test('each names the events that it was taken from', () => {
    const { events } = failure();
    const typesOf = (seqs: number[]) => seqs.map((seq) => events[seq - 1]!.type);
    expect(typesOf(metrics.times.grading.seqs)).toEqual(['reported', 'confirmed']);
    expect(typesOf(metrics.times.response.seqs)).toEqual(['activated', 'terminated']);
    expect(typesOf(metrics.filings.items[0]!.seqs)).toEqual(['obligationsConfirmed', 'obligationsFiled']);
    expect(typesOf(metrics.quorums[0]!.time.seqs)).toEqual(['called', 'quorumReached']);
  });
});

/** An intrusion: nobody knows when the failure began, first access is told later. Ends at 60, comes back at 80, ends at 200. */
function intrusion(): MeasuredStory {
  const story = new MeasuredStory({ category: 'security', mode: 'drill' });
  const access = (intrudedAt: number): Decision => ({
    type: 'addFact',
    values: { intrusion: true },
    observedAt: intrudedAt,
    confidence: 'likely',
    source: 'logs',
  });
  story.tells([
    [1, 'lin-wei', ack],
    [4, 'lin-wei', confirmAt('L2')],
    [9, 'sun-yu', access(at(-100))],
    [11, 'sun-yu', access(at(-3_000))],
    [20, 'zhao-lei', met('causeControlled')],
    [30, 'zhao-lei', met('serviceRestored')],
    [50, 'sun-yu', finish('clean')],
    [58, 'lin-wei', override],
    [60, 'chen-jing', confirmEnd],
    [80, 'lin-wei', { type: 'reopen', reason: 'it is back' }],
    [95, 'zhao-lei', met('causeControlled')],
    [130, 'zhao-lei', met('serviceRestored')],
    [198, 'lin-wei', override],
    [200, 'chen-jing', confirmEnd],
  ]);
  story.until(210);
  return story;
}

describe('an intrusion that comes back', () => {
  test('its times are the sums of its stretches', () => {
    const metrics = intrusion().metrics();
    expect(times(metrics)).toEqual({
      detection: 'no_start_known',
      acknowledgement: 1,
      firstAction: 50, //            0 alert   50 a task is finished
      grading: 4,
      activation: 0,
      containment: 35, //            0 → 20 and 80 → 95
      restoration: 'no_start_known',
      restorationFromReport: 80, //  0 → 30 and 80 → 130
      dwell: 'not_evicted', //       after it came back nobody said so again
      response: 176, //              4 → 60 and 80 → 200
    });
    expect(metrics.times.containment).toMatchObject({ stretches: 2 });
    expect(metrics.times.response).toMatchObject({ stretches: 2 });
  });

  test('until it comes back the intruder was out: since the earliest access that was told', () => {
    const { events, state } = intrusion();
    const first = events.slice(
      0,
      events.findIndex(({ type }) => type === 'reopened'),
    );
    expect(minutes(metricsOf(first, state.basis.plan, at(70)).times.dwell)).toBe(3_050);
  });

  test('each stretch calls the teams anew, and nobody came', () => {
    const runs = intrusion().metrics().quorums;
    expect(runs.map(({ time }) => minutes(time))).toEqual(['stood_down', 'stood_down']);
  });
});

/** Nobody answers, the report is rejected after an hour. */
function falseAlarm(): MeasuredStory {
  const story = new MeasuredStory({});
  story.tells([[60, 'lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' }]]);
  story.until(100);
  return story;
}

describe('a report that is rejected', () => {
  test('has hardly any metric, and says why', () => {
    const metrics = falseAlarm().metrics();
    expect(times(metrics)).toEqual({
      detection: 'no_start_known',
      acknowledgement: 'not_acknowledged',
      firstAction: 'no_action',
      grading: 'not_graded',
      activation: 'not_graded',
      containment: 'not_contained',
      restoration: 'no_start_known',
      restorationFromReport: 'not_restored',
      dwell: 'not_security',
      response: 'not_activated',
    });
    expect(metrics.quorums).toEqual([]);
    expect(metrics.filings.items).toEqual([]);
    expect([metrics.filings.onTime, metrics.sitreps, metrics.requests].map(fraction)).toEqual(
      Array.from({ length: 3 }, () => 'none_due'),
    );
    expect(windows(metrics.reach.overall)).toEqual(['0/2', '0/2', '0/2']);
  });
});

describe('while it runs', () => {
  test('what is not over is not known yet', () => {
    const story = new MeasuredStory({ occurredAt: at(-5) });
    story.tells([
      [2, 'lin-wei', ack],
      [4, 'lin-wei', confirmAt('L2')],
    ]);
    story.until(11);
    const metrics = story.metrics();
    expect(times(metrics)).toMatchObject({ detection: 5, response: 'running', containment: 'not_contained' });
    const [alert, call] = metrics.reach.notices.filter(({ template }) => template !== 'reminder');
    expect(windows(alert!.within)).toEqual(['1/2', 'too_early', 'too_early']);
    expect(windows(call!.within)).toEqual(['0/5', 'too_early', 'too_early']);
    expect(minutes(metrics.quorums[0]!.time)).toBe('not_reached');
  });

  test('a level that wants more people measures the team anew', () => {
    const story = new MeasuredStory({});
    story.state.basis.plan.mobilisation = [
      { ...story.state.basis.plan.mobilisation[0]!, levels: ['L2', 'L3'] },
      { team: 'tech', levels: ['L1'], headcount: 4, quorumWithin: 15 * MINUTE },
    ];
    story.tells([
      [5, 'lin-wei', confirmAt('L2')],
      [6, 'sun-yu', ack],
      [7, 'qian-rong', ack],
      [8, 'he-zhe', ack],
      [20, 'lin-wei', raiseTo('L1')],
      [31, 'wu-kun', ack],
    ]);
    expect(story.metrics().quorums.map(({ from, time }) => [from, minutes(time)])).toEqual([
      ['called', 3],
      ['changed', 11],
    ]);
  });
});

describe('reach', () => {
  test('whoever was called anew answers the later call, not the one that was taken back', () => {
    const story = new MeasuredStory({});
    story.state.basis.plan.mobilisation = [{ ...story.state.basis.plan.mobilisation[0]!, levels: ['L2'] }];
    story.tells([
      [0, 'lin-wei', confirmAt('L2')],
      [2, 'lin-wei', raiseTo('L3')],
      [4, 'lin-wei', raiseTo('L2')],
      [12, 'sun-yu', ack],
      [13, 'qian-rong', ack],
      [14, 'he-zhe', ack],
    ]);
    story.until(60);
    const { reach } = story.metrics();
    const calls = reach.notices.filter(({ template }) => template === 'call').map(({ within }) => windows(within));
    expect(calls).toEqual([
      ['none_due', 'none_due', 'none_due'],
      ['0/5', '3/5', '3/5'],
      ['0/2', '0/2', '0/2'],
    ]);
    expect(windows(reach.overall)).toEqual(['0/9', '3/9', '3/9']);
    expect(answerTimes(story.events).filter((time) => time !== undefined)).toEqual([8, 9, 10].map((m) => m * MINUTE));
  });

  test('whoever was released unanswered is no longer concerned', () => {
    const story = new MeasuredStory({});
    story.tells([
      [0, 'lin-wei', confirmAt('L2')],
      [1, 'sun-yu', ack],
      [1, 'qian-rong', ack],
      [2, 'zhao-lei', ack],
      [3, 'lin-wei', { type: 'release', people: ['he-zhe', 'zhao-lei'], reason: 'enough' }],
    ]);
    story.until(60);
    const { reach } = story.metrics();
    const call = reach.notices.find(({ template }) => template === 'call')!;
    expect(windows(call.within)).toEqual(['3/4', '3/4', '3/4']);
    const read = story.events.filter(({ type }) => (METRIC_EVENTS as readonly string[]).includes(type));
    expect(windows(metricsOf(read, story.state.basis.plan, at(60)).reach.overall)).toEqual(windows(reach.overall));
  });

  test.each([
    [['tech'], [MINUTE]],
    [['tech', 'press'], []],
  ])('whoever was asked for two teams and is let go from %j', (teams, times) => {
    const [tech, press] = ['tech', 'press'].map((id) => ({ kind: 'team' as const, id }));
    const people = ['sun-yu'];
    const recipients = [{ person: 'sun-yu', targets: [tech!, press!].map(targetKey) }];
    const effect = { kind: 'notify', noticeId: 'n1', template: 'call', acknowledge: true, recipients };
    const calls = [tech!, press!].filter(({ id }) => teams.includes(id)).map((target) => ({ target, people }));
    const events = [
      { seq: 1, at: START, type: 'effectRequested', effect },
      { seq: 2, at: START, type: 'stoodDown', why: 'levelChanged', calls },
      { seq: 3, at: START + MINUTE, type: 'acknowledged', person: 'sun-yu', targets: [press] },
    ];
    expect(answerTimes(events as IncidentEvent[])).toEqual(times);
  });
});

test('nothing is taken from any other event than those that are read for it', () => {
  const types: readonly string[] = METRIC_EVENTS;
  for (const { events, state } of [failure(), intrusion(), falseAlarm()]) {
    const read = events.filter((event) => {
      if (event.type !== 'effectRequested') return types.includes(event.type);
      return event.effect.kind === 'notify' && event.effect.acknowledge;
    });
    expect(metricsOf(read, state.basis.plan, at(500))).toEqual(metricsOf(events, state.basis.plan, at(500)));
    expect(isUnknown(metricsOf(read, state.basis.plan, at(500)).times.acknowledgement)).toBe(
      !events.some(({ type }) => type === 'acknowledged'),
    );
  }
});

test('the same thing that was reported earlier elsewhere was detected then', () => {
  const story = new MeasuredStory({ occurredAt: at(-30) });
  story.tells([
    [
      2,
      'lin-wei',
      {
        type: 'absorb',
        mode: 'real',
        from: 'i-7',
        reporter: { kind: 'person', id: 'xu-na' },
        reportedAt: at(-10),
        facts: {},
        texts: { title: 'the same', place: 'there' },
      },
    ],
  ]);
  expect(minutes(story.metrics().times.detection)).toBe(20);
});
