import { holderOf } from '../../domain/incident/index.js';
import type { Duty, State } from '../../domain/incident/index.js';
import type { ObligationRule, PostId } from '../../domain/plan/compiled.js';
import { isOwnLimit } from '../../domain/plan/legalLimit.js';
import type { ObligationView } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, isoIfAny, named, namedIfAny } from './named.js';
import { textsOf } from './quoted.js';
import type { Quoted } from './quoted.js';

/** The first to fall due first; what another version of the plan asked for, and this one does not, is left out. */
export function obligationViews(state: State, speech: Speech, quoted: Quoted): ObligationView[] {
  const views = state.basis.plan.obligations.flatMap((rule) => {
    const duty = state.obligations.duties[rule.id];
    return duty === undefined ? [] : [obligationView(state, rule, duty, speech, quoted)];
  });
  return views.sort((a, b) => ((a.due ?? '\uffff') < (b.due ?? '\uffff') ? -1 : 1));
}

/** The events whose texts `obligationViews` quotes. */
export function obligationSeqs({ obligations }: State): number[] {
  return Object.values(obligations.duties).map(({ seq }) => seq);
}

function obligationView(
  state: State,
  rule: ObligationRule,
  duty: Duty,
  speech: Speech,
  quoted: Quoted,
): ObligationView {
  const { names, lang } = speech;
  const { to, channel, reference, note, link, lateReason, reason } = textsOf(quoted, duty.seq);
  const said = { to, channel, reference, note, link, file: duty.file, lateReason, reason };
  const isSaid = Object.values(said).some((text) => text !== undefined);
  return {
    id: rule.id,
    name: names.obligation(rule.id, lang),
    addressee: names.addressee(rule.id, lang),
    status: duty.status,
    start: isoIfAny(duty.start),
    due: isoIfAny(duty.due),
    own: isOwnLimit(rule),
    theirs: rule.theirs === true,
    language: rule.language ?? state.basis.plan.languages[0] ?? lang,
    verified: rule.verified,
    missedAt: isoIfAny(duty.missedAt),
    missedBefore: duty.missedBefore?.map(iso),
    filedAt: duty.filedAt === undefined ? undefined : iso(duty.filedAt),
    filings: duty.filings ?? 0,
    last: isSaid ? said : undefined,
    owner: holderView(state, rule.owner, speech),
    deputy: rule.deputy === undefined ? undefined : holderView(state, rule.deputy, speech),
  };
}

function holderView(state: State, post: PostId, speech: Speech): ObligationView['owner'] {
  return { post: named(speech, 'post', post), person: namedIfAny(speech, 'person', holderOf(state, post)) };
}
