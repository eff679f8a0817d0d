import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { ends, release, responding } from './sitrepsStory.js';
import { refusalOf } from './story.js';
import type { Story } from './story.js';

/** At level 2, where it is watched for an hour; the final SITREP is drafted. */
function watching(): Story {
  const story = responding('L2', (plan) => {
    plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
  });
  ends(story);
  return story;
}
/** At level 1, which is not watched. */
function ended(): Story {
  const story = responding();
  ends(story);
  return story;
}
/** What was asked for by `writeDocument`, the oldest first. */
const asked = (story: Story, document: 'incidentReport' | 'sitrep' = 'incidentReport') =>
  story.all('effectRequested').flatMap(({ effect }) => {
    return effect.kind === 'writeDocument' && effect.document === document ? [effect.id] : [];
  });
const files = [{ format: 'docx', lang: 'en', sha256: 'c4'.repeat(32) }];
const isWritten = (story: Story, effectId: string, documentId = 'doc') => {
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'documentWritten', effectId, documentId, files });
};
/** Of a plan that does not say who writes a report: Muster's own draft is written all the same. */
const nothing = { edited: {}, versions: [], stage: 'draft' as const };
const close = (reason = 'done'): Decision => ({ type: 'close', reason });

describe('the incident report', () => {
  test('is asked for at the end, and stands with its files once it is written', () => {
    const story = ended();
    const [effect] = asked(story);
    expect(story.state.incidentReport).toEqual({ ...nothing, asked: effect });
    isWritten(story, effect!);
    expect(story.state.incidentReport).toEqual({ ...nothing, asked: effect, draft: { documentId: 'doc', files } });
  });

  test('of the first end is none after the second, whenever it is written', () => {
    const story = watching();
    story.says('lin-wei', { type: 'reopen', reason: 'payments fail again' });
    ends(story);
    const [first, second] = asked(story);
    isWritten(story, first!, 'first');
    expect(story.state.incidentReport).not.toHaveProperty('draft');
    isWritten(story, second!, 'second');
    expect(story.state.incidentReport.draft).toMatchObject({ documentId: 'second' });
  });

  test('is told from a SITREP also where an earlier release did not keep what it had asked for', () => {
    const story = ended();
    story.state = { ...story.state, incidentReport: nothing };
    story.says('zhou-min', release(1));
    isWritten(story, asked(story, 'sitrep')[0]!);
    expect(story.state.incidentReport).toEqual(nothing);
    isWritten(story, asked(story)[0]!);
    expect(story.state.incidentReport).toEqual({ ...nothing, draft: { documentId: 'doc', files } });
  });
});

describe('closing', () => {
  test('is for the posts that the plan names, with a reason, and after the report', () => {
    const story = ended();
    const refused = (events: IncidentEvent[]) => {
      expect(events).toHaveLength(1);
      return refusalOf(events);
    };
    expect(refused(story.says('chen-jing', close(' ')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander'] },
    });
    expect(refused(story.says('lin-wei', close(' ')))).toMatchObject({ code: 'reason_required' });
    expect(refused(story.says('lin-wei', close()))).toMatchObject({ code: 'report_not_written' });
  });

  test('leaves its time, its reason and by which authority it was done, and the report', () => {
    const story = ended();
    const [effect] = asked(story);
    isWritten(story, effect!);
    story.passes(HOUR);
    expect(story.says('lin-wei', close('all is well'))[0]).toMatchObject({
      type: 'closed',
      authority: 'commander',
      texts: { reason: 'all is well' },
    });
    expect(story.state.aftermath).toEqual({ closedAt: story.at });
    expect(story.state.incidentReport.draft).toEqual({ documentId: 'doc', files });
  });
});
