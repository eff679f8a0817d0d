import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import { evolve } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { call, ended, EVALUATION, hold, lessonsBasis } from './lessonsPlan.js';
import { confirmAt, endsAnyhow, refusalOf, Story, told } from './story.js';

const CRITERIA = EVALUATION.criteria.map(({ id }) => id);

const isDue = (story: Story) => duesOf(story.state).some(({ item }) => item === 'summary');

describe('the meeting', () => {
  test('is called by the chair, with whom the plan names, who are told', () => {
    const story = ended();
    const events = story.says('lin-wei', call(story.at + DAY));
    expect(events[0]).toMatchObject({
      type: 'summaryCalled',
      authority: 'commander',
      meetingAt: story.at + DAY,
      participants: ['lin-wei', 'chen-jing', 'zhao-lei'],
      texts: { place: 'room 4' },
    });
    expect(events[0]).not.toHaveProperty('dropped');
    expect(told(events)).toEqual({ summaryCalled: ['chen-jing', 'zhao-lei'] });
    expect(story.state.effects.pending[`n${events[0]!.seq}.1`]?.texts).toEqual({ meetingPlace: 'room 4' });
    expect(isDue(story)).toBe(true);
  });

  test('called anew takes the place of the first, and whoever need not come is told', () => {
    const story = ended();
    story.says('lin-wei', call(story.at + DAY));
    const events = story.says('lin-wei', call(story.at + 2 * DAY, ['lin-wei', 'zhao-lei', 'xu-na']));
    expect(events[0]).toMatchObject({ dropped: ['chen-jing'] });
    expect(told(events)).toEqual({ summaryCalled: ['zhao-lei', 'xu-na'], summaryOff: ['chen-jing'] });
    expect(story.state.summary.called).toMatchObject({ meetingAt: story.at + 2 * DAY });
  });

  test.each([
    ['meeting_passed', (at: number) => call(at), {}],
    ['unknown_people', (at: number) => call(at + HOUR, ['lin-wei', 'stranger']), { people: ['stranger'] }],
    ['people_required', (at: number) => call(at + HOUR, []), { field: 'participants' }],
    ['text_required', (at: number) => ({ ...call(at + HOUR), place: ' ' }) as Decision, { field: 'place' }],
  ])('is refused with %s', (code, decision, found) => {
    const story = ended();
    expect(refusalOf(story.says('lin-wei', decision(story.at)))).toMatchObject({ code, found });
  });

  test('comes after the end', () => {
    const story = new Story({}, lessonsBasis());
    story.says('lin-wei', confirmAt('L1'));
    for (const decision of [call(story.at + HOUR), hold()]) {
      expect(refusalOf(story.says('lin-wei', decision))).toMatchObject({
        code: 'wrong_phase',
        found: { phase: 'responding' },
        needed: { phases: ['watching', 'aftermath'] },
      });
    }
  });

  test('is for the chair and command', () => {
    const story = ended();
    expect(refusalOf(story.says('zhao-lei', call(story.at + HOUR)))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander', 'deputy'] },
    });
    expect(refusalOf(story.says('zhao-lei', hold()))?.code).toBe('not_authorised');
    const another = ended('L1', ({ plan }) => (plan.aftermath!.summary.chair = 'duty'));
    expect(refusalOf(another.says('zhao-lei', hold()))).toMatchObject({
      needed: { posts: ['duty', 'commander', 'deputy'] },
    });
    expect(another.says('wang-fang', hold())[0]).toMatchObject({ type: 'summaryHeld', authority: 'duty' });
  });
});

