import { pathText } from '../../../src/domain/plan/issues.js';
import { checkRoster } from '../../../src/domain/plan/roster.js';
import type { Person, RosterDocument } from '../../../src/domain/plan/roster.js';
import { rosterRemarks } from '../../../src/domain/plan/rosterRemarks.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { samplePlan, sampleRoster, TODAY } from './sample.js';

interface Documents {
  roster: RosterDocument;
  plan: PlanDocument;
}

interface Case {
  fact: string;
  change: (documents: Documents) => void;
  code: string;
  path: string;
  found: RegExp;
}

const of = ({ roster }: Documents, id: string): Person => roster.people.find((person) => person.id === id)!;
const at = (id: string): number => sampleRoster().people.findIndex((person) => person.id === id);

function remarksAfter(change: (documents: Documents) => void, verifiedWithinDays?: number) {
  const documents = { roster: sampleRoster(), plan: samplePlan() };
  change(documents);
  const { roster, plan } = documents;
  // Only what can be used is looked at so closely.
  expect(checkRoster(roster, plan)).toHaveProperty('document');
  return rosterRemarks(roster, plan, {
    today: TODAY,
    ...(verifiedWithinDays === undefined ? {} : { verifiedWithinDays }),
  });
}

const codesAfter = (change: (documents: Documents) => void) => remarksAfter(change).map(({ code }) => code);

test('a roster in order has no remark', () => {
  expect(remarksAfter(() => undefined)).toEqual([]);
});

test('ids that are made from names stay when somebody is erased, which is said once', () => {
  const contacts = { email: 'lee@example.org' };
  const languages: Person['languages'] = ['en'];
  const [remark, ...others] = remarksAfter(({ roster }) => {
    roster.people.push({ id: 'lee-ann', name: 'Ann Lee', languages, contacts, active: false });
  });
  expect(others).toEqual([]);
  expect(remark).toMatchObject({
    code: 'id_from_name',
    severity: 'info',
    path: ['people', sampleRoster().people.length],
  });
  expect(remark!.found.en).toMatch(/^1 ids are made from the names of people \(lee-ann\)/);
});

const CASES: Case[] = [
  {
    fact: 'two people with one telephone may not be reached as themselves',
    change: (documents) => {
      of(documents, 'ann').contacts.phone = '+3531000001';
      of(documents, 'ben').contacts.phone = '+3531000001';
    },
    code: 'shared_phone',
    path: `people[${at('ben')}].contacts.phone`,
    found: /"ben" has the telephone of "ann"/,
  },
  {
    fact: 'two people with one name and one telephone may be one person',
    change: (documents) => {
      Object.assign(of(documents, 'ann'), { name: { en: 'Ann  Lee', 'zh-CN': '李安' } });
      Object.assign(of(documents, 'ben'), { name: 'ann lee' });
      of(documents, 'ann').contacts.phone = '+3531000001';
      of(documents, 'ben').contacts.phone = '+3531000001';
    },
    code: 'suspected_double',
    path: `people[${at('ben')}].contacts.phone`,
    found: /name and telephone of "ann"/,
  },
  {
    fact: 'contacts that nobody has tried for 90 days are doubted',
    change: (documents) => (of(documents, 'ann').verifiedAt = '2026-08-21'),
    code: 'contacts_unverified',
    path: `people[${at('ann')}].verifiedAt`,
    found: /last verified 91 days ago, on 2026-08-21/,
  },
  {
    fact: 'contacts that nobody has ever tried are doubted',
    change: (documents) => delete of(documents, 'ann').verifiedAt,
    code: 'contacts_unverified',
    path: `people[${at('ann')}]`,
    found: /nobody has made sure yet/,
  },
  {
    fact: 'a day to come proves nothing',
    change: (documents) => (of(documents, 'ann').verifiedAt = '2062-11-01'),
    code: 'contacts_unverified',
    path: `people[${at('ann')}].verifiedAt`,
    found: /a day to come/,
  },
  {
    fact: 'a post without a holder is named',
    change: ({ roster }) => {
      delete roster.holders['hospital-director'];
      roster.holders['information-governance-lead'] = ['jon', 'ida'];
    },
    code: 'post_vacant',
    path: 'holders',
    found: /nobody holds the post "hospital-director"/,
  },
  {
    fact: 'a post with one holder and nobody to stand in is named',
    change: ({ plan }) => delete plan.posts.find(({ id }) => id === 'hospital-director')!.deputies,
    code: 'post_without_deputy',
    path: 'holders.hospital-director',
    found: /one holder, "ida", and nobody to stand in/,
  },
  {
    fact: 'whoever holds the deputising post as well stands in for nobody',
    change: ({ roster, plan }) => {
      plan.posts.find(({ id }) => id === 'information-governance-lead')!.deputies = ['ward-coordinator'];
      roster.holders['hospital-director'] = ['jon'];
      roster.holders['information-governance-lead'] = ['jon'];
      roster.holders['ward-coordinator']!.push('ida');
      roster.holders['incident-controller']!.push('jon');
    },
    code: 'post_without_deputy',
    path: 'holders.hospital-director',
    found: /nobody to stand in/,
  },
  {
    fact: 'a post whose people are all away today is uncovered',
    change: (documents) => {
      of(documents, 'ida').away = [{ from: '2026-11-15', to: TODAY }];
      of(documents, 'jon').away = [{ from: TODAY, to: '2026-12-01' }];
      of(documents, 'cat').away = [{ from: '2026-11-20', to: '2026-11-20' }];
      documents.roster.holders['clinical-safety-officer']!.push('ann');
      documents.roster.holders['information-governance-lead']!.push('gus');
      documents.roster.holders['hospital-director']!.push('cat');
      documents.plan.posts.find(({ id }) => id === 'hospital-director')!.deputies = [];
    },
    code: 'post_uncovered',
    path: 'holders.hospital-director',
    found: /everybody who could fill the post "hospital-director" is away on 2026-11-20/,
  },
  {
    fact: 'posts that the plan keeps apart are not held by one person, whichever of them says so',
    change: ({ roster }) => {
      roster.holders['incident-controller']!.push('leo');
    },
    code: 'conflicting_posts',
    path: 'holders.systems-analyst[1]',
    found: /"leo" holds "incident-controller" and "systems-analyst"/,
  },
  {
    fact: 'somebody without a post is never called',
    change: ({ roster }) => {
      roster.people.push({ ...roster.people[0]!, id: 'new', contacts: { email: 'new@stmary.example' } });
    },
    code: 'person_without_post',
    path: `people[${sampleRoster().people.length}]`,
    found: /"new" holds no post/,
  },
  {
    fact: 'a qualification that the plan does not know counts for nothing',
    change: (documents) => (of(documents, 'ann').qualifications = [{ qualification: 'frist-aid' }]),
    code: 'unknown_qualification',
    path: `people[${at('ann')}].qualifications[0].qualification`,
    found: /no qualification "frist-aid"/,
  },
  {
    fact: 'a qualification that ran out is named',
    change: (documents) =>
      (of(documents, 'ann').qualifications = [{ qualification: 'first-aid', until: '2026-11-19' }]),
    code: 'qualification_expired',
    path: `people[${at('ann')}].qualifications[0].until`,
    found: /ran out on 2026-11-19/,
  },
  {
    fact: 'a holder without the qualification that the post asks for is named',
    change: (documents) => delete of(documents, 'mia').qualifications,
    code: 'holder_unqualified',
    path: 'holders.systems-analyst[2]',
    found: /"mia" holds "systems-analyst" without the qualification "restore"/,
  },
  {
    fact: 'a team that is smaller than its headcount is named',
    change: ({ plan }) => (plan.mobilisation[0]!.headcount = 5),
    code: 'team_too_small',
    path: 'holders.it-duty-manager',
    found: /"it-operations" must come with 5 people at red, amber, green: 4 are there/,
  },
  {
    fact: 'a team with too few qualified people is named',
    change: ({ plan }) => (plan.mobilisation[0]!.qualifications![0]!.people = 4),
    code: 'team_unqualified',
    path: 'holders.it-duty-manager',
    found: /needs 4 with "restore" at red, amber, green: 3 are there/,
  },
];

