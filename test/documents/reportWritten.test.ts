import { reportIssue } from '../../src/documents/index.js';
import { writtenByPeople } from '../../src/documents/report/written.js';
import { DAY } from '../../src/domain/time.js';
import { approve, complete, edit, ended, record, review, submit } from '../incident/reportPlan.js';

const watched = () => ended((plan) => (plan.termination.watch = [{ levels: ['L3'], for: DAY }]));

describe('what people wrote for the report', () => {
  test('is the analysis as it was recorded last, with its words, and whether it is complete', () => {
    const story = watched();
    expect(writtenByPeople(story.events)).toEqual({ sections: {} });
    story.says('zhao-lei', record(undefined, { method: 'five whys' }));
    const { analysis } = writtenByPeople(story.events);
    expect(analysis).toMatchObject({
      version: 1,
      by: { id: 'zhao-lei' },
      method: 'five whys',
      nature: undefined,
      items: [
        { id: 't1', text: 'first errors', link: 'https://logs.example/1' },
        { id: 'c1', link: undefined },
        {},
        {},
      ],
    });
    expect(analysis).not.toHaveProperty('completed');
    const seq = story.says('zhao-lei', complete)[0]!.seq;
    expect(writtenByPeople(story.events).analysis?.completed).toMatchObject({ seq });
    story.says('lin-wei', { type: 'reopen', reason: 'again' });
    expect(writtenByPeople(story.events).analysis).not.toHaveProperty('completed');
  });

  test('is the last words on each section, without those that were taken back; an erased one is unknown', () => {
    const story = ended();
    story.says('zhao-lei', edit({ unit: 'books', causes: 'index' }));
    const seq = story.says('zhao-lei', edit({ unit: 'We sell books', causes: '' }))[0]!.seq;
    expect(writtenByPeople(story.events).sections).toMatchObject({ unit: { seq, text: 'We sell books' } });
    expect(writtenByPeople(story.events).sections).not.toHaveProperty('causes');
    // As the store gives an erased text.
    const erased = story.events.map((event) =>
      event.type === 'incidentReportEdited' && event.seq === seq ? { ...event, texts: { unit: '' } } : event,
    );
    expect(writtenByPeople(erased).sections).toMatchObject({ unit: { text: undefined } });
  });
});

test('a version names whoever signed it, with the event and its hash', () => {
  const story = ended();
  story.says('zhao-lei', submit);
  story.delivers();
  const issue = () => reportIssue(story.state, 1, (seq) => `hash ${seq}`);
  expect(issue()).toMatchObject({ version: 1, stage: 'submitted', signed: [{ act: 'submitted' }] });
  story.says('chen-jing', review());
  story.says('lin-wei', approve());
  const { seq, at } = story.state.incidentReport.versions[0]!.approved!;
  expect(issue()).toMatchObject({
    stage: 'approved',
    signed: [
      { act: 'submitted' },
      { act: 'reviewed' },
      { act: 'approved', by: { id: 'lin-wei' }, at, seq, hash: `hash ${seq}` },
    ],
  });
  expect(reportIssue(story.state, 9, String)).toBeUndefined();
});
