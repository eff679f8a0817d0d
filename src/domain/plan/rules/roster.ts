import { said } from '../../lang.js';
import { contactsVerified } from '../contactsVerified.js';
import { holdersOf } from '../roster.js';
import { article, PLAN_MEASURES } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';
import { peopleOf } from './organisation.js';

const CONTACTS_VERIFIED_WITHIN = 90;

/** Whether the people can be reached, and are as many as the plan counts on. */
export const rosterRules: Rule[] = [
  rule({
    id: 'V-32',
    title: said('Contacts were verified within 90 days', '九十日内核实过联系方式'),
    basis: { ...PLAN_MEASURES, clause: article(16), kind: 'derived' },
    needs: ['roster', 'today'],
    run: ({ roster, today }) => {
      const called = new Set(Object.values(holdersOf(roster)).flat());
      const people = roster.people.filter(({ id }) => called.has(id));
      const never = people.filter(({ verifiedAt }) => verifiedAt === undefined).map(({ id }) => id);
      const long = people
        .filter((person) => person.verifiedAt !== undefined)
        .filter((person) => !contactsVerified(person, CONTACTS_VERIFIED_WITHIN, today))
        .map(({ id }) => id);
      const todo = said('send test messages, and write down the day', '发送测试消息并登记日期');
      return [
        ...observeIf(
          never.length > 0,
          ['people'],
          said(
            `nobody ever made sure that ${never.length} people can be reached: ${never.join(', ')}`,
            `${never.length}人的联系方式从未核实：${never.join('、')}`,
          ),
          todo,
        ),
        ...observeIf(
          long.length > 0,
          ['people'],
          said(
            `the contacts of ${long.length} people were not verified in the last 90 days: ${long.join(', ')}`,
            `${long.length}人的联系方式超过九十日未核实：${long.join('、')}`,
          ),
          todo,
        ),
      ].map((observation) => ({ ...observation, in: 'roster' as const }));
    },
  }),
  rule({
    id: 'V-79',
    title: said('The roster can fill every headcount', '在册人员满足到位人数要求'),
    basis: { ...PLAN_MEASURES, clause: article(38), kind: 'derived' },
    needs: ['roster'],
    run: ({ plan, roster }) => {
      const holders = holdersOf(roster);
      return plan.mobilisation.flatMap(({ team, headcount, qualifications, substitutes }, i) => {
        const people = peopleOf(plan, roster, team);
        const others = (substitutes ?? []).flatMap((post) => holders[post] ?? []);
        const all = new Set([...people, ...others]).size;
        const short = headcount !== undefined && people.length < headcount;
        return [
          ...observeIf(
            short,
            ['mobilisation', i, 'headcount'],
            said(
              `${headcount} of "${team}" must come: the roster has ${people.length}, with substitutes ${all}`,
              `“${team}”应到${headcount}人：在册${people.length}人，连同替补${all}人`,
            ),
            said('name more people, or substitutes, or ask for fewer', '增加人员或替补岗位，或者降低人数要求'),
            headcount !== undefined && all >= headcount ? 'info' : undefined,
          ),
          ...(qualifications ?? []).flatMap(({ qualification, people: wanted }, q) => {
            const asking = plan.posts.filter(
              (post) => post.team === team && post.qualifications?.includes(qualification),
            );
            const able = new Set(asking.flatMap((post) => holders[post.id] ?? [])).size;
            return observeIf(
              able < wanted,
              ['mobilisation', i, 'qualifications', q],
              said(
                `${wanted} with "${qualification}" must come: ${able} hold a post of "${team}" that asks for it`,
                `应有${wanted}人具备“${qualification}”：“${team}”中要求该能力的岗位只有${able}人`,
              ),
              said(
                'fill such posts with more people, or say which posts ask for it',
                '为相应岗位增加人员，或者写明哪些岗位要求该能力',
              ),
            );
          }),
        ];
      });
    },
  }),
];
