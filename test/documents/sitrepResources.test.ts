import { expect, test } from '@jest/globals';
import { buildSitrep, readSitrep } from '../../src/documents/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import { HOUR } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { ask, ResourceStory } from '../incident/resourcesPlan.js';

const { document, hash } = loadPlan('plans/software-incident');
const { document: roster } = loadRoster('plans/software-incident/roster.yaml', document);
const PLENTY = Object.fromEntries((document.resources ?? []).map(({ id }) => [id, 1_000_000]));

/** What the section about difficulties says, when the shelf holds this and two things were asked for. */
function needsIn(shelf: Record<string, number>, lang: Lang) {
  const basis = basisOf(document, hash, roster);
  const story = new ResourceStory({ ...PLENTY, ...shelf }, basis, { category: 'security' });
  story.ledgerDone();
  story.says('lin-wei', {
    ...{ type: 'verify', outcome: 'confirmed', level: 'II', incidentLevel: 'serious', reason: 'seen' },
  });
  story.delivers();
  story.ledgerDone();
  for (const [resource, quantity] of [
    ['spare-servers', 3],
    ['ups', 2],
  ] as const) {
    story.says('zhao-lei', ask(resource, quantity));
    story.ledgerDone();
  }
  story.passes(HOUR);
  const recorded = story.events.map((event) => ({ event, hash: 'x' }));
  const read = readSitrep(recorded, { basis, number: 1, now: story.at })!;
  const names = namesFrom(document, roster);
  const { sections } = buildSitrep({ ...read, namesAt: () => names, lang, zone: 'Asia/Shanghai' });
  return sections.find(({ heading }) => /困难|support/i.test(heading))!.blocks;
}

test('several resources that are short stand in a list, each with who holds it', () => {
  const blocks = needsIn({ 'spare-servers': 1, ups: 0 }, 'zh-CN');
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.text === '下列资源不足：');
  expect(blocks[at + 1]).toEqual({
    kind: 'list',
    items: [
      expect.stringMatching(/^备用服务器（q\d+）尚缺2台，占用方：事故 i-2（3台）。$/u),
      expect.stringMatching(/^不间断电源.*尚缺2组，占用方：事故 i-2/u),
    ],
  });
});

test('one that is short is a sentence', () => {
  const blocks = needsIn({ 'spare-servers': 1 }, 'en');
  expect(blocks.filter(({ kind }) => kind === 'list')).toEqual([]);
  expect(JSON.stringify(blocks)).toMatch(
    /Spare servers \(q\d+\): 2 servers missing; held by incident i-2 \(3 servers\)\./,
  );
});