describe('what came of it', () => {
  test('is the ratings with their score, the conclusion, and a document', () => {
    const story = ended();
    story.says('lin-wei', call(story.at + DAY));
    story.passes(DAY);
    const events = story.says(
      'lin-wei',
      hold({ told: 'S', joined: 'P', mended: 'M' }, { notes: { mended: 'rolled back twice', joined: ' ' } }),
    );
    const [held] = events;
    expect(held).toMatchObject({
      type: 'summaryHeld',
      version: 1,
      score: 75.5,
      conclusion: 'good',
      present: ['lin-wei', 'zhao-lei'],
      texts: { mended: 'rolled back twice' },
    });
    expect(held).not.toHaveProperty('texts.joined');
    expect(told(events)).toEqual({ summaryHeld: ['zhao-lei', 'chen-jing'] });
    expect(isDue(story)).toBe(false);
    expect(story.state.summary).not.toHaveProperty('called');
    expect(story.state.summary.held).toMatchObject({ score: 75.5, conclusion: 'good' });
    const effectId = `d${held!.seq}`;
    expect(story.state.effects.pending[effectId]?.effect).toMatchObject({ document: 'summary', upTo: held!.seq });
    const files = [{ format: 'docx', lang: 'en', sha256: 'c4'.repeat(32) }];
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    story.hears({ ...head, type: 'documentWritten', effectId, documentId: 'i-1-d9', files });
    expect(story.state.summary.held?.document).toEqual({ documentId: 'i-1-d9', files });
    expect(story.state.aftermath).not.toHaveProperty('report');
  });

  test('recorded again counts as the latest, and a document of the first is not taken for it', () => {
    const story = ended();
    const [first] = story.says('lin-wei', hold({ told: 'U' }));
    expect(first).toMatchObject({ score: 0, conclusion: 'poor' });
    const [second] = story.says('lin-wei', hold({ told: 'P' }));
    expect(second).toMatchObject({ version: 2, conclusion: 'excellent' });
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    story.hears({ ...head, type: 'documentWritten', effectId: `d${first!.seq}`, documentId: 'old', files: [] });
    expect(story.state.summary.held).not.toHaveProperty('document');
  });

  test('says by which axes it was reckoned, and what capped it', () => {
    const story = ended('L1', ({ plan }) => (plan.evaluation!.weights = { speed: 1, coordination: 50, technical: 49 }));
    expect(story.says('lin-wei', hold({ told: 'U', joined: 'P', mended: 'P' }))[0]).toMatchObject({
      score: 99,
      conclusion: 'poor',
      capped: ['told'],
    });
  });

  test.each([
    ['unknown_rated_criteria', hold({ nope: 'P' }), { criteria: ['nope'] }, { criteria: CRITERIA }],
    [
      'unknown_rated_criteria',
      hold({ told: 'P' }, { notes: { nope: 'x' } }),
      { criteria: ['nope'] },
      { criteria: CRITERIA },
    ],
    ['people_required', hold({}, { present: [] }), { field: 'present' }, {}],
    ['unknown_people', hold({}, { present: ['stranger'] }), { people: ['stranger'] }, {}],
    ['text_required', hold({}, { conclusions: ' ' }), { field: 'conclusions' }, {}],
    [
      'rated_twice',
      { ...hold(), ratings: ['P', 'U', 'S'].map((rating) => ({ criterion: 'told', rating })) } as Decision,
      { criteria: ['told'] },
      {},
    ],
  ])('is refused with %s', (code, decision, found, needed) => {
    expect(refusalOf(ended().says('lin-wei', decision))).toMatchObject({ code, found, needed });
  });

  test('is not recorded before the time for which it was called; called anew it may be earlier', () => {
    const story = ended();
    const meetingAt = story.at + DAY;
    story.says('lin-wei', call(meetingAt));
    expect(refusalOf(story.says('lin-wei', hold({ told: 'P' })))).toMatchObject({
      code: 'meeting_not_begun',
      found: { meetingAt },
    });
    story.says('lin-wei', call(story.at + HOUR));
    story.passes(HOUR);
    expect(story.says('lin-wei', hold({ told: 'P' }))[0]).toHaveProperty('type', 'summaryHeld');
  });

  test('needs a rating where the plan has criteria, and more than one person, or a reason', () => {
    const story = ended();
    expect(refusalOf(story.says('lin-wei', hold({}, { reason: ' ' })))).toMatchObject({
      code: 'ratings_required',
      needed: { criteria: CRITERIA },
    });
    expect(refusalOf(story.says('lin-wei', hold({ told: 'P' }, { present: ['lin-wei'] })))).toMatchObject({
      code: 'meeting_of_one',
      found: { person: 'lin-wei' },
    });
    const alone = hold({ told: 'P' }, { present: ['lin-wei'], reason: 'all others are abroad' });
    expect(story.says('lin-wei', alone)[0]).toMatchObject({ texts: { why: 'all others are abroad' } });
  });

  test('keeps what was said on a criterion apart from the reason and the conclusions, whatever it is called', () => {
    const story = ended('L1', ({ plan }) => plan.evaluation!.criteria.push({ id: 'why' }, { id: 'conclusions' }));
    const notes = { told: 'late', why: 'nobody asked', conclusions: 'too long' };
    const [held] = story.says(
      'lin-wei',
      hold({ told: 'P' }, { notes, conclusions: 'in time', reason: 'not all came' }),
    );
    expect(held).toHaveProperty('texts', {
      ...{ told: 'late', 'note why': 'nobody asked', 'note conclusions': 'too long' },
      ...{ conclusions: 'in time', why: 'not all came' },
    });
  });

  test('names the departments of which nobody came; a deputy speaks for a post', () => {
    const present = (people: string[]) => ended().says('lin-wei', hold({ told: 'P' }, { present: people }))[0];
    expect(present(['lin-wei', 'xu-na'])).toMatchObject({ unrepresented: ['deputy', 'techLead'] });
    expect(present(['lin-wei', 'chen-jing', 'zhao-lei'])).not.toHaveProperty('unrepresented');
  });

  test('is no score where nobody rated anything', () => {
    const [held] = ended().says('lin-wei', hold());
    expect(held).not.toHaveProperty('score');
    expect(held).not.toHaveProperty('axes');
  });

  test('loses the files that an erasure destroyed, and keeps those that it wrote anew', () => {
    const files = ['en', 'zh-CN'].map((lang) => ({ format: 'docx', lang, sha256: 'c4'.repeat(32) }));
    const held = () => {
      const story = ended();
      const [{ seq }] = story.says('lin-wei', hold({ told: 'P' })) as [IncidentEvent];
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      story.hears({ ...head, type: 'documentWritten', effectId: `d${seq}`, documentId: 'doc', files });
      return story;
    };
    const erases = ({ state, at }: Story, of: { lang: string; sha256?: string }[]) => {
      const documents = of.map((file) => ({ documentId: 'doc', format: 'docx', ...file }));
      const erased = { texts: [], messages: [], documents, evidence: [] };
      const event = { type: 'personalDataErased', erasure: 'e1', scope: 'person', person: 'zhao-lei', erased };
      const head = { seq: state.seq + 1, at, actor: { kind: 'operator' }, via: 'api' };
      return evolve(state, { ...head, ...event, texts: { reason: 'asked for' } } as IncidentEvent).summary;
    };
    const anew = erases(held(), [{ lang: 'en', sha256: 'd5'.repeat(32) }, { lang: 'zh-CN' }]);
    expect(anew.held).toMatchObject({ conclusion: 'excellent', document: { documentId: 'doc' } });
    expect(anew.held?.document?.files).toEqual([{ ...files[0], sha256: 'd5'.repeat(32) }]);
    const none = erases(held(), [{ lang: 'en' }, { lang: 'zh-CN' }]);
    expect(none.held).toMatchObject({ version: 1, conclusion: 'excellent' });
    expect(none.held).not.toHaveProperty('document');
    const before = ended();
    expect(erases(before, [{ lang: 'en' }])).toEqual(before.state.summary);
  });

  test('has no rating that the plan gives no points', () => {
    const story = ended('L1', ({ plan }) => (plan.evaluation!.scores = { P: 100, U: 0 }));
    expect(refusalOf(story.says('lin-wei', hold({ told: 'S' })))).toMatchObject({
      code: 'unknown_rating',
      found: { ratings: ['S'] },
      needed: { ratings: ['P', 'U'] },
    });
  });

  test('has no ratings where the plan has no criteria', () => {
    const story = ended('L1', ({ plan }) => delete plan.evaluation);
    expect(refusalOf(story.says('lin-wei', hold({ told: 'P' })))).toMatchObject({
      code: 'unknown_rated_criteria',
      needed: { criteria: [] },
    });
    const [held] = story.says('lin-wei', hold());
    expect(held).toMatchObject({ type: 'summaryHeld', ratings: [] });
    expect(held).not.toHaveProperty('score');
    expect(held).not.toHaveProperty('axes');
  });
});

