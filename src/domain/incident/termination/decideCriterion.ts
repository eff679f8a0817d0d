import type { PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import { postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { confirmers, isConfirmed, isTheirWord, mayConfirm, rulesOf } from './criteria.js';
import type { Refused, Rule } from './criteria.js';

type On<A extends MessageOf<'criterion'>['action']> = MessageOf<'criterion'> & { action: A };

export function decideCriterion(state: State, message: MessageOf<'criterion'>, at: Instant): EventBody[] {
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  const rules = rulesOf(state, message.criteria);
  if ('code' in rules) return [rules];
  return message.action === 'confirm' ? confirm(state, message, rules, at) : withdraw(state, message, rules, at);
}

function confirm(state: State, { actor, note }: On<'confirm'>, rules: Rule[], at: Instant): EventBody[] {
  const by = mayConfirm(state, actor, rules, at);
  if (by !== undefined && 'code' in by) return [by];
  const criteria = idsOf(rules.filter(({ id }) => !isConfirmed(state, id)));
  if (by === undefined || criteria.length === 0) return [stand(rules, 'confirmed')];
  const texts = note === undefined || note.trim() === '' ? {} : { texts: { note } };
  return [{ type: 'criteriaConfirmed', ...by, criteria, ...texts }];
}

/** By whoever may confirm it, whoever did, and command: to doubt takes less than to vouch. */
function withdraw(state: State, { actor, reason }: On<'withdraw'>, rules: Rule[], at: Instant): EventBody[] {
  const criteria = idsOf(rules.filter(({ id }) => isConfirmed(state, id)));
  const posts = rules.map((rule) => [...confirmers(state, rule, at), ...postsOfCommand(state)]);
  const common = (posts[0] ?? []).filter((post) => posts.every((all) => all.includes(post)));
  const own = criteria.length > 0 && isTheirWord(state, actor, criteria);
  const by: { authority?: PostId } | Refused = own ? {} : authorityOf(state, actor, common);
  if ('code' in by) return [by];
  if (criteria.length === 0) return [stand(rules, 'open')];
  if (reason.trim() === '') return [refusal('reason_required')];
  return [{ type: 'criteriaWithdrawn', ...by, criteria, texts: { reason } }];
}

function stand(rules: Rule[], status: 'confirmed' | 'open'): EventBody {
  return refusal('criteria_stand', { criteria: idsOf(rules), status });
}

function idsOf(rules: Rule[]): string[] {
  return rules.map(({ id }) => id);
}
