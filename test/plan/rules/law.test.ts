import { checkFindings } from '../../../src/domain/plan/rules/index.js';
import { LEGAL_THRESHOLDS } from '../../../src/domain/plan/rules/legalThresholds.js';
import { complete } from './complete.js';
import type { Complete } from './complete.js';

describe('V-11, standards that were replaced', () => {
  test.each([
    'AQ/T 9007-2019',
    'AQ/T9009—2015',
    'AQ / T 9011–2019',
    'GB/T 29639-2013',
    'GB/T 29639 — 2013',
    '国办发〔2013〕101号',
    '国办发[2013]101号',
    'GB/Z 20986-2007',
    'GB/Z 20986',
  ])('%s', (number) => {
    expect(cited((plan) => (plan.narrative!.planSystem!.en = `By ${number}.`))).toEqual(['narrative.planSystem.en']);
    expect(cited((plan) => (plan.sources[1]!.number = number))).toEqual(['sources.1.number']);
  });

  test.each([
    'YJ/T 9007-2019',
    'GB/T 29639-2020',
    '国办发〔2024〕5号',
    'GB/T 20986-2023',
    '国办发〔2013〕10号',
    'AQ/T 9002',
  ])('%s stands', (number) => {
    expect(cited((plan) => (plan.narrative!.planSystem!.en = `By ${number}.`))).toEqual([]);
  });

  test('whoever names both tells the history, and so does a record of the past', () => {
    const history = 'YJ/T 9007-2019 (formerly AQ/T 9007-2019)';
    expect(cited((plan) => (plan.narrative!.planSystem!.en = history))).toEqual([]);
    expect(
      cited((plan) => {
        plan.sources[1]!.number = 'GB/Z 20986-2007';
        plan.sources[1]!.title.en = 'Superseded by GB/T 20986-2023, matrix still used';
      }),
    ).toEqual([]);
    expect(
      cited((plan) => {
        const summary = { 'zh-CN': '按 GB/T 29639-2013 编制', en: 'By GB/T 29639-2013' };
        plan.control!.history = [{ version: 1, date: '2019-01-01', summary, approvedBy: plan.purpose }];
      }),
    ).toEqual([]);
  });

  function cited(change: (plan: Complete['plan']) => unknown): string[] {
    const context = complete();
    change(context.plan);
    return checkFindings(context)
      .findings.filter(({ rule }) => rule === 'V-11')
      .map(({ path }) => path.join('.'));
  }
});

describe('V-22, thresholds of the law', () => {
  test('one below, at and above each number', () => {
    for (const { fact, regimes, atLeast } of LEGAL_THRESHOLDS.filter(
      ({ regimes: [law] }) => law !== 'cn-central-organ',
    )) {
      for (const [at, [number, verified]] of atLeast.entries()) {
        const loose = (threshold: number) =>
          findings(({ plan }) => {
            plan.operator!.boundBy = [regimes[0]!];
            const index = plan.gradingCriteria.findIndex((c) => c.fact === fact) + at;
            if (plan.gradingCriteria[index]?.fact !== fact) return;
            plan.gradingCriteria[index].atLeast = threshold;
          }).filter(({ path }) => path[0] === 'gradingCriteria');
        if (!complete().plan.facts.some(({ id }) => id === fact)) continue;
        expect(loose(number)).toEqual([]);
        expect(loose(number - 1)).toEqual([]);
        expect(loose(number + 1).map(({ severity }) => severity)).toEqual([verified ? 'warning' : 'info']);
      }
    }
  });

  test('who is bound by nothing is compared with nothing', () => {
    const { skipped } = check(({ plan }) => (plan.operator!.boundBy = ['eu-nis2']));
    expect(skipped.find(({ rule }) => rule === 'V-22')?.reason.en).toContain('no law with thresholds');
  });

  test('outages of critical infrastructure are asked for where there is such', () => {
    const facts = (law: 'cn-other' | 'cn-cii') =>
      findings(({ plan }) => (plan.operator!.boundBy = [law])).map(({ found }) => /"(\w+)"/.exec(found.en)?.[1]);
    expect(facts('cn-other')).toEqual([]);
    expect(facts('cn-cii')).toEqual(['ciiWholeOutageMinutes', 'ciiMainFunctionOutageMinutes']);
  });

  test('a threshold that only counts together with something else is told', () => {
    const [finding, ...more] = findings(({ plan }) => {
      const { fact: _f, atLeast: _a, ...criterion } = plan.gradingCriteria[0]!;
      const leak = { fact: 'piLeakedPersons', atLeast: 100_000_000 };
      plan.gradingCriteria[0] = { ...criterion, all: [leak, { fact: 'spreading', is: true }] };
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.found.en).toContain('unless more is known');
  });

  test('any number of levels is compared by the colours of the law, or not at all', () => {
    const fifth = ({ plan }: Complete) =>
      plan.incidentLevels.push({ ...plan.incidentLevels[3]!, id: 'tiny', colour: 'grey' });
    expect(findings(fifth)).toEqual([]);
    const loosened = findings((context) => {
      fifth(context);
      context.plan.gradingCriteria[1]!.atLeast = 20_000_000;
    });
    expect(loosened).toHaveLength(1);
    const { skipped } = check((context) => {
      fifth(context);
      context.plan.incidentLevels[1]!.colour = 'purple';
    });
    expect(skipped.find(({ rule }) => rule === 'V-22')?.reason.en).toContain('four levels');
  });

  function check(change: (context: Complete) => unknown) {
    const context = complete();
    change(context);
    return checkFindings(context);
  }

  function findings(change: (context: Complete) => unknown) {
    return check(change).findings.filter(({ rule }) => rule === 'V-22');
  }
});
