import { expect, test } from '@jest/globals';
import { answerTimes, isUnknown, metricsOf, spreadOf } from '../../src/domain/metrics/index.js';
import { measuredWords } from '../../src/domain/words/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { DrillStory } from '../incident/drillStory.js';

const PLAYED = ['lin-wei', 'chen-jing', 'zhao-lei', 'wang-fang'];

/** Somebody who was alerted acknowledges, in person or played. */
function answered(via: 'api' | 'simulator') {
  const story = new DrillStory(1, undefined, { simulated: PLAYED, participants: PLAYED });
  story.real += 2 * MINUTE;
  const notice = story.all('effectRequested').flatMap(({ effect }) => (effect.kind === 'notify' ? [effect] : []))[0]!;
  const [{ person }] = notice.recipients as [{ person: string }];
  story.hears({
    ...{ requestId: 'a1', actor: { kind: 'person', id: person }, via, type: 'acknowledge', person },
    noticeId: notice.noticeId,
  });
  const metrics = metricsOf(story.events, story.state.basis.plan, story.now + 60 * MINUTE);
  return { times: answerTimes(story.events), time: metrics.times.acknowledgement, reach: metrics.reach.overall[15] };
}

test('what the simulator answered is listed as simulated, and is no figure about people', () => {
  const { time, times, reach } = answered('simulator');
  expect(times).toEqual([]);
  expect(time).toMatchObject({ value: 2 * MINUTE, simulated: true });
  expect(reach).toMatchObject({ unknown: 'none_due' });
  expect(spreadOf([time])).toEqual({ n: 0, unknown: 0, simulated: 1 });
  expect(measuredWords({ kind: 'time', time }, 'en')).toContain('(simulated)');
  expect(measuredWords({ kind: 'time', time }, 'zh-CN')).toContain('（模拟）');
});

test('whoever answers in person counts, also where the simulator was to play them', () => {
  const { time, times, reach } = answered('api');
  expect(times).toEqual([2 * MINUTE]);
  expect(time).not.toHaveProperty('simulated');
  expect(isUnknown(time)).toBe(false);
  expect(reach).toMatchObject({ met: 1, of: 1 });
  expect(spreadOf([time, answered('simulator').time])).toMatchObject({ n: 1, median: 2 * MINUTE, simulated: 1 });
});
