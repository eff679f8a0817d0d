import { checkFindings, RULES, SEVERITIES } from '../../../src/domain/plan/rules/index.js';
import { severityOf } from '../../../src/domain/plan/rules/severity.js';
import { CONTENT_CASES } from './cases.js';
import { ORGANISATION_CASES } from './casesOrganisation.js';
import { RESPONSE_CASES } from './casesResponse.js';
import { complete } from './complete.js';

const document = { en: 'A law', 'zh-CN': '法' };
const operator = (...boundBy: ('cn-cii' | 'us-sec')[]) => ({ operator: { description: document, boundBy } });

test.each([
  ['execution', operator(), 'error'],
  ['direct', operator('cn-cii', 'us-sec'), 'error'],
  ['direct', operator('us-sec'), 'warning'],
  ['direct', operator(), 'warning'],
  ['direct', {}, 'warning'],
  ['derived', operator('cn-cii'), 'warning'],
  ['configured', operator('cn-cii'), 'info'],
] as const)('%s with %j weighs as %s', (kind, plan, severity) => {
  expect(severityOf({ document, regimes: ['cn-cii'], kind }, plan)).toBe(severity);
});

test('nobody fails by a clause that was not compared with its text', () => {
  expect(severityOf({ document, regimes: ['cn-cii'], kind: 'direct', verified: false }, operator('cn-cii'))).toBe(
    'warning',
  );
});

test('a recommended standard binds nobody', () => {
  expect(severityOf({ document, kind: 'direct' }, operator('cn-cii', 'us-sec'))).toBe('warning');
});

test('a milder finding of a rule stays below it, and none weighs more than its kind', () => {
  const bound = operator('cn-cii');
  expect(severityOf({ document, regimes: ['cn-cii'], kind: 'direct' }, bound, 'info')).toBe('info');
  expect(severityOf({ document, kind: 'derived' }, bound, 'error')).toBe('warning');
  expect(severityOf({ document, kind: 'configured' }, bound, 'warning')).toBe('info');
  expect(severityOf({ document, kind: 'execution' }, bound, 'info')).toBe('error');
});

test('the same breach is an error where the law binds and a warning elsewhere', () => {
  const context = complete();
  delete context.plan.posts[0]!.card;
  delete context.plan.aftermath!.personalData;
  const severities = () =>
    Object.fromEntries(checkFindings(context).findings.map(({ rule, severity }) => [rule, severity]));
  expect(severities()).toEqual({ 'V-77': 'error', 'V-78': 'error' });
  context.plan.operator!.boundBy = ['cn-other'];
  expect(severities()).toMatchObject({ 'V-77': 'error', 'V-78': 'warning' });
  context.plan.operator!.boundBy = ['eu-gdpr'];
  expect(severities()).toMatchObject({ 'V-77': 'warning', 'V-78': 'warning' });
  delete context.plan.operator;
  expect(severities()).toMatchObject({ 'V-77': 'warning', 'V-78': 'warning' });
});

test('no finding of any rule weighs more than the kind of its basis allows', () => {
  const most = { execution: 'error', direct: 'error', derived: 'warning', configured: 'info' } as const;
  for (const { breaks } of [...CONTENT_CASES, ...ORGANISATION_CASES, ...RESPONSE_CASES]) {
    const context = complete();
    breaks(context);
    for (const { severity, basis } of checkFindings(context).findings) {
      expect(SEVERITIES.indexOf(severity)).toBeGreaterThanOrEqual(SEVERITIES.indexOf(most[basis.kind]));
    }
  }
});

test('only rules of a law that binds somebody are able to be errors by law', () => {
  const direct = RULES.filter(({ basis }) => basis.kind === 'direct');
  expect(direct.length).toBeGreaterThan(10);
  for (const { basis } of direct) {
    const recommended = /^(GB\/T|YJ\/T|ISO|The notices)/.test(basis.document.en);
    expect([basis.document.en, basis.regimes === undefined]).toEqual([basis.document.en, recommended]);
  }
});
