import { describe, expect, test } from '@jest/globals';
import type { Missing } from '../../src/domain/incident/index.js';
import type { Names } from '../../src/domain/plan/names.js';
import { missingWords, speaker } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';

const names: Names = { ...sampleNames(), qualification: (id) => id };
const told = (people: number, qualifications: Missing['qualifications']): string[] =>
  (['zh-CN', 'en'] as const).map((lang) => missingWords({ people, qualifications }, speaker(names, lang)));

describe('people who are missing', () => {
  test('are told as a number, and the qualified as some of them', () => {
    expect(told(4, [])).toEqual(['4人', '4 people']);
    expect(told(4, [{ qualification: 'A', people: 1 }])).toEqual([
      '4人（其中须有“A”资质1人）',
      '4 people (among them 1 with “A”)',
    ]);
  });

  test('with one number of each qualification are told in one', () => {
    const each = ['A', 'B', 'C'].map((qualification) => ({ qualification, people: 1 }));
    expect(told(4, each)).toEqual([
      '4人（其中须有“A”、“B”、“C”资质各1人）',
      '4 people (among them 1 each with “A”, “B” and “C”)',
    ]);
    const unlike = [
      { qualification: 'A', people: 2 },
      { qualification: 'B', people: 1 },
    ];
    expect(told(4, unlike)).toEqual([
      '4人（其中须有“A”资质2人、“B”资质1人）',
      '4 people (among them 2 with “A” and 1 with “B”)',
    ]);
  });

  test('may be too few only of the qualified, and more of these than people', () => {
    expect(told(0, [{ qualification: 'A', people: 1 }])).toEqual(['“A”资质1人', '1 with “A”']);
    expect(told(1, [{ qualification: 'A', people: 2 }])).toEqual(['1人，且须有“A”资质2人', '1 person, and 2 with “A”']);
  });
});