test.each(CASES)('$fact', ({ change, code, path, found }) => {
  const remarks = remarksAfter(change);
  expect(remarks.map((remark) => [remark.code, pathText(remark.path)])).toEqual([[code, path]]);
  expect(remarks[0]).toMatchObject({ severity: 'warning', found: { en: expect.stringMatching(found) as string } });
  expect(remarks[0]!.found['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  expect(remarks[0]!.todo['zh-CN']).not.toBe('');
});

test('what is fine on the last day is no remark', () => {
  expect(codesAfter((documents) => (of(documents, 'ann').verifiedAt = '2026-08-22'))).toEqual([]);
  const lastDay = [{ qualification: 'first-aid', until: TODAY }];
  expect(codesAfter((documents) => (of(documents, 'ann').qualifications = lastDay))).toEqual([]);
});

test('how long contacts are trusted is for the reader to say', () => {
  const codes = (days: number) => remarksAfter(() => undefined, days).map(({ code }) => code);
  expect(new Set(codes(10))).toEqual(new Set(['contacts_unverified']));
  expect(codes(19)).toEqual([]);
});

test('a conflict is the same whichever of the two posts names it, and told once', () => {
  const both = ({ plan, roster }: Documents) => {
    plan.posts.find(({ id }) => id === 'systems-analyst')!.conflictsWith = ['incident-controller'];
    roster.holders['incident-controller']!.push('leo');
  };
  expect(codesAfter(both)).toEqual(['conflicting_posts']);
  const other = (documents: Documents) => {
    delete documents.plan.posts.find(({ id }) => id === 'incident-controller')!.conflictsWith;
    both(documents);
  };
  expect(codesAfter(other)).toEqual(['conflicting_posts']);
});

test('whoever is away is not counted on, and whoever is not active is not looked at', () => {
  const away = [{ from: '2026-11-01', to: '2026-11-30' }];
  const codes = codesAfter((documents) => {
    of(documents, 'leo').away = away;
    of(documents, 'mia').away = away;
    of(documents, 'old').qualifications = [{ qualification: 'nothing' }];
  });
  expect(new Set(codes)).toEqual(new Set(['team_too_small', 'team_unqualified']));
});
