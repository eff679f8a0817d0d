import { said } from '../../lang.js';
import type { PersonId, TeamId } from '../compiled.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import type { Person } from '../roster.js';
import type { PlanDocument } from '../schema.js';
import { isQualified, present } from './check.js';
import type { RosterCheck, RosterRemarkCode } from './check.js';
import { pathOf } from './posts.js';

type Wanted = PlanDocument['mobilisation'][number];

/** Whether each team, as it is there today, can come in the strength in which the plan calls it. */
export function teamRemarks(check: RosterCheck): Remark<RosterRemarkCode>[] {
  return check.plan.mobilisation.flatMap((wanted) => {
    const people = present(check, membersOf(check, wanted.team));
    return [...tooFew(check, wanted, people), ...tooFewQualified(check, wanted, people)];
  });
}

function membersOf({ plan, holders }: RosterCheck, team: TeamId): PersonId[] {
  return [...new Set(plan.posts.filter((post) => post.team === team).flatMap((post) => holders[post.id] ?? []))];
}

function tooFew(check: RosterCheck, wanted: Wanted, people: Person[]): Remark<RosterRemarkCode>[] {
  const { team, headcount = 0 } = wanted;
  if (people.length >= headcount) return [];
  const { at, atZh } = levelsOf(wanted);
  return [
    warning(
      'team_too_small',
      leadOf(check, team),
      said(
        `the team "${team}" must come with ${headcount} people ${at}: ${people.length} are there`,
        `“${team}”${atZh}应到${headcount}人，现有${people.length}人`,
      ),
      said('name more people for the posts of the team', '为该组岗位增加人员'),
    ),
  ];
}

function tooFewQualified(check: RosterCheck, wanted: Wanted, people: Person[]): Remark<RosterRemarkCode>[] {
  const { at, atZh } = levelsOf(wanted);
  return (wanted.qualifications ?? []).flatMap(({ qualification, people: count }) => {
    const able = people.filter((person) => isQualified(person, qualification, check.today));
    if (able.length >= count) return [];
    return [
      warning(
        'team_unqualified',
        leadOf(check, wanted.team),
        said(
          `the team "${wanted.team}" needs ${count} with "${qualification}" ${at}: ${able.length} are there`,
          `“${wanted.team}”${atZh}需要${count}人具备“${qualification}”，现有${able.length}人`,
        ),
        said('train a member, or name somebody who is able', '安排成员培训，或增加具备该资质的人员'),
      ),
    ];
  });
}

function leadOf(check: RosterCheck, team: TeamId) {
  const lead = check.plan.teams.find(({ id }) => id === team)?.lead;
  return lead === undefined ? ['holders'] : pathOf(check, lead);
}

function levelsOf({ levels }: Wanted): { at: string; atZh: string } {
  return { at: `at ${levels.join(', ')}`, atZh: `在${levels.join('、')}时` };
}
