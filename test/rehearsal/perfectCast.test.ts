import { expect, test } from '@jest/globals';
import { seen } from '../../src/activities/drills.js';
import type { PersonId, PostId } from '../../src/domain/plan/compiled.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { opening, running } from '../drill/story.js';
import { given } from './given.js';

const certain = (median: number) => ({ median, spread: 0.01 });

/** Everybody is there, reads at once, decides rightly and works fast. */
const PERFECT = {
  ...{ absent: 0, declines: 0, wrong: 0, silentCommand: 0, remote: 1 },
  ...{ delivery: certain(SECOND), acknowledgement: certain(MINUTE), reading: certain(30 * SECOND) },
  ...{ verification: certain(13 * MINUTE), decision: certain(MINUTE), noticing: certain(MINUTE) },
  ...{
    taskShare: certain(0.1),
    sitrep: certain(3 * MINUTE),
    filing: certain(5 * MINUTE),
    statement: certain(5 * MINUTE),
  },
  ...{ dispatch: certain(2 * MINUTE), transport: certain(3 * MINUTE), criterion: certain(30 * SECOND) },
  ...{ partner: certain(2 * MINUTE), partnerComes: 1, endLook: MINUTE },
};

const ABOVE_CRITERIA = 'more than the criteria propose: only people are more careful than the plan asks for';
const LAW = 'whether the law asks for it is for counsel; what nobody has judged the simulator takes not to apply, late';

/** What even a perfect cast does not do, and why the scenario asks people for it all the same. */
const FOR_PEOPLE: Record<string, Record<string, string>> = {
  ransomware: {
    'rw-08 resourcesDispatched late': 'whatever the plan asks for has been sent before, and the story asks for more',
    'rw-12 released missed': 'nobody has been at it for as long as the plan allows; that somebody is tired people see',
  },
  'data-loss': { 'dl-03 levelChanged II late': ABOVE_CRITERIA },
  'supplier-outage': {
    'so-06 spendingApproved missed': 'the simulator buys nothing that the plan does not ask for',
    'so-08 publicationApproved missed': 'the simulator writes what is due, and answers nobody',
    'so-10 commandPassed handover missed': 'the simulator is never relieved',
  },
  'authority-order': { 'ao-05 obligationsJudged missed': LAW, 'ao-07 levelChanged II missed': ABOVE_CRITERIA },
  'insider-mistake': {
    'im-02 confirmed ordinary III missed': ABOVE_CRITERIA,
    'im-07 obligationsJudged D-09-individuals missed': LAW,
  },
};

/** The expected actions that did not come in time, by the rule of the drill. */
function unmet(id: string): string[] {
  const rehearsed = given(id, undefined, PERFECT);
  const rehearsal = new Rehearsal(rehearsed, 1);
  rehearsal.plays();
  const posts: Record<PersonId, PostId[]> = {};
  for (const [post, people] of Object.entries(rehearsed.basis.holders)) {
    for (const person of people) posts[person] = [...(posts[person] ?? []), post];
  }
  const rules = { ...opening().rules, departments: posts, edition: 2 as const };
  const story = running({ scenario: rehearsed.scenario, rules });
  const began = story.at;
  for (const event of rehearsal.incident.events) {
    const at = began + event.at - rehearsed.start;
    story.passes(at - story.at);
    story.hears({ type: 'seen', events: [{ ...seen(event), at }] });
  }
  return rehearsed.scenario.injects.flatMap((inject) => {
    const { playedAt, actions = [] } = story.state.injects[inject.id] ?? {};
    if (playedAt === undefined) return 'at' in inject.trigger ? [`${inject.id} not played`] : [];
    return inject.expects.flatMap((expected, i) =>
      actions[i]?.status === 'seen'
        ? []
        : [[inject.id, expected.event, ...Object.values(expected.where ?? {}), actions[i]?.status].join(' ')],
    );
  });
}

test.each(['ransomware', 'release-outage', 'data-loss', 'supplier-outage', 'authority-order', 'insider-mistake'])(
  'a perfect cast meets whatever the scenario %s expects, but for what only people do',
  (id) => {
    expect(unmet(id)).toEqual(Object.keys(FOR_PEOPLE[id] ?? {}));
  },
);
