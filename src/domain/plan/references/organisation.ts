import { authorityRules } from '../compile.js';
import { DECISIONS } from '../compiled.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Command is never empty by construction, every team has its lead, and every authority can be used. */
export const organisationChecks: Check[] = [
  check(['command'], ({ command }) =>
    command.deputies.flatMap((post, i) =>
      post === command.commander
        ? [
            {
              path: ['command', 'deputies', i],
              code: 'commander_is_deputy' as const,
              message: `"${post}" is the commander`,
              hint: 'a deputy is another post, so that somebody is there when the commander is not',
            },
          ]
        : [],
    ),
  ),
  check(['command'], spanOutOfOrder),
  check(['posts'], ownDeputies),
  check(['teams', 'posts'], leadsOutsideTeam),
  check(['authority', 'levels'], unusableAuthority),
];

function spanOutOfOrder({ command }: Pick<PlanDocument, 'command'>): PlanIssue[] {
  const { advised, limit } = command.spanOfControl ?? { advised: 0, limit: 0 };
  if (advised <= limit) return [];
  const message = `the advised span of control (${advised}) is more than its limit (${limit})`;
  return [
    { path: ['command', 'spanOfControl', 'advised'], code: 'span_out_of_order', message, hint: 'advised ≤ limit' },
  ];
}

function ownDeputies({ posts }: Pick<PlanDocument, 'posts'>): PlanIssue[] {
  return posts.flatMap(({ id, deputies }, i) => {
    const at = (deputies ?? []).indexOf(id);
    if (at < 0) return [];
    const hint = 'name another post, or leave deputies out: further holders of the same post stand in the roster';
    return [
      { path: ['posts', i, 'deputies', at], code: 'own_deputy' as const, message: `"${id}" is its own deputy`, hint },
    ];
  });
}

function leadsOutsideTeam({ teams, posts }: Pick<PlanDocument, 'teams' | 'posts'>): PlanIssue[] {
  return teams.flatMap((team, i) => {
    const lead = posts.find((post) => post.id === team.lead);
    if (lead === undefined || lead.team === team.id) return [];
    const message = `the lead "${lead.id}" belongs to ${lead.team === undefined ? 'no team' : `"${lead.team}"`}`;
    const hint = `give the post "${lead.id}" the line "team: ${team.id}", or name another lead`;
    return [{ path: ['teams', i, 'lead'], code: 'lead_not_in_team' as const, message, hint }];
  });
}

/** Standby and rejection come before any level; the others must be possible at every level. */
function unusableAuthority({ authority, levels }: Pick<PlanDocument, 'authority' | 'levels'>): PlanIssue[] {
  return DECISIONS.flatMap((decision) => {
    const rules = authorityRules(authority[decision]);
    const early = decision === 'standby' || decision === 'reject';
    const without = early
      ? rules.some((rule) => rule.levels === undefined)
        ? []
        : ['no level at all']
      : levels.filter(({ id }) => !rules.some((r) => r.levels?.includes(id) ?? true)).map(({ id }) => `level ${id}`);
    if (without.length === 0) return [];
    const message = `nobody may decide "${decision}" at ${without.join(', ')}`;
    const hint = early
      ? 'it is decided before there is a level: add an entry without levels'
      : 'add these levels to an entry';
    return [{ path: ['authority', decision], code: 'authority_without_level' as const, message, hint }];
  });
}
