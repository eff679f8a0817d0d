import type { Instant } from '../../domain/time.js';
import { contactOf, ofTypes, personAndPost } from './context.js';
import type { FilingContext } from './context.js';
import type { Fill } from './answers.js';

/** Who files it and answers for it. Who signs, people decide. */
export const PEOPLE: Readonly<Record<string, Fill>> = {
  organisation: ({ names, lang }) => [names.organisation(lang)],
  unitOverview: ({ document, t }) => [document.narrative?.unitOverview && t(document.narrative.unitOverview)],
  addressee: ({ names, obligation, lang }) => [names.addressee(obligation, lang)],
  contactName: (context) => [contactName(context)],
  contact: (context) => [contactName(context), context.contact?.phone, context.contact?.email],
  contactPhone: ({ contact }) => [contact?.phone],
  contactMail: ({ contact }) => [contact?.email],
  // Of what others have to tell us, whoever files it here is not who reports it.
  reporter: (context) => [context.rule.theirs === true ? undefined : contactName(context)],
  phone: ({ rule, contact }) => [rule.theirs === true ? undefined : contact?.phone],
  submitter: (context) => [contactName(context)],
  decidedBy: (context) => [materiality(context)?.by],
  materialityBasis: (context) => [materiality(context)?.basis],
};

function contactName(context: FilingContext): string | undefined {
  const { state, rule } = context;
  const { post, person } = contactOf(state, rule);
  if (person === undefined) return undefined;
  return personAndPost(context, person, post);
}

interface Materiality {
  at: Instant;
  by: string;
  basis: string;
}

/** Whoever set the clock said from when it was material; else whoever told what calls for the report. */
export function materiality({ events, rule, quote, say }: FilingContext): Materiality | undefined {
  if (rule.start !== 'materialityDetermined') return undefined;
  const set = ofTypes(events, 'obligationClockSet').findLast(({ clock }) => clock.obligation === rule.id);
  if (set?.clock.start !== undefined) {
    return { at: set.clock.start, by: say.actor(set.actor), basis: quote(set.texts.reason) };
  }
  const { when } = rule;
  const fact = 'fact' in when ? when.fact : undefined;
  const told = ofTypes(events, 'factAdded').find(({ values }) => fact !== undefined && values[fact] === true);
  if (told === undefined) return undefined;
  const { at, observedAt = at, actor, texts } = told;
  return { at: observedAt, by: say.actor(actor), basis: quote(texts.statement ?? texts.source) };
}
