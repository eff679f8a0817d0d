import { authorityRules } from '../compile/authority.js';
import { DECISIONS } from '../compiled.js';
import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Command is never empty by construction, every team has its lead, and every authority can be used. */
export const organisationChecks: Check[] = [
  check(['command'], commanderAsDeputy),
  check(['command'], spanOutOfOrder),
  check(['posts'], ownDeputies),
  check(['teams', 'posts'], leadsOutsideTeam),
  check(['authority', 'levels'], unusableAuthority),
];

function commanderAsDeputy({ command: { commander, deputies } }: Pick<PlanDocument, 'command'>): PlanIssue[] {
  const at = deputies.indexOf(commander);
  if (at < 0) return [];
  const message = said(`"${commander}" is the commander`, `“${commander}”就是指挥长岗位`);
  const hint = said(
    'a deputy is another post, so that somebody is there when the commander is not',
    '副职须是另一岗位，指挥长不在时才有人接替',
  );
  return [issue(['command', 'deputies', at], 'commander_is_deputy', message, hint)];
}

function spanOutOfOrder({ command }: Pick<PlanDocument, 'command'>): PlanIssue[] {
  const { advised, limit } = command.spanOfControl ?? { advised: 0, limit: 0 };
  if (advised <= limit) return [];
  const message = said(
    `the advised span of control (${advised}) is more than its limit (${limit})`,
    `建议的管理幅度（${advised}）大于上限（${limit}）`,
  );
  const hint = said('lower "advised", or raise "limit"', '改小 advised，或改大 limit');
  return [issue(['command', 'spanOfControl', 'advised'], 'span_out_of_order', message, hint)];
}

function ownDeputies({ posts }: Pick<PlanDocument, 'posts'>): PlanIssue[] {
  return posts.flatMap(({ id, deputies }, i) => {
    const at = (deputies ?? []).indexOf(id);
    if (at < 0) return [];
    const message = said(`"${id}" is its own deputy`, `“${id}”以自己为替补`);
    const hint = said(
      'name another post, or leave deputies out: further holders of the same post stand in the roster',
      '改写另一岗位，或不写 deputies：同一岗位的其他任职人员写在通讯录里',
    );
    return [issue(['posts', i, 'deputies', at], 'own_deputy', message, hint)];
  });
}

function leadsOutsideTeam({ teams, posts }: Pick<PlanDocument, 'teams' | 'posts'>): PlanIssue[] {
  return teams.flatMap((team, i) => {
    const lead = posts.find((post) => post.id === team.lead);
    if (lead === undefined || lead.team === team.id) return [];
    const message =
      lead.team === undefined
        ? said(`the lead "${lead.id}" belongs to no team`, `组长“${lead.id}”不属于任何组`)
        : said(`the lead "${lead.id}" belongs to "${lead.team}"`, `组长“${lead.id}”属于“${lead.team}”组`);
    const hint = said(
      `give the post "${lead.id}" the line "team: ${team.id}", or name another lead`,
      `在岗位“${lead.id}”中写“team: ${team.id}”，或另定组长`,
    );
    return [issue(['teams', i, 'lead'], 'lead_not_in_team', message, hint)];
  });
}

/** Standby and rejection come before any level; the others must be possible at every level. */
function unusableAuthority({ authority, levels }: Pick<PlanDocument, 'authority' | 'levels'>): PlanIssue[] {
  return DECISIONS.flatMap((decision) => {
    const rules = authorityRules(authority[decision]);
    const path = ['authority', decision];
    if (decision === 'standby' || decision === 'reject') {
      if (rules.some((rule) => rule.levels === undefined)) return [];
      const message = said(
        `nobody may decide "${decision}" before there is a level`,
        `定级之前无人有权作出“${decision}”决定`,
      );
      const hint = said('add an entry without levels', '增加一条不写 levels 的授权');
      return [issue(path, 'authority_without_level', message, hint)];
    }
    const without = levels.map(({ id }) => id).filter((id) => !rules.some((r) => r.levels?.includes(id) ?? true));
    if (without.length === 0) return [];
    const message = said(
      `nobody may decide "${decision}" at level ${without.join(', ')}`,
      `响应级别 ${without.join('、')} 下无人有权作出“${decision}”决定`,
    );
    const hint = said('add these levels to an entry', '把这些级别写入其中一条授权');
    return [issue(path, 'authority_without_level', message, hint)];
  });
}
