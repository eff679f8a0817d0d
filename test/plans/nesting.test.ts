import { loadPlan, PlanFileError, readPlan } from '../../src/planfiles/index.js';

/** The parser alone ends the process at such texts: nothing could catch that. */
test.each([
  ['brackets', `a: ${'['.repeat(80_000)}`],
  ['braces', `a: ${'{b: '.repeat(20_000)}`],
  ['list markers', `a:\n  ${'- '.repeat(20_000)}x`],
])('a text with endless %s is refused with its place', (_, text) => {
  const refused = (): unknown => {
    try {
      return readPlan({ 'plan.yaml': text });
    } catch (error) {
      return error;
    }
  };
  const error = refused();
  expect(error).toBeInstanceOf(PlanFileError);
  expect((error as PlanFileError).problems[0]).toMatchObject({ file: 'plan.yaml', code: 'too_deep' });
});

test('plans as people write them are not too deep', () => {
  expect(loadPlan('plans/software-incident').document.plan.id).toBe('software-incident');
});
