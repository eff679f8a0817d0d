import { expect, test } from '@jest/globals';
import { buildDrillReport } from '../../src/documents/drill/report.js';
import type { DrillBody } from '../../src/domain/drill/index.js';
import { drillOn } from './drillStory.js';
import { wordsOf } from './fixtures.js';

test('a real incident that took people in several steps is told once, with all of them', () => {
  const ended = drillOn('ransomware', 'ended');
  const [one, two, three] = ended.people as [(typeof ended.people)[number], ...typeof ended.people];
  const { seq, at } = ended.recorded.at(-1)!.event;
  const takes = (incidentId: string, ...people: string[]): DrillBody => ({ type: 'preempted', incidentId, people });
  const taken = [takes('real-1', one.id), takes('real-2', three!.id), takes('real-1', one.id, two!.id)];
  const more = taken.map((body, i) => {
    const head = { seq: seq + 1 + i, at: at + 1 + i, actor: { kind: 'operator' }, via: 'api' } as const;
    return { event: { ...head, ...body }, hash: 'h' };
  });
  const model = buildDrillReport({ ...ended, recorded: [...ended.recorded, ...more] }, 'en');
  const paragraphs = wordsOf(model).match(/During the drill the real incident real-\d took [^.]*/g)!;
  const { name } = two!;
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[0]).toContain(typeof name === 'string' ? name : name.en);
  expect(paragraphs[0].match(/ and /g)).toHaveLength(1);
});
