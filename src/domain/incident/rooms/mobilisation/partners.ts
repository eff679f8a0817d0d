import type { PartnerId, PersonId, PostId, TeamId } from '../../../plan/compiled.js';
import { authorityOf, firstToTell } from '../../authority.js';
import type { EventBody, EventOf } from '../../events.js';
import type { MessageOf } from '../../messages.js';
import { refusal } from '../../refusals.js';
import type { CalledBody, PartnerCall, State } from '../../state.js';
import { activeTeams } from './bodies.js';
import { postsOver } from './posts.js';

/** The post that speaks with the partner. */
export function ownerOf({ basis }: State, partner: PartnerId): PostId[] {
  return (basis.plan.partners ?? []).flatMap(({ id, owner }) => (id === partner ? [owner] : []));
}

/** Who calls the partner: its owner; where that post is not held, the lead of the team or command. */
export function partnerTold(state: State, partner: PartnerId, team: TeamId): PersonId[] {
  return firstToTell(state, [...ownerOf(state, partner), ...postsOver(state, [team])]);
}

/** Partners of a team that have not declined, and who speaks with each. */
export function partnersOf(state: State, body: CalledBody): { partner: PartnerId; tell: PersonId[] }[] {
  return Object.entries(body.partners ?? {})
    .filter(([, { status }]) => status !== 'declined')
    .map(([partner]) => ({ partner, tell: partnerTold(state, partner, body.target.id) }));
}

export function answerForPartner(state: State, message: MessageOf<'answerForPartner'>): EventBody[] {
  const { actor, partner, team, accepted, headcount = 1, eta, qualifications = [], note } = message;
  const by = authorityOf(state, actor, [...ownerOf(state, partner), ...postsOver(state, [team])]);
  if ('code' in by) return [by];
  const body = activeTeams(state).find(({ target }) => target.id === team);
  if (body?.partners?.[partner] === undefined) {
    return [refusal('partner_not_asked', { partner, team }, { partners: Object.keys(body?.partners ?? {}) })];
  }
  return [
    {
      type: 'partnerAnswered',
      ...by,
      partner,
      team,
      accepted,
      people: accepted ? headcount : 0,
      ...(eta === undefined || !accepted ? {} : { eta }),
      qualifications: accepted ? qualifications : [],
      ...(note === undefined || note.trim() === '' ? {} : { texts: { note } }),
    },
  ];
}

export function withPartner(body: CalledBody, event: EventOf<'partnerAnswered'>): CalledBody {
  const { accepted, people, eta, qualifications, at: since } = event;
  const answer: PartnerCall = {
    status: accepted ? 'accepted' : 'declined',
    since,
    people,
    ...(eta === undefined ? {} : { eta }),
    qualifications,
  };
  return { ...body, partners: { ...body.partners, [event.partner]: answer } };
}