describe('it is due', () => {
  test('by the time of the plan, from the end', () => {
    const story = ended('L1');
    expect(story.state.summary.asked).toEqual({ from: story.at, dueAt: story.at + 20 * DAY });
  });

  test('at the levels that the plan names only, and may be held all the same', () => {
    const story = ended('L3');
    expect(isDue(story)).toBe(false);
    expect(story.says('lin-wei', hold({ told: 'P' }))[0]).toMatchObject({ type: 'summaryHeld' });
  });

  test('at every level where it names none, and nowhere without an aftermath', () => {
    expect(isDue(ended('L3', ({ plan }) => delete plan.aftermath!.summary.levels))).toBe(true);
    const without = ended('L1', ({ plan }) => delete plan.aftermath);
    expect(isDue(without)).toBe(false);
    expect(refusalOf(without.says('zhao-lei', hold()))).toMatchObject({ needed: { posts: ['commander', 'deputy'] } });
    expect(without.says('lin-wei', hold())[0]).toMatchObject({ authority: 'commander' });
  });

  test('anew after a reopening, which calls off the meeting that was called', () => {
    const story = ended('L2');
    story.says('lin-wei', hold());
    story.says('lin-wei', call(story.at + DAY));
    const events = story.says('lin-wei', { type: 'reopen', reason: 'it is back' });
    expect(told(events)['summaryOff']).toEqual(['lin-wei', 'chen-jing', 'zhao-lei']);
    expect(story.state.summary).toEqual({ versions: 1 });
    expect(isDue(story)).toBe(false);
    endsAnyhow(story);
    expect(isDue(story)).toBe(true);
    expect(story.says('lin-wei', hold())[0]).toMatchObject({ version: 2 });
  });

  test('no more once it is closed, and whoever was to come is told', () => {
    const story = ended();
    story.says('lin-wei', call(story.at + DAY));
    story.delivers();
    const events = story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(events.find(({ type }) => type === 'summaryCalledOff')).toMatchObject({ why: 'closed' });
    expect(told(events)['summaryOff']).toEqual(['lin-wei', 'chen-jing', 'zhao-lei']);
  });
});
